"""From the shutter to the tray: a real phone, the real door, the real workshop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pikepdf
import pytest

from demonstration.phone import Phone
from kiosk.config.model import PhoneSection
from kiosk.documents.acceptance import Rule
from kiosk.documents.desk.photo import photo
from kiosk.documents.desk.scenes import PhoneScene, SheetsScene
from kiosk.documents.desk.to_phone import to_phone
from kiosk.documents.desk.wishes import Keep, Leave
from kiosk.documents.paper import Paper
from kiosk.documents.phone.base import Address
from kiosk.documents.phone.door import Door
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop
from kiosk.sealed import Sealed
from tests.unit.documents.fake_counter import FakeCounter
from tests.unit.documents.fake_workshop import a_pdf


class Watched(Door):
    """A door that tells the test what the phone would read off the screen."""

    address: Address

    async def open(self, *args: object, **named: object) -> Address:
        self.address = await super().open(*args, **named)  # type: ignore[arg-type]
        return self.address


class Tray(FakeCounter):
    """Keeps a copy: the contents are the service's."""

    async def keep(self, paper: Paper) -> bool:
        return await super().keep(Paper(paper.title, paper.kind, Sealed.of(paper.content.read())))


@pytest.fixture
async def workshop(scope: str) -> AsyncIterator[BubblewrapWorkshop]:
    workshop = BubblewrapWorkshop(scope, memory_bytes=1 << 30, seconds=60)
    yield workshop
    await workshop.close()


@pytest.fixture
async def watched(section: PhoneSection, scope: str) -> AsyncIterator[Watched]:
    watched = Watched(section, scope)
    yield watched
    assert watched.remains() == 0


async def test_a_photographed_sheet_is_a_pdf_in_the_tray(
    watched: Watched, workshop: BubblewrapWorkshop, phone: Phone, photograph: Path
) -> None:
    counter = Tray()
    service = asyncio.create_task(photo(counter, watched, workshop, Rule(("pdf",), 1_000_000)))
    await counter.seen(PhoneScene, stage="code")
    await asyncio.to_thread(phone.scan, watched.address.url)
    await asyncio.to_thread(phone.wait_for, "bring")
    await asyncio.to_thread(phone.take, photograph)
    await asyncio.to_thread(phone.until, lambda: "1 photo reçue" in phone.text)
    await asyncio.to_thread(phone.press, "J'ai fini")
    async with asyncio.timeout(60):
        while not (isinstance(scene := counter.scenes[-1], SheetsScene) and scene.sheets and scene.large):
            await asyncio.sleep(0.05)
        counter.tell(Keep())
        await service
    (paper,) = counter.kept
    assert paper.kind == "pdf"
    assert paper.size <= 1_000_000
    with pikepdf.open(f"/proc/self/fd/{paper.content.fileno()}") as pdf:
        assert len(pdf.pages) == 1
    assert counter.services == ["photo"]
    assert counter.pouch.remains() == 0
    paper.content.close()


async def test_a_paper_of_the_tray_is_in_the_phone(watched: Watched, phone: Phone) -> None:
    counter = Tray()
    paper = Paper("Attestation", "pdf", Sealed.of(a_pdf()))
    service = asyncio.create_task(to_phone(counter, watched, (paper,)))
    await counter.seen(PhoneScene, stage="code")
    await asyncio.to_thread(phone.scan, watched.address.url)
    await asyncio.to_thread(phone.wait_for, "take")
    await asyncio.to_thread(phone.press, "Enregistrer")
    await counter.seen(PhoneScene, stage="finished", count=1)
    counter.tell(Leave())
    async with asyncio.timeout(20):
        await service
    assert counter.services == ["take"]
    paper.content.close()
