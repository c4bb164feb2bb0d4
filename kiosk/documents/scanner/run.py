"""One run of `scanimage`: what it says and what it sends, as progress, sheets and at the end a trouble or none.

Its last words count more than its end: some backends never get that far (SANE's test device stays in a lock of its
own now and then), and the person must not wait for it.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncGenerator

import structlog

from kiosk.documents.confined import Confined
from kiosk.documents.scanner.base import Progress
from kiosk.documents.scanner.pnm import CutShortError, NoPictureError, next_sheet
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed

SILENT_SECONDS = 120.0
"""A scanner from which nothing at all comes for so long will not scan: warming up its lamp takes less."""
LAST_SECONDS = 3.0
"""From its last words to its end."""
HOME_SECONDS = 20.0
"""From the last sheet to the end: the lamp goes back to where it came from."""

_PERCENT = re.compile(r"Progress: (\d+)")
_LAST_WORDS = re.compile(r"sane_(start|read): |open of device|Batch terminated")

# SANE_Status is the exit status of scanimage, and sane_strstatus what it writes.
_GOOD, _NO_DOCUMENTS = 0, 7
_TROUBLES = {
    3: Trouble.SCANNER_BUSY,
    6: Trouble.FEEDER_JAMMED,
    _NO_DOCUMENTS: Trouble.FEEDER_EMPTY,
    8: Trouble.SCANNER_COVER_OPEN,
}
_SAID = {
    "Device busy": 3,
    "Document feeder jammed": 6,
    "Document feeder out of documents": _NO_DOCUMENTS,
    "Scanner cover is open": 8,
}

_log = structlog.get_logger()


class Run:
    """`heard` is what the program's words are told to. `news` ends with None; `trouble` is then what ended it."""

    def __init__(self, most_sheets: int) -> None:
        self.news: asyncio.Queue[Progress | Sealed | None] = asyncio.Queue()
        self.trouble: Trouble | None = None
        self._most = most_sheets
        self._percent = -1
        self._words = ""
        self._patience: asyncio.Timeout | None = None
        self._room = asyncio.Semaphore(1)

    def heard(self, words: str) -> None:
        self._words = (self._words + words)[-4096:]
        self._wait(SILENT_SECONDS)
        said = _PERCENT.findall(words)
        if said and int(said[-1]) != self._percent and self.news.empty():
            self._percent = int(said[-1])
            self.news.put_nowait(Progress(min(100, self._percent)))

    def taken(self) -> None:
        """A sheet was taken out of the news: there is room for the next."""
        self._room.release()

    def drop(self) -> None:
        """Close what nobody has taken."""
        while not self.news.empty():
            left = self.news.get_nowait()
            if isinstance(left, Sealed):
                left.close()

    async def bring(self, running: Confined) -> None:
        """Every sheet, as long as there is room for it."""
        try:
            self.trouble = await self._bring(running)
        except PaperTroubleError as error:
            self.trouble = error.trouble
        finally:
            self.news.put_nowait(None)

    async def _bring(self, running: Confined) -> Trouble | None:
        sheets = 0
        try:
            async with self._patient():
                while sheets < self._most and (sheet := await next_sheet(running.output)):
                    sheets += 1
                    await self._give(sheet)
        except CutShortError:
            return self._ended(await self._status(running), sheets) or Trouble.SCANNER_FAILED
        except NoPictureError:
            return Trouble.SCANNER_FAILED
        except TimeoutError:
            return self._ended(None, sheets)
        return self._ended(await self._status(running), sheets)

    async def _status(self, running: Confined) -> int | None:
        """None when it does not end by itself."""
        with contextlib.suppress(TimeoutError):
            async with self._patient():
                self._wait(HOME_SECONDS)
                return await running.ended()
        return None

    @contextlib.asynccontextmanager
    async def _patient(self) -> AsyncGenerator[None, None]:
        """Raises TimeoutError when nothing is heard or comes for too long."""
        try:
            async with asyncio.timeout(SILENT_SECONDS) as self._patience:
                self._wait(SILENT_SECONDS)
                yield
        finally:
            self._patience = None

    def _wait(self, seconds: float) -> None:
        if _LAST_WORDS.search(self._words):
            seconds = LAST_SECONDS
        if self._patience is not None and not self._patience.expired():
            self._patience.reschedule(asyncio.get_running_loop().time() + seconds)

    async def _give(self, sheet: Sealed) -> None:
        try:
            await self._room.acquire()
        except BaseException:
            sheet.close()
            raise
        self.news.put_nowait(sheet)
        self._wait(SILENT_SECONDS)

    def _ended(self, status: int | None, sheets: int) -> Trouble | None:
        """`status`: None when it has not ended by itself."""
        # Before the scan has begun, the exit status is 1 whatever it is.
        if "open of device" in self._words:
            return Trouble.SCANNER_BUSY if "Device busy" in self._words else Trouble.NO_SCANNER
        if status is None or status not in {_GOOD, *_TROUBLES}:
            said = [number for words, number in _SAID.items() if words in self._words]
            status = said[-1] if said else status
        if sheets and (status in (_GOOD, _NO_DOCUMENTS) or self._most == 1):
            return None
        if status is None or status not in _TROUBLES:
            _log.warning("scanner-failed", exit=status)
            return Trouble.SCANNER_FAILED
        return _TROUBLES[status]
