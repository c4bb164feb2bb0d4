"""`python -m benchmarks [NAME] [--json | --table]`: run one bench, or all, and print what it found.

The exit status is 0 when every goal holds, 1 when one does not or a bench broke off (the others still run), 2 when the
name is unknown.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
import time
import traceback
from collections.abc import Callable
from datetime import datetime

from benchmarks import control, documents, probe, procedures, recovery, search, session, wipe
from benchmarks.table import Bench

BENCHES: dict[str, Callable[[argparse.Namespace], Bench]] = {
    "session": session.run,
    "control": control.run,
    "documents": documents.run,
    "procedures": procedures.run,
    "probe": probe.run,
    "search": search.run,
    "wipe": wipe.run,
    "recovery": recovery.run,
}


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.name not in (None, *BENCHES):
        print(_unknown(options.name), file=sys.stderr)
        return 2
    held = [_held(name, options) for name in ([options.name] if options.name else BENCHES)]
    return 0 if all(held) else 1


def _held(name: str, options: argparse.Namespace) -> bool:
    """Run it and print what it found. Whether each of its goals holds."""
    began, load = time.monotonic(), os.getloadavg()[0]
    try:
        bench = BENCHES[name](options)
    except Exception:  # whatever broke this one, the next ones have their own
        traceback.print_exc()
        print(f"{name}: broke off after {time.monotonic() - began:.0f} s; nothing is measured", file=sys.stderr)
        return False
    print(f"{name}: took {time.monotonic() - began:.0f} s", file=sys.stderr)
    print(_printed(bench, options, load), flush=True)
    return bench.holds


def _printed(bench: Bench, options: argparse.Namespace, load: float) -> str:
    if options.json:
        return bench.as_json()
    now = datetime.now().astimezone()
    return bench.as_markdown(now, load) if options.table else bench.as_text(now, load)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measure the product beside what it replaces.")
    parser.add_argument("name", nargs="?", help=f"one of: {', '.join(BENCHES)}; without it, all of them")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a bench instead of a table")
    form.add_argument("--table", action="store_true", help="a table in Markdown a bench, for the README")
    session.add_options(parser)
    documents.add_options(parser)
    procedures.add_options(parser)
    recovery.add_options(parser)
    wipe.add_options(parser)
    return parser


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, BENCHES, 1)
    known = ", ".join(BENCHES)
    meant_fr, meant_en = (f" Vouliez-vous dire « {near[0]} » ?", f' Did you mean "{near[0]}"?') if near else ("", "")
    return (
        f"bench : il n'y a pas de mesure « {name} ».{meant_fr} Mesures connues : {known}.\n"
        f'bench: there is no bench "{name}".{meant_en} Known benches: {known}.'
    )


if __name__ == "__main__":
    sys.exit(main())
