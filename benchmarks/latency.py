"""The arithmetic of two hands on a page: what was done is paired with what was heard of it, and judged by who drove.

Pure. All times are of the machine's monotonic clock, in ms; the X server's own clock is that one, in whole ms.
"""

from __future__ import annotations

import math
import statistics
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.control.people import Mode, Person


class Moment(NamedTuple):
    """Something done, or heard: what, and when. `what` tells it from its neighbours."""

    what: Hashable
    at: float


class Turn(NamedTuple):
    """The line was written."""

    at: float
    mode: Mode


@dataclass(frozen=True)
class Paired:
    """`lost`: how many were done and never heard."""

    delays: tuple[float, ...]
    lost: int


def pair(done: Iterable[Moment], heard: Sequence[Moment]) -> Paired:
    """Each thing done with the first thing heard of it, in the order in which they were done."""
    delays: list[float] = []
    lost = place = 0
    for what, at in done:
        found = next((index for index in range(place, len(heard)) if heard[index].what == what), None)
        if found is None:
            lost += 1
        else:
            delays.append(heard[found].at - at)
            place = found + 1
    return Paired(tuple(delays), lost)


def reach(done: Iterable[tuple[float, float]], heard: Sequence[tuple[float, float]]) -> Paired:
    """Motions, each (place, time), to ever higher places: each with the first thing heard from there or beyond.

    A busy program may merge those that wait into the last of them. They are then as late as that one, not lost.
    """
    delays: list[float] = []
    lost = at = 0
    for place, began in done:
        while at < len(heard) and heard[at][0] < place:
            at += 1
        if at == len(heard):
            lost += 1
        else:
            delays.append(heard[at][1] - began)
    return Paired(tuple(delays), lost)


def percentile(values: Sequence[float], share: float) -> float | None:
    """The smallest value that at least this share of them does not exceed (nearest rank)."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def per_minute(samples: Sequence[tuple[float, float]]) -> float | None:
    """How much (seconds, value) samples grow in a minute, by a straight line through them."""
    if len(samples) < 2:
        return None
    return statistics.linear_regression(*zip(*samples, strict=True)).slope * 60


class Rule:
    """Who could touch the page at any time, from what was written on the line. Before the first turn nobody knows."""

    def __init__(self, turns: Iterable[Turn]) -> None:
        self._turns = sorted(turns)

    def blocks(self, person: Person, stamped: float, grace: float) -> bool:
        """Whether an event of this time must not have reached the page: this person could not touch it then, nor within
        `grace` ms of then. Clocks differ by that much."""
        at = [turn.at for turn in self._turns]
        last = bisect_right(at, stamped + grace)
        first = max(bisect_right(at, stamped - grace) - 1, 0)
        then = self._turns[first:last]
        return bool(then) and not any(turn.mode.lets(person) for turn in then)
