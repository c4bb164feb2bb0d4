"""What every printer promises. The contract suite in `tests/documents/` runs on the fake and on a real cupsd."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum

from kiosk.documents.trouble import Trouble
from kiosk.sealed import Sealed


class JobStage(StrEnum):
    WAITING = "waiting"
    PRINTING = "printing"
    STOPPED = "stopped"  # the printer needs a hand; it goes on by itself afterwards
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class PrinterInfo:
    """`trouble`: why it would not print now. `name` is the queue's, for IT."""

    name: str
    colour: bool
    trouble: Trouble | None = None


@dataclass(frozen=True)
class JobState:
    stage: JobStage
    sheets_out: int | None = None
    trouble: Trouble | None = None


class Printer(ABC):
    """Every job of ours is named alike: nothing of a person is in a title, a user name or a file name."""

    @abstractmethod
    async def find(self) -> PrinterInfo | None: ...

    @abstractmethod
    async def print(self, document: Sealed, copies: int, colour: bool) -> int:
        """Send a PDF that a workshop made. Returns the job's number. Raises PaperTroubleError."""

    @abstractmethod
    def follow(self, job: int) -> AsyncIterator[JobState]:
        """Each change until it is done, failed or cancelled."""

    @abstractmethod
    async def cancel(self, job: int) -> None: ...

    @abstractmethod
    async def purge(self) -> None:
        """Cancel and forget every job of ours, finished ones and their files included."""

    @abstractmethod
    async def answers(self) -> bool:
        """Whether the print server is there, whatever queues it has."""

    @abstractmethod
    async def count(self) -> int:
        """How many jobs and spool files of ours the print server still has, by asking it and, where they can be
        seen, by looking at its folders. Raises PaperTroubleError when it does not answer.

        A server that never answered since this object was made, and where nothing listens, is a post without a
        printer: it has no job. Should it come up later, `print` forgets what it still has of ours before all else."""

    @abstractmethod
    async def close(self) -> None: ...
