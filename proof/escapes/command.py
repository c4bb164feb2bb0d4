"""Try every known way out of the kiosk by real input and by hostile pages; nothing may get out.

`--weakened` proves the proof: each observer must see what is done before it, and on compositions with a door open on
purpose, each family of techniques must find it.
"""

from __future__ import annotations

import argparse
import re
import secrets
import sys
import time
from collections.abc import Sequence

from proof import asked
from proof.escapes import report, runner
from proof.escapes.catalogue import all_techniques
from proof.escapes.ground import ground
from proof.escapes.harms import blind
from proof.escapes.technique import Technique
from proof.escapes.trials import weakened_run
from proof.escapes.unproven import is_proven


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--only", type=asked.pattern, default="", metavar="PATTERN", help="only the techniques whose id matches"
    )
    parser.add_argument("--weakened", action="store_true", help="prove that the proof can fail, on weakened kiosks")
    parser.add_argument("--list", action="store_true", help="say what would be tried, and try nothing")


def run(options: argparse.Namespace) -> int:
    chosen = [one for one in all_techniques() if re.search(options.only, one.id) and (one.short or not options.short)]
    if not chosen:
        # Nothing tried is nothing proven.
        print("prove escapes: no technique has such an id; --list says them all", file=sys.stderr)
        return 2
    if options.list:
        for one in chosen:
            print(f"{one.id:<32} {one.title} - {one.tries}")
        return 0
    seed = int(options.seed) if options.seed else secrets.randbelow(10**9)
    return _weakened(options, chosen, seed) if options.weakened else _as_it_is(options, chosen, seed)


def _as_it_is(options: argparse.Namespace, chosen: Sequence[Technique], seed: int) -> int:
    began = time.monotonic()
    with ground(seed) as post:
        _say(options, f"seed {seed}; {post.screen.server} as deployed; {len(chosen)} techniques")
        outcomes = runner.run(post, chosen, lambda one: _say(options, report.line(one)))
        server, starts = post.screen.server, post.starts
    seconds = round(time.monotonic() - began, 1)
    untried = len(chosen) - len(outcomes)
    if options.json:
        print(report.as_json(outcomes, seed=seed, server=server, starts=starts, seconds=seconds))
    else:
        print(f"{report.table(outcomes)}\nseed {seed}, {server}, {seconds:.0f} s, {starts} starts of the kiosk")
    failed = untried or any(one.out or one.untried for one in outcomes)
    return 1 if failed else 0


def _weakened(options: argparse.Namespace, chosen: Sequence[Technique], seed: int) -> int:
    began = time.monotonic()
    with ground(seed) as post:
        missed = blind(post)
    for way, why in missed.items():
        _say(options, f"observer {way.value}: {why}")
    outcomes = weakened_run(chosen, seed, lambda one: _say(options, report.line(one)))
    stayed = sorted({one.id for one in chosen if is_proven(one)} - {one.technique.id for one in outcomes if one.out})
    without = sorted({one.family for one in chosen} - {one.family for one in chosen if is_proven(one)})
    unproven = sum(not is_proven(one) for one in chosen)
    minutes = round((time.monotonic() - began) / 60, 1)
    if options.json:
        blinded = [way.value for way in missed]
        about = {"seed": seed, "minutes": minutes, "blind": blinded, "never_out": stayed, "not_in_this_run": unproven}
        print(report.as_json(outcomes, **about))
    else:
        print(report.table(outcomes))
        print(f"observers that saw nothing: {', '.join(missed) or 'none'}")
        print(f"techniques that did not get out of their twin: {', '.join(stayed) or 'none'}")
        print(f"families without an open door: {', '.join(without) or 'none'}")
        print(f"unproven, not tried here: {unproven}; seed {seed}, {minutes} minutes")
    return 1 if missed or without or stayed else 0


def _say(options: argparse.Namespace, text: str) -> None:
    print(text, file=sys.stderr if options.json else sys.stdout, flush=True)
