"""One round of the doctor: what it writes, that each family is asked as far as the site wants, and that a family that
falls takes no other with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.config import load
from kiosk.doctor import Check, Verdict, as_text, rooms, rounds, succeeded
from kiosk.documents import examined

CHECKS = (
    Check("a", Verdict.OK, "Bien."),
    Check("b", Verdict.WARNING, "Bof.", "Moins bien.", "Faites mieux."),
    Check("c", Verdict.FAILED, "Non.", "", "Réparez."),
)


def test_the_text_begins_with_what_is_wrong_and_ends_with_the_count() -> None:
    assert as_text(CHECKS) == (
        "✗ Non.\n    Réparez.\n! Bof.\n    Moins bien.\n    Faites mieux.\n✓ Bien.\n\n"
        "3 points : 1 à réparer, 1 à regarder, 1 en ordre.\n"
    )


def test_a_colour_says_nothing_that_the_sign_does_not() -> None:
    coloured = as_text(CHECKS, coloured=True)
    for code in ("\033[31;1m", "\033[33;1m", "\033[32m", "\033[0m"):
        assert code in coloured
        coloured = coloured.replace(code, "")
    assert coloured == as_text(CHECKS)


def test_a_family_that_falls_is_said_and_the_rest_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    def falls(_loaded: object) -> Iterator[Check]:
        yield CHECKS[0]
        raise ZeroDivisionError

    monkeypatch.setattr(rounds, "_AT_ONCE", (("écran", falls), ("machine", lambda _: CHECKS[1:2])))
    monkeypatch.setattr(rounds, "_MEANWHILE", (("réseau", falls),))
    said = rounds.run(load([]))
    assert [one.code for one in said] == ["a", "unlooked", "b", "a", "unlooked"]
    assert "écran" in said[1].what
    assert not succeeded(said)


@pytest.mark.parametrize(
    ("overrides", "codes"),
    [
        ((), []),
        (("print.release=mediator",), ["staff"]),
        (("print.enabled=false", "print.release=mediator"), []),
    ],
)
def test_papers_are_looked_at_as_far_as_the_site_wants_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, overrides: tuple[str, ...], codes: list[str]
) -> None:
    monkeypatch.setattr(examined.workshop, "examine", lambda _section: iter(()))
    # Nobody listens on port 1.
    away = ("phone.enabled=false", "scan.enabled=false", "stick.enabled=false", "print.server=127.0.0.1:1")
    loaded = load([], (*away, f"state.directory={tmp_path}", *overrides))
    assert loaded.problems == ()
    assert [one.code for one in rooms.papers(loaded.config)] == ["print", "phone", "scanner", "stick", *codes]
