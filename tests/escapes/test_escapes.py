"""Nobody leaves the kiosk: the short part of `./dev prove escapes`, by real input on the X server as deployed."""

from __future__ import annotations

import secrets

import pytest

from proof.escapes import harms, runner
from proof.escapes.catalogue import all_techniques
from proof.escapes.ground import ground
from proof.escapes.technique import Way
from proof.escapes.trials import weakened_run

_TWINS = ("PG-HOST-TO-PLAIN", "PG-HOST-TO-USERINFO", "PG-HOST-BY-FETCH", "PG-HOST-BY-REDIRECT")


@pytest.mark.timeout(900)  # a minute and a half on a machine that does nothing else
def test_nothing_gets_out_and_every_observer_would_have_seen_it() -> None:
    chosen = [one for one in all_techniques() if one.short]
    assert {one.family for one in chosen} == {one.family for one in all_techniques()}
    seed = secrets.randbelow(10**9)
    with ground(seed) as post:
        outcomes = runner.run(post, chosen, lambda _: None)
        assert {one.technique.id: one.out for one in outcomes if one.out} == {}, f"seed {seed}"
        assert {one.technique.id: one.untried for one in outcomes if one.untried} == {}, f"seed {seed}"
        assert len(outcomes) == len(chosen)
        assert harms.blind(post) == {}


@pytest.mark.timeout(600)  # half a minute on a machine that does nothing else
def test_the_same_techniques_get_out_of_a_kiosk_without_an_allow_list() -> None:
    chosen = [one for one in all_techniques() if one.id in _TWINS]
    outcomes = weakened_run(chosen, 1, lambda _: None)
    assert {one.technique.id for one in outcomes if one.out} == set(_TWINS)


def test_there_are_enough_techniques_and_no_family_without_an_open_door() -> None:
    techniques = all_techniques()
    assert len(techniques) >= 120
    with_door = {one.family for one in techniques if one.weakness}
    assert {one.family for one in techniques} == with_door
    assert {way for one in techniques for way in one.shows} <= set(Way)


def test_every_way_has_a_harm_that_its_observer_must_see() -> None:
    assert set(harms.HARMS) == set(Way)
