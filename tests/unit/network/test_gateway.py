"""The session's only way out dies, or what plays the sites, and is back: whoever asks meanwhile waits, and the same
hosts are open and shut."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import ssl
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from kiosk.practice.headers import FUND_HOST
from kiosk.session.network import gateway as network
from kiosk.session.network.gateway import Gateway

PATIENCE = 30


@pytest.fixture
def folder() -> Iterator[Path]:
    """Short, because a Unix socket's path is at most 107 bytes long."""
    path = Path(tempfile.mkdtemp(dir="/dev/shm"))
    yield path
    shutil.rmtree(path)


@pytest.fixture
async def restarts() -> asyncio.Queue[int]:
    return asyncio.Queue()


@pytest.fixture
async def gateway(folder: Path, restarts: asyncio.Queue[int]) -> AsyncIterator[Gateway]:
    made = await Gateway.start(folder, on_restart=restarts.put_nowait)
    yield made
    await made.kill()
    assert made.remains() == 0


def kill_proxy(gateway: Gateway) -> None:
    os.kill(gateway.pid, signal.SIGKILL)


def kill_services(gateway: Gateway) -> None:
    assert gateway._services is not None
    os.kill(gateway._services.pid, signal.SIGKILL)


async def back(restarts: asyncio.Queue[int]) -> int:
    return await asyncio.wait_for(restarts.get(), PATIENCE)


async def connect(gateway: Gateway, host: str) -> tuple[bytes, asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_unix_connection(gateway.socket)
    writer.write(f"CONNECT {host}:443 HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)
    return head.split()[1], reader, writer


async def first_line(gateway: Gateway) -> bytes:
    """What a practice service answers, through the proxy, to whoever trusts the authority of the start."""
    status, reader, writer = await connect(gateway, FUND_HOST)
    assert status == b"200"
    trust = ssl.create_default_context(cadata=gateway.authority.decode())
    await writer.start_tls(trust, server_hostname=FUND_HOST)
    writer.write(f"GET / HTTP/1.1\r\nHost: {FUND_HOST}\r\nConnection: close\r\n\r\n".encode())
    line = await asyncio.wait_for(reader.readline(), PATIENCE)
    writer.close()
    return line


async def status_of(gateway: Gateway, host: str) -> bytes:
    status, _, writer = await connect(gateway, host)
    writer.close()
    return status


async def test_a_proxy_that_died_is_back_with_the_same_hosts_open_and_shut(
    gateway: Gateway, restarts: asyncio.Queue[int]
) -> None:
    gateway.allow((FUND_HOST,))
    assert (await first_line(gateway)).startswith(b"HTTP/1.1 ")
    kill_proxy(gateway)
    assert await back(restarts) == 1
    assert (await first_line(gateway)).startswith(b"HTTP/1.1 ")
    assert await status_of(gateway, "refuse.fr") == b"403"


async def test_whoever_asks_while_the_proxy_is_dead_waits_and_is_served(gateway: Gateway) -> None:
    gateway.allow((FUND_HOST,))
    kill_proxy(gateway)
    assert await status_of(gateway, FUND_HOST) == b"200"


async def test_a_host_that_was_never_allowed_stays_shut_after_a_death(
    gateway: Gateway, restarts: asyncio.Queue[int]
) -> None:
    kill_proxy(gateway)
    await back(restarts)
    assert await status_of(gateway, FUND_HOST) == b"403"


async def test_a_proxy_that_dies_again_and_again_stays_dead(
    gateway: Gateway, restarts: asyncio.Queue[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "RESTARTS_WITHIN", 600.0)
    for number in range(1, network.MOST_RESTARTS + 1):
        kill_proxy(gateway)
        assert await back(restarts) == number
    kill_proxy(gateway)
    await asyncio.wait_for(asyncio.shield(gateway._keeping[0]), PATIENCE)
    assert gateway.remains() == 1  # the practice services


async def test_practice_services_that_died_are_back_and_trusted_as_before(
    gateway: Gateway, restarts: asyncio.Queue[int]
) -> None:
    gateway.allow((FUND_HOST,))
    kill_services(gateway)
    # Whoever asks meanwhile waits.
    assert (await first_line(gateway)).startswith(b"HTTP/1.1 ")
    assert await back(restarts) == 1
    assert gateway.remains() == 2


async def test_the_end_reaches_services_that_are_just_being_started_anew(folder: Path) -> None:
    gateway = await Gateway.start(folder)
    kill_services(gateway)
    await gateway.kill()
    assert gateway.remains() == 0


async def test_the_end_reaches_a_proxy_that_is_just_being_started_anew(folder: Path) -> None:
    gateway = await Gateway.start(folder)
    kill_proxy(gateway)
    await gateway.kill()
    assert gateway.remains() == 0


async def test_a_line_that_is_none_does_not_keep_the_next_from_being_heard(folder: Path) -> None:
    class Saying:
        stdout = asyncio.StreamReader()

    Saying.stdout.feed_data(b"5\n[]\nnull\n" + b"[" * 60_000 + b'\n{"refused": "a.fr"}\n')
    Saying.stdout.feed_eof()
    gateway = Gateway(folder, ())
    await gateway._hear(Saying())  # type: ignore[arg-type]
    assert dict(gateway.refused) == {"a.fr": 1}
    await gateway.kill()
