"""The figures of the control bench and the judgement of the soak: nothing lost is taken for fast, nothing blocked for
allowed."""

from __future__ import annotations

import pytest

from benchmarks.latency import Moment, Paired, Rule, Turn, pair, per_minute, percentile, reach
from kiosk.control.people import Mode, Person


def test_each_thing_done_is_paired_with_the_first_thing_heard_of_it() -> None:
    done = [Moment("a", 0.0), Moment("b", 10.0), Moment("a", 20.0)]
    heard = [Moment("a", 1.0), Moment("z", 5.0), Moment("b", 12.0), Moment("a", 23.0)]
    assert pair(done, heard) == Paired((1.0, 2.0, 3.0), lost=0)


def test_what_was_never_heard_is_lost_and_makes_nothing_else_late() -> None:
    done = [Moment("a", 0.0), Moment("b", 10.0), Moment("c", 20.0)]
    assert pair(done, [Moment("a", 1.0), Moment("c", 22.0)]) == Paired((1.0, 2.0), lost=1)
    assert pair(done, []) == Paired((), lost=3)


def test_motions_that_were_merged_are_as_late_as_the_one_that_stands_for_them() -> None:
    done = [(1.0, 0.0), (2.0, 5.0), (3.0, 10.0), (4.0, 15.0)]
    assert reach(done, [(1.0, 1.0), (3.0, 12.0)]) == Paired((1.0, 7.0, 2.0), lost=1)
    assert reach(done, [(0.0, 1.0), (9.0, 30.0)]) == Paired((30.0, 25.0, 20.0, 15.0), lost=0)


def test_the_worst_of_a_hundred_is_told_by_its_rank() -> None:
    hundred = [float(number) for number in range(100, 0, -1)]
    assert percentile(hundred, 0.99) == 99.0
    assert percentile(hundred, 1.0) == 100.0
    assert percentile([7.0], 0.99) == 7.0
    assert percentile([], 0.99) is None


def test_growth_is_told_by_the_minute() -> None:
    assert per_minute([(0.0, 10.0), (30.0, 10.5), (60.0, 11.0)]) == pytest.approx(1.0)
    assert per_minute([(0.0, 10.0)]) is None


@pytest.mark.parametrize(
    ("person", "stamped", "blocked"),
    [
        (Person.USER, 150.0, False),
        (Person.MEDIATOR, 150.0, True),
        (Person.USER, 250.0, True),
        (Person.MEDIATOR, 250.0, False),
        (Person.USER, 202.0, False),
        (Person.USER, 204.0, True),
        (Person.MEDIATOR, 196.0, True),
        (Person.MEDIATOR, 197.0, False),
        (Person.USER, 350.0, True),
        (Person.MEDIATOR, 350.0, True),
        (Person.USER, 450.0, False),
        (Person.MEDIATOR, 450.0, False),
    ],
)
def test_an_event_is_judged_by_the_mode_of_its_time_give_or_take_the_grace(
    person: Person, stamped: float, blocked: bool
) -> None:
    turns = [Turn(300.0, Mode.BRAKE), Turn(100.0, Mode.USER), Turn(200.0, Mode.MEDIATOR), Turn(400.0, Mode.BOTH)]
    assert Rule(turns).blocks(person, stamped, grace=3.0) is blocked


def test_before_the_first_turn_nobody_is_said_to_be_blocked() -> None:
    assert not Rule([]).blocks(Person.USER, 5.0, grace=3.0)
    assert not Rule([Turn(100.0, Mode.BRAKE)]).blocks(Person.USER, 5.0, grace=3.0)
