"""What every stick promises. The contract suite in `tests/documents/` runs on the fake and on a real FAT image."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.documents.paper import Paper


@dataclass(frozen=True)
class Stick:
    """A removable drive that is plugged in. `format` as the kernel names it (vfat, exfat, ntfs), empty: unknown."""

    device: Path
    format: str
    bytes: int
    read_only: bool = False


@dataclass(frozen=True)
class Copied:
    """Parts in a hundred of all papers; at 100 all is on the stick and it can be pulled out."""

    percent: int


class Sticks(ABC):
    @abstractmethod
    async def plugged(self) -> tuple[Stick, ...]: ...

    @abstractmethod
    def copy(self, stick: Stick, papers: Sequence[Paper]) -> AsyncGenerator[Copied, None]:
        """Write the papers into a folder "Mes papiers", never over another file. Raises PaperTroubleError. Nothing on
        the stick is opened, listed to anybody or run; after the last Copied all is flushed and nothing is mounted."""

    @abstractmethod
    async def close(self) -> None:
        """End what still runs. Idempotent."""

    @abstractmethod
    def remains(self) -> int:
        """How many of our processes, mounts and files of a stick still exist."""
