"""Sticks without a device. `here`: what is plugged in. `trouble`: what the next copies end with, halfway."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from pathlib import Path

from kiosk.documents.paper import Paper
from kiosk.documents.stick.base import Copied, Stick, Sticks
from kiosk.documents.trouble import PaperTroubleError, Trouble

A_STICK = Stick(Path("/dev/stick1"), "vfat", 8_000_000_000)
ANOTHER = Stick(Path("/dev/stick2"), "vfat", 4_000_000_000)


class FakeSticks(Sticks):
    def __init__(self, *here: Stick) -> None:
        self.here = here
        self.troubles: list[Trouble] = []
        self.copied: dict[str, bytes] = {}
        self.wait: Callable[[], Awaitable[None]] | None = None
        self.looked = 0
        self._running = 0

    async def plugged(self) -> tuple[Stick, ...]:
        self.looked += 1
        return self.here

    async def copy(self, stick: Stick, papers: Sequence[Paper]) -> AsyncGenerator[Copied, None]:
        if stick.format != "vfat":
            raise PaperTroubleError(Trouble.STICK_UNKNOWN_FORMAT)
        if stick.read_only:
            raise PaperTroubleError(Trouble.STICK_READ_ONLY)
        self._running += 1
        try:
            yield Copied(0)
            if self.wait is not None:
                await self.wait()
            if self.troubles:
                raise PaperTroubleError(self.troubles.pop(0))
            for paper in papers:
                title, ending = paper.file_name.rsplit(".", 1)
                name, number = f"{title}.{ending}", 1
                while name in self.copied:
                    number += 1
                    name = f"{title} ({number}).{ending}"
                self.copied[name] = paper.content.read()
            yield Copied(100)
        finally:
            self._running -= 1

    async def close(self) -> None:
        self._running = 0

    def remains(self) -> int:
        return self._running
