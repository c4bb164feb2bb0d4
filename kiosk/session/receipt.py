"""What a wipe did: its steps as measured, and the receipt that the person reads before leaving.

Holds figures and fixed codes only. It must never hold anything of the person: no name, no address, no procedure,
not even the number of their documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

# In the order they are done. A step's error code stays its own, whatever steps come before or after it.
WIPE_ERRORS: Mapping[str, str] = MappingProxyType(
    {
        "guest": "E-301",
        "mounts": "E-302",
        "network": "E-303",
        "clipboard": "E-304",
        "files": "E-305",
        "memory": "E-306",
        "papers": "E-307",
        "printer": "E-308",
        "screen": "E-309",
        "places": "E-311",
    }
)
WIPE_STEPS = tuple(WIPE_ERRORS)
WIPE_UNKNOWN = "E-300"
WIPE_TIMED_OUT = "E-310"


@dataclass(frozen=True)
class WipeStep:
    """One step: how long it took, whether its own check found nothing left, and how many things remain."""

    code: str
    seconds: float
    verified: bool
    remains: int = 0

    @property
    def clean(self) -> bool:
        """Verified, and nothing remains: a step that contradicts itself is not clean."""
        return self.verified and self.remains == 0

    @property
    def error(self) -> str:
        """The code that IT reads when this step is not clean."""
        return WIPE_ERRORS.get(self.code, WIPE_UNKNOWN)


@dataclass(frozen=True)
class WipeReport:
    """All that was done. `total_seconds` runs from the request to the last check. `at` is the wall clock's time."""

    steps: tuple[WipeStep, ...]
    total_seconds: float
    at: datetime

    @property
    def failed(self) -> WipeStep | None:
        """The first step that is not clean."""
        return next((step for step in self.steps if not step.clean), None)

    @property
    def verified(self) -> bool:
        """Each step is clean. A report without any step verified nothing."""
        return bool(self.steps) and self.failed is None

    @property
    def error(self) -> str | None:
        """The code for IT of the first failure, or None after a verified wipe."""
        if self.verified:
            return None
        return self.failed.error if self.failed else WIPE_UNKNOWN


@dataclass(frozen=True)
class Receipt:
    """What the screen shows once all is erased. Made from a verified report only (else ValueError)."""

    report: WipeReport

    def __post_init__(self) -> None:
        if not self.report.verified:
            raise ValueError("a receipt needs a verified wipe")

    def to_json(self) -> Mapping[str, object]:
        """For the demonstration's `report.json`: plain values, times rounded to the millisecond."""
        return {
            "at": self.report.at.isoformat(timespec="seconds"),
            "total_seconds": round(self.report.total_seconds, 3),
            "steps": [
                {
                    "code": step.code,
                    "seconds": round(step.seconds, 3),
                    "verified": step.verified,
                    "remains": step.remains,
                }
                for step in self.report.steps
            ],
        }
