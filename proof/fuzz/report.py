"""What a run found, as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass

from proof.fuzz.worker import Defect, Run

_SHOWN = 200


@dataclass(frozen=True)
class Report:
    seed: str
    runs: tuple[Run, ...]
    defects: tuple[Defect, ...]
    """Each with its smallest case."""

    @property
    def holds(self) -> bool:
        return not self.defects

    @property
    def cases(self) -> int:
        return sum(run.cases for run in self.runs)

    @property
    def minutes(self) -> float:
        return sum(run.seconds for run in self.runs) / 60

    def as_text(self) -> str:
        lines = [f"{'target':<12} {'cases':>9} {'taken':>9} {'refused':>9} {'seconds':>8} {'slowest':>8}  defects"]
        lines += [
            f"{run.target:<12} {run.cases:>9} {run.outcomes['taken']:>9} {run.outcomes['refused']:>9}"
            f" {run.seconds:>8.0f} {run.slowest:>7.2f}s  {len(run.defects)}"
            for run in self.runs
        ]
        lines.append(f"seed {self.seed}: {self.cases} cases in {self.minutes:.1f} minutes, {len(self.defects)} defects")
        for one in self.defects:
            lines += [f"{one.target} {one.number}: {one.sign}", f"    {one.case[:_SHOWN]!r}"]
            lines.append(f"    again: ./dev prove fuzz --seed {self.seed} --only {one.target} --case {one.number}")
        return "\n".join(lines)

    def as_json(self) -> str:
        runs = {
            run.target: {
                "cases": run.cases,
                "taken": run.outcomes["taken"],
                "refused": run.outcomes["refused"],
                "seconds": round(run.seconds, 1),
                "slowest": round(run.slowest, 3),
            }
            for run in self.runs
        }
        defects = [
            {"target": one.target, "case": one.number, "sign": one.sign, "smallest": one.case.hex()}
            for one in self.defects
        ]
        totals = {"cases": self.cases, "minutes": round(self.minutes, 1), "holds": self.holds}
        return json.dumps({"seed": self.seed, **totals, "targets": runs, "defects": defects}, indent=1)
