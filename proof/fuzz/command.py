"""Hand badly written things to everything that reads. Each is taken or refused in the words of its field. Exit status 1
on one defect, which is told with the smallest case.
"""

from __future__ import annotations

import argparse
import random
import sys
from dataclasses import replace

from kiosk.errors import nearest_word
from proof import asked
from proof.fuzz.report import Report
from proof.fuzz.smaller import smallest
from proof.fuzz.target import Target
from proof.fuzz.targets import TARGETS
from proof.fuzz.worker import Defect, Run, fuzz, sign_of

MINUTES, MINUTES_SHORT = 30.0, 1.0


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--minutes", type=asked.minutes, help=f"in all; without it {MINUTES:.0f}, or {MINUTES_SHORT:.0f} with --short"
    )
    parser.add_argument("--only", default="", help="only these targets, by name, with commas between")
    parser.add_argument("--case", type=int, help="only the case of this number: it falls again as it fell")


def run(options: argparse.Namespace) -> int:
    seed = options.seed or f"{random.SystemRandom().randrange(10**9):09d}"
    print(f"prove fuzz: seed {seed}", file=sys.stderr, flush=True)
    kinds = chosen(options.only)
    minutes = options.minutes or (MINUTES_SHORT if options.short else MINUTES)
    runs = []
    for kind in kinds:
        if options.case is None:
            runs.append(fuzz(kind, seed, minutes * 60 / len(kinds)))
        else:
            runs.append(fuzz(kind, seed, MINUTES * 60, options.case, 1))
        _say(runs[-1])
    report = Report(seed, tuple(runs), tuple(_smallest(kinds, runs)))
    print(report.as_json() if options.json else report.as_text(), flush=True)
    return 0 if report.holds else 1


def chosen(names: str) -> list[type[Target]]:
    by_name = {kind.name: kind for kind in TARGETS}
    wanted = [name for name in names.split(",") if name]
    for name in wanted:
        if name not in by_name:
            near = nearest_word(name, by_name)
            raise SystemExit(
                f"prove fuzz: there is no target {name!r}."
                + (f" Did you mean {near!r}?" if near else "")
                + f" Known: {', '.join(by_name)}."
            )
    return [by_name[name] for name in wanted] or list(TARGETS)


def _say(run: Run) -> None:
    print(f"  {run.target}: {run.cases} cases, {sorted(run.defects) or 'holds'}", file=sys.stderr, flush=True)


def _smallest(kinds: list[type[Target]], runs: list[Run]) -> list[Defect]:
    by_name = {kind.name: kind for kind in kinds}
    found = []
    for defect in (one for each in runs for one in each.defects.values()):
        kind = by_name[defect.target]

        def falls_alike(case: bytes, kind: type[Target] = kind, sign: str = defect.sign) -> bool:
            return sign_of(kind, case) == sign

        found.append(replace(defect, case=smallest(defect.case, falls_alike)))
    return found
