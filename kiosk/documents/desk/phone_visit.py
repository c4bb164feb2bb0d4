"""One phone at the desk: its code on the screen, the time it has left, and what it does, for `photo` and `to_phone`.

Hears the door's news all along, even while another scene is shown; shows `PhoneScene` only while it is followed.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from types import TracebackType
from typing import Literal, Self

from kiosk.documents.desk import qr
from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.scenes import PhoneScene
from kiosk.documents.desk.wishes import Leave, Look, NewCode, Wish
from kiosk.documents.ending import ended
from kiosk.documents.paper import Paper
from kiosk.documents.phone.base import Address, Fetched, Finished, Joined, News, PhoneDoor, Photo
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed

_OVER = (Trouble.CODE_EXPIRED, Trouble.PHONE_FAILED)
_TICK_SECONDS = 1.0

Stage = Literal["code", "joined", "finished", "expired"]


class PhoneVisit:
    """Use it by `async with`: at the end the door is closed. `on_photo` takes each photograph over."""

    def __init__(
        self,
        counter: Counter,
        door: PhoneDoor,
        language: str,
        papers: tuple[Paper, ...] | None = None,
        on_photo: Callable[[Sealed], None] | None = None,
    ) -> None:
        self.count = 0
        self.stage: Stage = "code"
        self._counter = counter
        self._door = door
        self._language = language
        self._papers = papers
        self._on_photo = on_photo
        self._address: Address | None = None
        self._qr: tuple[tuple[bool, ...], ...] = ()
        self._ends = 0.0
        self._trouble: Trouble | None = None
        self._fetched: set[int] = set()
        self._hearing: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()
        self._alive_at = -math.inf
        self._loop = asyncio.get_running_loop()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def open(self) -> None:
        """A new code; an earlier one is no longer good. Raises PaperTroubleError."""
        await self.close()
        mode: Literal["bring", "take"] = "bring" if self._papers is None else "take"
        self._address = await self._door.open(mode, self._papers or (), self._language)
        self._qr = qr.modules(self._address.url)
        self._ends = self._loop.time() + self._address.seconds
        self._trouble, self.stage = None, "code"
        self._hearing = asyncio.create_task(self._hear())

    async def close(self) -> None:
        if self._hearing is not None:
            await ended(self._hearing)
            self._hearing = None
        await self._door.close()

    @property
    def is_open(self) -> bool:
        """A phone can still come, or come back."""
        return self._hearing is not None and self.stage != "expired"

    async def follow(self) -> Leave | Look | Finished:
        """Show the code and what the phone does, until the person leaves or looks, or the phone has finished."""
        wishing = asyncio.ensure_future(self._counter.wish())
        try:
            while True:
                if self.stage == "finished":
                    return Finished()
                self.show()
                await self._something(wishing)
                if not wishing.done():
                    continue
                wish = wishing.result()
                if isinstance(wish, Leave) or (isinstance(wish, Look) and self._papers is None and self.count):
                    return wish
                wishing = asyncio.ensure_future(self._counter.wish())
                if isinstance(wish, NewCode):
                    await self._renew()
        finally:
            await ended(wishing)

    def show(self) -> None:
        address = self._address
        self._counter.show(
            PhoneScene(
                mode="bring" if self._papers is None else "take",
                stage=self.stage,
                qr=self._qr if self.stage == "code" else (),
                host=address.host if address else "",
                own_certificate=address.own_certificate if address else False,
                seconds_left=max(0, math.ceil(self._ends - self._loop.time())) if self.stage == "code" else 0,
                count=self.count,
                total=len(self._papers or ()),
                trouble=self._trouble,
            )
        )

    def tell(self, trouble: Trouble) -> None:
        """A photograph that came turned out to be none."""
        self._trouble = trouble
        self._changed.set()

    def again(self) -> None:
        """The phone that had finished is wanted once more: its page is still there."""
        if self.stage == "finished":
            self.stage = "joined"

    async def _something(self, wishing: asyncio.Future[Wish]) -> None:
        """Wait for a wish, news of the phone, or the next second of the countdown."""
        changed = asyncio.ensure_future(self._changed.wait())
        try:
            ticking = _TICK_SECONDS if self.stage == "code" else None
            await asyncio.wait((wishing, changed), timeout=ticking, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await ended(changed)
        self._changed.clear()

    async def _renew(self) -> None:
        try:
            await self.open()
        except PaperTroubleError as error:
            self.stage, self._trouble = "expired", error.trouble

    async def _hear(self) -> None:
        async for one in self._door.news():
            self._heard(one)
            self._changed.set()

    def _heard(self, one: News) -> None:
        match one:
            case Photo(content):
                self._count_one(content)
            case Fetched(index):
                self._fetched.add(index)
                self.count = len(self._fetched)
                self._to("finished" if self._papers and self.count >= len(self._papers) else "joined")
            case Joined():
                self._to("joined")
            case Finished():
                self._to("finished")
            case _:
                self._trouble = one.trouble
                if one.trouble in _OVER:
                    self.stage = "expired"

    def _count_one(self, content: Sealed) -> None:
        if self._on_photo is None:
            content.close()
            return
        self.count += 1
        self._to("joined")
        self._on_photo(content)

    def _to(self, stage: Stage) -> None:
        self.stage, self._trouble = stage, None
        if self._loop.time() - self._alive_at >= 1.0:
            self._alive_at = self._loop.time()
            self._counter.alive()
