"""The pile of sheets that a scanner or a phone brought: looked at, turned, cropped, and kept as one paper.

Does what is wished of the sheets and shows them; the work on them is in `sheet_work`. Knows no device: `scan` and
`photo` bring the sheets.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Literal, Self

import msgspec

from kiosk.documents import kinds
from kiosk.documents.acceptance import Rule
from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.scenes import SheetsScene, SheetView
from kiosk.documents.desk.sheet_work import Sheet, SheetWork
from kiosk.documents.desk.wishes import (
    AnotherPhoto,
    Cancel,
    CropSheet,
    Keep,
    Leave,
    RemoveSheet,
    Scan,
    Select,
    TurnSheet,
    Wish,
)
from kiosk.documents.paper import Paper
from kiosk.documents.scanner.base import Source
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Workshop
from kiosk.documents.workshop.jobs import MAX_INPUTS, Box, Make, PageOf, Turn
from kiosk.sealed import Sealed

MAX_SHEETS = MAX_INPUTS
_LEAST_BYTES = 20_000
_LEAST_PART = 0.02
_NEXT_TURN: dict[Turn, Turn] = {0: 90, 90: 180, 180: 270, 270: 0}
_TITLES = {"scan": "Papier scanné", "photo": "Papier photographié"}


class SheetPile:
    """Use it by `async with`: at the end it ends its background work and drops every content."""

    def __init__(
        self, counter: Counter, workshop: Workshop, origin: Literal["scan", "photo"], rule: Rule | None
    ) -> None:
        self._counter = counter
        self._origin: Literal["scan", "photo"] = origin
        self._rule = rule
        self._work = SheetWork(counter.pouch, workshop, changed=self._show)
        self._sources: tuple[Source, ...] = ()
        self._percent: int | None = None
        self._keeping = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._work.close()

    @property
    def count(self) -> int:
        return len(self._work.sheets)

    @property
    def full(self) -> bool:
        return self.count >= MAX_SHEETS

    async def add(self, content: Sealed) -> None:
        """Take one more sheet over, and show it. Raises PaperTroubleError, the content dropped, when it is none."""
        if self.full:
            self._counter.pouch.drop(content)
            raise PaperTroubleError(Trouble.TOO_MANY_PAGES)
        photo = self._origin == "photo"
        await self._work.add(Sheet(content, PageOf(input=0, photo=photo), raw=not photo))
        self._show()

    def tell(self, percent: int | None = None, trouble: Trouble | None = None) -> None:
        """Show the pile, how far the scanner is, and what went wrong with the last thing that was tried."""
        self._percent, self._work.trouble = percent, trouble
        self._show()

    async def review(self, sources: Sequence[Source] = ()) -> Wish:
        """Show the sheets and do what is wished of them, until it is a Scan, AnotherPhoto, Keep, Leave, or a Cancel
        while the scanner runs."""
        self._sources = tuple(sources)
        self._show()
        while True:
            wish = await self._counter.wish()
            if self._ends(wish):
                return wish
            selected = self._work.selected
            if selected is not None and self._did(selected, wish):
                self._work.trouble = None
            self._show()

    async def keep(self) -> bool:
        """Make one paper of all sheets, named by what it is, for the tray. False when it could not be: the sheets
        stay, and the next review tells why."""
        await self._work.rest()
        self._keeping, self._work.trouble = True, None
        self._show()
        try:
            kept = await self._make()
            self._work.trouble = None if kept else Trouble.TRAY_FULL
        except PaperTroubleError as error:
            kept, self._work.trouble = False, error.trouble
        finally:
            self._keeping = False
        return kept

    def _ends(self, wish: Wish) -> bool:
        match wish:
            case Leave():
                return True
            case Cancel():
                return self._percent is not None
            case Keep():
                return self.count > 0 and self._percent is None
            case Scan(source):
                return source in self._sources and not self.full and self._percent is None
            case AnotherPhoto():
                return self._origin == "photo" and not self.full
        return False

    def _did(self, sheet: Sheet, wish: Wish) -> bool:
        match wish:
            case Select(number) if 0 <= number < self.count:
                self._work.place = number
            case TurnSheet():
                sheet.page = msgspec.structs.replace(
                    sheet.page, turn=_NEXT_TURN[sheet.page.turn], crop=_turned(sheet.page.crop)
                )
            case CropSheet():
                sheet.page = msgspec.structs.replace(sheet.page, crop=_within(sheet.page.crop, wish))
            case RemoveSheet():
                self._work.remove()
            case _:
                return False
        return True

    def _show(self) -> None:
        if not self._keeping:
            self._work.wake()
        selected = self._work.selected
        self._counter.show(
            SheetsScene(
                origin=self._origin,
                sheets=tuple(map(_view, self._work.sheets)),
                selected=self._work.place,
                large=self._work.large,
                sources=self._sources,
                percent=self._percent,
                working=self._keeping or self._work.waiting,
                readable=selected.readable if selected and selected.read == selected.page else None,
                full=self.full,
                trouble=self._work.trouble,
            )
        )

    async def _make(self) -> bool:
        """One PDF, or where the service takes pictures only, one picture a sheet. False when the tray is full."""
        pictures = self._rule is not None and "pdf" not in self._rule.formats
        most = self._rule.max_bytes if self._rule is not None else None
        for batch in [[one] for one in self._work.sheets] if pictures else [self._work.sheets]:
            job = Make(
                pages=tuple(msgspec.structs.replace(one.page, input=number) for number, one in enumerate(batch)),
                format="jpeg" if pictures else "pdf",
                max_bytes=None if most is None else max(most, _LEAST_BYTES),
                read=True,
            )
            made, content = await self._work.make(job, batch)
            try:
                title = kinds.title_of(made.reading.kind if made.reading else None, _TITLES[self._origin])
                if not await self._counter.keep(Paper(title, made.kind, content)):
                    return False
            finally:
                self._counter.pouch.drop(content)
        return True


def _view(sheet: Sheet) -> SheetView:
    return SheetView(sheet.small, sheet.page.turn, cropped=sheet.page.crop != Box(), edges_found=sheet.edges_found)


def _turned(box: Box) -> Box:
    """The same part of the sheet, after a quarter clockwise."""
    return Box(left=1.0 - box.bottom, top=box.left, right=1.0 - box.top, bottom=box.right)


def _within(seen: Box, wish: CropSheet) -> Box:
    """This part of what is seen, as a part of the sheet. A part too small to be meant changes nothing."""
    left, top, right, bottom = (min(1.0, max(0.0, one)) for one in (wish.left, wish.top, wish.right, wish.bottom))
    if (left, top, right, bottom) == (0.0, 0.0, 1.0, 1.0):
        return Box()
    if right - left < _LEAST_PART or bottom - top < _LEAST_PART:
        return seen
    width, height = seen.right - seen.left, seen.bottom - seen.top
    return Box(
        left=seen.left + left * width,
        top=seen.top + top * height,
        right=seen.left + right * width,
        bottom=seen.top + bottom * height,
    )
