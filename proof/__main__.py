"""`python -m proof wipe|escapes|fuzz [--json]`: prove a promise on the real program, and print what was found.

The exit status is 0 when the promise holds, 1 when it was broken once, 2 when the name is unknown.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import sys

from proof import asked

PROOFS = {"wipe": "proof.wipe.command", "escapes": "proof.escapes.command", "fuzz": "proof.fuzz.command"}
"""By name, the module that has `add_options(parser)` and `run(options) -> int`. Loaded when asked for."""


def main(arguments: list[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    name = given[0] if given else ""
    if name not in PROOFS:
        print(_unknown(name), file=sys.stderr)
        return 2
    command = importlib.import_module(PROOFS[name])
    parser = argparse.ArgumentParser(prog=f"./dev prove {name}", description=command.__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--short", action="store_true", help="the part that fits into every change's checks")
    parser.add_argument("--seed", type=asked.seed, help="the same choices again: the seed that a run prints first")
    command.add_options(parser)
    status: int = command.run(parser.parse_args(given[1:]))
    return status


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, PROOFS, 1)
    known = ", ".join(PROOFS)
    meant_fr, meant_en = (f" Vouliez-vous dire « {near[0]} » ?", f' Did you mean "{near[0]}"?') if near else ("", "")
    return (
        f"prove : il n'y a pas de preuve « {name} ».{meant_fr} Preuves connues : {known}.\n"
        f'prove: there is no proof "{name}".{meant_en} Known proofs: {known}.'
    )


if __name__ == "__main__":
    sys.exit(main())
