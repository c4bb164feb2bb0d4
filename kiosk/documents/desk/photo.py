"""Papers photographed with the person's own phone: the code, the photographs as they come, then the pile of sheets.

Each photograph is put on the pile, drawn and straightened, while the next one is taken.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Self

from kiosk.documents.acceptance import Rule
from kiosk.documents.desk.counter import Counter, Service
from kiosk.documents.desk.leaving import LeftError, unless_left
from kiosk.documents.desk.phone_visit import PhoneVisit
from kiosk.documents.desk.scenes import Scene, WaitScene
from kiosk.documents.desk.sheets import SheetPile
from kiosk.documents.desk.to_phone import opened
from kiosk.documents.desk.wishes import AnotherPhoto, Keep, Leave, Wish
from kiosk.documents.ending import ended
from kiosk.documents.paper import Paper
from kiosk.documents.phone.base import PhoneDoor
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Workshop
from kiosk.sealed import Sealed


async def photo(
    counter: Counter, door: PhoneDoor, workshop: Workshop, rule: Rule | None, *, language: str = "fr"
) -> None:
    """Ends with one paper in the tray, or when the person leaves."""
    behind = _Behind(counter)
    workshop.warm()
    async with (
        SheetPile(behind, workshop, "photo", rule) as pile,
        _Arrivals(counter, pile) as arrivals,
        PhoneVisit(counter, door, language, on_photo=arrivals.put) as visit,
    ):
        arrivals.on_trouble = lambda trouble: visit.tell(trouble) if behind.hidden else pile.tell(trouble=trouble)
        going_on = await opened(counter, visit)
        while going_on and not isinstance(await visit.follow(), Leave):
            counter.show(WaitScene("paper"))
            try:
                await unless_left(counter, arrivals.first())
            except LeftError:
                return
            if pile.count:
                going_on = await _wants_more(counter, visit, arrivals, pile, behind)
            visit.again()


async def _wants_more(
    counter: Counter, visit: PhoneVisit, arrivals: _Arrivals, pile: SheetPile, behind: _Behind
) -> bool:
    """Show the pile until it is kept or left. True: back to the phone, for another photograph."""
    behind.hidden = False
    while isinstance(wish := await pile.review(), Keep):
        # A photograph that comes while the paper is made would be told as received, and lost: no more from here on.
        await visit.close()
        seen = pile.count
        await arrivals.settled()
        if pile.count == seen and await pile.keep():
            counter.done("photo")
            return False
    behind.hidden = True
    if not isinstance(wish, AnotherPhoto):
        return False
    return visit.is_open or await opened(counter, visit)


class _Behind(Counter):
    """The counter as the pile sees it: its scenes wait while the phone's scene is in front."""

    def __init__(self, counter: Counter) -> None:
        self.pouch = counter.pouch
        self.hidden = True
        self._counter = counter

    def show(self, scene: Scene) -> None:
        if not self.hidden:
            self._counter.show(scene)

    async def wish(self) -> Wish:
        return await self._counter.wish()

    async def keep(self, paper: Paper) -> bool:
        return await self._counter.keep(paper)

    def done(self, service: Service) -> None:
        self._counter.done(service)

    def alive(self) -> None:
        self._counter.alive()


class _Arrivals:
    """Puts photographs on the pile, one after the other. Use it by `async with`: what it still has then is dropped."""

    def __init__(self, counter: Counter, pile: SheetPile) -> None:
        self.on_trouble: Callable[[Trouble], None] = lambda _: None
        self._pouch = counter.pouch
        self._pile = pile
        self._waiting: asyncio.Queue[Sealed] = asyncio.Queue()
        self._added = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._adding = asyncio.create_task(self._keep_adding())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await ended(self._adding)
        while not self._waiting.empty():
            self._pouch.drop(self._waiting.get_nowait())

    def put(self, content: Sealed) -> None:
        try:
            self._waiting.put_nowait(self._pouch.hold(content))
        except PaperTroubleError as error:
            self.on_trouble(error.trouble)

    async def first(self) -> None:
        """Until there is a sheet to be looked at, or none is on its way."""
        settled = asyncio.ensure_future(self._waiting.join())
        added = asyncio.ensure_future(self._one_added())
        try:
            await asyncio.wait((settled, added), return_when=asyncio.FIRST_COMPLETED)
        finally:
            await ended(settled, added)

    async def settled(self) -> None:
        await self._waiting.join()

    async def _one_added(self) -> None:
        while not self._pile.count:
            self._added.clear()
            await self._added.wait()

    async def _keep_adding(self) -> None:
        while True:
            content = await self._waiting.get()
            try:
                await self._pile.add(content)
                self._added.set()
            except PaperTroubleError as error:
                self.on_trouble(error.trouble)
            finally:
                self._waiting.task_done()
