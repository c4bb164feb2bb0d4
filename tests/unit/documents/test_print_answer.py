"""What a print server answers is read as it is written; whatever else comes is a no, soon, and nothing of it is
believed."""

from __future__ import annotations

import asyncio
import contextlib
import struct
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyipp.enums import IppOperation
from pyipp.parser import parse

from kiosk.config import packaged
from kiosk.config.model import PrintSection
from kiosk.documents.printer.answer import MOST_BYTES, UnreadableError, read
from kiosk.documents.printer.base import JobStage, JobState
from kiosk.documents.printer.cups import CupsPrinter
from kiosk.documents.printer.examined import look
from kiosk.documents.printer.server import PrintServer, RefusedError, UnreadableAnswerError
from kiosk.documents.trouble import PaperTroubleError, Trouble

TEXT, KEYWORD, URI, INTEGER, ENUM, BOOLEAN, NAME_LANG, NO_VALUE = 0x41, 0x44, 0x45, 0x21, 0x23, 0x22, 0x36, 0x13
JOB, PRINTER, END = b"\x02", b"\x04", b"\x03"


def answer(*said: bytes, status: int = 0) -> bytes:
    return struct.pack(">BBHI", 2, 0, status, 1) + b"\x01" + b"".join(said) + END


def attribute(tag: int, name: str, value: bytes) -> bytes:
    return struct.pack(f">BH{len(name)}sH", tag, len(name), name.encode(), len(value)) + value


def number(value: int) -> bytes:
    return struct.pack(">i", value)


CHARSET = attribute(0x47, "attributes-charset", b"utf-8")
RIGHT = answer(
    CHARSET,
    PRINTER,
    attribute(0x42, "printer-name", "étage".encode()),
    attribute(ENUM, "printer-state", number(3)),
    attribute(KEYWORD, "printer-state-reasons", b"media-low"),
    attribute(KEYWORD, "", b"toner-low"),
    attribute(BOOLEAN, "printer-is-accepting-jobs", b"\1"),
    PRINTER,
    attribute(0x42, "printer-name", b"cave"),
    JOB,
    attribute(INTEGER, "job-id", number(7)),
    attribute(INTEGER, "time-at-creation", number(-5)),
)
BACKWARDS = answer(CHARSET, PRINTER, b"\x41" + struct.pack(">h", 1) + b"a" + struct.pack(">h", -6))


def test_it_is_read_as_it_is_written() -> None:
    status, found = read(RIGHT)
    assert status == 0
    assert found == {
        "printers": [
            {
                "printer-name": "étage",
                "printer-state": 3,
                "printer-state-reasons": ["media-low", "toner-low"],
                "printer-is-accepting-jobs": True,
            },
            {"printer-name": "cave"},
        ],
        "jobs": [{"job-id": 7, "time-at-creation": -5}],
    }
    # And as others read it.
    others = parse(RIGHT)
    assert {group: others[group] for group in found} == found


def test_a_no_is_its_number_and_what_is_unknown_is_left_out() -> None:
    said = (attribute(NO_VALUE, "printer-info", b""), attribute(NAME_LANG, "printer-name", b"\0\2fr\0\4cave"))
    assert read(answer(PRINTER, *said, status=0x0406)) == (0x0406, {"jobs": [], "printers": [{"printer-name": "cave"}]})
    assert read(answer(PRINTER, PRINTER, JOB)) == (0, {"jobs": [], "printers": []})


