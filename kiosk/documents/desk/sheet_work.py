"""The sheets of a pile and the work on them: drawn, read, squeezed and bound by workshops, in the background.

Knows no wish, no device and no paper's place. A raw scan is large: its JPEG takes its place as soon as it was read.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import structlog

from kiosk.documents.desk.workbench import Drawing, drawn, made
from kiosk.documents.ending import ended
from kiosk.documents.paper import Picture, Pouch
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Workshop
from kiosk.documents.workshop.jobs import Made, Make, PageOf
from kiosk.sealed import Sealed

LARGE, SMALL = 1200, 240
MOST_RAW = 8
"""Sheets as large as a scanner makes them, 25 MB each, that may wait to be squeezed: the feeder then waits too."""
_BLANK = Picture(21, 30, b"\xff" * (3 * 21 * 30))
_WHOLE = PageOf(input=0)

_log = structlog.get_logger()


@dataclass(eq=False)
class Sheet:
    """`page`: how it must look. `drawn` and `read`: how it looked when a workshop drew `small` and read it. `raw`: the
    content is as large as a scanner makes it."""

    content: Sealed
    page: PageOf
    raw: bool
    small: Picture = _BLANK
    edges_found: bool = False
    readable: int | None = None
    drawn: PageOf | None = None
    read: PageOf | None = None


@dataclass(frozen=True)
class _Drawn:
    content: Sealed
    page: PageOf
    picture: Picture


class SheetWork:
    """`changed` is called whenever the screen must show something new. `close` ends all and drops every content."""

    def __init__(self, pouch: Pouch, workshop: Workshop, changed: Callable[[], None]) -> None:
        self.sheets: list[Sheet] = []
        self.place = 0
        self.trouble: Trouble | None = None
        self._pouch = pouch
        self._workshop = workshop
        self._changed = changed
        self._large: _Drawn | None = None
        self._held: list[Sealed] = []
        self._in_use: list[Sealed] = []
        self._to_draw, self._to_read = asyncio.Event(), asyncio.Event()
        self._squeezed = asyncio.Event()
        self._background: list[asyncio.Task[None]] = []

    @property
    def selected(self) -> Sheet | None:
        return self.sheets[self.place] if self.sheets else None

    @property
    def large(self) -> Picture | None:
        """Of the selected sheet, or until it is drawn the one before."""
        return self._large.picture if self._large and self.sheets else None

    @property
    def waiting(self) -> bool:
        """Whether the selected sheet is not drawn yet as it must look."""
        return self.selected is not None and not self._is_drawn(self.selected)

    async def add(self, sheet: Sheet) -> None:
        """Takes the content over. Raises PaperTroubleError when it cannot be drawn; the content is then dropped."""
        self._hold(sheet.content)
        with self._using(sheet.content):
            while sheet.raw and sum(one.raw for one in self.sheets) >= MOST_RAW:
                self._squeezed.clear()
                await self._squeezed.wait()
            picture, sheet.edges_found = await self._draw(sheet, sheet.page, LARGE)
            self.sheets.append(sheet)
        self.place = len(self.sheets) - 1
        self._large = _Drawn(sheet.content, sheet.page, picture)

    def remove(self) -> None:
        """The selected one."""
        del self.sheets[self.place]
        self.place = max(0, min(self.place, len(self.sheets) - 1))
        self._squeezed.set()
        self._tidy()

    async def make(self, job: Make, sheets: Sequence[Sheet]) -> tuple[Made, Sealed]:
        """One paper of these sheets. Its content is in the pouch, and the caller's to drop."""
        return await made(self._pouch, self._workshop, job, [one.content for one in sheets])

    def wake(self) -> None:
        """Something may have to be drawn or read."""
        if self.sheets and not self._background:
            self._background = [asyncio.create_task(self._keep_drawing()), asyncio.create_task(self._keep_reading())]
        self._to_draw.set()
        self._to_read.set()

    async def rest(self) -> None:
        """End what runs in the background, until it is woken."""
        tasks, self._background = self._background, []
        await ended(*tasks)

    async def close(self) -> None:
        await self.rest()
        self.sheets.clear()
        self._tidy()

    # --- background -------------------------------------------------------------------------------------------------

    async def _keep_drawing(self) -> None:
        while True:
            self._to_draw.clear()
            selected = self.selected
            small = next((one for one in self.sheets if one.drawn != one.page), None)
            if selected is not None and not self._is_drawn(selected):
                page, picture = selected.page, _BLANK
                with self._troubles():
                    picture, _ = await self._draw(selected, page, LARGE)
                # What cannot be drawn is not tried for ever.
                self._large = _Drawn(selected.content, page, picture)
                self._changed()
            elif small is not None:
                page = small.page
                with self._troubles():
                    small.small, small.edges_found = await self._draw(small, page, SMALL)
                small.drawn = page
                self._changed()
            else:
                await self._to_draw.wait()

    async def _keep_reading(self) -> None:
        while True:
            self._to_read.clear()
            selected = self.selected
            if selected is not None and selected.read != selected.page:
                await self._read(selected, selected.page, read=True)
            elif raw := next((one for one in self.sheets if one.raw), None):
                await self._read(raw, _WHOLE, read=False)
            else:
                await self._to_read.wait()

    async def _read(self, sheet: Sheet, page: PageOf, read: bool) -> None:
        readable = None
        try:
            with self._using(sheet.content) as content:
                job = Make(pages=(page,), format="jpeg", read=read)
                answer, squeezed = await made(self._pouch, self._workshop, job, [content])
            if answer.reading is not None:
                readable = answer.reading.readable
            self._squeeze(sheet, page, squeezed)
        except PaperTroubleError as error:
            # The sheet is seen and can be kept all the same.
            _log.warning("sheet-unread", code=error.trouble.value)
        sheet.raw = sheet.raw and page != _WHOLE
        self._squeezed.set()
        if read:
            sheet.read, sheet.readable = page, readable
            self._changed()

    def _squeeze(self, sheet: Sheet, page: PageOf, squeezed: Sealed) -> None:
        self._hold(squeezed)
        if sheet.raw and page == _WHOLE:
            if self._large is not None and self._large.content is sheet.content:
                self._large = _Drawn(squeezed, self._large.page, self._large.picture)
            sheet.content = squeezed
        self._tidy()

    async def _draw(self, sheet: Sheet, page: PageOf, side: int) -> Drawing:
        with self._using(sheet.content) as content:
            return await drawn(self._workshop, page, side, content)

    def _is_drawn(self, sheet: Sheet) -> bool:
        large = self._large
        return large is not None and large.content is sheet.content and large.page == sheet.page

    @contextlib.contextmanager
    def _troubles(self) -> Iterator[None]:
        try:
            yield
        except PaperTroubleError as error:
            self.trouble = error.trouble

    # --- contents ---------------------------------------------------------------------------------------------------

    def _hold(self, content: Sealed) -> None:
        self._held.append(self._pouch.hold(content))

    @contextlib.contextmanager
    def _using(self, content: Sealed) -> Iterator[Sealed]:
        """A sheet may be removed or squeezed while a workshop reads it: its content waits."""
        self._in_use.append(content)
        try:
            yield content
        finally:
            self._in_use.remove(content)
            self._tidy()

    def _tidy(self) -> None:
        """Drop the contents that no sheet has any more and no workshop reads."""
        needed = {id(one) for one in (*self._in_use, *(sheet.content for sheet in self.sheets))}
        for content in self._held:
            if id(content) not in needed:
                self._pouch.drop(content)
        self._held = [one for one in self._held if id(one) in needed]
