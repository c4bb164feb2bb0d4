"""The guest's end of the line: papers travel beside their message, none is ever left open, and nothing waits."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import msgspec
import pytest

from kiosk import packets
from kiosk.guest.channel import Channel
from kiosk.sealed import Sealed
from kiosk.session import messages

DELIVER = messages.Deliver(title="Avis", kind="pdf", service="scan")


class Line:
    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot
        self.shell, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.shell.setblocking(False)
        self.guest = Channel(theirs.detach())
        self.heard: list[tuple[messages.ToGuest, Sealed | None, bytes]] = []
        self.guest.received.connect(self._hear)

    def _hear(self, message: messages.ToGuest, content: Sealed | None) -> None:
        self.heard.append((message, content, content.read() if content else b""))

    def say(self, message: messages.ToGuest, *beside: Sealed) -> None:
        count = len(self.heard)
        packets.send(self.shell, messages.encode(message), beside)
        self.qtbot.waitUntil(lambda: len(self.heard) > count)

    def close(self) -> None:
        self.guest.close()
        self.shell.close()


@pytest.fixture
def line(qtbot) -> Iterator[Line]:
    made = Line(qtbot)
    yield made
    made.close()


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def test_a_paper_arrives_with_its_message_and_is_closed_after_it(line) -> None:
    content = Sealed.of(b"%PDF-1.7")
    line.say(DELIVER, content)
    [(message, received, read)] = line.heard
    assert (message, read) == (DELIVER, b"%PDF-1.7")
    assert received is not None
    assert received.closed
    content.close()


def test_what_nobody_expects_is_closed(line) -> None:
    one, other = Sealed.of(b"un"), Sealed.of(b"deux")
    open_before = descriptors()
    line.say(messages.Lost(), one)
    line.say(DELIVER, one, other)
    with open(os.devnull, "rb") as unsealed:
        line.say(DELIVER, unsealed)
    assert [content is not None for _, content, _ in line.heard] == [True, False, False]
    assert descriptors() == open_before
    one.close()
    other.close()


def test_the_longest_message_of_the_shell_is_read_whole(line) -> None:
    procedure = msgspec.Raw(b'"' + b"x" * 150_000 + b'"')
    line.say(messages.Open(procedure, None, with_mediator=False, appearance=messages.Appearance()))
    [(message, _, _)] = line.heard
    assert bytes(message.procedure) == bytes(procedure)


def test_papers_leave_beside_the_request_and_stay_the_senders(line) -> None:
    content = Sealed.of(b"une photo")
    asked = messages.ServiceAsked("print", (messages.PaperTag("Photo", "image"),))
    line.guest.send(asked, [content])
    packet, [descriptor] = packets.receive(line.shell, messages.MAX_BYTES)
    assert messages.decode_untrusted(packet) == asked
    theirs = Sealed(descriptor)
    assert theirs.read() == b"une photo"
    assert not content.closed
    theirs.close()
    content.close()


def test_a_shell_that_reads_nothing_neither_stops_nor_ends_the_guest(line, qtbot) -> None:
    content = Sealed.of(b"x")
    said: list[bool] = []
    line.guest.closed.connect(lambda: said.append(True))
    open_before = descriptors()
    for _ in range(2000):
        line.guest.send(messages.ServiceAsked("print", (messages.PaperTag("x", "pdf"),)), [content])
    assert said == []
    assert descriptors() == open_before
    content.close()


def test_the_end_of_the_shell_is_said_once(line, qtbot) -> None:
    said: list[bool] = []
    line.guest.closed.connect(lambda: said.append(True))
    line.shell.close()
    qtbot.waitUntil(lambda: said == [True])
    line.guest.send(messages.Heartbeat())
    assert said == [True]
