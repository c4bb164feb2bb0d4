"""The way from the post to an allowed host: its name resolved once, each address judged, and that very one called.

Called by address and not by name, so that a name cannot lead elsewhere between the look and the call.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
from collections.abc import Awaitable, Callable

from kiosk.session.network.policy import HTTPS, is_public, matches, may_be_internal

Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Resolve = Callable[[str], Awaitable[list[str]]]
Dial = Callable[[str, int], Awaitable[Stream]]

_NO_NETWORK = {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH}


class LeadsInsideError(OSError):
    """The name has addresses, and none on the internet: a network that wants something first, or a name of this place
    that IT has not written down."""


class NoNetworkError(OSError):
    """There is no way out of this place at the moment."""


async def resolve(host: str) -> list[str]:
    found = await asyncio.get_running_loop().getaddrinfo(host, HTTPS, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


async def dial(address: str, port: int) -> Stream:
    return await asyncio.open_connection(address, port)


class Outward:
    """`internal`: patterns of hosts that may have an address in the local network. `upstream`: the network's own
    proxy, "host:port", which then resolves the names; empty for none."""

    def __init__(
        self, internal: tuple[str, ...] = (), upstream: str = "", resolve: Resolve = resolve, dial: Dial = dial
    ) -> None:
        self._internal = internal
        self.upstream = upstream
        self._resolve = resolve
        self._dial = dial

    async def open(self, host: str, port: int = HTTPS) -> Stream:
        """A connection to the host. Raises OSError: why, by its class, where that is known."""
        if self.upstream:
            return await self._through(host)
        internal = any(matches(pattern, host) for pattern in self._internal)
        error: OSError = LeadsInsideError()
        for address in await self._addresses(host):
            if not (is_public(address) or (internal and may_be_internal(address))):
                continue
            try:
                return _elsewhere(await self._dial(address, port))
            except OSError as failed:
                error = NoNetworkError() if failed.errno in _NO_NETWORK else failed
        raise error

    async def _addresses(self, host: str) -> list[str]:
        try:
            return await self._resolve(host)
        except socket.gaierror as error:
            if error.errno == socket.EAI_AGAIN:
                raise NoNetworkError from error
            raise

    async def _through(self, host: str) -> Stream:
        """A tunnel through the network's own proxy. Raises OSError when it refuses."""
        name, _, port = self.upstream.rpartition(":")
        reader, writer = await self._dial(name, int(port))
        target = f"{host}:{HTTPS}"
        writer.write(f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n".encode())
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError) as error:
            writer.close()
            raise OSError("no answer") from error
        if head.split(b" ", 2)[1:2] != [b"200"]:
            writer.close()
            raise OSError("refused")
        return reader, writer


def _elsewhere(stream: Stream) -> Stream:
    """The stream, unless it leads back to this very machine: its address may be a public one."""
    ours, theirs = (stream[1].get_extra_info(name) for name in ("sockname", "peername"))
    if ours and theirs and ours[0] == theirs[0]:
        with contextlib.suppress(OSError):
            stream[1].close()
        raise LeadsInsideError
    return stream
