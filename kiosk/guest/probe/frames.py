"""What every frame of the page says, kept together: which documents live, and what each of them sees.

Pure: no Qt, no clock. A page is one main document and its frames; targets may be in any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.guest.probe.untrusted import Report
from kiosk.procedures.engine import Sight
from kiosk.procedures.model import Target

MOST_FRAMES = 60


@dataclass
class Frames:
    """The latest report of each live document, by the id that its probe chose."""

    targets: tuple[Target, ...] = ()
    version: int = 0
    _reports: dict[str, Report] = field(default_factory=dict)
    _main: str | None = None

    def watch(self, targets: Sequence[Target]) -> None:
        """Other targets from now on. Older reports no longer count, until each frame has answered."""
        self.targets = tuple(targets)
        self.version += 1

    def hear(self, report: Report) -> None:
        if report.k == "bye":
            self._reports.pop(report.f, None)
            return
        if report.top and report.f != self._main:
            self._reports.clear()
            self._main = report.f
        if report.f in self._reports or len(self._reports) < MOST_FRAMES:
            self._reports[report.f] = report

    def forget_page(self) -> None:
        self._reports.clear()
        self._main = None

    def keep_only(self, living: Iterable[str]) -> None:
        """After a roll call: frames taken out of the page may not have had time to say goodbye."""
        names = set(living)
        self._reports = {name: report for name, report in self._reports.items() if name in names}

    @property
    def main(self) -> tuple[str, int] | None:
        """The main document and its status; None before its first word."""
        report = self._reports.get(self._main or "")
        return (report.f, report.status) if report is not None else None

    @property
    def count(self) -> int:
        return len(self._reports)

    @property
    def everyone_knows(self) -> bool:
        """Every live document looks for the present targets."""
        return self._main in self._reports and all(r.v == self.version for r in self._reports.values())

    @property
    def loading(self) -> bool:
        return self._main not in self._reports or not all(report.ready for report in self._reports.values())

    def sights(self) -> dict[Target, Sight]:
        """Each wanted target found in some frame. Seen in several frames, it is there once for each."""
        merged: dict[Target, Sight] = {}
        for report in self._current():
            for index, visible, filled, many in report.s:
                if index >= len(self.targets):
                    continue
                target = self.targets[index]
                before = merged.get(target, Sight(visible=False, filled=False))
                merged[target] = Sight(
                    visible=before.visible or visible,
                    # Two fields that can be seen, one of them empty: which of them was meant is not known.
                    filled=before.filled and filled if before.visible and visible else before.filled or filled,
                    many=before.many or many or (before.visible and visible),
                )
        return merged

    def where(self, target: Target) -> tuple[str, int] | None:
        """The document that shows `target` or its first visible alternative, and that one's index."""
        for leaf in target.alternatives:
            index = next((i for i, wanted in enumerate(self.targets) if _same(wanted, leaf)), None)
            for report in self._current():
                if any(row[0] == index and row[1] for row in report.s):
                    return report.f, index or 0
        return None

    def _current(self) -> list[Report]:
        return [report for report in self._reports.values() if report.v == self.version]


def _same(one: Target, other: Target) -> bool:
    return (one.role, one.name) == (other.role, other.name)
