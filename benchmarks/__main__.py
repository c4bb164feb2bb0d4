"""`python -m benchmarks [NAME] [--json]`: run one bench, or all, and print what it found.

The exit status is 0 when every goal holds, 1 when one does not, 2 when the name is unknown.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Callable, Mapping
from datetime import datetime

from benchmarks import control, documents, probe, procedures, recovery, search, session, wipe
from benchmarks.table import Bench

BENCHES: Mapping[str, Callable[[argparse.Namespace], Bench]] = {
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
    found = []
    for name in [options.name] if options.name else BENCHES:
        bench = BENCHES[name](options)
        print(bench.as_json() if options.json else bench.as_text(datetime.now().astimezone()), flush=True)
        found.append(bench)
    return 0 if all(bench.holds for bench in found) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measure the product beside what it replaces.")
    parser.add_argument("name", nargs="?", help=f"one of: {', '.join(BENCHES)}; without it, all of them")
    parser.add_argument("--json", action="store_true", help="one JSON object a bench instead of a table")
    session.add_options(parser)
    documents.add_options(parser)
    procedures.add_options(parser)
    recovery.add_options(parser)
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
