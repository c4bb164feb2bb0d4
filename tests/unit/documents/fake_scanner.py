"""A scanner without a device, for tests of what stands around one.

`sheets`: what lies in the feeder. `trouble`: what a scan ends with after them. `wait` is awaited before each sheet.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable

from kiosk.documents.scanner.base import Progress, Scanner, ScannerInfo, Source
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed


def a_pnm(width: int = 4, height: int = 6) -> bytes:
    return b"P6\n%d %d\n255\n" % (width, height) + b"\xff" * (3 * width * height)


class FakeScanner(Scanner):
    def __init__(self, *sheets: bytes, sources: tuple[Source, ...] = (Source.GLASS, Source.FEEDER)) -> None:
        self.info: ScannerInfo | None = ScannerInfo("Fake", sources)
        self.sheets = sheets or (a_pnm(),)
        self.trouble: Trouble | None = None
        self.wait: Callable[[], Awaitable[None]] | None = None
        self.looked = 0
        self.scanned: list[Source] = []
        self.running = 0

    async def find(self) -> ScannerInfo | None:
        self.looked += 1
        return self.info

    async def scan(self, source: Source) -> AsyncGenerator[Progress | Sealed, None]:
        if self.info is None:
            raise PaperTroubleError(Trouble.NO_SCANNER)
        self.scanned.append(source)
        self.running += 1
        try:
            for sheet in self.sheets[:1] if source is Source.GLASS else self.sheets:
                yield Progress(50)
                if self.wait is not None:
                    await self.wait()
                yield Progress(100)
                yield Sealed.of(sheet)
            if self.trouble is not None:
                raise PaperTroubleError(self.trouble)
        finally:
            self.running -= 1

    async def close(self) -> None:
        self.running = 0

    def remains(self) -> int:
        return self.running
