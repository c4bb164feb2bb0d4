"""Whoever is on the network may send anything, as often as they like: the phone that was invited still gets through."""

from __future__ import annotations

import asyncio
import random
import resource
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.documents.phone.base import Joined, Photo
from kiosk.documents.phone.door import Door
from tests.documents.phone.conftest import Heard
from tests.documents.phone.test_door import JPEG, Stranger, cmdline, door_processes

_MEGABYTE = 1 << 20
CRAFTED = {
    "nothing": b"",
    "no request": b"\r\n\r\n",
    "another protocol": b"SSH-2.0-OpenSSH_9.2\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "HTTP/0.9": b"GET /\r\n",
    "HTTP/9.9": b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
    "a proxy's": b"CONNECT 10.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n",
    "an absolute address": b"GET http://10.0.0.1/ HTTP/1.1\r\nHost: x\r\n\r\n",
    "a path upwards": b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    "an encoded path upwards": b"GET /%2e%2e/%00/%ff HTTP/1.1\r\nHost: x\r\n\r\n",
    "a long line": b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "a giant header": b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X-%d: 1\r\n" % n for n in range(20_000)) + b"\r\n",
    "a header without end": b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 5_000_000,
    "a negative length": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "an endless length": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "two lengths": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "a length and chunks": b"POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a bad chunk": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
    "a giant chunk": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
    "a folded header": b"GET / HTTP/1.1\r\nHost: x\r\nX: 1\r\n 2\r\n\r\n",
    "a zero in a header": b"GET / HTTP/1.1\r\nHost: x\r\nX: \0\r\n\r\n",
    "a bad cookie": b'POST / HTTP/1.1\r\nHost: x\r\nCookie: __Host-porte=\xff\xfe;;;=;"\r\n\r\n',
    "a web socket": b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "an expectation": b"POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n",
    "a pipeline": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 2000,
}


def garbled(seed: int) -> Iterator[bytes]:
    """Ordinary requests with a few bytes changed, taken out or put in."""
    chance = random.Random(seed)
    for _ in range(40):
        request = bytearray(
            b"POST /abc/hello HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\nCookie: a=b\r\n\r\nabc"
        )
        for _ in range(chance.randint(1, 8)):
            place = chance.randrange(len(request))
            request[place : place + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        yield bytes(request)


async def send(stranger: Stranger, what: bytes) -> bytes:
    """The answer, as far as it comes before the connection ends or a moment has passed."""
    try:
        reader, writer = await stranger.raw()
        writer.write(what)
        writer.write_eof() if writer.can_write_eof() else None
        try:
            return await asyncio.wait_for(reader.read(4096), 0.5)
        finally:
            writer.transport.abort()
    except (OSError, TimeoutError):
        return b""


async def still_welcome(stranger: Stranger, door: Door, scope: str) -> None:
    """The invited phone comes, and brings a photograph."""
    heard = Heard(door)
    async with asyncio.timeout(10):  # who asked too often from the same address is forgiven with time
        while (hello := await stranger.ask("POST", "hello")).status == 429:
            await asyncio.sleep(0.2)
    assert hello.status == 200
    assert (await stranger.ask("POST", "photo", JPEG + bytes(_MEGABYTE), hello.cookie)).status == 200
    await heard.until(lambda news: len(news) == 2)
    assert heard.news[0] == Joined()
    assert isinstance(heard.news[1], Photo)
    heard.news[1].content.close()
    used = max(memory(pid) for pid in door_processes(scope) if b"phone.inside" in cmdline(pid))
    assert used < 192 * _MEGABYTE


def memory(pid: int) -> int:
    """Resident bytes, at most so far."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM:"))


async def test_crafted_requests_break_nothing_and_learn_nothing(door: Door, scope: str) -> None:
    stranger = Stranger((await door.open("bring")).url)
    answers = [await send(stranger, what) for what in CRAFTED.values()]
    statuses = {answer.split(b" ")[1] for answer in answers if answer.startswith(b"HTTP/1.1 ")}
    assert statuses <= {b"400", b"404", b"413", b"417", b"429", b"431", b"100"}
    for answer in answers:
        assert b"aiohttp" not in answer
        assert b"Python" not in answer
        assert stranger.token.encode() not in answer
    await still_welcome(stranger, door, scope)


@pytest.mark.parametrize("seed", range(2))
async def test_garbled_requests_break_nothing(door: Door, scope: str, seed: int) -> None:
    stranger = Stranger((await door.open("bring")).url)
    await asyncio.gather(*(send(stranger, what) for what in garbled(seed)))
    await still_welcome(stranger, door, scope)


async def test_thousands_of_connections_leave_room_for_the_phone(door: Door, scope: str) -> None:
    """From one address: that of somebody else in the room."""
    stranger = Stranger((await door.open("bring")).url)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    crowd: list[socket.socket] = []
    try:
        for _ in range(2000):
            one = socket.socket()
            one.setblocking(False)
            one.bind(("127.0.0.9", 0))
            one.connect_ex(stranger.place)
            crowd.append(one)
            await asyncio.sleep(0)
        await still_welcome(stranger, door, scope)
    finally:
        for one in crowd:
            one.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
