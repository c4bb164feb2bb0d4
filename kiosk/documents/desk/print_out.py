"""Printing at the desk: the paper is washed, shown, let out by who may, followed sheet by sheet, and forgotten.

The print server sees a paper only once it may come out, and is made to forget it as soon as it is out, was cancelled
or has failed.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import Literal

from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.leaving import LeftError, found, left, sorry, unless_left
from kiosk.documents.desk.release import Staff, admitted
from kiosk.documents.desk.scenes import PrintScene, WaitScene
from kiosk.documents.desk.washing import Printable, preview, washed
from kiosk.documents.desk.wishes import Cancel, Copies, Leave, Print, Release, ShowPage
from kiosk.documents.ending import ended
from kiosk.documents.paper import Paper, Picture
from kiosk.documents.printer.base import JobStage, JobState, Printer, PrinterInfo
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Workshop

BUSY_SECONDS = 90.0
"""A printer that does nothing for longer is no reason to keep a session open that everybody has left."""
_TICK = 1.0

_Stage = Literal["preparing", "choose", "held", "printing", "stopped", "done", "failed"]


@dataclass(frozen=True)
class PrintSettings:
    """What the site allows: copies, sheets of all copies together, colour, and whether a mediator lets them out."""

    copies: int
    sheets: int
    colour: bool
    staff_needed: bool


async def print_out(  # noqa: PLR0917 - all that a sheet passes on its way
    counter: Counter, printer: Printer, workshop: Workshop, paper: Paper, settings: PrintSettings, staff: Staff
) -> bool:
    """Whether it came out. Ends when the person leaves."""
    workshop.warm()
    with contextlib.suppress(LeftError):
        try:
            info = await found(counter, printer.find, "printer", Trouble.NO_PRINTER)
            colour = settings.colour and info.colour
            counter.show(PrintScene("preparing", title=paper.title))
            printable = await unless_left(counter, washed(counter.pouch, workshop, paper, settings.sheets, colour))
            try:
                await _Sheets(counter, printer, workshop, paper.title, printable, info, settings, staff).serve()
                return True
            finally:
                counter.pouch.drop(printable.content)
        except PaperTroubleError as error:
            await sorry(counter, error.trouble)
    return False


@dataclass
class _Sheets:
    """One paper that is ready for the printer, and what the person chose for it."""

    counter: Counter
    printer: Printer
    workshop: Workshop
    title: str
    printable: Printable
    info: PrinterInfo
    settings: PrintSettings
    staff: Staff
    copies: int = 1
    page: int = 0
    picture: Picture | None = None
    changed: float = 0.0

    async def serve(self) -> None:
        """Raises LeftError when the person leaves before the sheets are out."""
        await self._show_page(0)
        while True:
            await self._choose()
            if self.settings.staff_needed:
                await self._release()
            if await self._out():
                self.counter.done("print")
                self._show("done")
                await left(self.counter)
                return

    @property
    def _most_copies(self) -> int:
        return max(1, min(self.settings.copies, self.settings.sheets // self.printable.pages))

    def _show(self, stage: _Stage, sheets_out: int | None = None, trouble: Trouble | None = None) -> None:
        self.counter.show(
            PrintScene(
                stage=stage,
                title=self.title,
                preview=self.picture,
                page=self.page,
                pages=self.printable.pages,
                copies=self.copies,
                most_copies=self._most_copies,
                staff_needed=self.settings.staff_needed,
                sheets_out=sheets_out,
                trouble=trouble,
            )
        )

    async def _choose(self) -> None:
        while True:
            self._show("choose", trouble=self.info.trouble)
            match await self.counter.wish():
                case Copies(number):
                    self.copies = max(1, min(number, self._most_copies))
                case ShowPage(page) if 0 <= page < self.printable.pages:
                    await self._show_page(page)
                case Print():
                    return
                case Leave():
                    raise LeftError

    async def _show_page(self, page: int) -> None:
        self.picture = await unless_left(self.counter, preview(self.workshop, self.printable, page))
        self.page = page

    async def _release(self) -> None:
        while True:
            self._show("held")
            match await self.counter.wish():
                case Release():
                    if await admitted(self.counter, self.staff):
                        return
                case Leave():
                    raise LeftError

    async def _out(self) -> bool:
        """False when the person cancelled it. A failed one can be tried again: it was let out already."""
        while True:
            try:
                last = await self._job()
            except PaperTroubleError as error:
                last = JobState(JobStage.FAILED, trouble=error.trouble)
            if last is None:
                return False
            if last.stage is JobStage.DONE:
                return True
            self._show("failed", last.sheets_out, last.trouble or Trouble.PRINTER_FAILED)
            while not isinstance(wish := await self.counter.wish(), Print):
                if isinstance(wish, Leave):
                    raise LeftError

    async def _job(self) -> JobState | None:
        """How it ended; None when the person cancelled it. Whatever happens, the print server forgets it."""
        self._show("printing")
        self.changed = self._now()
        working = asyncio.ensure_future(self._sent_and_followed())
        cancelling = asyncio.ensure_future(self._cancelled())
        try:
            while not working.done() and not cancelling.done():
                await asyncio.wait((working, cancelling), timeout=_TICK, return_when=asyncio.FIRST_COMPLETED)
                if self._now() - self.changed < BUSY_SECONDS:
                    self.counter.alive()
            if working.done():
                return working.result()
            await cancelling  # a counter that broke is told as such
            self.counter.show(WaitScene("printer"))
            return None
        finally:
            await ended(working, cancelling)
            with contextlib.suppress(PaperTroubleError):  # the wipe looks again
                await self.printer.purge()

    async def _sent_and_followed(self) -> JobState:
        job = await self.printer.print(self.printable.content, self.copies, self.settings.colour and self.info.colour)
        last = JobState(JobStage.FAILED)
        async for last in self.printer.follow(job):
            self.changed = self._now()
            if last.stage is JobStage.STOPPED:
                self._show("stopped", last.sheets_out, last.trouble)
            elif last.stage in {JobStage.WAITING, JobStage.PRINTING}:
                self._show("printing", last.sheets_out, last.trouble)
        return last

    async def _cancelled(self) -> None:
        while not isinstance(await self.counter.wish(), Cancel):
            pass

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
