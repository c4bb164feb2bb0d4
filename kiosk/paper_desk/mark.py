"""Remembers, past a cut of power too, that something was sent to the printer since its queue was last seen empty."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from kiosk.documents.printer.base import JobState, Printer, PrinterInfo
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed

PRINTED = "printed"
"""A file of the state directory. It holds nothing."""

_ANSWER_SECONDS = 4.0  # within the patience of a wipe's step
_ASK_EVERY = 0.2


class MarkedPrinter(Printer):
    """A printer that sets its mark before each job, and takes it away when nothing of ours is left in the queue.

    `make` gives the printer itself, once somebody needs it: its client is large, and most visits print nothing.
    """

    def __init__(self, make: Callable[[], Printer], mark: Path, record: Callable[..., None]) -> None:
        self._make = make
        self._made: Printer | None = None
        self._making = asyncio.Lock()
        self._mark = mark
        self._record = record
        self._printed = False
        # An earlier life printed and could not look any more.
        self._inherited = mark.exists()

    async def purged(self) -> int:
        """How many jobs are left. Raises PaperTroubleError when that cannot be known and something may be there."""
        if not (self._printed or self._inherited):
            return 0
        if self._inherited:
            await self._answer()
        await self.purge()
        left = await self.count()
        if not left:
            self._mark.unlink(missing_ok=True)
            self._printed = self._inherited = False
        return left

    async def _answer(self) -> None:
        """At boot the print server may still be starting. One that does not come can say nothing of its queue."""
        loop = asyncio.get_running_loop()
        end = loop.time() + _ANSWER_SECONDS
        while not await self.answers():
            if loop.time() >= end:
                raise PaperTroubleError(Trouble.NO_PRINTER)
            await asyncio.sleep(_ASK_EVERY)

    # --- the printer itself ---------------------------------------------------------------------------------------

    async def _printer(self) -> Printer:
        async with self._making:
            if self._made is None:
                self._made = await asyncio.to_thread(self._make)
        return self._made

    async def find(self) -> PrinterInfo | None:
        return await (await self._printer()).find()

    async def print(self, document: Sealed, copies: int, colour: bool) -> int:
        self._printed = True
        try:
            # A new post has kept nothing yet, so it may have no folder for it either.
            self._mark.parent.mkdir(parents=True, exist_ok=True)
            self._mark.touch()
        except OSError as error:
            # This life purges the queue all the same; after a cut of power the next would not know.
            self._record("print-mark-not-kept", kind=type(error).__name__)
        return await (await self._printer()).print(document, copies, colour)

    def follow(self, job: int) -> AsyncIterator[JobState]:
        assert self._made is not None  # it made the job
        return self._made.follow(job)

    async def cancel(self, job: int) -> None:
        await (await self._printer()).cancel(job)

    async def purge(self) -> None:
        await (await self._printer()).purge()

    async def answers(self) -> bool:
        return await (await self._printer()).answers()

    async def count(self) -> int:
        return await (await self._printer()).count()

    async def close(self) -> None:
        if self._made is not None:
            await self._made.close()
