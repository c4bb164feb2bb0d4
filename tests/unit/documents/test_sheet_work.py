"""A feeder may be faster than a workshop: what it brings waits outside, not in the post's memory."""

from __future__ import annotations

import asyncio

from kiosk.documents.desk.sheet_work import MOST_RAW, Sheet, SheetWork
from kiosk.documents.paper import Pouch
from kiosk.documents.workshop.jobs import Make, PageOf
from kiosk.sealed import Sealed
from tests.unit.documents.fake_workshop import FakeWorkshop, a_pdf


async def test_raw_sheets_wait_until_the_ones_before_are_squeezed() -> None:
    workshop, pouch = FakeWorkshop(), Pouch()
    may_squeeze = asyncio.Event()

    async def slowly() -> None:
        if isinstance(workshop.asked[-1], Make):
            await may_squeeze.wait()

    workshop.wait = slowly
    work = SheetWork(pouch, workshop, changed=lambda: None)
    for _ in range(MOST_RAW):
        await work.add(Sheet(Sealed.of(a_pdf()), PageOf(0), raw=True))
    work.wake()
    one_more = asyncio.create_task(work.add(Sheet(Sealed.of(a_pdf()), PageOf(0), raw=True)))
    await asyncio.wait((one_more,), timeout=0.3)
    assert not one_more.done()
    assert len(work.sheets) == MOST_RAW
    may_squeeze.set()
    async with asyncio.timeout(10):
        await one_more
    assert len(work.sheets) == MOST_RAW + 1
    await work.close()
    assert pouch.remains() == 0
