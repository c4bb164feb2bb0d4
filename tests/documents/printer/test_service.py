"""The whole service on real parts: a paper goes through bubblewrap workshops and a real cupsd, and leaves nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pypdfium2
import pytest

from demonstration.print_server import Cupsd
from kiosk.documents.desk.print_out import PrintSettings, print_out
from kiosk.documents.desk.scenes import PinScene, PrintScene, SorryScene
from kiosk.documents.desk.wishes import Cancel, Copies, Leave, Pin, Print, Release
from kiosk.documents.paper import Paper
from kiosk.documents.printer.cups import CupsPrinter
from kiosk.documents.trouble import Trouble
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop
from kiosk.sealed import Sealed
from kiosk.staff import StaffFile
from tests.documents.printer.conftest import section
from tests.unit.documents.fake_counter import FakeCounter
from tests.unit.documents.fake_workshop import a_pdf

CANARY = "CANARIPAPIER"
PIN = "483920"


class Post:
    def __init__(self, cupsd: Cupsd, staff: StaffFile, pages: int = 2) -> None:
        self.counter = FakeCounter()
        self.printer = CupsPrinter(section(cupsd.address, "drawn"), cupsd.settings)
        self.workshop = BubblewrapWorkshop("print-service", 1 << 30, 60)
        self.paper = Paper("Attestation", "pdf", Sealed.of(a_pdf(pages, CANARY)))
        self.staff = staff
        self.service: asyncio.Task[None] | None = None

    def open(self, *, staff_needed: bool = False) -> None:
        settings = PrintSettings(copies=3, sheets=20, colour=False, staff_needed=staff_needed)
        self.service = asyncio.create_task(
            print_out(self.counter, self.printer, self.workshop, self.paper, settings, self.staff)
        )

    async def over(self) -> None:
        assert self.service is not None
        await asyncio.wait_for(self.service, 30)
        await self.nothing_stays()

    async def nothing_stays(self) -> None:
        assert await self.printer.count() == 0
        assert self.counter.pouch.remains() == 0

    async def close(self) -> None:
        if self.service is not None:
            self.service.cancel()
            await asyncio.wait([self.service])
        await self.workshop.close()
        await self.printer.close()
        assert self.workshop.remains() == 0


@pytest.fixture
async def post(cupsd: Cupsd, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Post]:
    cupsd.add("drawn", "pretend:/drawn", drawn=True)
    post = Post(cupsd, StaffFile(tmp_path_factory.mktemp("state")))
    yield post
    await post.close()


async def test_a_paper_comes_out_washed_on_a4_in_as_many_copies_as_asked(post: Post, cupsd: Cupsd) -> None:
    post.open()
    scene = await post.counter.seen(PrintScene, stage="choose")
    assert scene.pages == 2
    assert scene.preview is not None
    assert len(set(scene.preview.rgb)) > 2, "the words are seen"
    cupsd.goes()
    post.counter.tell(Copies(2), Print())
    await post.counter.seen(PrintScene, stage="done")
    post.counter.tell(Leave())
    await post.over()
    drawn = pypdfium2.PdfDocument(cupsd.came_out)
    assert len(drawn) == 4
    page = drawn[0]
    assert (round(page.get_width()), round(page.get_height())) == (595, 842)
    assert page.get_textpage().get_text_range().strip() == "", "pixels only: nothing of the PDF that the person brought"
    assert len(set(page.render().to_numpy().flatten().tolist())) > 2
    drawn.close()
    assert CANARY.encode() not in cupsd.came_out
    assert cupsd.papers() == []


async def test_a_printer_without_paper_is_said_and_goes_on(post: Post, cupsd: Cupsd) -> None:
    cupsd.says("media-empty-error")
    post.open()
    await post.counter.seen(PrintScene, stage="choose")
    post.counter.tell(Print())
    await post.counter.seen(PrintScene, stage="stopped", trouble=Trouble.PRINTER_OUT_OF_PAPER)
    cupsd.says("")
    await post.counter.seen(PrintScene, stage="printing", trouble=None)
    cupsd.goes()
    await post.counter.seen(PrintScene, stage="done")


async def test_a_cancelled_print_is_forgotten_at_once(post: Post, cupsd: Cupsd) -> None:
    post.open()
    await post.counter.seen(PrintScene, stage="choose")
    post.counter.tell(Print())
    await post.counter.seen(PrintScene, stage="printing")
    post.counter.tell(Cancel())
    await post.counter.seen(PrintScene, stage="choose")
    assert await post.printer.count() == 0
    assert cupsd.papers() == []
    post.counter.tell(Leave())
    await post.over()


async def test_the_end_of_the_session_in_the_middle_of_a_print_leaves_nothing(post: Post, cupsd: Cupsd) -> None:
    cupsd.says("media-jam-error")
    post.open()
    await post.counter.seen(PrintScene, stage="choose")
    post.counter.tell(Print())
    await post.counter.seen(PrintScene, stage="stopped")
    assert post.service is not None
    post.service.cancel()
    await asyncio.wait([post.service])
    await post.nothing_stays()
    assert cupsd.papers() == []


async def test_a_held_sheet_reaches_the_server_only_by_a_mediators_pin(post: Post, cupsd: Cupsd) -> None:
    await asyncio.to_thread(post.staff.add, "awa", PIN)
    cupsd.goes()
    post.open(staff_needed=True)
    await post.counter.seen(PrintScene, stage="choose")
    post.counter.tell(Print())
    await post.counter.seen(PrintScene, stage="held")
    assert cupsd.papers() == []
    post.counter.tell(Release())
    await post.counter.seen(PinScene)
    post.counter.tell(Pin("000000"))
    await post.counter.seen(PinScene, wrong=True)
    assert cupsd.papers() == []
    post.counter.tell(Pin(PIN))
    await post.counter.seen(PrintScene, stage="done")


async def test_what_is_no_paper_never_reaches_the_server(post: Post, cupsd: Cupsd) -> None:
    post.paper = Paper("Attestation", "pdf", Sealed.of(b"%PDF-1.7 this is none"))
    post.open()
    assert (await post.counter.seen(SorryScene)).trouble in {Trouble.DAMAGED, Trouble.NOT_A_PAPER}
    assert cupsd.papers() == []
    assert not (cupsd.root / "log" / "page").exists()
