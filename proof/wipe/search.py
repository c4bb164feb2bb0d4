"""What is looked for after a round, where, and whose it is when it is found.

The marks of all rounds of a run begin alike: one search finds what this round left and what any before it did. Knows
files and processes by the rig, and nothing of how a round is played.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from proof.rig.canary import Sought, changed, of_file, of_process
from proof.rig.writings import writings
from proof.wipe.session import canary_of

MARK = "mark"
"""The name of what is typed: no kind's own canary, and of a person all the same."""

_BESIDE = 512


@dataclass(frozen=True)
class Hit:
    """One place that holds something of a person. `round`: the one that planted it. `kind`: its name, or `MARK`."""

    round: int
    kind: str
    writing: str
    place: str


@dataclass
class Planted:
    """What one round planted. `others`: what is no canary, by kind."""

    round: int
    mark: str
    kinds: tuple[str, ...]
    others: list[tuple[str, Sought]] = field(default_factory=list)


class Search:
    """`family`: how all marks of the run begin. `searched`: bytes looked at, files and memory, streams inflated."""

    def __init__(self, family: str) -> None:
        self.planted: list[Planted] = []
        self.searched: dict[str, int] = {}
        self._family = writings(family)

    def in_files(self, roots: Iterable[Path], since: float, outside: tuple[str, ...] = ()) -> list[Hit]:
        files = (path for path in changed(roots, since) if not str(path).startswith(outside))
        return [hit for path in files for hit in self.in_file(path)]

    def in_file(self, path: Path) -> list[Hit]:
        """Its name too."""
        return self._all("disk", str(path), ((str(path), content) for content in self._named(path)))

    def in_memory(self, running: Mapping[int, str]) -> list[Hit]:
        """Raises OSError when a process that lives cannot be read: what was not looked at must not read as clean."""
        return [hit for pid, who in running.items() for hit in self._all("memory", who, of_process(pid))]

    def in_bytes(self, place: str, content: bytes) -> list[Hit]:
        return self._all("asked", place, [(place, content)])

    def _named(self, path: Path) -> Iterator[bytes]:
        yield os.fsencode(path)
        yield from of_file(path)

    def _all(self, medium: str, who: str, contents: Iterable[tuple[str, bytes]]) -> list[Hit]:
        found: dict[tuple[int, str, str], Hit] = {}
        total = 0
        for place, content in contents:
            total += len(content)
            where = place if place.startswith(who) else f"{who}: {place}"
            for hit in self._hits(where, content):
                found.setdefault((hit.round, hit.kind, hit.writing), hit)
        self.searched[medium] = self.searched.get(medium, 0) + total
        return list(found.values())

    def _hits(self, place: str, content: bytes) -> Iterator[Hit]:
        for writing, sign in self._family.items():
            at = content.find(sign)
            while at >= 0:
                beside = content[max(0, at - _BESIDE) : at + _BESIDE]
                yield from self._whose(writing, place, beside)
                at = content.find(sign, at + len(sign))
        for planted in self.planted[-1:]:
            yield from (Hit(planted.round, kind, "other", place) for kind, one in planted.others if one.is_in(content))

    def _whose(self, writing: str, place: str, beside: bytes) -> Iterator[Hit]:
        for planted in self.planted:
            if writings(planted.mark)[writing] in beside:
                kinds = [
                    kind for kind in planted.kinds if writings(canary_of(planted.mark, kind).core)[writing] in beside
                ]
                yield from (Hit(planted.round, kind, writing, place) for kind in kinds or [MARK])
                return
        # Of the run, and cut short or overwritten in part.
        yield Hit(self.planted[-1].round, MARK, writing, place)
