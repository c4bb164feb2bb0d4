"""The practice services as a session reaches them: TLS on a Unix socket, behind the proxy and a procedure's allow-list.

Runs in its own thread, so that whoever drives a browser in the foreground is served meanwhile. Knows no browser.
"""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Coroutine
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import aiohttp
from aiohttp import web

from kiosk.practice import server
from kiosk.practice.certificate import make_authority
from kiosk.practice.headers import PHONE_HOST
from kiosk.session.network.gateway import listen
from kiosk.session.network.proxy import Proxy

_PATIENCE = 20.0

T = TypeVar("T")


class Town:
    """Open it once; `settle` gives each person services of their own, with nothing typed yet.

    `pace`: how long slow answers and queues take, beside what a person meets on the post.
    """

    def __init__(self, folder: Path, pace: float = 1.0) -> None:
        self._pace = pace
        self._folder = folder
        self._services = folder / "practice.sock"
        self._door = folder / "proxy.sock"
        self._authority = make_authority()
        self.authority = folder / "authority.pem"
        self.authority.write_bytes(self._authority.ca_pem)
        self.port = 0
        self._proxy = Proxy(local={f".{server.TOP_DOMAIN}": self._services})
        self._runner: web.AppRunner | None = None
        self._servers: tuple[asyncio.Server, ...] = ()
        self._lines: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Town:
        self._thread.start()
        self._do(self._open())
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._do(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE)
        self._loop.close()

    def settle(self, allow: tuple[str, ...], *, redesigned: bool) -> None:
        """New services for one person, of the first version or the second, and the hosts that they may reach."""
        self._do(self._settle(redesigned))
        self._proxy.allow(allow)

    def phone_code(self) -> str:
        """The code that the practice phone shows now."""
        return self._do(self._phone_code())

    @property
    def refused(self) -> tuple[str, ...]:
        """Hosts that a page asked for and that the procedure does not allow."""
        return tuple(self._proxy.refused)

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE)

    async def _open(self) -> None:
        door = await self._proxy.listen(listen(self._door))
        # Chromium knows proxies by a port only. In a session, the sandbox's first program lends it one, as here.
        line = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.port = line.sockets[0].getsockname()[1]
        self._servers = (door, line)

    async def _settle(self, redesigned: bool) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
        self._services.unlink(missing_ok=True)
        self._proxy.refused.clear()
        self._runner = await server.serve(self._services, self._authority, redesigned=redesigned, pace=self._pace)

    async def _phone_code(self) -> str:
        trust = ssl.create_default_context(cadata=self._authority.ca_pem.decode())
        line = f"http://127.0.0.1:{self.port}"
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"https://{PHONE_HOST}/messages", ssl=trust, proxy=line) as answer,
        ):
            return str((await answer.json())[-1]["code"])

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._lines.add(task)
        try:
            door_reader, door_writer = await asyncio.open_unix_connection(self._door)
            await asyncio.gather(_pump(reader, door_writer), _pump(door_reader, writer))
        except (OSError, asyncio.CancelledError):
            # Either side may hang up, and at the end of the day everyone is sent home.
            writer.transport.abort()
        finally:
            self._lines.discard(task)

    async def _close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
        for listening in self._servers:
            listening.close()
        for line in self._lines:
            line.cancel()
        # The proxy's own tasks end with the lines that they served.
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            await asyncio.wait(others, timeout=_PATIENCE / 2)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while chunk := await reader.read(65_536):
            writer.write(chunk)
            await writer.drain()
    finally:
        writer.close()
