"""What the counts of this post say to whoever writes procedures: which site to write next, which guide to repair."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.procedures.drifts import DriftCounts
from kiosk.procedures.openings import OpeningCounts


@dataclass(frozen=True)
class WhatNext:
    """`to_write`: host, times it was opened. `to_repair`: procedure, step, times it was not found. Most first."""

    to_write: tuple[tuple[str, int], ...] = ()
    to_repair: tuple[tuple[str, str, int], ...] = ()


def what_next(state_directory: Path) -> WhatNext:
    drifts = DriftCounts(state_directory).read()
    steps = [(procedure, step, count) for procedure, counts in drifts.items() for step, count in counts.items()]
    return WhatNext(
        to_write=OpeningCounts(state_directory).most_opened(),
        to_repair=tuple(sorted(steps, key=lambda one: (-one[2], one[0], one[1]))),
    )


def as_text(found: WhatNext) -> str:
    """For IT's terminal."""
    lines = [f"{count:>5}  {host}" for host, count in found.to_write]
    repairs = [f"{count:>5}  {procedure} : {step}" for procedure, step, count in found.to_repair]
    return "\n".join(
        [
            "Sites ouverts sans guide, à écrire ensuite :",
            *(lines or ["    aucun"]),
            "",
            "Étapes introuvables sur la page, guides à réparer :",
            *(repairs or ["    aucune"]),
        ]
    )
