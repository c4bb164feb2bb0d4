"""Prove that nothing of a person stays: plant words of theirs in every place that is known, end the session in every
way, and search the disk and the memory of what still runs. Exit status 1 on one hit.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from proof import asked
from proof.wipe.endings import ENDINGS, Ending
from proof.wipe.kind import Kind
from proof.wipe.kinds import KINDS
from proof.wipe.mutations import run as leave_out_in_turn
from proof.wipe.plan import Rounds, plan
from proof.wipe.report import Report
from proof.wipe.round import GRAIN, Outcome, Round
from proof.wipe.search import Search
from proof.wipe.session import draw_family
from proof.wipe.station import Station, station

ROUNDS, ROUNDS_SHORT = 300, 20
SLOW = 0.4
"""Seconds that planting one kind and seeing it may take unmentioned."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rounds", type=asked.count, help=f"how many; without it {ROUNDS}, or {ROUNDS_SHORT} with --short"
    )
    parser.add_argument("--kinds", default="", help="only these, by name, with commas between")
    parser.add_argument("--endings", default="", help="only these, by name, with commas between")
    parser.add_argument("--mutations", action="store_true", help="leave each step of the wipe out once: must be found")


def run(options: argparse.Namespace) -> int:
    # Told to end, it ends what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    seed = options.seed or f"{random.SystemRandom().randrange(10**9):09d}"
    print(f"prove wipe: seed {seed}", file=sys.stderr, flush=True)
    if options.mutations:
        return leave_out_in_turn(seed, options.json)
    kinds = _chosen(KINDS, options.kinds)
    endings = _chosen(ENDINGS, options.endings)
    rounds = options.rounds or (ROUNDS_SHORT if options.short else ROUNDS)
    report = prove(seed, kinds, endings, rounds, say)
    print(report.as_json() if options.json else report.as_text(), flush=True)
    return 0 if report.holds and not report.never_seen else 1


def say(outcome: Outcome) -> None:
    found = (
        "clean" if outcome.clean else f"{len(outcome.hits)} hits, {len(outcome.faults)} faults, unseen {outcome.unseen}"
    )
    told = f"round {outcome.number} {outcome.ending}: {len(outcome.planted)} planted, {len(outcome.seen)} seen, {found}"
    slow = {name: cost for name, cost in outcome.costs.items() if cost > SLOW}
    lines = [f"{told}, {outcome.seconds:.1f} s; {outcome.phases}; slow: {slow}", *outcome.faults]
    print(*lines, *(f"FOUND {hit}" for hit in outcome.hits), sep="\n    ", file=sys.stderr, flush=True)


def prove(
    seed: str,
    kinds: Sequence[type[Kind]],
    endings: Sequence[Ending],
    rounds: int,
    on_round: Callable[[Outcome], None] = lambda _: None,
) -> Report:
    chance = random.Random(seed)
    family = draw_family(chance)
    rounds_planned: Rounds = plan(kinds, endings, rounds, chance)
    search = Search(family)
    outcomes: list[Outcome] = []
    again: list[Outcome] = []
    began, clock = time.time() - GRAIN, time.monotonic()
    with station() as here:
        for number, (ending, chosen) in enumerate(rounds_planned, 1):
            outcome = Round(here, search, family, number, ending, chosen).play()
            on_round(outcome)
            if outcome.waited_in_vain:
                # What was not reached in time proves nothing. It is told, and played once more.
                again.append(outcome)
                outcome = Round(here, search, family, number, ending, chosen).play()
                on_round(outcome)
            outcomes.append(outcome)
        circumstances = _circumstances(here)
        # Once more, everywhere: what came later than its round, or went where nobody thought of.
        everywhere = search.in_files([Path("/")], began, here.outside)
    return Report(
        seed,
        tuple(kinds),
        tuple(endings),
        outcomes,
        again,
        [f"{hit.kind} of round {hit.round}, {hit.writing}, in {hit.place}" for hit in everywhere],
        search.searched,
        time.monotonic() - clock,
        circumstances,
    )


def _circumstances(here: Station) -> dict[str, str]:
    swap = Path("/proc/swaps").read_text(encoding="utf-8").splitlines()[1:]
    return {
        "X server": here.x_server.name(),
        "disk": "an ext4 image of its own, searched block by block"
        if here.disk
        else "the machine's, file by file (not root)",
        "swap": "in use: not searched" if swap else "none",
    }


T = TypeVar("T", type[Kind], Ending)


def _chosen(known: Sequence[T], wanted: str) -> tuple[T, ...]:
    names = [one for one in wanted.split(",") if one]
    unknown = set(names) - {one.name for one in known}
    if unknown:
        raise SystemExit(
            f"prove wipe: unknown: {', '.join(sorted(unknown))}. Known: {', '.join(o.name for o in known)}"
        )
    return tuple(one for one in known if not names or one.name in names)
