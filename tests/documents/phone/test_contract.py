"""What every door promises. The same suite runs on the real one and on the fake that unit tests use."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from kiosk.config.model import PhoneSection
from kiosk.documents.phone.base import PhoneDoor
from kiosk.documents.phone.door import Door
from tests.unit.documents.fake_phone import FakeDoor


@pytest.fixture(params=["real", "fake"])
async def any_door(request: pytest.FixtureRequest, section: PhoneSection, scope: str) -> AsyncIterator[PhoneDoor]:
    door: PhoneDoor = Door(section, scope) if request.param == "real" else FakeDoor()
    yield door
    await door.close()
    assert door.remains() == 0


async def test_every_opening_has_an_address_of_its_own(any_door: PhoneDoor) -> None:
    first, second = await any_door.open("bring"), await any_door.open("bring")
    assert first.url.startswith("https://")
    assert first.url != second.url
    assert first.host in first.url
    assert first.seconds == 600


async def test_an_open_door_is_counted_and_a_closed_one_is_not(any_door: PhoneDoor) -> None:
    assert any_door.remains() == 0
    await any_door.open("bring")
    assert any_door.remains() > 0
    await any_door.close()
    await any_door.close()
    assert any_door.remains() == 0


async def test_the_news_end_with_the_door(any_door: PhoneDoor) -> None:
    await any_door.open("bring")

    async def hear() -> list[object]:
        return [one async for one in any_door.news()]

    hearing = asyncio.create_task(hear())
    await asyncio.sleep(0)
    await any_door.close()
    async with asyncio.timeout(10):
        assert await hearing == []


async def test_a_closed_door_has_no_news(any_door: PhoneDoor) -> None:
    assert [one async for one in any_door.news()] == []


async def test_a_door_can_be_opened_again(any_door: PhoneDoor) -> None:
    await any_door.open("bring")
    await any_door.close()
    await any_door.open("take")
    assert any_door.remains() > 0