def test_a_name_moves_no_cursor_and_has_an_end() -> None:
    _, found = read(
        answer(PRINTER, attribute(0x42, "printer-name", b"a\x1b[2Jb\xff"), attribute(TEXT, "x", b"y" * 9000))
    )
    assert found["printers"] == [{"printer-name": "a [2Jb", "x": "y" * 1023}]


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"\2\0\0\0", RIGHT[:-1], RIGHT[:-9], BACKWARDS),
        *(answer(PRINTER, attribute(INTEGER, "a", b"\0")), answer(PRINTER, attribute(BOOLEAN, "a", b""))),
        answer(PRINTER, attribute(NAME_LANG, "a", b"\xff\xff")),
    ],
)
def test_what_is_cut_false_or_leads_backwards_is_no_answer(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        read(body)


@given(st.binary(max_size=300))
def test_whatever_comes_is_read_or_is_no_answer(body: bytes) -> None:
    for whole in (body, answer(PRINTER, body)):
        with contextlib.suppress(UnreadableError):
            read(whole)


@pytest.mark.parametrize("piece", [b"\4", attribute(KEYWORD, "", b"a"), attribute(KEYWORD, "a", b""), b"\4" + CHARSET])
def test_the_longest_answer_is_read_in_a_moment(piece: bytes) -> None:
    body = answer(PRINTER, attribute(KEYWORD, "a", b"a"), piece * (MOST_BYTES // len(piece)))
    began = time.process_time()
    read(body)
    assert time.process_time() - began < 2


# --- over the network ---------------------------------------------------------------------------------------------


@contextlib.asynccontextmanager
async def print_server(
    head: bytes, body: bytes, *, forever: bool = False
) -> AsyncIterator[tuple[PrintSection, list[int]]]:
    """Its address, and how many bytes each of its answers could send."""
    sent: list[int] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        at = len(sent)
        sent.append(0)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(head + b"\r\n\r\n")
            while True:
                writer.write(body)
                await writer.drain()
                sent[at] += len(body)
                if not forever:
                    break
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        yield packaged().print.model_copy(update={"server": f"127.0.0.1:{port}"}), sent


OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/ipp"


async def test_an_answer_without_end_is_let_go_soon_and_said(tmp_path: Path) -> None:
    async with print_server(OK, b"\4" * 65_536, forever=True) as (section, sent):
        printer = CupsPrinter(section, tmp_path / "cups-files.conf")
        assert await printer.find() is None
        with pytest.raises(PaperTroubleError) as trouble:
            await printer.count()
        assert trouble.value.trouble is Trouble.PRINTER_FAILED
        looked = await look(section, tmp_path / "cups-files.conf")
        assert (looked.answers, looked.readable) == (True, False)
        await printer.close()
    # What was sent fills the buffers of both sides at the most.
    assert max(sent) < 16 * MOST_BYTES


async def test_an_answer_that_leads_backwards_does_not_stop_the_post(tmp_path: Path) -> None:
    async with print_server(OK, BACKWARDS) as (section, _):
        printer = CupsPrinter(section, tmp_path / "cups-files.conf")
        async with asyncio.timeout(20):
            assert await printer.find() is None
        await printer.close()


async def test_it_is_asked_where_it_is_and_nowhere_else(tmp_path: Path) -> None:
    async with print_server(OK, RIGHT) as (elsewhere, asked):
        moved = f"HTTP/1.1 307 Moved\r\nLocation: http://{elsewhere.server}/\r\nContent-Length: 0".encode()
        async with print_server(moved, b"") as (section, _):
            printer = CupsPrinter(section, tmp_path / "cups-files.conf")
            assert await printer.find() is None
            await printer.close()
        server = PrintServer("127.0.0.1:9", "kiosk")
        for place in (f"@{elsewhere.server}/", "x", "/" + "a" * 2000, ""):
            with pytest.raises(UnreadableAnswerError):
                await server.ask(IppOperation.GET_JOBS, place)
        await server.close()
    assert asked == []


async def test_what_cannot_be_read_does_not_tell_that_a_job_came_out(tmp_path: Path) -> None:
    prints = answer(JOB, attribute(INTEGER, "job-id", number(7)), attribute(ENUM, "job-state", number(5)))
    said: list[JobState] = []
    answers = iter([prints, BACKWARDS])

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(OK + b"\r\n\r\n" + next(answers))
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        section = packaged().print.model_copy(update={"server": f"127.0.0.1:{port}"})
        printer = CupsPrinter(section, tmp_path / "cups-files.conf")
        async with asyncio.timeout(20):
            said = [state async for state in printer.follow(7)]
        await printer.close()
    assert [state.stage for state in said] == [JobStage.PRINTING, JobStage.FAILED]


async def test_a_refusal_of_http_is_a_refusal() -> None:
    async with print_server(b"HTTP/1.1 403 No\r\nConnection: close", b"\xff") as (section, _):
        server = PrintServer(section.server, "kiosk")
        with pytest.raises(RefusedError, match="0x0193"):
            await server.ask(IppOperation.GET_JOBS)
        await server.close()
