"""Printing as a conversation: what the person is shown and offered, and that nothing of their paper is left."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace

import pytest

from kiosk.documents.desk import print_out as print_out_
from kiosk.documents.desk.print_out import PrintSettings, print_out
from kiosk.documents.desk.scenes import PinScene, PrintScene, SorryScene, WaitScene
from kiosk.documents.desk.washing import PAGES_AT_ONCE
from kiosk.documents.desk.wishes import Again, Cancel, Copies, Leave, Pin, Print, Release, ShowPage, Use, Wish
from kiosk.documents.paper import Paper
from kiosk.documents.printer.base import JobStage, JobState, PrinterInfo
from kiosk.documents.trouble import Trouble
from kiosk.documents.workshop.base import Done
from kiosk.documents.workshop.jobs import AnyJob, Bind, Make, Preview, Sheet, Wash, Washed
from kiosk.sealed import Sealed
from tests.unit.documents.fake_counter import FakeCounter
from tests.unit.documents.fake_printer import FakePrinter
from tests.unit.documents.fake_workshop import FakeWorkshop, a_pdf

HIDDEN = "MOTCACHE"
PIN = "483920"


@dataclass(frozen=True)
class Answer:
    name: str | None = None
    wait_seconds: int = 0
    locked: bool = False


class FakeStaff:
    def __init__(self) -> None:
        self.now = Answer()
        self.tried: list[str] = []

    async def check(self, digits: str) -> Answer:
        self.tried.append(digits)
        return Answer("awa") if digits == PIN else self.now

    def waiting(self) -> Answer:
        return self.now


class Post:
    """A post with a printer, and one person at its desk."""

    def __init__(self) -> None:
        self.counter = FakeCounter()
        self.printer = FakePrinter()
        self.workshop = FakeWorkshop()
        self.staff = FakeStaff()
        self.settings = PrintSettings(copies=3, sheets=20, colour=False, staff_needed=False)
        self.paper = Paper("Attestation", "pdf", Sealed.of(a_pdf(2, HIDDEN)))
        self._service: asyncio.Task[None] | None = None

    def open(self, pages: int | None = None, **settings: object) -> None:
        if pages is not None:
            self.paper = Paper("Attestation", "pdf", Sealed.of(a_pdf(pages, HIDDEN)))
        self._service = asyncio.create_task(
            print_out(
                *(self.counter, self.printer, self.workshop, self.paper),
                *(replace(self.settings, **settings), self.staff),
            )
        )

    async def ready(self, **settings: object) -> PrintScene:
        self.open(**settings)
        return await self.counter.seen(PrintScene, stage="choose")

    async def out(self, *wishes: Wish) -> None:
        """Print, wait until it is done, and leave."""
        self.counter.tell(*wishes, Print())
        await self.counter.seen(PrintScene, stage="done")
        self.counter.tell(Leave())
        await self.over()

    async def over(self) -> None:
        """The service has ended by itself."""
        assert self._service is not None
        await asyncio.wait_for(asyncio.shield(self._service), 10)

    async def session_ends(self) -> None:
        assert self._service is not None
        self._service.cancel()
        await asyncio.wait([self._service])

    async def close(self) -> None:
        if self._service is not None:
            await self.session_ends()

    def asked(self, kind: type[AnyJob]) -> list[AnyJob]:
        return [one for one in self.workshop.asked if isinstance(one, kind)]


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    """Whatever a test does, no content is left in the pouch and no job in the printer."""
    post = Post()
    yield post
    await post.close()
    assert post.counter.pouch.remains() == 0
    assert await post.printer.count() == 0
    assert not post.paper.content.closed, "the paper is the caller's"


async def test_a_paper_is_shown_printed_forgotten_and_said_to_be_done(post: Post) -> None:
    post.open()
    scene = await post.counter.seen(PrintScene, stage="choose")
    assert (scene.title, scene.pages, scene.copies, scene.most_copies) == ("Attestation", 2, 1, 3)
    assert scene.preview is not None
    post.counter.tell(Print())
    await post.counter.seen(PrintScene, stage="done")
    assert post.counter.services == ["print"]
    assert post.printer.purged == 1
    post.counter.tell(Leave())
    await post.over()


async def test_the_printer_is_given_pixels_that_were_bound_elsewhere_never_the_paper(post: Post) -> None:
    await post.ready()
    await post.out()
    ((document, copies, colour),) = post.printer.printed
    assert (copies, colour) == (1, False)
    assert HIDDEN.encode() not in document
    (wash,), (bind,) = post.asked(Wash), post.asked(Bind)
    assert (wash.colour, bind.colour, len(bind.sheets)) == (False, False, 2)


async def test_a_long_paper_is_washed_a_few_pages_at_a_time(post: Post) -> None:
    pages = 2 * PAGES_AT_ONCE + 1
    post.open(pages=pages)
    assert (await post.counter.seen(PrintScene, stage="choose")).pages == pages
    washes = post.asked(Wash)
    assert [(one.first, one.pages) for one in washes] == [(0, 8), (8, 8), (16, 1)]
    (make,) = post.asked(Make)
    assert [(one.input, one.page) for one in make.pages] == [
        *((0, page) for page in range(8)),
        *((1, page) for page in range(8)),
        (2, 0),
    ]
    assert post.counter.pouch.remains() == 1


async def test_a_paper_of_another_size_is_made_to_fit_a4(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [(297.0, 420.0), (420.0, 297.0), (105.0, 148.0), (210.0, 1000.0)]
    real = post.workshop._done

    def done(job: AnyJob, inputs: list[Sealed]) -> Done:
        answer = real(job, inputs)
        if isinstance(job, Wash):
            return Done(Washed(tuple(Sheet(10, 10, *size) for size in sizes)), answer.outputs)
        return answer

    monkeypatch.setattr(post.workshop, "_done", done)
    post.open(pages=4)
    await post.counter.seen(PrintScene, stage="choose")
    (bind,) = post.asked(Bind)
    assert [(round(one.width_mm), round(one.height_mm)) for one in bind.sheets] == [
        *((210, 297), (297, 210), (105, 148), (62, 297)),
    ]


@pytest.mark.parametrize(
    ("wanted", "printer", "printed"), [(True, True, True), (True, False, False), (False, True, False)]
)
async def test_colour_needs_the_sites_will_and_the_printers_ink(
    post: Post, wanted: bool, printer: bool, printed: bool
) -> None:
    post.printer.info = PrinterInfo("fake", colour=printer)
    await post.ready(colour=wanted)
    await post.out()
    assert [one[2] for one in post.printer.printed] == [printed]
    assert [one.colour for one in post.asked(Wash)] == [printed]


# --- limits -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("asked", "printed"), [(2, 2), (3, 3), (4, 3), (1000, 3), (0, 1), (-5, 1)])
async def test_copies_stay_within_the_limit(post: Post, asked: int, printed: int) -> None:
    await post.ready()
    await post.out(Copies(asked))
    assert [one[1] for one in post.printer.printed] == [printed]


async def test_all_copies_together_stay_within_the_sheets(post: Post) -> None:
    post.open(pages=8)
    assert (await post.counter.seen(PrintScene, stage="choose")).most_copies == 2


async def test_a_paper_that_is_too_long_is_not_even_opened(post: Post) -> None:
    post.open(pages=21)
    assert (await post.counter.seen(SorryScene)).trouble is Trouble.TOO_MANY_PAGES
    assert post.asked(Wash) == []
    post.counter.tell(Leave())
    await post.over()


async def test_each_page_can_be_looked_at_and_none_beyond(post: Post) -> None:
    post.open()
    await post.counter.seen(PrintScene, stage="choose")
    post.counter.tell(ShowPage(1))
    await post.counter.seen(PrintScene, stage="choose", page=1)
    post.counter.tell(ShowPage(2), ShowPage(-1), Copies(2))
    assert (await post.counter.seen(PrintScene, stage="choose", copies=2)).page == 1
    assert [one.page.page for one in post.asked(Preview)] == [0, 1]


# --- released by a mediator -------------------------------------------------------------------------------------------


async def test_a_held_sheet_waits_outside_of_the_print_server_for_a_mediators_pin(post: Post) -> None:
    post.open(staff_needed=True)
    assert (await post.counter.seen(PrintScene, stage="choose")).staff_needed
    post.counter.tell(Print())
    await post.counter.seen(PrintScene, stage="held")
    assert post.printer.printed == []
    assert await post.printer.count() == 0
    post.counter.tell(Release())
    await post.counter.seen(PinScene, wrong=False)
    post.counter.tell(Pin("000000"))
    await post.counter.seen(PinScene, wrong=True)
    assert post.printer.printed == []
    post.counter.tell(Pin(PIN))
    await post.counter.seen(PrintScene, stage="done")
    post.counter.tell(Leave())
    await post.over()


async def test_a_pin_is_not_heard_before_its_time_and_the_wait_is_counted_down(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.documents.desk.release._TICK", 0.01)
    post.staff.now = Answer(wait_seconds=2)
    await post.ready(staff_needed=True)
    post.counter.tell(Print(), Release())
    await post.counter.seen(PinScene, wait_seconds=2)
    post.counter.tell(Pin(PIN))
    post.staff.now = Answer(wait_seconds=900, locked=True)
    await post.counter.seen(PinScene, wait_seconds=900, locked=True)
    assert post.staff.tried == []
    post.staff.now = Answer()
    await post.counter.seen(PinScene, wait_seconds=0)
    post.counter.tell(Pin(PIN))
    await post.counter.seen(PrintScene, stage="done")


async def test_leaving_the_pin_goes_back_to_the_held_sheet_and_leaving_that_drops_it(post: Post) -> None:
    await post.ready(staff_needed=True)
    post.counter.tell(Print(), Release())
    await post.counter.seen(PinScene)
    post.counter.tell(Leave())
    await post.counter.seen(PrintScene, stage="held")
    assert post.counter.pouch.remains() == 1
    post.counter.tell(Leave())
    await post.over()
    assert post.printer.printed == []
    assert post.counter.services == []


async def test_a_wish_that_is_not_offered_releases_nothing(post: Post) -> None:
    await post.ready(staff_needed=True)
    post.counter.tell(Print(), Pin(PIN), Print(), Again(), Use("print"), Release())
    await post.counter.seen(PinScene)
    assert post.printer.printed == []
    assert post.staff.tried == []


# --- a printer that needs a hand --------------------------------------------------------------------------------------


async def test_out_of_paper_is_said_and_printing_goes_on_when_it_is_mended(post: Post) -> None:
    post.printer.holds = True
    await post.ready()
    post.counter.tell(Print())
    await post.counter.seen(PrintScene, stage="printing")
    await _printing(post)
    await post.printer.say(JobState(JobStage.STOPPED, 1, Trouble.PRINTER_OUT_OF_PAPER))
    await post.counter.seen(PrintScene, stage="stopped", sheets_out=1, trouble=Trouble.PRINTER_OUT_OF_PAPER)
    await post.printer.say(JobState(JobStage.PRINTING, 2))
    await post.counter.seen(PrintScene, stage="printing", sheets_out=2, trouble=None)
    await post.printer.say(JobState(JobStage.DONE, 2))
    await post.counter.seen(PrintScene, stage="done")


async def test_whoever_cancels_is_back_at_the_choice_and_the_server_has_forgotten(post: Post) -> None:
    post.printer.holds = True
    await post.ready()
    post.counter.tell(Print())
    await _printing(post)
    await post.printer.say(JobState(JobStage.STOPPED, trouble=Trouble.PRINTER_JAMMED))
    await post.counter.seen(PrintScene, stage="stopped")
    post.counter.tell(Cancel())
    await post.counter.seen(PrintScene, stage="choose")
    assert await post.printer.count() == 0
    assert post.counter.services == []


async def test_a_held_sheet_that_was_cancelled_is_held_again(post: Post) -> None:
    post.printer.holds = True
    await post.ready(staff_needed=True)
    post.counter.tell(Print(), Release(), Pin(PIN))
    await _printing(post)
    post.counter.tell(Cancel())
    await post.counter.seen(PrintScene, stage="choose")
    post.counter.tell(Print())
    await post.counter.seen(PrintScene, stage="held")
    assert len(post.printer.printed) == 1


async def test_a_failed_print_can_be_tried_again(post: Post) -> None:
    post.printer.refuses = Trouble.PRINTER_OFFLINE
    await post.ready()
    post.counter.tell(Print())
    await post.counter.seen(PrintScene, stage="failed", trouble=Trouble.PRINTER_OFFLINE)
    post.printer.refuses = None
    post.printer.holds = True
    post.counter.tell(Print())
    await _printing(post)
    await post.printer.say(JobState(JobStage.FAILED, 1))
    await post.counter.seen(PrintScene, stage="failed", sheets_out=1, trouble=Trouble.PRINTER_FAILED)
    post.printer.holds = False
    post.counter.tell(Print())
    await post.counter.seen(PrintScene, stage="done")


async def test_what_the_printer_lacks_is_said_before_anything_is_printed(post: Post) -> None:
    post.printer.info = PrinterInfo("fake", colour=False, trouble=Trouble.PRINTER_OUT_OF_INK)
    post.open()
    await post.counter.seen(PrintScene, stage="choose", trouble=Trouble.PRINTER_OUT_OF_INK)


async def test_a_post_without_a_printer_says_so_and_looks_again_when_asked(post: Post) -> None:
    info, post.printer.info = post.printer.info, None
    post.open()
    sorry = await post.counter.seen(SorryScene)
    assert (sorry.trouble, sorry.again) == (Trouble.NO_PRINTER, True)
    post.printer.info = info
    post.counter.tell(Again())
    await post.counter.seen(PrintScene, stage="choose")
    assert post.counter.scenes[0] == WaitScene("printer")


async def test_a_printer_at_work_is_no_idleness_and_a_stuck_one_that_everybody_left_is(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_out_, "_TICK", 0.01)
    post.printer.holds = True
    await post.ready()
    post.counter.tell(Print())
    await _printing(post)
    await _until(lambda: post.counter.lives > 3)
    monkeypatch.setattr(print_out_, "BUSY_SECONDS", 0.0)
    await _until(lambda: True, turns=5)
    lives = post.counter.lives
    await _until(lambda: True, turns=20)
    assert post.counter.lives == lives


# --- a workshop that says no, and a person who leaves -----------------------------------------------------------------


@pytest.mark.parametrize("step", range(4))
async def test_a_paper_that_cannot_be_opened_ends_in_a_sentence(post: Post, step: int) -> None:
    post.workshop.troubles = [*[None] * step, Trouble.DAMAGED]
    post.open()
    assert (await post.counter.seen(SorryScene)).trouble is Trouble.DAMAGED
    assert post.printer.printed == []
    post.counter.tell(Leave())
    await post.over()


async def test_a_workshop_that_answers_something_else_is_not_believed(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = post.workshop._done

    def done(job: AnyJob, inputs: list[Sealed]) -> Done:
        answer = real(job, inputs)
        if not isinstance(job, Wash):
            return answer
        answer.outputs[-1].close()
        return Done(answer.answer, answer.outputs[:-1])

    monkeypatch.setattr(post.workshop, "_done", done)
    post.open()
    assert (await post.counter.seen(SorryScene)).trouble is Trouble.WORKSHOP_FAILED


@pytest.mark.parametrize("step", range(4))
async def test_whoever_leaves_while_the_paper_is_made_ready_leaves_nothing(post: Post, step: int) -> None:
    """At the look, the wash, the bind and the preview alike."""
    never = asyncio.Event()

    async def wait() -> None:
        if len(post.workshop.asked) > step:
            await never.wait()

    post.workshop.wait = wait
    post.open()
    await _until(lambda: len(post.workshop.asked) > step)
    post.counter.tell(Leave())
    await post.over()
    assert post.workshop.remains() == 0
    assert post.printer.printed == []


@pytest.mark.parametrize("stage", ["preparing", "choose", "held", "pin", "printing", "done"])
async def test_the_end_of_the_session_leaves_nothing_at_any_moment(post: Post, stage: str) -> None:
    match stage:
        case "preparing":
            post.workshop.wait = asyncio.Event().wait
            post.open()
            await _until(lambda: bool(post.workshop.asked))
        case "choose":
            post.open()
            await post.counter.seen(PrintScene, stage="choose")
        case "held" | "pin":
            await post.ready(staff_needed=True)
            post.counter.tell(Print(), *([Release()] if stage == "pin" else []))
            await (post.counter.seen(PinScene) if stage == "pin" else post.counter.seen(PrintScene, stage="held"))
        case "printing":
            post.printer.holds = True
            await post.ready()
            post.counter.tell(Print())
            await _printing(post)
        case _:
            await post.ready()
            post.counter.tell(Print())
            await post.counter.seen(PrintScene, stage="done")
    await post.session_ends()
    assert post.counter.pouch.remains() == 0
    assert await post.printer.count() == 0
    assert post.workshop.remains() == 0


async def _printing(post: Post, job: int = 1) -> None:
    await _until(lambda: len(post.printer.printed) == job)


async def _until(holds: Callable[[], bool], turns: int = 0) -> None:
    async with asyncio.timeout(10):
        while turns > 0 or not holds():
            turns -= 1
            await asyncio.sleep(0.01)
