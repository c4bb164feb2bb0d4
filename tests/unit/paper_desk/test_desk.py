"""The paper desk put together, with devices that are made up: one service at a time, and nothing left when it ends."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from kiosk.documents.acceptance import Rule
from kiosk.documents.desk import counter
from kiosk.documents.desk.print_out import PrintSettings
from kiosk.documents.desk.receipt import ReceiptFacts
from kiosk.documents.desk.scenes import AddScene, PrintScene, ReceiptScene, Scene, SheetsScene, SorryScene, TakeScene
from kiosk.documents.desk.wishes import Keep, Leave, Print, Scan, Use, Wish
from kiosk.documents.paper import Pouch
from kiosk.documents.scanner.base import Source
from kiosk.documents.trouble import Trouble
from kiosk.paper_desk.about import About
from kiosk.paper_desk.desk import PaperDesk
from kiosk.paper_desk.devices import Devices
from kiosk.paper_desk.mark import PRINTED
from kiosk.procedures import model
from kiosk.sealed import Sealed
from kiosk.session import events, messages
from kiosk.session.messages import Deliver, PaperTag, ServiceAsked
from kiosk.session.wipe import wipe
from kiosk.staff import Checked, Staff
from tests.unit.documents.fake_phone import FakeDoor
from tests.unit.documents.fake_printer import FakePrinter
from tests.unit.documents.fake_scanner import FakeScanner
from tests.unit.documents.fake_sticks import A_STICK, FakeSticks
from tests.unit.documents.fake_workshop import FakeWorkshop, a_pdf, a_png

PATIENCE = 5.0
ONE_PAPER = (PaperTag("Attestation", "pdf"),)


class Nobody(Staff):
    async def check(self, _digits: str) -> Checked:
        return Checked()

    def waiting(self) -> Checked:
        return Checked()

    def anybody(self) -> bool:
        return False


class Post:
    """`tray`: what arrived in it. `told`: what the rules heard. `scenes`: all that the screen was asked to show."""

    def __init__(self, state: Path) -> None:
        self.scanner, self.door = FakeScanner(a_png()), FakeDoor()
        self.printer, self.sticks = FakePrinter(), FakeSticks(A_STICK)
        self.workshop = FakeWorkshop()
        self.scenes: list[Scene] = []
        self.tray: list[tuple[str, bytes]] = []
        self.told: list[tuple[type[events.Event], dict[str, Any]]] = []
        self.recorded: list[str] = []
        self.room = True
        self.devices = Devices(
            workshop=self.workshop,
            scanner=self.scanner,
            door=self.door,
            printer=lambda: self.printer,
            sticks=self.sticks,
            staff=Nobody(),
            print_settings=PrintSettings(copies=2, sheets=10, colour=False, staff_needed=False),
            state_directory=state,
        )
        self.desk = self.make()

    def make(self) -> PaperDesk:
        return PaperDesk(
            self.devices,
            self,
            send=self._send,
            tell=lambda event, **fields: self.told.append((event, fields)),
            record=lambda event, **_: self.recorded.append(event),
            about=lambda: About("ar", Rule(), _facts, _draw),
        )

    def show_desk(self, scene: Scene) -> None:
        self.scenes.append(scene)

    def _send(self, message: messages.ToGuest, contents: Sequence[Sealed]) -> bool:
        assert isinstance(message, Deliver)
        if self.room:
            self.tray.append((message.title, contents[0].read()))
        asyncio.get_running_loop().call_soon(self.desk.delivered, self.room)
        return True

    # --- what a person does ---------------------------------------------------------------------------------------

    def asks(self, service: messages.Service, papers: int = 0, numbers: tuple[str, ...] = ()) -> None:
        tags = tuple(PaperTag(f"Papier {number}", "pdf") for number in range(papers))
        contents = tuple(Sealed.of(a_pdf(words=f"papier {number}")) for number in range(papers))
        self.desk.open(ServiceAsked(service=service, papers=tags, numbers=numbers), contents)

    async def sees(self, what: Callable[[Scene], bool]) -> Scene:
        async with asyncio.timeout(PATIENCE):
            while not (self.scenes and what(self.scenes[-1])):
                await asyncio.sleep(0)
        return self.scenes[-1]

    async def does(self, what: Callable[[Scene], bool], wish: Wish) -> None:
        await self.sees(what)
        self.desk.wished(wish)

    async def is_back(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while (events.DeskClosed, {}) not in self.told:
                await asyncio.sleep(0)

    async def wipes(self) -> tuple[bool, str | None]:
        report = await wipe(self.desk.erasures(), _noon)
        return report.verified, report.error

    def served(self) -> list[str]:
        return [fields["service"] for event, fields in self.told if event is events.ServiceDone]


def _noon() -> datetime:
    return datetime(2026, 3, 2, 12, tzinfo=UTC)


def _facts(numbers: tuple[str, ...]) -> ReceiptFacts:
    return ReceiptFacts(title="Prime", service="Caisse", done=(), candidates=numbers, after=(), call="")


def _draw(_facts: ReceiptFacts, _day: date) -> bytes:
    return a_pdf()


def is_a(kind: type[Scene], **fields: object) -> Callable[[Scene], bool]:
    return lambda scene: (
        isinstance(scene, kind) and all(getattr(scene, name) == value for name, value in fields.items())
    )


def can_keep(scene: Scene) -> bool:
    return isinstance(scene, SheetsScene) and bool(scene.sheets) and scene.percent is None and not scene.working


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    post = Post(tmp_path)
    yield post
    await post.wipes()


async def print_one(post: Post) -> None:
    post.asks("print", papers=1)
    await post.does(is_a(PrintScene, stage="choose"), Print())
    await post.does(is_a(PrintScene, stage="done"), Leave())
    await post.is_back()


async def test_a_scanned_sheet_arrives_in_the_tray(post: Post) -> None:
    post.asks("add")
    await post.does(is_a(AddScene), Use("scan"))
    await post.does(is_a(SheetsScene), Scan(Source.GLASS))
    await post.sees(can_keep)
    post.desk.wished(Keep())
    await post.is_back()
    assert len(post.tray) == 1
    assert post.served() == ["scan"]
    assert post.desk.left_behind() == ("scanner",)


async def test_a_post_with_one_way_in_does_not_ask_which(post: Post) -> None:
    post.scanner.info = None
    post.asks("add")
    async with asyncio.timeout(PATIENCE):
        while not post.door.opened:
            await asyncio.sleep(0)
    assert not any(isinstance(scene, AddScene) for scene in post.scenes)
    assert post.door.opened[0][2] == "ar", "the phone's page speaks another language than the person"


async def test_a_printed_paper_is_told_to_the_step_and_the_sheet_is_to_be_taken(post: Post) -> None:
    await print_one(post)
    assert len(post.printer.printed) == 1
    assert post.served() == ["print"]
    assert post.desk.left_behind() == ("printer",)


async def test_a_printed_receipt_is_no_printed_paper_for_the_step(post: Post) -> None:
    post.asks("receipt", numbers=("A-12",))
    await post.does(is_a(ReceiptScene), Use("print"))
    await post.does(is_a(PrintScene, stage="choose"), Print())
    await post.does(is_a(PrintScene, stage="done"), Leave())
    await post.does(is_a(ReceiptScene), Leave())
    await post.is_back()
    assert set(post.served()) == {"receipt"}
    assert post.desk.left_behind() == ("printer",)


async def test_a_fault_of_ours_is_said_on_the_screen_and_written_down(post: Post) -> None:
    def breaks(*_: object) -> Any:
        raise ZeroDivisionError

    post.workshop.do = breaks  # type: ignore[method-assign]
    post.asks("mend", papers=1)
    await post.does(is_a(SorryScene), Leave())
    await post.is_back()
    assert "service-fault" in post.recorded


async def test_a_service_without_its_device_says_so(post: Post) -> None:
    post.scanner.info = None
    post.asks("scan")
    await post.does(is_a(SorryScene, trouble=Trouble.NO_SCANNER), Leave())
    await post.is_back()


async def test_what_the_guest_handed_out_is_closed_when_the_person_is_back(post: Post) -> None:
    contents = (Sealed.of(a_pdf()),)
    post.desk.open(ServiceAsked(service="take", papers=ONE_PAPER), contents)
    await post.does(is_a(TakeScene), Leave())
    await post.is_back()
    assert contents[0].closed


async def test_a_session_that_ends_while_the_door_opens_is_wiped_at_once(post: Post) -> None:
    """Whatever moment it is: none of the turns of the loop around the opening may swallow the end."""
    for turns in range(12):
        post.asks("photo")
        while not post.door.opened:
            await asyncio.sleep(0)
        for _ in range(turns):
            await asyncio.sleep(0)
        began = time.monotonic()
        assert await post.wipes() == (True, None)
        # Far below the limits of the door's own life, and far above what a busy machine takes.
        assert time.monotonic() - began < 5.0
        post.door.opened.clear()


@pytest.mark.parametrize("service", ["add", "print", "take", "mend", "photo", "receipt"])
async def test_a_session_that_ends_in_the_middle_leaves_nothing(post: Post, service: messages.Service) -> None:
    contents = tuple(Sealed.of(a_pdf()) for _ in ONE_PAPER)
    post.desk.open(ServiceAsked(service=service, papers=ONE_PAPER), contents)
    await post.sees(lambda _scene: True)
    post.desk.end()
    assert await post.wipes() == (True, None)
    assert contents[0].closed
    assert post.desk.left_behind() == ()


async def test_a_session_that_ends_in_the_same_moment_leaves_nothing(post: Post) -> None:
    contents = (Sealed.of(a_pdf()),)
    post.desk.open(ServiceAsked(service="print", papers=ONE_PAPER), contents)
    post.desk.end()
    assert await post.wipes() == (True, None)
    assert contents[0].closed
    assert not post.scenes


async def test_a_device_that_keeps_something_fails_the_wipe(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.session.wipe.VERIFY_TIMEOUT", 0.1)
    post.door.remains = lambda: 1  # type: ignore[method-assign]
    verified, error = await post.wipes()
    assert (verified, error) == (False, "E-307")
    del post.door.remains  # type: ignore[method-assign]


# --- the printer's queue ------------------------------------------------------------------------------------------


async def test_the_queue_is_emptied_after_a_print_and_left_alone_otherwise(post: Post, tmp_path: Path) -> None:
    assert await post.wipes() == (True, None)
    assert post.printer.purged == 0
    await print_one(post)
    assert (tmp_path / PRINTED).exists()
    assert await post.wipes() == (True, None)
    assert post.printer.purged >= 1
    assert not (tmp_path / PRINTED).exists()


async def test_a_queue_that_cannot_be_looked_at_fails_the_wipe_and_keeps_its_mark(post: Post, tmp_path: Path) -> None:
    await print_one(post)

    async def silent() -> int:
        raise OSError

    post.printer.count = silent  # type: ignore[method-assign]
    assert await post.wipes() == (False, "E-308")
    assert (tmp_path / PRINTED).exists()
    del post.printer.count  # type: ignore[method-assign]


async def test_the_next_life_empties_what_the_last_one_printed(post: Post, tmp_path: Path) -> None:
    (tmp_path / PRINTED).touch()
    post.desk = post.make()
    assert await post.wipes() == (True, None)
    assert post.printer.purged == 1
    assert not (tmp_path / PRINTED).exists()


async def test_the_next_life_waits_for_a_print_server_that_starts_late(post: Post, tmp_path: Path) -> None:
    (tmp_path / PRINTED).touch()
    post.desk = post.make()
    post.printer.there = False
    asyncio.get_running_loop().call_later(0.3, lambda: setattr(post.printer, "there", True))
    assert await post.wipes() == (True, None)


async def test_a_print_server_that_never_comes_back_locks_the_next_life(
    post: Post, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.paper_desk.mark._ANSWER_SECONDS", 0.1)
    (tmp_path / PRINTED).touch()
    post.desk = post.make()
    post.printer.there = False
    assert await post.wipes() == (False, "E-308")
    assert (tmp_path / PRINTED).exists()
    post.printer.there = True


async def test_a_queue_that_was_renamed_meanwhile_locks_nothing(post: Post, tmp_path: Path) -> None:
    (tmp_path / PRINTED).touch()
    post.desk = post.make()
    post.printer.info = None
    assert await post.wipes() == (True, None)
    assert not (tmp_path / PRINTED).exists()


# --- what the guest hands out -------------------------------------------------------------------------------------


async def test_papers_that_weigh_too_much_are_a_sentence_and_no_fault(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(post.desk, "_pouch", Pouch(most_bytes=10))
    contents = (Sealed.of(a_pdf()),)
    post.desk.open(ServiceAsked(service="print", papers=ONE_PAPER), contents)
    await post.does(is_a(SorryScene, trouble=Trouble.TOO_LARGE), Leave())
    await post.is_back()
    assert contents[0].closed


def test_every_room_means_the_same_services() -> None:
    services = set(get_args(counter.Service))
    assert services == set(get_args(messages.Service)) == set(get_args(model.DeskService))
    assert set(get_args(model.StepService)) <= services
