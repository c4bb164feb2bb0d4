"""A printer without a print server, for tests of what stands around one. `stuck`: what it says until it is mended."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from kiosk.documents.printer.base import JobStage, JobState, Printer, PrinterInfo
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed


class FakePrinter(Printer):
    def __init__(self) -> None:
        self.info: PrinterInfo | None = PrinterInfo("fake", colour=True)
        self.there = True
        self.refuses: Trouble | None = None
        self.printed: list[tuple[bytes, int, bool]] = []
        self.purged = 0
        self.closed = 0
        self.holds = False
        self._states: dict[int, JobState] = {}
        self._changed = asyncio.Condition()

    async def find(self) -> PrinterInfo | None:
        return self.info

    async def print(self, document: Sealed, copies: int, colour: bool) -> int:
        if self.refuses is not None:
            raise PaperTroubleError(self.refuses)
        if self.info is None:
            raise PaperTroubleError(Trouble.NO_PRINTER)
        self.printed.append((document.read(), copies, colour))
        job = len(self.printed)
        self._states[job] = JobState(JobStage.PRINTING)
        if not self.holds:
            self._states[job] = JobState(JobStage.DONE, copies)
        return job

    async def say(self, state: JobState) -> None:
        """Of the last job."""
        async with self._changed:
            self._states[len(self.printed)] = state
            self._changed.notify_all()

    async def follow(self, job: int) -> AsyncIterator[JobState]:
        last = None
        while True:
            async with self._changed:
                await self._changed.wait_for(lambda last=last: self._states.get(job) != last)
                last = self._states.get(job, JobState(JobStage.CANCELLED))
            yield last
            if last.stage in {JobStage.DONE, JobStage.FAILED, JobStage.CANCELLED}:
                return

    async def cancel(self, job: int) -> None:
        if self._states.get(job, JobState(JobStage.DONE)).stage not in {JobStage.DONE, JobStage.FAILED}:
            async with self._changed:
                self._states[job] = JobState(JobStage.CANCELLED)
                self._changed.notify_all()

    async def purge(self) -> None:
        self.purged += 1
        async with self._changed:
            self._states.clear()
            self._changed.notify_all()

    async def answers(self) -> bool:
        return self.there

    async def count(self) -> int:
        return len(self._states)

    async def close(self) -> None:
        self.closed += 1
