"""What every workshop promises, whatever keeps the promise. The contract suite in `tests/documents/` runs on each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from kiosk.documents.workshop.jobs import AnyAnswer, AnyJob
from kiosk.sealed import Sealed


class Done(NamedTuple):
    """`outputs` belong to the caller, who puts them into the person's pouch or closes them."""

    answer: AnyAnswer
    outputs: tuple[Sealed, ...] = ()


class Workshop(ABC):
    """One job, one workshop: what a hostile paper breaks is thrown away with it."""

    @abstractmethod
    async def do(self, job: AnyJob, inputs: Sequence[Sealed]) -> Done:
        """Raises PaperTroubleError with the answer's trouble, TOO_SLOW at the limits of time and memory, or
        WORKSHOP_FAILED. Being cancelled ends the workshop at once."""

    @abstractmethod
    def warm(self) -> None:
        """Somebody will need one soon: have it started. Harmless when called often."""

    @abstractmethod
    async def close(self) -> None:
        """End every workshop. Idempotent."""

    @abstractmethod
    def remains(self) -> int:
        """How many processes and mounts of workshops still exist. Looks at the machine."""
