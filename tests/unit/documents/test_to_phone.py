"""Taking papers home in one's own phone, as a conversation of scenes and wishes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from kiosk.documents.desk.scenes import PhoneScene
from kiosk.documents.desk.to_phone import to_phone
from kiosk.documents.desk.wishes import Leave, NewCode
from kiosk.documents.paper import Paper
from kiosk.documents.phone.base import Fetched, Finished, Joined, Refused
from kiosk.documents.trouble import Trouble
from kiosk.sealed import Sealed
from tests.unit.documents.fake_counter import FakeCounter
from tests.unit.documents.fake_phone import FakeDoor


class Desk:
    def __init__(self) -> None:
        self.counter = FakeCounter()
        self.door = FakeDoor()
        self.papers = tuple(Paper(title, "pdf", Sealed.of(b"%PDF")) for title in ("Avis", "Attestation"))
        self.service = asyncio.create_task(to_phone(self.counter, self.door, self.papers))

    async def leave(self) -> None:
        self.counter.tell(Leave())
        async with asyncio.timeout(10):
            await self.service


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    await desk.counter.seen(PhoneScene, mode="take", stage="code", total=2)
    yield desk
    desk.service.cancel()
    await asyncio.wait((desk.service,))
    assert desk.door.remains() == 0
    for paper in desk.papers:
        paper.content.close()


async def test_papers_are_counted_as_the_phone_takes_them(desk: Desk) -> None:
    desk.door.tell(Joined(), Fetched(1))
    await desk.counter.seen(PhoneScene, stage="joined", count=1)
    desk.door.tell(Fetched(1), Fetched(0))
    await desk.counter.seen(PhoneScene, stage="finished", count=2)
    assert desk.counter.services == ["take"]
    await desk.leave()
    assert desk.counter.services == ["take"]


async def test_one_of_two_is_enough_for_who_wants_one(desk: Desk) -> None:
    desk.door.tell(Joined(), Fetched(0), Finished())
    await desk.counter.seen(PhoneScene, stage="finished", count=1)
    await desk.leave()
    assert desk.counter.services == ["take"]


async def test_nothing_taken_is_nothing_done(desk: Desk) -> None:
    desk.door.tell(Joined())
    await desk.leave()
    assert desk.counter.services == []


async def test_a_new_code_offers_the_same_papers(desk: Desk) -> None:
    desk.door.tell(Refused(Trouble.CODE_EXPIRED))
    await desk.counter.seen(PhoneScene, stage="expired")
    desk.counter.tell(NewCode())
    await desk.counter.seen(PhoneScene, stage="code")
    assert [papers for _, papers, _ in desk.door.opened] == [desk.papers, desk.papers]


async def test_a_new_code_that_cannot_be_made_is_said(desk: Desk) -> None:
    desk.door.tell(Refused(Trouble.PHONE_FAILED))
    await desk.counter.seen(PhoneScene, stage="expired", trouble=Trouble.PHONE_FAILED)
    desk.door.troubles = [Trouble.NO_NETWORK]
    desk.counter.tell(NewCode())
    await desk.counter.seen(PhoneScene, stage="expired", trouble=Trouble.NO_NETWORK)
