"""How the doctor's answers are written for a person: what is wrong first, then what is well. Knows no check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kiosk.checks import Check, Verdict

_SIGNS = {Verdict.FAILED: "✗", Verdict.WARNING: "!", Verdict.OK: "✓"}
_COLOURS = {Verdict.FAILED: "31;1", Verdict.WARNING: "33;1", Verdict.OK: "32"}


def as_text(checks: Iterable[Check], *, coloured: bool = False) -> str:
    """The signs say it too: a colour is never alone."""
    checks = tuple(checks)
    lines = []
    for verdict, sign in _SIGNS.items():
        painted = f"\033[{_COLOURS[verdict]}m{sign}\033[0m" if coloured else sign
        for one in checks:
            if one.verdict is verdict:
                lines.append(f"{painted} {one.what}")
                lines += [f"    {sentence}" for sentence in (one.consequence, one.remedy) if sentence]
    return "\n".join([*lines, "", _count(checks)]) + "\n"


def _count(checks: tuple[Check, ...]) -> str:
    found = Counter(one.verdict for one in checks)
    figures = (
        f"{found[Verdict.FAILED]} à réparer",
        f"{found[Verdict.WARNING]} à regarder",
        f"{found[Verdict.OK]} en ordre",
    )
    return f"{len(checks)} points : {', '.join(figures)}."
