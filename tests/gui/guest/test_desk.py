"""The guest's end of the paper desk: what it asks for, with which papers, and what it takes in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.guest.desk import Desk
from kiosk.guest.tray import Tray, TrayLimits
from kiosk.sealed import Sealed
from kiosk.session import messages

PDF = b"%PDF-1.7 attestation"
JPEG = b"\xff\xd8\xff photo"


class Shell:
    """Keeps what it was sent, contents read as they came."""

    def __init__(self) -> None:
        self.heard: list[tuple[messages.FromGuest, list[bytes]]] = []

    def send(self, message: messages.FromGuest, contents: Sequence[Sealed] = ()) -> None:
        self.heard.append((message, [content.read() for content in contents]))


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    tray = Tray(tmp_path / "tray", TrayLimits(file_bytes=1000, total_bytes=1000, files=9))
    for name, content in (("attestation.pdf", PDF), ("photo.jpg", JPEG), ("notes.txt", b"rien")):
        (tray.folder / name).write_bytes(content)
        tray.keep(tray.folder / name)
    return tray


@pytest.fixture
def shell() -> Shell:
    return Shell()


@pytest.fixture
def desk(tray, shell) -> Desk:
    return Desk(tray, shell.send, lambda tell: tell(("2026-1234",)))


def tags(*pairs: tuple[str, str]) -> tuple[messages.PaperTag, ...]:
    return tuple(messages.PaperTag(*pair) for pair in pairs)


def test_a_request_carries_its_papers_in_their_order(desk, tray, shell) -> None:
    desk.ask("join", tray.documents[:2])
    asked = messages.ServiceAsked("join", tags(("attestation", "pdf"), ("photo", "image")))
    assert shell.heard == [(asked, [PDF, JPEG])]


def test_what_leaves_is_sealed_and_no_copy_stays_open(desk, tray, shell) -> None:
    kept: list[Sealed] = []
    desk._send = lambda _message, contents=(): kept.extend(contents)
    open_before = len(os.listdir("/proc/self/fd"))
    desk.ask("print", tray.documents[:1])
    assert [one.closed for one in kept] == [True]
    assert len(os.listdir("/proc/self/fd")) == open_before


@pytest.mark.parametrize("gone", [0, 1])
def test_when_one_paper_has_gone_nothing_is_asked(desk, tray, shell, gone) -> None:
    open_before = len(os.listdir("/proc/self/fd"))
    tray.documents[gone].path.unlink()
    desk.ask("join", tray.documents[:2])
    assert shell.heard == []
    assert len(os.listdir("/proc/self/fd")) == open_before


def test_more_papers_than_one_wish_carries_are_not_asked_for(desk, tray, shell) -> None:
    """The shell would end the session of a guest that sends more."""
    desk.ask("join", tray.documents[:1] * messages.MAX_PAPERS)
    assert len(shell.heard.pop()[1]) == messages.MAX_PAPERS
    desk.ask("join", tray.documents[:1] * (messages.MAX_PAPERS + 1))
    assert shell.heard == []


def test_what_the_desk_does_not_know_never_leaves(desk, tray, shell) -> None:
    desk.ask("print", tray.documents[2:])
    assert shell.heard == []


@pytest.mark.parametrize("service", ["print", "take", "mend"])
def test_a_step_is_about_the_paper_that_came_last(desk, shell, service) -> None:
    desk.ask_for_step(service)
    assert shell.heard == [(messages.ServiceAsked(service, tags(("photo", "image"))), [JPEG])]


@pytest.mark.parametrize("service", ["print", "take", "mend"])
def test_without_a_paper_the_step_brings_one_first(tmp_path, shell, service) -> None:
    Desk(Tray(tmp_path / "vide", TrayLimits()), shell.send, lambda tell: tell(())).ask_for_step(service)
    assert shell.heard == [(messages.ServiceAsked("add"), [])]


@pytest.mark.parametrize("service", ["add", "scan", "photo"])
def test_a_paper_that_is_to_come_needs_none(desk, shell, service) -> None:
    desk.ask_for_step(service)
    assert shell.heard == [(messages.ServiceAsked(service), [])]


def test_the_receipt_is_asked_for_with_the_numbers_of_the_page(desk, shell) -> None:
    desk.ask_for_step("receipt")
    assert shell.heard == [(messages.ServiceAsked("receipt", numbers=("2026-1234",)), [])]


def test_a_long_title_is_cut_to_what_a_message_holds(desk, tray, shell) -> None:
    path = tray.folder / f"{'a' * 120}.pdf"
    path.write_bytes(PDF)
    tray.keep(path)
    desk.ask_for_step("print")
    assert messages.decode_untrusted(messages.encode(shell.heard[0][0])) == shell.heard[0][0]


@pytest.mark.parametrize(("size", "kept"), [(10, True), (990, False)])
def test_a_delivery_is_answered_with_whether_it_is_kept(desk, tray, shell, size, kept) -> None:
    content = Sealed.of(b"%PDF-" + b"x" * (size - 5))
    desk.take_in(messages.Deliver(title="Avis", kind="pdf", service="scan"), content)
    assert shell.heard == [(messages.Delivered(kept=kept), [])]
    assert ("Avis.pdf" in [document.name for document in tray.documents]) is kept
    content.close()


def test_a_delivery_without_its_paper_is_not_kept(desk, shell) -> None:
    desk.take_in(messages.Deliver(title="Avis", kind="pdf", service="scan"), None)
    assert shell.heard == [(messages.Delivered(kept=False), [])]
