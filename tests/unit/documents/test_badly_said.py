"""What a workshop, a phone's door or a print server says badly is refused, like what they say falsely."""

from __future__ import annotations

import asyncio
import struct
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.config.loader import packaged
from kiosk.documents.phone import talk
from kiosk.documents.printer.cups import CupsPrinter
from kiosk.documents.trouble import PaperTroubleError
from kiosk.documents.workshop.checks import LyingError, checked
from kiosk.documents.workshop.jobs import Look
from kiosk.sealed import Sealed

HEAD = struct.pack(">BBHI", 2, 0, 0, 1) + b"\x01\x47\x00\x12attributes-charset\x00\x05utf-8"
LANGUAGE = b"\x48\x00\x1battributes-natural-language\x00\x02fr"


def test_an_answer_without_end_is_a_lie() -> None:
    with pytest.raises(LyingError):
        checked(Look(), b'{"a":' * 9000, (), 1 << 20)


@pytest.mark.parametrize("packet", [b"", b"[]", b'{"type":"PhoneRefused","trouble":"\xff"}', b'{"a":' * 9000])
def test_what_is_no_message_of_the_door_is_none(packet: bytes) -> None:
    assert talk.heard(packet) is None


def test_a_message_of_the_door_is_heard() -> None:
    assert talk.heard(talk.encode(talk.PaperFetched(3))) == talk.PaperFetched(3)


@pytest.mark.parametrize(
    "more",
    [
        b"\x03",
        b"\x02\x23\x00\x09job-state\x00\x04\x00\x00\x00\x05\x03",
        b"\x04\x21\x00\x06job-id\x00\x04\0\0\0\x05\x03",
    ],
    ids=["nothing", "a job without a number", "a printer without an address"],
)
async def test_a_print_server_that_answers_less_than_it_must_is_no_printer(more: bytes, tmp_path: Path) -> None:
    answer = HEAD + LANGUAGE + more

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().casefold()
        await reader.readexactly(int(head.partition("content-length: ")[2].split()[0]))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    section = packaged().print.model_copy(update={"server": f"127.0.0.1:{port}"})
    printer = CupsPrinter(section, tmp_path / "cups-files.conf")
    try:
        assert await printer.find() is None
        assert await printer.count() == 0
        with closing(Sealed.of(b"%PDF-1.7")) as paper, pytest.raises(PaperTroubleError):
            await printer.print(paper, 1, False)
    finally:
        await printer.close()
        server.close()
