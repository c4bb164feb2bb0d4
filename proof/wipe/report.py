"""What a run found: a table by kind and ending, and every hit and fault in words. Searches nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from proof.wipe.endings import Ending
from proof.wipe.kind import Kind
from proof.wipe.round import Outcome

_MEGABYTE = 1 << 20
_NAME, _WHERE = 27, 34


@dataclass(frozen=True)
class Report:
    """`searched`: bytes, by medium. `again`: rounds that waited in vain and were played once more, so that they count
    only by their faults here. `late`: hits of the last look over the whole machine."""

    seed: str
    kinds: tuple[type[Kind], ...]
    endings: tuple[Ending, ...]
    outcomes: Sequence[Outcome]
    again: Sequence[Outcome]
    late: Sequence[str]
    searched: Mapping[str, int]
    seconds: float
    circumstances: Mapping[str, str]

    @property
    def holds(self) -> bool:
        return bool(self.outcomes) and not self.late and all(one.clean for one in self.outcomes)

    @property
    def hits(self) -> int:
        return sum(len(one.hits) for one in self.outcomes) + len(self.late)

    # --- for people ---------------------------------------------------------------------------------------------

    def as_text(self) -> str:
        return "\n".join([*self._head(), "", *self._table(), "", *self._troubles(), self._verdict()])

    def _head(self) -> list[str]:
        searched = ", ".join(f"{what} {size / _MEGABYTE:,.0f} MiB" for what, size in sorted(self.searched.items()))
        return [
            f"prove wipe, seed {self.seed}",
            f"{len(self.outcomes)} rounds, {len(self.kinds)} kinds, {len(self.endings)} endings, {self.seconds:.0f} s",
            f"searched: {searched}",
            *(f"{name}: {value}" for name, value in self.circumstances.items()),
        ]

    def _table(self) -> list[str]:
        """How often a kind was planted and seen before each ending; `!` where something of it was found afterwards."""
        seen, hit = self._counts()
        numbered = [f"{number}. {ending.title}" for number, ending in enumerate(self.endings, 1)]
        header = f"{'kind':{_NAME}}{'where':{_WHERE}}" + "".join(f"{n:>5}" for n in range(1, len(self.endings) + 1))
        rows = [
            f"{kind.name:{_NAME}.{_NAME - 1}}{kind.where:{_WHERE}.{_WHERE - 1}}"
            + "".join(_cell(seen[kind.name, one.name], hit[kind.name, one.name]) for one in self.endings)
            for kind in self.kinds
        ]
        rounds = Counter(one.ending for one in self.outcomes)
        total = f"{'rounds':{_NAME}}{'':{_WHERE}}" + "".join(f"{rounds[one.name]:>5}" for one in self.endings)
        note = "(power cut: planted, as the moment allowed; the others: planted and seen)"
        return [*numbered, note, "", header, *rows, total]

    def _troubles(self) -> list[str]:
        told = [
            f"round {one.number} ({one.ending}), played again: {fault}" for one in self.again for fault in one.faults
        ]
        for one in self.outcomes:
            start = f"round {one.number} ({one.ending})"
            told += [
                f"{start}: FOUND {hit.kind} of round {hit.round}, {hit.writing}, in {hit.place}" for hit in one.hits
            ]
            told += [f"{start}: {fault}" for fault in one.faults]
            told += [f"{start}: {name} was planted and not seen" for name in one.unseen]
        return told + [f"in the end: FOUND {place}" for place in self.late]

    def _verdict(self) -> str:
        never = self.never_seen
        if never:
            return f"never seen before an ending, so not proven: {', '.join(never)}"
        if self.holds:
            again = (
                f" Played again, because something was not reached in time: {len(self.again)}." if self.again else ""
            )
            return f"0 hits in {len(self.outcomes)} rounds.{again}"
        broken = sum(not one.clean for one in self.outcomes)
        return f"{self.hits} hits; {broken} of {len(self.outcomes)} rounds are not clean."

    @property
    def never_seen(self) -> list[str]:
        seen = {name for one in self.outcomes for name in one.seen}
        return [kind.name for kind in self.kinds if kind.name not in seen]

    # --- for programs -------------------------------------------------------------------------------------------

    def as_json(self) -> str:
        return json.dumps(self._facts(), ensure_ascii=False)

    def _facts(self) -> dict[str, Any]:
        seen, hit = self._counts()
        return {
            "proof": "wipe",
            "holds": self.holds,
            "seed": self.seed,
            "rounds": len(self.outcomes),
            "seconds": round(self.seconds, 1),
            "hits": self.hits,
            "searched_bytes": dict(self.searched),
            "circumstances": dict(self.circumstances),
            "rounds_by_ending": dict(Counter(one.ending for one in self.outcomes)),
            "never_seen": self.never_seen,
            "kinds": [
                {
                    "name": kind.name,
                    "where": kind.where,
                    "seen": {one.name: seen[kind.name, one.name] for one in self.endings},
                    "hits": sum(hit[kind.name, one.name] for one in self.endings),
                }
                for kind in self.kinds
            ],
            "played_again": [asdict(one) for one in self.again],
            "not_clean": [asdict(one) for one in self.outcomes if not one.clean],
            "late": list(self.late),
        }

    def _counts(self) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
        seen, hit = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        sudden = {ending.name for ending in self.endings if ending.sudden}
        for one in self.outcomes:
            there = one.planted if one.ending in sudden else one.seen
            seen.update((name, one.ending) for name in there)
            hit.update({(found.kind, one.ending) for found in one.hits})
        return seen, hit


def _cell(seen: int, hit: int) -> str:
    return f"{f'{seen}!' if hit else seen or '·':>5}"
