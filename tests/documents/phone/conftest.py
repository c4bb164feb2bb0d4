from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from demonstration.phone import Phone, phones
from kiosk.config.loader import packaged
from kiosk.config.model import PhoneSection
from kiosk.documents.phone.base import News
from kiosk.documents.phone.door import Door

PORTS_EACH = 20


@pytest.fixture
def section(worker_id: str) -> PhoneSection:
    """Two runners may have a door open at the same time, each at ports of its own."""
    port = 18443 + PORTS_EACH * (0 if worker_id == "master" else int(worker_id.removeprefix("gw")))
    return packaged().phone.model_copy(update={"address": "127.0.0.1", "port": port, "photo_mb": 2, "photos": 4})


@pytest.fixture
def scope(request: pytest.FixtureRequest) -> str:
    """What this file's doors are known by among all processes of the machine."""
    return f"{request.module.__name__.rpartition('.')[2]}-{os.getpid()}"


@pytest.fixture
async def door(section: PhoneSection, scope: str) -> AsyncIterator[Door]:
    door = Door(section, scope)
    yield door
    await door.close()
    opening = door._opening
    assert door.remains() == 0, opening and (opening._guest and opening._guest.remains(), opening._inode)


@pytest.fixture(scope="session")
def make_phone() -> Iterator[Callable[[], Phone]]:
    with phones() as make:
        yield make


@pytest.fixture(scope="session")
def one_phone(make_phone: Callable[[], Phone]) -> Phone:
    return make_phone()


@pytest.fixture
def phone(one_phone: Phone) -> Phone:
    """The same phone in every test, each time with nothing in it."""
    one_phone.driver.get("about:blank")
    one_phone.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    one_phone.said()
    for file in one_phone.downloads.iterdir():
        file.unlink()
    return one_phone


@pytest.fixture
def photograph(phone: Phone) -> Path:
    """A sheet on a table, as large as phones take them."""
    return write_photograph(phone.folder / "photo.jpg")


def write_photograph(to: Path, width: int = 4000, height: int = 3000) -> Path:
    table = np.full((height, width, 3), (70, 90, 120), np.uint8)
    cv2.rectangle(table, (width // 4, height // 10), (3 * width // 4, 9 * height // 10), (240, 245, 245), -1)
    cv2.putText(table, "AVIS", (width // 3, height // 2), cv2.FONT_HERSHEY_SIMPLEX, height / 250, (20, 20, 20), 20)
    assert cv2.imwrite(str(to), table)
    return to


class Heard:
    """The door's news, collected as they come."""

    def __init__(self, door: Door) -> None:
        self.news: list[News] = []
        self.over = False
        self._more = asyncio.Event()
        self._task = asyncio.create_task(self._hear(door))

    async def _hear(self, door: Door) -> None:
        async for one in door.news():
            self.news.append(one)
            self._more.set()
        self.over = True
        self._more.set()

    async def until(self, true: Callable[[list[News]], object]) -> None:
        async with asyncio.timeout(20):
            while not true(self.news):
                self._more.clear()
                await self._more.wait()

    async def ended(self) -> None:
        async with asyncio.timeout(20):
            await self._task
