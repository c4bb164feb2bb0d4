"""A wipe erases everything in order, looks again, and never calls a failure a success."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from kiosk.session import wipe as module
from kiosk.session.wipe import Erasure, wipe

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Thing(Erasure):
    """Remains `left` times when looked at, after an erasure that may fail."""

    def __init__(self, code: str, left: int = 0, error: Exception | None = None) -> None:
        self.code = code
        self.erased = False
        self._left = left
        self._error = error

    async def erase(self) -> None:
        self.erased = True
        if self._error:
            raise self._error

    def remains(self) -> int:
        self._left = max(0, self._left - 1)
        return self._left


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "VERIFY_TIMEOUT", 0.2)


async def test_each_thing_is_erased_in_order() -> None:
    done: list[str] = []
    report = await wipe([Thing("a"), Thing("b")], lambda: NOON, done.append)
    assert [step.code for step in report.steps] == done == ["a", "b"]
    assert report.verified
    assert report.at == NOON


async def test_what_goes_a_moment_later_is_waited_for() -> None:
    assert (await wipe([Thing("slow", left=4)], lambda: NOON)).verified


async def test_what_stays_fails_the_wipe_and_is_counted() -> None:
    class Stays(Thing):
        def remains(self) -> int:
            return 3

    report = await wipe([Stays("stays"), Thing("next")], lambda: NOON)
    assert not report.verified
    assert report.failed is not None
    assert (report.failed.code, report.failed.remains) == ("stays", 3)


async def test_a_step_that_fails_does_not_spare_the_next() -> None:
    following = Thing("next")
    report = await wipe([Thing("broken", error=OSError("no X server")), following], lambda: NOON)
    assert following.erased
    assert not report.verified
    assert [step.verified for step in report.steps] == [False, True]


async def test_a_step_that_never_returns_is_given_up() -> None:
    class Hangs(Thing):
        async def erase(self) -> None:
            await asyncio.Event().wait()

    assert not (await wipe([Hangs("hangs")], lambda: NOON)).verified
