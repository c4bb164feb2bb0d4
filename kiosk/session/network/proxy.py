"""The allow-list proxy: one Unix socket in, tunnels out to allowed hosts, names resolved here and not in the guest.

A small one of our own on h11 rather than a ready-made proxy: one process instead of two, about 15 MB less, and the
whole decision is `policy.AllowList`. It never opens the encrypted traffic; it keeps no address beyond its own life.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import h11

from kiosk.session.network.hello import NotAHelloError, named_server
from kiosk.session.network.outward import (
    Dial,
    LeadsInsideError,
    NoNetworkError,
    Outward,
    Resolve,
    Stream,
    dial,
    resolve,
)
from kiosk.session.network.pages import refusal_page
from kiosk.session.network.policy import HTTPS, AllowList, Decision, plain_name
from kiosk.session.network.portal import Portal
from kiosk.session.network.trackers import known_trackers
from kiosk.session.network.upload import UploadMeter

Why = Literal["refused", "unreachable", "portal", "offline"]

HEAD_TIMEOUT = 20.0
MAX_TUNNELS = 256
STATUS_HOST = "kiosk.invalid"  # `.invalid` can never be a real site (RFC 2606)
_REMEMBERED = 64


class Proxy:
    """One session's proxy. Refuses everything until `allow` is called.

    `local` maps a host pattern's suffix (`.exercice`) to the Unix socket of a service that plays that host.
    `on_refused` is told each refused host, for the session's own report; `on_sending`, that something large goes out.
    `upstream` is the network's own proxy, "host:port", which then resolves the names; empty for none.
    `internal`: patterns of hosts that may have an address in the local network.
    """

    def __init__(
        self,
        *,
        on_refused: Callable[[str], None] = lambda _host: None,
        local: dict[str, Path] | None = None,
        connect_timeout: float = 15.0,
        upstream: str = "",
        on_sending: Callable[[], None] = lambda: None,
        internal: tuple[str, ...] = (),
        resolve: Resolve = resolve,
        dial: Dial = dial,
    ) -> None:
        self._allowed = AllowList()
        self._local = local or {}
        self._on_refused = on_refused
        self._meter = UploadMeter(on_sending, time.monotonic)
        self._connect_timeout = connect_timeout
        self._outward = Outward(internal, upstream, resolve, dial)
        self._portal = Portal(self._outward)
        self._last: OrderedDict[str, Why] = OrderedDict()
        self._tunnels = 0
        self._serving: set[asyncio.Task[None]] = set()
        self.refused: Counter[str] = Counter()

    def allow(self, patterns: tuple[str, ...]) -> None:
        self._allowed = AllowList(patterns, known_trackers())

    async def listen(self, listening: socket.socket) -> asyncio.Server:
        """Serve on a Unix socket that listens already."""
        return await asyncio.start_unix_server(self._begin, sock=listening)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # asyncio itself lets go of who serves a connection as soon as that is lost, in the middle of a word.
        serving = asyncio.create_task(self._serve(reader, writer))
        self._serving.add(serving)
        serving.add_done_callback(self._serving.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError, h11.RemoteProtocolError, asyncio.IncompleteReadError, TimeoutError):
                async with asyncio.timeout(HEAD_TIMEOUT):
                    request, early = await _read_request(reader)
                if request.method == b"CONNECT":
                    await self._connect(request, early, reader, writer)
                else:
                    await self._plain(request, writer)
        finally:
            await _close(writer)

    async def _connect(
        self, request: h11.Request, early: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        host, _, port = request.target.decode("ascii", "replace").rpartition(":")
        decision = self._allowed.decide(host, int(port) if port.isdecimal() and len(port) <= 5 else 0)
        if not decision.allowed:
            self._remember(decision.host or "?", "refused")
            await _answer(writer, 403)
            return
        if self._tunnels >= MAX_TUNNELS:
            await _answer(writer, 503)
            return
        try:
            async with asyncio.timeout(self._connect_timeout):
                upstream = await self._open(decision.host)
        except (OSError, TimeoutError) as error:
            self._remember(decision.host, _why(error))
            await _answer(writer, 502)
            return
        self._tunnels += 1
        try:
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            if hello := await self._hello(decision.host, early, reader):
                upstream[1].write(hello)
                self._meter.note(len(hello))
                await _tunnel((reader, writer), upstream, self._meter.note)
        finally:
            self._tunnels -= 1
            await _close(upstream[1])

    async def _hello(self, host: str, early: bytes, reader: asyncio.StreamReader) -> bytes:
        """The tunnel's first bytes, once they are seen to ask for the same host; nothing when they do not.

        A machine that many sites share would else serve any of them under an allowed one's name."""
        untrusted = early
        try:
            async with asyncio.timeout(HEAD_TIMEOUT):
                while (name := named_server(untrusted)) is None:
                    chunk = await reader.read(65_536)
                    if not chunk:
                        return b""
                    untrusted += chunk
        except (NotAHelloError, TimeoutError, OSError):
            return b""
        if plain_name(name) != host:
            self._remember(plain_name(name) or "?", "refused")
            return b""
        return untrusted

    async def _open(self, host: str) -> Stream:
        path = self._played_by(host)
        return await asyncio.open_unix_connection(path) if path else await self._outward.open(host)

    def _played_by(self, host: str) -> Path | None:
        return next((path for suffix, path in self._local.items() if host.endswith(suffix)), None)

    async def _plain(self, request: h11.Request, writer: asyncio.StreamWriter) -> None:
        """Plain HTTP never leaves the post: an allowed host is asked again by HTTPS, any other is explained."""
        try:
            address = urlsplit(request.target.decode("ascii", "replace"))
            host, port = address.hostname or "", address.port or 80
        except ValueError:
            address, host, port = urlsplit(""), "", 0
        if host == STATUS_HOST:
            await self._status(address.query, writer)
            return
        decision = self._allowed.decide(host, HTTPS) if port == 80 else Decision("port", host)
        if decision.allowed:
            location = f"https://{decision.host}{address.path or '/'}" + (f"?{address.query}" if address.query else "")
            await _answer(writer, 307, headers=[("Location", location)])
            return
        self._remember(decision.host or "?", "refused")
        await _answer(writer, 403, refusal_page(), [("Content-Type", "text/html; charset=utf-8")])

    async def _status(self, query: str, writer: asyncio.StreamWriter) -> None:
        """Tell the guest why a tunnel failed: the browser itself only says that it did."""
        host = parse_qs(query).get("host", [""])[0].lower()
        why = self._last.get(host, "unreachable")
        decision = self._allowed.decide(host, HTTPS)
        if why == "unreachable" and decision.allowed and not self._played_by(decision.host):
            why = "portal" if await self._portal.stands_before(decision.host) else why
        body = json.dumps({"reason": why}).encode()
        await _answer(writer, 200, body, [("Content-Type", "application/json")])

    def _remember(self, host: str, why: Why) -> None:
        self._last[host] = why
        self._last.move_to_end(host)
        while len(self._last) > _REMEMBERED:
            self._last.popitem(last=False)
        if why == "refused":
            if host in self.refused or len(self.refused) < _REMEMBERED:
                self.refused[host] += 1
            self._on_refused(host)


