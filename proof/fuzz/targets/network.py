"""What strangers send over the network's lines: to the session's proxy, to the phone's door, as a print server."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from pathlib import Path

from pyipp.enums import IppOperation

from kiosk.config import PrintSection, loader
from kiosk.documents.phone import talk
from kiosk.documents.phone.inside.answers import COOKIE, Answers
from kiosk.documents.phone.inside.reception import Reception
from kiosk.documents.phone.inside.visit import Visit
from kiosk.documents.printer import examined
from kiosk.documents.printer.cups import CupsPrinter
from kiosk.documents.trouble import PaperTroubleError
from kiosk.sealed import Sealed
from kiosk.session.network.gateway import listen
from kiosk.session.network.hello import NotAHelloError, named_server
from kiosk.session.network.proxy import Proxy as SessionProxy
from kiosk.setup import looks
from proof.fuzz.mutation import CANARY, Mutator
from proof.fuzz.target import REFUSED, TAKEN, Outcome, Target, expect

_ROOM = 1 << 16
_QUIET = 0.03
"""Seconds without an answer: it waits for more, which never comes."""
_SITE = "ecole.exercice"


class _Faults:
    """What falls beside, in tasks and callbacks that nobody waits for."""

    def __init__(self) -> None:
        self._found: list[BaseException] = []
        asyncio.get_running_loop().set_exception_handler(self._heard)

    def _heard(self, _: object, context: dict[str, object]) -> None:
        error = context.get("exception")
        self._found.append(error if isinstance(error, BaseException) else RuntimeError(str(context.get("message"))))

    def tell(self) -> None:
        for one in self._found:
            raise one


async def _answered(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, words: bytes) -> bytes:
    """All that comes back until the other side ends, or is quiet."""
    said = b""
    with contextlib.suppress(OSError):
        writer.write(words)
        await writer.drain()
        with contextlib.suppress(TimeoutError):
            while piece := await asyncio.wait_for(reader.read(_ROOM), _QUIET):
                said += piece
    writer.transport.abort()
    return said


def _client_hello(host: str) -> bytes:
    """As a browser begins (RFC 8446), with the same bytes each time: a case must be made again from its number."""
    name = b"\0" + _block(2, host.encode())
    extensions = _block(2, b"\0\0" + _block(2, _block(2, name)) + b"\0\x2b" + _block(2, b"\x02\x03\x04"))
    body = b"\x03\x03" + bytes(32) + _block(1, bytes(32)) + _block(2, b"\x13\x01") + _block(1, b"\0") + extensions
    return b"\x16\x03\x01" + _block(2, b"\x01" + _block(3, body))


def _block(width: int, content: bytes) -> bytes:
    return len(content).to_bytes(width) + content


class Proxy(Target):
    """A browser that was taken over asks the session's proxy for a way out."""

    name = "proxy"
    _ANSWERS = (b"200", b"307", b"403", b"502", b"503")

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        hello = _client_hello(_SITE)
        head = f"CONNECT {_SITE}:443 HTTP/1.1\r\nHost: {_SITE}\r\n\r\n".encode()
        samples = (
            head + hello,
            head,
            head + _client_hello("www.ailleurs.fr"),
            f"GET http://{_SITE}/a?b=c HTTP/1.1\r\nHost: {_SITE}\r\nCookie: {CANARY}\r\n\r\n".encode(),
            b"GET http://kiosk.invalid/?host=www.caf.fr HTTP/1.1\r\nHost: kiosk.invalid\r\n\r\n",
            b"CONNECT www.caf.fr:443 HTTP/1.1\r\n\r\n",
            b"POST http://www.caf.fr/ HTTP/1.1\r\nHost: www.caf.fr\r\nContent-Length: 3\r\n\r\nabc",
        )
        words: tuple[bytes, ...] = (
            b"CONNECT ",
            b"Transfer-Encoding: chunked\r\n",
            b"[::1]:443",
            b"127.1:443",
            b"a@b:443",
            b":443",
            b":0",
        )
        words += (b"http://", b"https://", b"%00", b"\r\n\r\n", b"xn--", b"*.exercice", b"user:pass@", b"[", b"]")
        self._mutator = Mutator(samples, (*words, hello[:60], b"HTTP/9.9", b"\x16\x03\x01", b"Host: a\r\n"))

    def case(self, chance: random.Random) -> bytes:
        return self._mutator.case(chance)

    def put(self, case: bytes) -> Outcome:
        said, arrived = asyncio.run(self._asked(case))
        if arrived:
            try:
                name = named_server(arrived)
            except NotAHelloError:
                name = None
            expect(
                name is not None and name.rstrip(".").casefold() == _SITE, "a tunnel to another host than was asked for"
            )
        if not said:
            return REFUSED
        expect(said.startswith(b"HTTP/1.1 ") and said[9:12] in self._ANSWERS, "an answer that is none of ours")
        expect(CANARY.encode() not in said or said[9:12] == b"307", "an answer repeats what was sent")
        return TAKEN if said[9:12] in (b"200", b"307") else REFUSED

    async def _asked(self, case: bytes) -> tuple[bytes, bytes]:
        faults = _Faults()
        arrived = bytearray()
        refused: list[str] = []

        async def site(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            arrived.extend(await reader.read(_ROOM))
            writer.close()

        async def resolve(_: str) -> list[str]:
            return ["10.0.0.1", "93.184.216.34"]

        async def dial(address: str, _: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
            expect(address == "93.184.216.34", "a way into the local network")
            raise ConnectionRefusedError

        place = self.folder / "site"
        place.unlink(missing_ok=True)
        playing = await asyncio.start_unix_server(site, place)
        proxy = SessionProxy(on_refused=refused.append, local={".exercice": place}, resolve=resolve, dial=dial)
        proxy.allow(("*.exercice", "www.caf.fr"))
        way_in = self.folder / "proxy"
        way_in.unlink(missing_ok=True)
        with contextlib.closing(listen(way_in)) as listening:
            serving = await proxy.listen(listening)
            reader, writer = await asyncio.open_unix_connection(way_in)
            said = await _answered(reader, writer, case)
            serving.close()
            playing.close()
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        faults.tell()
        for host in refused:
            expect(len(host) <= 253 and host.isascii() and host.isprintable(), "a mediator is shown what is no host")
        return said, bytes(arrived)


class PhoneDoor(Target):
    """Whoever is on the town's network, once the encryption is off: to the process that hears phones."""

    name = "phone-door"
    _TOKEN, _SECRET = "jeton", "biscuit"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        cookie = f"Cookie: {COOKIE}={self._SECRET}\r\n"
        png = b"\x89PNG\r\n\x1a\n" + CANARY.encode()
        samples = (
            *(f"GET /jeton/{rest} HTTP/1.1\r\nHost: x\r\n{cookie}\r\n".encode() for rest in ("", "state", "paper/0")),
            f"POST /jeton/hello HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n{cookie}\r\n".encode(),
            f"POST /jeton/done HTTP/1.1\r\nHost: x\r\n{cookie}\r\n".encode(),
            f"POST /jeton/photo HTTP/1.1\r\nHost: x\r\n{cookie}Content-Length: {len(png)}\r\n\r\n".encode() + png,
            f"POST /jeton/photo HTTP/1.1\r\nHost: x\r\n{cookie}Transfer-Encoding: chunked\r\n\r\n4\r\n".encode()
            + png[:4]
            + b"\r\n12\r\n"
            + png[4:]
            + b"\r\n0\r\n\r\n",
        )
        words: tuple[bytes, ...] = (
            b"GET ",
            b"POST ",
            b"HEAD ",
            b"PUT ",
            b"OPTIONS * HTTP/1.1\r\n",
            b"paper/",
            b"paper/-1",
            b"paper/\xd9\xa3",
        )
        words += (
            b"Content-Length: -1\r\n",
            b"Range: bytes=0-9,-1\r\n",
            b"Expect: 100-continue\r\n",
            b"Content-Encoding: gzip\r\n",
        )
        words += (
            b"Upgrade: websocket\r\n",
            cookie.encode(),
            b"\r\n\r\n",
            b"HTTP/1.0",
            b"HTTP/2",
            b"If-Range: a\r\n",
            b"?voir",
            b"%2f",
        )
        self._mutator = Mutator(samples, (*words, b"Transfer-Encoding: gzip, chunked\r\n", b'Cookie: a="\\377"\r\n'))

    def case(self, chance: random.Random) -> bytes:
        return self._mutator.case(chance)

    def put(self, case: bytes) -> Outcome:
        said = asyncio.run(self._asked(case))
        if not said:
            return REFUSED
        expect(said.startswith(b"HTTP/"), "an answer that is none")
        expect(said[9:10] != b"5", "the door itself falls over it")
        expect(b"aiohttp" not in said.lower() and b"python" not in said.lower(), "it says what it is made of")
        return TAKEN if said[9:10] == b"2" else REFUSED

    async def _asked(self, case: bytes) -> bytes:
        faults = _Faults()
        with contextlib.closing(Sealed.of(b"%PDF-1.7 of somebody")) as paper:
            begin = talk.Begin(self._TOKEN, "take", "fr", 4000, 3, (talk.PaperName(CANARY, "pdf"),))
            visit = Visit(begin, lambda _: None, _secret=self._SECRET)
            reception = Reception(Answers(visit, lambda one: one.close(), [paper.fileno()]).answer)
            ours, theirs = socket.socketpair()
            loop = asyncio.get_running_loop()
            await loop.connect_accepted_socket(reception, ours)
            reader, writer = await asyncio.open_connection(sock=theirs)
            said = await _answered(reader, writer, case)
            await reception.shutdown(0)
        expect(0 <= visit.received <= begin.photos, "more photographs than may come")
        faults.tell()
        return said


class PrinterAnswers(Target):
    """A print server that answers anything. The first byte of a case says to which question."""

    name = "print-server"
    seconds = 20.0

    _STATES = (
        ("job-id", 0x21, 7),
        ("job-state", 0x23, 9),
        ("job-media-sheets-completed", 0x21, 2),
        ("time-at-creation", 0x21, 9),
    )
    _WORDS = (
        ("job-printer-state-message", 0x41, "The printer is not responding."),
        ("job-printer-state-reasons", 0x44, "media-jam"),
    )
    _QUEUE = (
        *(("printer-uri-supported", 0x45, "ipp://localhost/printers/p"), ("printer-name", 0x42, "p")),
        *(
            ("printer-state", 0x23, 3),
            ("printer-is-accepting-jobs", 0x22, True),
            ("printer-state-reasons", 0x44, "none"),
        ),
        *(("printer-state-message", 0x41, CANARY), ("print-color-mode-supported", 0x44, "color")),
    )

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._jobs = _ipp(0x02, (*self._STATES, *self._WORDS))
        self._queue = _ipp(0x04, self._QUEUE)
        samples = (self._jobs, self._queue, _ipp(0x02, ()), _ipp(0x04, self._QUEUE, status=0x0406))
        words: tuple[bytes, ...] = (
            b"\x02",
            b"\x04",
            b"\x03",
            b"\xff\xff",
            b"\x00\x00",
            b"\x7f",
            b"\x34",
            b"\x13\x00\x00\x00\x00",
        )
        names = [name.encode() for name, *_ in (*self._STATES, *self._WORDS, *self._QUEUE)]
        self._mutator = Mutator(samples, (*words, *names, b"utf-8", b"processing-stopped"))
        self._section = loader.packaged().print

    def case(self, chance: random.Random) -> bytes:
        return bytes([chance.randrange(2)]) + self._mutator.case(chance)

    def put(self, case: bytes) -> Outcome:
        return asyncio.run(self._asked(case[:1] == b"\1", case[1:]))

    async def _asked(self, of_jobs: bool, answer: bytes) -> Outcome:
        faults = _Faults()
        async with _print_server(lambda operation: self._answer(operation, of_jobs, answer)) as port:
            section = self._section.model_copy(update={"server": f"127.0.0.1:{port}"})
            printer = CupsPrinter(section, self.folder / "cups-files.conf", owner="kiosk-essai")
            outcome = REFUSED
            questions: tuple[Callable[[], Awaitable[object]], ...] = (
                printer.find,
                printer.count,
                partial(_first_look, printer),
                partial(_seen_by_it, section),
            )
            for question in questions:
                with contextlib.suppress(PaperTroubleError):
                    outcome = TAKEN if await question() else outcome
            await printer.close()
        faults.tell()
        return outcome

    def _answer(self, operation: int, of_jobs: bool, answer: bytes) -> bytes:
        is_list = operation == IppOperation.GET_JOBS
        if is_list == of_jobs:
            return answer
        return self._jobs if is_list else self._queue


async def _first_look(printer: CupsPrinter) -> object:
    async for state in printer.follow(7):
        return state
    return None


async def _seen_by_it(section: PrintSection) -> object:
    """On a terminal, and at the setup."""
    looked = await examined.look(section, Path("/nowhere/cups-files.conf"))
    for check in examined.judge(section, looked):
        expect(all(one.isprintable() for one in (check.what, check.consequence, check.remedy)), "it moves the cursor")
    found = await looks.printers(section)
    expect(all(one.name.isprintable() and one.words.isprintable() for one in found), "a name that moves the cursor")
    return found


def _ipp(group: int, attributes: tuple[tuple[str, int, object], ...], status: int = 0) -> bytes:
    """An answer as RFC 8010 writes it."""
    head = struct.pack(">BBHI", 2, 0, status, 1) + b"\x01"
    said = b"".join(
        _attribute(*one) for one in (("attributes-charset", 0x47, "utf-8"), ("attributes-natural-language", 0x48, "fr"))
    )
    return head + said + bytes([group]) + b"".join(_attribute(*one) for one in attributes) + b"\x03"


def _attribute(name: str, tag: int, value: object) -> bytes:
    match value:
        case bool():
            written = bytes([value])
        case int():
            written = struct.pack(">i", value)
        case _:
            written = str(value).encode()
    return struct.pack(">BH", tag, len(name)) + name.encode() + struct.pack(">H", len(written)) + written


@contextlib.asynccontextmanager
async def _print_server(answer: Callable[[int], bytes]) -> AsyncIterator[int]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, ValueError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").casefold()
            length = next(
                int(line.partition(":")[2]) for line in head.splitlines() if line.startswith("content-length")
            )
            body = await reader.readexactly(length)
            said = answer(int.from_bytes(body[2:4]))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: %d\r\n\r\n" % len(said))
            writer.write(said)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
