"""A proxy with a street of sites around it that are not there: what it resolves, whom it calls, who answers."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from pathlib import Path

from kiosk.session.network.gateway import listen
from kiosk.session.network.outward import Stream
from kiosk.session.network.proxy import Proxy

PUBLIC = "193.252.23.1"


class Street:
    """`addresses`: what a name resolves to. `called`: each address and port, in order. `web`: what answers on port 80.

    Whoever is called on another port repeats what they are told."""

    def __init__(self, folder: Path) -> None:
        self.addresses: dict[str, list[str]] = {}
        self.called: list[tuple[str, int]] = []
        self.resolved: list[str] = []
        self.web = b""
        self.broken: dict[str, OSError] = {}
        self._folder = folder

    async def resolve(self, host: str) -> list[str]:
        self.resolved.append(host)
        if host not in self.addresses:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return self.addresses[host]

    async def dial(self, address: str, port: int) -> Stream:
        self.called.append((address, port))
        if address in self.broken:
            raise self.broken[address]
        return await asyncio.open_unix_connection(self._folder / ("web" if port == 80 else "site"))

    async def repeat(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while chunk := await reader.read(10_000):
                writer.write(chunk)
        writer.close()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(self.web)
        writer.close()


@contextlib.asynccontextmanager
async def street(folder: Path) -> AsyncIterator[Street]:
    made = Street(folder)
    async with (
        await asyncio.start_unix_server(made.repeat, folder / "site"),
        await asyncio.start_unix_server(made.answer, folder / "web"),
    ):
        yield made


@contextlib.asynccontextmanager
async def serving(proxy: Proxy, folder: Path) -> AsyncIterator[None]:
    async with await proxy.listen(listen(folder / "proxy")):
        yield


async def ask(folder: Path, *parts: bytes) -> bytes:
    """Say this to the proxy, and hear it out."""
    reader, writer = await asyncio.open_unix_connection(folder / "proxy")
    answer = b""
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        for part in parts:
            writer.write(part)
            await writer.drain()
        writer.write_eof()
        answer = await asyncio.wait_for(reader.read(), 30)
    writer.close()
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        await writer.wait_closed()
    return answer


def connect(target: str, host: str | None = None) -> bytes:
    return f"CONNECT {target} HTTP/1.1\r\nHost: {host or target}\r\n\r\n".encode()
