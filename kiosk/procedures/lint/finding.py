"""One thing that a check found in a procedure, and where in it. Knows no file: a path of the YAML, never a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.procedures.model import Procedure, Step
from kiosk.procedures.written import Path


@dataclass(frozen=True)
class Finding:
    """`code` names the rule. `what` is a French sentence, `expected` and `nearest` are words without a full stop."""

    code: str
    path: Path
    what: str
    expected: str | None = None
    nearest: str | None = None


Walk = tuple[tuple[int, Step], ...]
"""The steps that one person meets, each with its place in the file."""


def walks(procedure: Procedure) -> Iterator[Walk]:
    """Every walk that the cases of a procedure allow."""
    ids: tuple[str | None, ...] = tuple(case.id for case in procedure.cases) or (None,)
    for case in ids:
        yield tuple((place, step) for place, step in enumerate(procedure.steps) if not step.cases or case in step.cases)
