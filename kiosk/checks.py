"""One answer of `kiosk doctor`: how it is written, whoever has looked. Knows nothing of what is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True)
class Check:
    """`consequence` and `remedy` are empty when all is well. The code never changes: programs read it."""

    code: str
    verdict: Verdict
    what: str
    consequence: str = ""
    remedy: str = ""
