"""The proxy refuses everything until told otherwise, and says why it refused."""

from __future__ import annotations

import asyncio
import gc
import json
import shutil
import socket
import tempfile
from array import array
from collections.abc import AsyncIterator, Callable, Iterator
from fcntl import ioctl
from functools import partial
from pathlib import Path
from termios import FIONREAD

import pytest

from kiosk.session.network.gateway import listen
from kiosk.session.network.proxy import Proxy
from kiosk.session.network.upload import LEAST
from tests.unit.network.hellos import hello

HELLO = hello("caisse.exercice")
GREETING = b"HTTP/1.1 200 OK\r\n\r\n"


@pytest.fixture
def folder() -> Iterator[Path]:
    """Short, because a Unix socket's path is at most 107 bytes long."""
    path = Path(tempfile.mkdtemp(dir="/dev/shm"))
    yield path
    shutil.rmtree(path)


@pytest.fixture
async def proxy(folder: Path) -> AsyncIterator[Proxy]:
    proxy = Proxy(local={".exercice": folder / "service"})
    server = await proxy.listen(listen(folder / "proxy"))
    yield proxy
    server.close()
    await server.wait_closed()


@pytest.fixture
async def service(folder: Path) -> AsyncIterator[None]:
    """Echoes, as an encrypted service would look to a proxy that cannot read it."""

    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while chunk := await reader.read(1000):
            writer.write(chunk)
        writer.close()

    server = await asyncio.start_unix_server(echo, folder / "service")
    yield
    server.close()


async def ask(folder: Path, *parts: bytes) -> bytes:
    reader, writer = await asyncio.open_unix_connection(folder / "proxy")
    for part in parts:
        writer.write(part)
        await writer.drain()
    writer.write_eof()
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


def connect(host: str) -> bytes:
    return f"CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()


def get(address: str) -> bytes:
    return f"GET {address} HTTP/1.1\r\nHost: x\r\n\r\n".encode()


async def test_everything_is_refused_at_first(proxy: Proxy, folder: Path) -> None:
    assert b" 403 " in await ask(folder, connect("caisse.exercice:443"))


@pytest.mark.usefixtures("service")
@pytest.mark.parametrize(("weight", "told"), [(1000, 0), (LEAST, 1), (10 * LEAST, 1)])
async def test_a_paper_on_its_way_is_told_and_a_page_that_talks_is_not(folder: Path, weight: int, told: int) -> None:
    heard: list[bool] = []
    proxy = Proxy(local={".exercice": folder / "service"}, on_sending=lambda: heard.append(True))
    proxy.allow(("*.exercice",))
    server = await proxy.listen(listen(folder / "proxy"))
    await ask(folder, connect("caisse.exercice:443"), HELLO, bytes(weight))
    server.close()
    assert len(heard) == told


@pytest.mark.usefixtures("service")
async def test_an_allowed_host_is_tunnelled_both_ways(proxy: Proxy, folder: Path) -> None:
    proxy.allow(("*.exercice",))
    answer = await ask(folder, connect("caisse.exercice:443"), HELLO, b"hello")
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.endswith(b"hello")


@pytest.mark.usefixtures("service")
async def test_bytes_sent_with_the_request_are_not_lost(proxy: Proxy, folder: Path) -> None:
    proxy.allow(("*.exercice",))
    assert (await ask(folder, connect("caisse.exercice:443") + HELLO + b"early")).endswith(b"early")


async def test_the_guest_learns_refused_from_unreachable(proxy: Proxy, folder: Path) -> None:
    proxy.allow(("*.exercice",))
    assert b" 502 " in await ask(folder, connect("caisse.exercice:443"))
    assert b" 403 " in await ask(folder, connect("ailleurs.example:443"))
    for host, reason in (("caisse.exercice", "unreachable"), ("ailleurs.example", "refused")):
        answer = await ask(folder, get(f"http://kiosk.invalid/last?host={host}"))
        assert json.loads(answer.split(b"\r\n\r\n")[1]) == {"reason": reason}


async def test_plain_http_never_leaves_the_post(proxy: Proxy, folder: Path) -> None:
    proxy.allow(("www.caf.fr",))
    assert b"location: https://www.caf.fr/a?b" in (await ask(folder, get("http://www.caf.fr/a?b"))).lower()


async def test_a_refused_page_is_explained_in_french(proxy: Proxy, folder: Path) -> None:
    answer = (await ask(folder, get("http://ailleurs.example/secret"))).decode()
    assert " 403 " in answer
    assert "Rien n'est perdu." in answer
    assert "ailleurs" not in answer


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00",
        b"CONNECT\r\n\r\n",
        b"CONNECT :443 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"CONNECT a:99999999999 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET http://[::1 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET http://a:b@c:99999/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"A" * 100_000,
    ],
)
async def test_malformed_requests_end_in_silence_or_a_refusal(proxy: Proxy, folder: Path, untrusted: bytes) -> None:
    proxy.allow(("*.exercice",))
    try:
        answer = await ask(folder, untrusted)
    except (BrokenPipeError, ConnectionResetError):
        answer = b""
    assert answer == b"" or b" 403 " in answer[:20]


async def test_refused_hosts_are_counted_within_bounds(proxy: Proxy, folder: Path) -> None:
    for number in range(80):
        await ask(folder, connect(f"h{number}.example:443"))
    assert len(proxy.refused) <= 64


async def test_a_tunnel_that_is_cut_ends_in_order(proxy: Proxy, folder: Path) -> None:
    """The browser is gone before the last bytes reach it, and the site says nothing more: nobody else holds it."""
    over = asyncio.Event()

    async def speak_until_nobody_reads(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        said = len(GREETING)
        while arrived() == said:
            writer.write(bytes(8000))
            said += 8000
            await turns_until(partial(has_arrived, said))
        browser.close()
        await over.wait()
        writer.close()

    def arrived() -> int:
        count = array("i", [0])
        ioctl(browser, FIONREAD, count)
        return count[0]

    def has_arrived(all_of_it: int) -> bool:
        return arrived() == all_of_it

    proxy.allow(("*.exercice",))
    service = await asyncio.start_unix_server(speak_until_nobody_reads, folder / "service")
    browser = socket.socket(socket.AF_UNIX)
    browser.connect(str(folder / "proxy"))
    browser.sendall(connect("caisse.exercice:443") + HELLO)
    browser.shutdown(socket.SHUT_WR)
    await turns_until(lambda: browser.fileno() < 0, 100_000)
    assert browser.fileno() < 0
    await turns_until(lambda: not proxy._tunnels)
    # An exception that cannot be raised fails the test.
    gc.collect()
    assert not proxy._tunnels
    over.set()
    service.close()
    await service.wait_closed()


async def turns_until(holds: Callable[[], bool], most: int = 100) -> None:
    """Let everybody else go on, until it holds or they have had `most` turns."""
    for _ in range(most):
        if holds():
            return
        await asyncio.sleep(0)
