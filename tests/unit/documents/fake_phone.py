"""A door without a network, for tests of what stands around one: a test tells what the phone does."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from typing import Literal

from kiosk.documents.paper import Paper
from kiosk.documents.phone.base import Address, News, PhoneDoor, Photo
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed


class FakeDoor(PhoneDoor):
    """`troubles`: what the next openings end with, None for one that goes well. `opened`: each opening's mode, papers
    and language."""

    def __init__(self, seconds: int = 600) -> None:
        self.seconds = seconds
        self.troubles: list[Trouble | None] = []
        self.opened: list[tuple[str, tuple[Paper, ...], str]] = []
        self._news: asyncio.Queue[News | None] | None = None
        self._numbers = itertools.count(1)

    def tell(self, *news: News) -> None:
        assert self._news is not None, "the door is closed"
        for one in news:
            self._news.put_nowait(one)

    def bring(self, content: bytes = b"\xff\xd8\xff photograph") -> None:
        self.tell(Photo(Sealed.of(content)))

    async def open(
        self, mode: Literal["bring", "take"], papers: tuple[Paper, ...] = (), language: str = "fr"
    ) -> Address:
        await self.close()
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble is not None:
            raise PaperTroubleError(trouble)
        self.opened.append((mode, papers, language))
        self._news = asyncio.Queue()
        return Address(f"https://192.168.1.20:8443/{next(self._numbers)}", "192.168.1.20:8443", True, self.seconds)

    async def news(self) -> AsyncIterator[News]:
        news = self._news
        while news is not None and (one := await news.get()) is not None:
            yield one

    async def close(self) -> None:
        news, self._news = self._news, None
        if news is not None:
            while not news.empty():
                if isinstance(one := news.get_nowait(), Photo):
                    one.content.close()
            news.put_nowait(None)

    def remains(self) -> int:
        return int(self._news is not None)
