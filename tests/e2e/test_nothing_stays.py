"""Nothing of a person stays on the post, whatever they did and however their session ends: the short run of
`./dev prove wipe`. What is planted when, and when power is cut, follows from the seed in the report's header.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from proof.wipe import mutations
from proof.wipe.command import ROUNDS_SHORT
from proof.wipe.disk import can_have_one
from proof.wipe.endings import ENDINGS, Ending
from proof.wipe.kind import Kind
from proof.wipe.kinds import KINDS
from proof.wipe.mutated import MUTATIONS
from proof.wipe.plan import plan
from proof.wipe.round import GRAIN, Outcome, Round
from proof.wipe.search import Search
from proof.wipe.session import draw_family
from proof.wipe.station import Station, station
from tests.e2e.conftest import SEED

CHANCE = random.Random(SEED)
FAMILY = draw_family(CHANCE)
ROUNDS = list(enumerate(plan(KINDS, ENDINGS, ROUNDS_SHORT, CHANCE), 1))
# The post's own folders are only watched on a disk of its own.
LEFT_OUT = CHANCE.choice(sorted(MUTATIONS if can_have_one() else set(MUTATIONS) - {"places"}))


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return []


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(FAMILY)


@pytest.fixture(scope="module")
def here(search: Search) -> Iterator[Station]:
    """A post for as many people as it survives. In the end the whole machine is searched for all of them."""
    began = time.time() - GRAIN
    with station() as made:
        yield made
        assert search.in_files([Path("/")], began, made.outside) == []


@pytest.mark.timeout(240)
@pytest.mark.parametrize(
    ("number", "ending", "kinds"),
    [(number, ending, kinds) for number, (ending, kinds) in ROUNDS],
    ids=[f"{number}-{ending.name}" for number, (ending, _) in ROUNDS],
)
def test_nothing_of_a_person_stays(
    here: Station, search: Search, outcomes: list[Outcome], number: int, ending: Ending, kinds: tuple[type[Kind], ...]
) -> None:
    outcome = Round(here, search, FAMILY, number, ending, kinds).play()
    outcomes.append(outcome)
    assert outcome.hits == []
    assert outcome.faults == []
    assert outcome.unseen == []


def test_every_kind_was_there_before_it_was_gone(outcomes: list[Outcome]) -> None:
    if len(outcomes) < len(ROUNDS):
        pytest.skip("not all rounds were played")
    assert {kind.name for kind in KINDS} - {name for one in outcomes for name in one.seen} == set()


@pytest.mark.timeout(240)
def test_a_step_that_is_left_out_of_the_wipe_is_found() -> None:
    assert mutations.leave_out(LEFT_OUT, SEED).caught, f"without {LEFT_OUT} nothing was found"
