"""Which rounds a run has, and what each plants: every ending in its share, every kind in every ending where it fits,
those first that were there least. Drawn from the seed. Knows what kinds and endings say of themselves; starts nothing.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from proof.wipe.endings import Ending
from proof.wipe.kind import Kind, Moment, Need

SECONDS = 1.2
"""What a round's planting may cost besides that which costs nothing."""

SECONDS_OF_FEW, FEW = 4.0, 100
"""The same in a run of fewer rounds than that."""

SLOW_EVERY = 5
"""One kind that costs more than that is in every so many rounds, and in each until all were there once."""

SECONDS_QUICK = 1.5
"""Where the post soon asks whether somebody is there."""

Rounds = list[tuple[Ending, tuple[type[Kind], ...]]]


def fits(kind: type[Kind], ending: Ending) -> bool:
    if kind.moment is Moment.CLOSING and not ending.from_closing:
        return False
    return not (ending.quick and (kind.seconds > SECONDS_QUICK or Need.MEDIATOR in kind.needs))


def plan(kinds: Sequence[type[Kind]], endings: Sequence[Ending], rounds: int, chance: random.Random) -> Rounds:
    """At least one round of each ending. Those that need the same settings come one after the other."""
    everything = sum(ending.share for ending in endings)
    times = {ending.name: max(1, round(rounds * ending.share / everything)) for ending in endings}
    # What rounding took or gave is the most frequent ending's.
    most = max(endings, key=lambda ending: ending.share)
    times[most.name] = max(1, times[most.name] + rounds - sum(times.values()))
    in_turn = [ending for ending in endings for _ in range(times[ending.name])]
    chance.shuffle(in_turn)
    in_turn.sort(key=lambda ending: ending.quick)
    drawn = _Drawn(kinds, chance, SECONDS_OF_FEW if rounds < FEW else SECONDS)
    return [(ending, drawn.for_round(ending)) for ending in in_turn]


class _Drawn:
    def __init__(self, kinds: Sequence[type[Kind]], chance: random.Random, seconds: float) -> None:
        self._seconds = seconds
        self._kinds = kinds
        self._chance = chance
        self._rounds = 0
        self._ever: Counter[str] = Counter()
        self._with: Counter[tuple[str, str]] = Counter()

    def for_round(self, ending: Ending) -> tuple[type[Kind], ...]:
        left = SECONDS_QUICK if ending.quick else self._seconds
        chosen = {kind for kind in self._kinds if not kind.seconds and not kind.needs and fits(kind, ending)}
        costly = [kind for kind in self._kinds if kind not in chosen and fits(kind, ending)]
        self._chance.shuffle(costly)
        costly.sort(key=lambda kind: (self._with[kind.name, ending.name], self._ever[kind.name]))
        self._rounds += 1
        slow = not all(self._ever[kind.name] for kind in costly) or self._rounds % SLOW_EVERY == 0
        if slow and costly and costly[0].seconds > left:
            chosen.add(costly[0])
            left = 0.0
        for kind in costly:
            if kind.seconds <= left:
                chosen.add(kind)
                left -= kind.seconds
        for kind in chosen:
            if not ending.sudden:
                # Where power is cut nobody can say whether it was there.
                self._ever[kind.name] += 1
            self._with[kind.name, ending.name] += 1
        ordered = tuple(kind for kind in self._kinds if kind in chosen)
        moments = list(Moment)
        assert all(moments.index(a.moment) <= moments.index(b.moment) for a, b in pairwise(_by_moment(ordered)))
        return _by_moment(ordered)


def _by_moment(kinds: Sequence[type[Kind]]) -> tuple[type[Kind], ...]:
    return tuple(sorted(kinds, key=lambda kind: list(Moment).index(kind.moment)))
