"""Carries the browser's network to the proxy, and a screen reader's bus to its door.

    python -m kiosk.guest.init FD [FD]

The descriptors are the sockets that listen for the one and the other. They belong to `first`, which starts this program
again when it dies. Knows no Qt and no page.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import sys
from functools import partial

from kiosk.guest.first import READER_USER

PROXY_SOCKET = "/run/kiosk/proxy"
READER_SOCKET = "/run/kiosk/reader"


async def _forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        out_reader, out_writer = await asyncio.open_unix_connection(PROXY_SOCKET)
    except OSError:
        writer.close()
        return
    await asyncio.gather(_pump(reader, out_writer), _pump(out_reader, writer))


async def _introduce(user: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """To the accessibility bus. A program says who it is with the number it has in here; the bus knows another one."""
    try:
        out_reader, out_writer = await asyncio.open_unix_connection(READER_SOCKET)
        words = await reader.readuntil(b"\r\n")
    except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        writer.close()
        return
    if words.startswith(b"\0AUTH EXTERNAL "):
        words = b"\0AUTH EXTERNAL " + user.encode().hex().encode() + b"\r\n"
    out_writer.write(words)
    await asyncio.gather(_pump(reader, out_writer), _pump(out_reader, writer))


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while chunk := await reader.read(65_536):
            writer.write(chunk)
            await writer.drain()
    writer.close()


async def _run(network: int, *reader: int) -> None:
    servers = [await asyncio.start_server(_forward, sock=socket.socket(fileno=network))]
    for door in reader:
        introduce = partial(_introduce, os.environ[READER_USER])
        servers.append(await asyncio.start_unix_server(introduce, sock=socket.socket(fileno=door)))
    await asyncio.gather(*(server.serve_forever() for server in servers))


if __name__ == "__main__":
    asyncio.run(_run(*map(int, sys.argv[1:])))
