"""Photographing a paper with one's own phone, as a conversation of scenes and wishes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from kiosk.documents.desk.photo import photo
from kiosk.documents.desk.scenes import PhoneScene, SheetsScene, SorryScene
from kiosk.documents.desk.wishes import Again, AnotherPhoto, Keep, Leave, Look, NewCode
from kiosk.documents.phone.base import Finished, Joined, Refused
from kiosk.documents.trouble import Trouble
from tests.unit.documents.fake_counter import FakeCounter
from tests.unit.documents.fake_phone import FakeDoor
from tests.unit.documents.fake_workshop import FakeWorkshop


class Desk:
    def __init__(self, door: FakeDoor) -> None:
        self.counter = FakeCounter()
        self.door = door
        self.workshop = FakeWorkshop()
        self.service = asyncio.create_task(photo(self.counter, door, self.workshop, None, language="ar"))

    async def ended(self) -> None:
        async with asyncio.timeout(10):
            await self.service

    async def join(self) -> None:
        await self.counter.seen(PhoneScene, stage="code")
        self.door.tell(Joined())
        await self.counter.seen(PhoneScene, stage="joined")

    async def bring(self, count: int) -> None:
        """One more photograph, which makes so many."""
        self.door.bring()
        await self.counter.seen(PhoneScene, count=count)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk(FakeDoor())
    yield desk
    desk.service.cancel()
    await asyncio.wait((desk.service,))
    assert desk.door.remains() == 0
    assert desk.counter.pouch.remains() == 0


async def test_a_code_is_shown_until_a_phone_joins(desk: Desk) -> None:
    scene = await desk.counter.seen(PhoneScene, stage="code")
    assert len(scene.qr) == len(scene.qr[0]) >= 21
    assert (scene.mode, scene.host, scene.own_certificate) == ("bring", "192.168.1.20:8443", True)
    assert desk.door.opened == [("bring", (), "ar")]
    desk.door.tell(Joined())
    assert (await desk.counter.seen(PhoneScene, stage="joined")).qr == ()


async def test_the_seconds_of_a_code_are_counted_down(desk: Desk) -> None:
    first = await desk.counter.seen(PhoneScene, stage="code")
    await desk.counter.seen(PhoneScene, seconds_left=first.seconds_left - 1)


async def test_photographs_become_one_paper_in_the_tray(desk: Desk) -> None:
    await desk.join()
    await desk.bring(1)
    await desk.bring(2)
    desk.door.tell(Finished())
    await desk.counter.seen(SheetsScene, origin="photo")
    while len((await desk.counter.seen(SheetsScene)).sheets) < 2:
        await asyncio.sleep(0)
    desk.counter.tell(Keep())
    await desk.ended()
    assert len(desk.counter.kept) == 1
    assert desk.counter.services == ["photo"]
    assert desk.counter.lives >= 1


async def test_the_kiosk_can_look_before_the_phone_has_finished(desk: Desk) -> None:
    await desk.join()
    shown = len(desk.counter.scenes)
    desk.counter.tell(Look())  # there is nothing to be looked at yet
    while len(desk.counter.scenes) == shown:
        await asyncio.sleep(0)
    await desk.counter.seen(PhoneScene, stage="joined")
    await desk.bring(1)
    desk.counter.tell(Look())
    await desk.counter.seen(SheetsScene, origin="photo")


async def test_another_photograph_needs_no_new_code_while_the_phone_is_there(desk: Desk) -> None:
    await desk.join()
    await desk.bring(1)
    desk.door.tell(Finished())
    await desk.counter.seen(SheetsScene)
    desk.counter.tell(AnotherPhoto())
    await desk.counter.seen(PhoneScene, stage="joined", count=1)
    await desk.bring(2)
    desk.door.tell(Finished())
    await desk.counter.seen(SheetsScene)
    assert len(desk.door.opened) == 1


async def test_an_expired_code_is_replaced_on_request_and_photographs_stay(desk: Desk) -> None:
    await desk.join()
    await desk.bring(1)
    desk.door.tell(Refused(Trouble.CODE_EXPIRED))
    scene = await desk.counter.seen(PhoneScene, stage="expired", trouble=Trouble.CODE_EXPIRED)
    assert scene.qr == ()
    desk.counter.tell(NewCode())
    assert (await desk.counter.seen(PhoneScene, stage="code")).count == 1
    assert len(desk.door.opened) == 2


async def test_a_second_phone_is_told_and_changes_nothing(desk: Desk) -> None:
    await desk.join()
    desk.door.tell(Refused(Trouble.SECOND_PHONE))
    await desk.counter.seen(PhoneScene, stage="joined", trouble=Trouble.SECOND_PHONE)
    await desk.bring(1)
    await desk.counter.seen(PhoneScene, trouble=None)


async def test_what_is_no_photograph_is_told_and_the_phone_goes_on(desk: Desk) -> None:
    await desk.join()
    desk.workshop.troubles = [Trouble.DAMAGED]
    await desk.bring(1)
    await desk.counter.seen(PhoneScene, trouble=Trouble.DAMAGED)
    desk.door.tell(Finished())
    await desk.counter.seen(PhoneScene, stage="joined")
    await desk.bring(2)
    desk.door.tell(Finished())
    assert len((await desk.counter.seen(SheetsScene)).sheets) == 1


async def test_a_photograph_that_the_post_cannot_hold_is_told(desk: Desk) -> None:
    await desk.join()
    desk.counter.pouch._most_bytes = 1
    await desk.bring(1)
    await desk.counter.seen(PhoneScene, count=1, trouble=Trouble.TOO_LARGE)
    desk.counter.pouch._most_bytes = 1_000_000
    await desk.bring(2)
    desk.door.tell(Finished())
    assert len((await desk.counter.seen(SheetsScene)).sheets) == 1


async def test_no_photograph_is_told_as_received_and_lost(desk: Desk) -> None:
    """Whoever keeps the sheets closes the door first."""
    await desk.join()
    await desk.bring(1)
    desk.door.tell(Finished())
    await desk.counter.seen(SheetsScene)
    closed = asyncio.Event()

    async def is_closed() -> None:
        assert desk.door.remains() == 0
        closed.set()

    desk.counter.tell(Keep())
    desk.workshop.wait = is_closed
    await desk.ended()
    assert closed.is_set()


async def test_no_network_is_said_and_can_be_tried_again() -> None:
    door = FakeDoor()
    door.troubles = [Trouble.NO_NETWORK]
    desk = Desk(door)
    await desk.counter.seen(SorryScene, trouble=Trouble.NO_NETWORK, again=True)
    desk.counter.tell(Again())
    await desk.counter.seen(PhoneScene, stage="code")
    desk.counter.tell(Leave())
    await desk.ended()
    assert door.remains() == 0


@pytest.mark.parametrize("photographs", [0, 1])
async def test_who_leaves_leaves_nothing_behind(desk: Desk, photographs: int) -> None:
    await desk.join()
    for number in range(photographs):
        await desk.bring(number + 1)
    desk.counter.tell(Leave())
    await desk.ended()
    assert desk.counter.kept == []
    assert desk.counter.services == []


async def test_a_session_that_ends_in_the_middle_leaves_nothing_behind(desk: Desk) -> None:
    never = asyncio.Event()
    desk.workshop.wait = never.wait  # type: ignore[assignment]
    await desk.join()
    await desk.bring(1)
    await desk.bring(2)
    # the fixture cancels, and looks
