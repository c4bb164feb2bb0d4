"""A paper goes home in the person's own phone."""

from __future__ import annotations

import contextlib

from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.leaving import LeftError, again, left, unless_left
from kiosk.documents.desk.phone_visit import PhoneVisit
from kiosk.documents.desk.scenes import SorryScene, WaitScene
from kiosk.documents.paper import Paper
from kiosk.documents.phone.base import Finished, PhoneDoor
from kiosk.documents.trouble import PaperTroubleError


async def to_phone(counter: Counter, door: PhoneDoor, papers: tuple[Paper, ...], *, language: str = "fr") -> bool:
    """Ends when the person leaves. Done, and then True, once all papers are taken, or the person is content with
    some."""
    async with PhoneVisit(counter, door, language, papers=papers) as visit:
        if not await opened(counter, visit):
            return False
        outcome = await visit.follow()
        if visit.count:
            counter.done("take")
        if isinstance(outcome, Finished):
            visit.show()
            await left(counter)
        return visit.count > 0


async def opened(counter: Counter, visit: PhoneVisit) -> bool:
    """Open the door, as often as the person wants to try. False when they leave instead."""
    with contextlib.suppress(LeftError):
        while True:
            counter.show(WaitScene("phone"))
            try:
                await unless_left(counter, visit.open())
            except PaperTroubleError as error:
                counter.show(SorryScene(error.trouble, again=True))
                await again(counter)
            else:
                return True
    return False
