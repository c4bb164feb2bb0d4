"""Techniques tried on kiosks with a door open on purpose, each under the weakness it names: there it must get out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from proof.escapes import runner
from proof.escapes.desktop import window_manager
from proof.escapes.ground import ground
from proof.escapes.runner import Outcome
from proof.escapes.technique import Technique
from proof.escapes.unproven import is_proven
from proof.escapes.weakened import DESKTOP


def weakened_run(techniques: Iterable[Technique], seed: int, tell: Callable[[Outcome], None]) -> list[Outcome]:
    """One composition for each weakness, kept as long as its scenes can be reached. Without those that are unproven."""
    by_weakness: dict[str, list[Technique]] = defaultdict(list)
    for one in techniques:
        if is_proven(one):
            by_weakness[one.weakness].append(one)
    outcomes = []
    for weakness, ones in sorted(by_weakness.items()):
        left = ones
        while left:
            with ground(seed, (weakness,)) as post, window_manager(post, on=weakness == DESKTOP):
                done = runner.run(post, left, tell)
            # Who ended the server was the last to be tried on it.
            outcomes += done
            tried = {one.technique.id for one in done}
            left = [one for one in left if one.id not in tried] if done else []
    return outcomes
