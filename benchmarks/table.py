"""What a bench found: rows of figures beside their peer and their goal, as one JSON object, as a table for people, or
as the same table for a page in Markdown.

Knows nothing of what is measured. A row with a goal but without a figure does not hold: what was not measured is not
reached.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Row:
    """`goal` is the most that may be: of `ratio` where there is a peer, of `value` where there is none.

    `spread` is for people: how far the single measures lay apart.
    """

    measure: str
    value: float | None
    unit: str
    peer: float | None = None
    goal: float | None = None
    spread: str = ""

    @property
    def ratio(self) -> float | None:
        if self.value is None or not self.peer:
            return None
        return self.value / self.peer

    @property
    def holds(self) -> bool | None:
        """None without a goal."""
        if self.goal is None:
            return None
        judged = self.value if self.peer is None else self.ratio
        return judged is not None and judged <= self.goal

    def as_json(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "value": _rounded(self.value),
            "unit": self.unit,
            "peer": _rounded(self.peer),
            "ratio": _rounded(self.ratio),
            "goal": self.goal,
            "holds": self.holds,
        }


@dataclass(frozen=True)
class Bench:
    """`against` says what the peer is; `notes` how it was measured, one sentence each."""

    name: str
    against: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    versions: Mapping[str, str] | None = None

    @property
    def holds(self) -> bool:
        return all(row.holds is not False for row in self.rows)

    def as_json(self) -> str:
        return json.dumps({"bench": self.name, "rows": [row.as_json() for row in self.rows]}, ensure_ascii=False)

    def as_text(self, date: datetime, load: float) -> str:
        """`load`: the machine's when the bench began. What else it did is in the figures."""
        where = f"{date:%Y-%m-%d %H:%M}, {machine()}, load {load:.1f}"
        about = filter(None, (f"{self.name}: {self.against}", where, self._versions()))
        heads = ("measure", "value", "peer", "ratio", "goal", "holds", "spread")
        return "\n".join([*about, "", *_columns([heads, *map(_cells, self.rows)]), "", *self.notes])

    def as_markdown(self, date: datetime, load: float) -> str:
        about = ", ".join(filter(None, (f"{date:%Y-%m-%d}", machine(), f"load {load:.1f}", self._versions())))
        heads = ("measure", "Côte à Côte", "peer", "ratio", "goal")
        lines = (heads, ("---",) * len(heads), *map(_entries, self.rows))
        table = (" ".join(("|", *(f"{cell} |".lstrip() for cell in line))) for line in lines)
        return "\n".join((f"`./dev bench {self.name}`: {self.against} ({about}):", "", *table, ""))

    def _versions(self) -> str:
        return ", ".join(f"{name} {version}" for name, version in (self.versions or {}).items())


def median(values: Sequence[float]) -> float | None:
    return statistics.median(values) if values else None


def spread(values: Sequence[float], peer: Sequence[float] = ()) -> str:
    """The lowest and highest measure of each side."""
    sides = (f"{min(side):.3g}-{max(side):.3g}" for side in (values, peer) if side)
    return " / ".join(sides)


def machine() -> str:
    """The processor, how many of it, and the memory."""
    fields = dict(_fields(Path("/proc/cpuinfo"), "model name") + _fields(Path("/proc/meminfo"), "MemTotal"))
    processor = fields.get("model name") or platform.machine()
    memory = int(fields.get("MemTotal", "0 kB").split()[0]) / (1 << 20)
    return f"{os.cpu_count()} x {processor}, {memory:.0f} GiB, Linux {platform.release()}"


def _fields(file: Path, name: str) -> list[tuple[str, str]]:
    lines = (line.partition(":") for line in file.read_text(encoding="utf-8").splitlines())
    return [(key.strip(), value.strip()) for key, _, value in lines if key.strip() == name]


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)


def _cells(row: Row) -> tuple[str, ...]:
    holds = {True: "yes", False: "NO", None: ""}[row.holds]
    figures = tuple("" if figure is None else f"{figure:.3g}" for figure in (row.peer, row.ratio, row.goal))
    value = "not measured" if row.value is None else f"{row.value:.3g} {row.unit}".strip()
    return (row.measure, value, *figures, holds, row.spread)


def _entries(row: Row) -> tuple[str, ...]:
    """The cells of a row in Markdown: each figure with its unit, and beside the goal whether it was missed."""
    ours, theirs = (_figure(one, row.unit) for one in (row.value, row.peer))
    missed = ", missed" if row.holds is False else ""
    goal = "" if row.goal is None else _figure(row.goal, row.unit if row.peer is None else "") + missed
    return (row.measure.replace("|", "\\|"), ours or "not measured", theirs, _figure(row.ratio, ""), goal)


def _figure(figure: float | None, unit: str) -> str:
    return "" if figure is None else f"{figure:.3g} {unit}".strip()


def _columns(lines: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
