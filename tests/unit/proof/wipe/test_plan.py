"""Every ending has its rounds, every kind its endings, and a seed gives the same again."""

from __future__ import annotations

import random
from collections import Counter

from kiosk.session.receipt import WIPE_STEPS
from proof.wipe.command import ROUNDS_SHORT
from proof.wipe.endings import ENDINGS
from proof.wipe.kind import Kind, Moment
from proof.wipe.kinds import KINDS
from proof.wipe.mutated import MUTATIONS
from proof.wipe.plan import fits, plan

ROUNDS = 300


def _plan(rounds: int = ROUNDS, seed: str = "1") -> list[tuple[str, list[str]]]:
    return [
        (ending.name, [kind.name for kind in kinds])
        for ending, kinds in plan(KINDS, ENDINGS, rounds, random.Random(seed))
    ]


def test_as_many_rounds_as_asked_for_and_each_ending() -> None:
    for rounds in (len(ENDINGS), ROUNDS_SHORT, ROUNDS):
        drawn = _plan(rounds)
        assert len(drawn) == rounds
        assert {ending for ending, _ in drawn} == {ending.name for ending in ENDINGS}


def test_every_kind_meets_every_ending_that_it_fits() -> None:
    met = Counter((ending, kind) for ending, kinds in _plan() for kind in kinds)
    missing = [(e.name, k.name) for e in ENDINGS for k in KINDS if fits(k, e) and not met[e.name, k.name]]
    # Those that take long are not in every round: in most endings they are.
    assert len(missing) < len(KINDS) * len(ENDINGS) / 10


def test_the_short_run_has_every_kind() -> None:
    """Where it can be seen that they were there."""
    for seed in "12345":
        seen = {kind for ending, kinds in _plan(ROUNDS_SHORT, seed) if ending != "power" for kind in kinds}
        assert seen == {kind.name for kind in KINDS}


def test_the_same_seed_gives_the_same_rounds() -> None:
    assert _plan() == _plan()
    assert _plan() != _plan(seed="2")


def test_what_is_planted_comes_in_the_order_of_a_session() -> None:
    moments = list(Moment)
    by_name: dict[str, type[Kind]] = {kind.name: kind for kind in KINDS}
    for _, kinds in _plan():
        order = [moments.index(by_name[name].moment) for name in kinds]
        assert order == sorted(order)


def test_there_are_enough_kinds_and_each_has_its_own_name() -> None:
    names = [kind.name for kind in KINDS]
    assert len(names) == len(set(names)) >= 45


def test_every_step_of_a_wipe_has_its_mutation() -> None:
    assert set(MUTATIONS) == set(WIPE_STEPS) - {"mounts"}
