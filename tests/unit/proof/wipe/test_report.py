"""What a run of the wipe's proof makes of its rounds."""

from __future__ import annotations

import json

import pytest

from proof.wipe.endings import ENDINGS
from proof.wipe.kinds import KINDS
from proof.wipe.report import Report
from proof.wipe.round import Outcome
from proof.wipe.search import Hit

SLOW = "at the page: AssertionError: the page of traces fills: not within 20.0 s"


def outcome(*faults: str, hits: tuple[Hit, ...] = ()) -> Outcome:
    names = tuple(kind.name for kind in KINDS)
    return Outcome(1, ENDINGS[0].name, names, seen=list(names), hits=list(hits), faults=list(faults))


def report(*outcomes: Outcome, again: tuple[Outcome, ...] = ()) -> Report:
    return Report("1", KINDS, ENDINGS, outcomes, again, [], {}, 1.0, {})


def hit() -> Hit:
    return Hit(1, KINDS[0].name, "utf-8", "a place")


def test_a_round_that_waited_in_vain_is_told_and_does_not_count() -> None:
    found = report(outcome(), again=(outcome(SLOW),))
    assert found.holds
    assert SLOW in found.as_text()
    assert "Played again, because something was not reached in time: 1." in found.as_text()
    assert json.loads(found.as_json())["played_again"][0]["faults"] == [SLOW]


@pytest.mark.parametrize("broken", [outcome(SLOW), outcome("the wipe was not verified"), outcome(hits=(hit(),))])
def test_what_counts_breaks_the_promise(broken: Outcome) -> None:
    assert not report(outcome(), broken).holds


def test_only_a_wait_in_vain_is_worth_another_try() -> None:
    assert outcome(SLOW).waited_in_vain
    assert not outcome().waited_in_vain
    assert not outcome(SLOW, "the wipe was not verified").waited_in_vain
    assert not outcome(SLOW, hits=(hit(),)).waited_in_vain
