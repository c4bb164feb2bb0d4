"""A failed wipe never reads as success."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kiosk.session.receipt import WIPE_ERRORS, WIPE_STEPS, WIPE_TIMED_OUT, WIPE_UNKNOWN, Receipt, WipeReport, WipeStep

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(("code", "error"), list(WIPE_ERRORS.items()))
def test_each_step_that_fails_has_its_own_code(
    report: Callable[[str | None], WipeReport], code: str, error: str
) -> None:
    failed = report(code)
    assert not failed.verified
    assert failed.error == error


def test_no_two_failures_share_a_code() -> None:
    codes = [*WIPE_ERRORS.values(), WIPE_UNKNOWN, WIPE_TIMED_OUT]
    assert len(set(codes)) == len(codes)


def test_a_verified_wipe_has_no_error(report: Callable[[str | None], WipeReport]) -> None:
    assert report(None).verified
    assert report(None).error is None


def test_a_wipe_that_did_nothing_verified_nothing() -> None:
    empty = WipeReport((), 0.0, NOON)
    assert not empty.verified
    assert empty.error == WIPE_UNKNOWN


def test_a_step_that_claims_success_over_remains_is_a_failure() -> None:
    assert not WipeReport((WipeStep("files", 0.1, verified=True, remains=2),), 0.1, NOON).verified


def test_a_step_without_a_code_of_its_own_still_locks() -> None:
    assert WipeReport((WipeStep("lamp", 0.1, verified=False),), 0.1, NOON).error == WIPE_UNKNOWN


def test_there_is_no_receipt_for_a_wipe_that_failed(report: Callable[[str | None], WipeReport]) -> None:
    with pytest.raises(ValueError, match="verified"):
        Receipt(report("files"))


def test_a_receipt_becomes_plain_json(report: Callable[[str | None], WipeReport]) -> None:
    plain = json.loads(json.dumps(Receipt(report(None)).to_json()))
    assert plain["at"] == "2026-03-02T15:04:00+00:00"
    assert [step["code"] for step in plain["steps"]] == list(WIPE_STEPS)
    assert plain["steps"][0] == {"code": "guest", "seconds": 0.01, "verified": True, "remains": 0}