def _why(error: Exception) -> Why:
    match error:
        case LeadsInsideError():
            return "portal"
        case NoNetworkError():
            return "offline"
        case _:
            return "unreachable"


async def _read_request(reader: asyncio.StreamReader) -> tuple[h11.Request, bytes]:
    """The request's head, and the bytes that came after it. Raises h11.RemoteProtocolError on anything malformed."""
    connection = h11.Connection(h11.SERVER)
    while True:
        event = connection.next_event()
        if isinstance(event, h11.Request):
            return event, connection.trailing_data[0] if event.method == b"CONNECT" else b""
        if event is not h11.NEED_DATA:
            raise asyncio.IncompleteReadError(b"", None)
        chunk = await reader.read(65_536)
        connection.receive_data(chunk)


async def _answer(
    writer: asyncio.StreamWriter, status: int, body: bytes = b"", headers: list[tuple[str, str]] | None = None
) -> None:
    connection = h11.Connection(h11.SERVER)
    fields = [*(headers or []), ("Content-Length", str(len(body))), ("Connection", "close")]
    for event in (h11.Response(status_code=status, headers=fields), h11.Data(data=body), h11.EndOfMessage()):
        writer.write(connection.send(event) or b"")
    await writer.drain()


async def _tunnel(one: Stream, other: Stream, sent: Callable[[int], None]) -> None:
    try:
        async with asyncio.TaskGroup() as watch:
            lost = watch.create_task(_until_lost(one[1]))
            async with asyncio.TaskGroup() as both:
                both.create_task(_pump(one[0], other[1], sent))
                both.create_task(_pump(other[0], one[1]))
            lost.cancel()
    except* OSError:
        pass
    finally:
        await _close(other[1])


async def _until_lost(writer: asyncio.StreamWriter) -> None:
    """Who has only to listen to the other side would not notice, and the tunnel stay for as long as that is silent."""
    # Shielded: all who wait for a connection's end wait for the same thing, and one who gives up would end it for all.
    await asyncio.shield(writer.wait_closed())
    raise ConnectionResetError


async def _pump(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, passed: Callable[[int], None] = lambda _count: None
) -> None:
    while chunk := await reader.read(65_536):
        writer.write(chunk)
        await writer.drain()
        passed(len(chunk))
    if writer.can_write_eof():
        writer.write_eof()


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
