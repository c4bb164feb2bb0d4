"""What every scanner promises. The contract suite in `tests/documents/` runs on the fake and on SANE's test device."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from enum import StrEnum

from kiosk.sealed import Sealed


class Source(StrEnum):
    GLASS = "glass"
    FEEDER = "feeder"


@dataclass(frozen=True)
class ScannerInfo:
    """`name` is the maker's, for IT's doctor only."""

    name: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Progress:
    """Percent of the sheet under the lamp."""

    percent: int


class Scanner(ABC):
    @abstractmethod
    async def find(self) -> ScannerInfo | None:
        """The scanner to use, or None. Looking takes seconds with network scanners: the answer is remembered."""

    @abstractmethod
    def scan(self, source: Source) -> AsyncGenerator[Progress | Sealed, None]:
        """Progress, and each sheet as a sealed picture (PNM, no compression, A4 at most), one from the glass, all
        from the feeder. Raises PaperTroubleError; what came before it stays good. Closing the iterator stops the
        scanner and leaves no process."""

    @abstractmethod
    async def close(self) -> None:
        """End what still runs. Idempotent."""

    @abstractmethod
    def remains(self) -> int:
        """How many of our processes and files of the scanner still exist."""
