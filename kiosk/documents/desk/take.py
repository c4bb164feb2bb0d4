"""Taking papers home: onto the person's USB stick, to their phone, or printed. Knows the stick's way alone."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence

from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.leaving import LeftError, again, left, unless_left
from kiosk.documents.desk.scenes import StickScene, TakeScene
from kiosk.documents.desk.to_phone import to_phone
from kiosk.documents.desk.wishes import Leave, Use
from kiosk.documents.ending import ended
from kiosk.documents.paper import Paper
from kiosk.documents.phone.base import PhoneDoor
from kiosk.documents.stick.base import Stick, Sticks
from kiosk.documents.trouble import PaperTroubleError

LOOK_SECONDS = 0.7


async def take(
    counter: Counter,
    papers: Sequence[Paper],
    sticks: Sticks | None,
    door: PhoneDoor | None,
    printing: Callable[[], Awaitable[bool]] | None,
    *,
    look_seconds: float = LOOK_SECONDS,
    language: str = "fr",
) -> None:
    """Ends once the papers went home; who leaves a way before that can choose another. `printing` is the whole service
    of the printer, and tells whether the paper came out. `language`: the phone's page.
    `look_seconds`: how often the ports are looked at."""
    titles = tuple(one.title for one in papers)
    ways = TakeScene(titles, stick=sticks is not None, phone=door is not None, printer=printing is not None)
    while True:
        counter.show(ways)
        match await counter.wish():
            case Leave():
                return
            case Use("stick") if sticks is not None:
                with contextlib.suppress(LeftError):
                    await _onto_stick(counter, sticks, papers, look_seconds)
                    return
            case Use("phone") if door is not None:
                if await to_phone(counter, door, tuple(papers), language=language):
                    return
            case Use("print") if printing is not None:
                if await printing():
                    return


async def _onto_stick(counter: Counter, sticks: Sticks, papers: Sequence[Paper], look_seconds: float) -> None:
    """Until the stick is in the person's hand again. Raises LeftError when they leave before a copy."""
    while True:
        stick = await unless_left(counter, _plugged(counter, sticks, len(papers), look_seconds))
        try:
            await _unheard(counter, _copied(counter, sticks, stick, papers))
        except PaperTroubleError as error:
            counter.show(StickScene("failed", count=len(papers), trouble=error.trouble))
            await again(counter)
            continue
        counter.done("take")
        counter.show(StickScene("copied", percent=100, count=len(papers)))
        with contextlib.suppress(LeftError):
            await unless_left(counter, _pulled_out(sticks, stick, look_seconds))
            counter.show(StickScene("gone", percent=100, count=len(papers)))
            await left(counter)
        return


async def _plugged(counter: Counter, sticks: Sticks, count: int, look_seconds: float) -> Stick:
    before: tuple[Stick, ...] | None = None
    while True:
        found = await sticks.plugged()
        # Twice the same: the kernel needs a moment until it knows what a stick is.
        if found == before and len(found) == 1:
            return found[0]
        if before is None or (len(found) > 1) != (len(before) > 1):
            counter.show(StickScene("choose" if len(found) > 1 else "insert", count=count))
        before = found
        await asyncio.sleep(look_seconds)


async def _pulled_out(sticks: Sticks, stick: Stick, look_seconds: float) -> None:
    while any(one.device == stick.device for one in await sticks.plugged()):
        await asyncio.sleep(look_seconds)


async def _copied(counter: Counter, sticks: Sticks, stick: Stick, papers: Sequence[Paper]) -> None:
    counter.show(StickScene("copying", count=len(papers)))
    clock = asyncio.get_running_loop().time
    told = clock() - 1.0
    async with contextlib.aclosing(sticks.copy(stick, papers)) as copied:
        async for one in copied:
            if clock() - told >= 1.0:
                told = clock()
                counter.alive()
            counter.show(StickScene("copying", percent=one.percent, count=len(papers)))


async def _unheard(counter: Counter, work: Awaitable[None]) -> None:
    """A copy is short and is not to be cut: what is wished meanwhile is dropped, so that it does nothing later."""

    async def drop() -> None:
        while True:
            await counter.wish()

    dropping = asyncio.create_task(drop())
    try:
        await work
    finally:
        await ended(dropping)
