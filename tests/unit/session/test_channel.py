"""The line to the guest: well-formed messages with the contents that belong to them, or the end of the line."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk import packets
from kiosk.sealed import Sealed
from kiosk.session.channel import Channel
from kiosk.session.limits import SERVICES_BURST, RateLimit
from kiosk.session.messages import AnyFromGuest, Deliver, Heartbeat, PaperTag, Service, ServiceAsked, encode

MOST_BYTES = 1000
PRINT_TWO = ServiceAsked(service="print", papers=(PaperTag("un", "pdf"), PaperTag("deux", "image")))


class Line:
    def __init__(self) -> None:
        ours, self.theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        self.ours = ours
        self.heard: asyncio.Queue[tuple[AnyFromGuest, tuple[Sealed, ...]] | str] = asyncio.Queue()
        self.channel = Channel(
            ours,
            on_message=lambda message, contents: self.heard.put_nowait((message, contents)),
            on_broken=self.heard.put_nowait,
            limit=RateLimit(),
            most_bytes=MOST_BYTES,
        )

    async def hears(self, packet: bytes, held: tuple[packets.Held, ...] = ()) -> object:
        packets.send(self.theirs, packet, held)
        return await asyncio.wait_for(self.heard.get(), 5)


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    line = Line()
    yield line
    line.channel.close()
    line.ours.close()
    line.theirs.close()


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


async def test_papers_arrive_whole_beside_the_wish_they_belong_to(line: Line) -> None:
    heard = await line.hears(encode(PRINT_TWO), (Sealed.of(b"%PDF-1"), Sealed.of(b"\xff\xd8")))
    assert isinstance(heard, tuple)
    message, contents = heard
    assert message == PRINT_TWO
    assert [one.read() for one in contents] == [b"%PDF-1", b"\xff\xd8"]


@pytest.mark.parametrize("number", [0, 1, 3])
async def test_another_number_of_papers_than_announced_ends_the_line_and_closes_them(line: Line, number: int) -> None:
    held = tuple(Sealed.of(b"x") for _ in range(number))
    before = open_files()
    assert await line.hears(encode(PRINT_TWO), held) == "form"
    assert open_files() == before


async def test_papers_beside_any_other_message_end_the_line(line: Line) -> None:
    before_sent = Sealed.of(b"x")
    before = open_files()
    assert await line.hears(encode(Heartbeat()), (before_sent,)) == "form"
    assert open_files() == before


async def test_a_paper_that_could_still_change_ends_the_line(line: Line) -> None:
    memory = os.memfd_create("open", os.MFD_ALLOW_SEALING)
    with os.fdopen(memory, "wb") as unsealed:
        good = Sealed.of(b"x")
        before = open_files()
        assert await line.hears(encode(PRINT_TWO), (good, unsealed)) == "form"
        assert open_files() == before


async def test_too_many_descriptors_end_the_line_and_none_stays_open(line: Line) -> None:
    held = tuple(Sealed.of(b"x") for _ in range(60))
    before = open_files()
    assert await line.hears(encode(PRINT_TWO), held) == "size"
    assert open_files() == before


def sparse(size: int) -> Sealed:
    memory = os.memfd_create("sparse", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.truncate(memory, size)
    return Sealed.sealing(memory)


async def test_papers_larger_than_a_tray_end_the_line_unread(line: Line) -> None:
    held = (sparse(10 << 30), Sealed.of(b"x"))
    before = open_files()
    assert await line.hears(encode(PRINT_TWO), held) == "size"
    assert open_files() == before


async def test_a_tray_full_of_papers_passes(line: Line) -> None:
    heard = await line.hears(encode(PRINT_TWO), (sparse(MOST_BYTES - 1), sparse(1)))
    assert isinstance(heard, tuple)


@pytest.mark.parametrize("service", ["print", "mend", "take", "join"])
async def test_a_service_of_papers_without_a_paper_ends_the_line(line: Line, service: Service) -> None:
    assert await line.hears(encode(ServiceAsked(service=service))) == "form"


async def test_a_page_that_asks_for_the_desk_over_and_over_is_not_heard_every_time(line: Line) -> None:
    """The line stays: what the person does beside is heard."""
    asked = ServiceAsked(service="mend", papers=(PaperTag("un", "pdf"),))
    paper = Sealed.of(b"x")
    for _ in range(SERVICES_BURST):
        message, contents = await line.hears(encode(asked), (paper,))  # type: ignore[misc]
        assert message == asked
        contents[0].close()
    before = open_files()
    for _ in range(5):
        packets.send(line.theirs, encode(asked), (paper,))
    assert await line.hears(encode(Heartbeat())) == (Heartbeat(), ())
    assert open_files() == before


async def test_a_paper_for_the_tray_arrives_with_its_message(line: Line) -> None:
    content = Sealed.of(b"%PDF-2")
    assert line.channel.send(Deliver(title="Avis", kind="pdf", service="scan"), (content,))
    _, descriptors = packets.receive(line.theirs, 65_536)
    assert [Sealed(one).read() for one in descriptors] == [b"%PDF-2"]


async def test_a_word_with_a_line_after_it_is_no_word(line: Line) -> None:
    assert await line.hears(b'{"type":"Drift","step":"un-mot\\n"}') == "form"
