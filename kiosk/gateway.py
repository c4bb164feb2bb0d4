"""The two network processes of one session: its only way out, and the practice administration behind it.

    python -m kiosk.gateway carry FD SECONDS UPSTREAM [INTERNAL…]  the allow-list proxy, on the listening socket FD
    python -m kiosk.gateway services FD MEMORY FOLDER [redesigned] the practice services, as the world's sites would be,
                                                                   on the listening socket FD

Two, so that the proxy can be started anew while the sites behind it remember who is logged in. `services` says one
line: its authority, and the socket of each suffix of a host. In the descriptor MEMORY it keeps what makes the next one
trusted like it. `carry` hears that line, then one for each allow-list; it says one for each refused host, and one while
something large is sent. Both end with their standard input: they cannot outlive the shell.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import ssl
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.practice.certificate import Authority

PRACTICE_SUFFIX = ".exercice"
_REHEARSED = ("/prime-activite", "/connexion", "/static/commun/socle.css")


class Others:
    """Services beside the practice administration. A post has none."""

    hosts: Sequence[str] = ()

    async def serve(self, folder: Path, authority: Authority) -> dict[str, Path]:
        """For each suffix of a host, the Unix socket that it is answered on. Sockets go into `folder`."""
        del folder, authority
        return {}


NO_OTHERS = Others()


def main(words: Sequence[str], others: Others = NO_OTHERS) -> None:
    """`others`: services that a composition plays beside the practice administration."""
    match words:
        case ["carry", descriptor, seconds, upstream, *internal]:
            asyncio.run(_carry(socket.socket(fileno=int(descriptor)), float(seconds), upstream, tuple(internal)))
        case ["services", descriptor, memory, folder, *more]:
            listening = socket.socket(fileno=int(descriptor))
            asyncio.run(_serve(listening, int(memory), Path(folder), others, redesigned="redesigned" in more))


# Each part is loaded by the process that needs it: two small programs, not twice a large one.


async def _carry(listening: socket.socket, connect_timeout: float, upstream: str, internal: tuple[str, ...]) -> None:
    from kiosk.session.network.proxy import Proxy  # noqa: PLC0415

    lines = _heard()
    local = {suffix: Path(path) for suffix, path in (await anext(lines))["local"].items()}
    proxy = Proxy(
        on_refused=lambda host: _say(refused=host),
        on_sending=lambda: _say(sending=True),
        local=local,
        connect_timeout=connect_timeout,
        upstream=upstream,
        internal=internal,
    )
    await proxy.listen(listening)
    async for line in lines:
        proxy.allow(tuple(line["allow"]))
    _end()


async def _serve(listening: socket.socket, memory: int, folder: Path, others: Others, *, redesigned: bool) -> None:
    from kiosk.practice.certificate import kept_authority  # noqa: PLC0415
    from kiosk.practice.server import HOSTS, serve  # noqa: PLC0415

    authority = kept_authority(memory, (*HOSTS, *others.hosts))
    practice = Path(listening.getsockname())
    await serve(listening, authority, redesigned=redesigned)
    # The first suffix that fits is taken: the practice administration has what is left.
    local = {**await others.serve(folder, authority), PRACTICE_SUFFIX: practice}
    _say(authority=authority.ca_pem.decode(), local={suffix: str(path) for suffix, path in local.items()})
    await _rehearse(practice, authority)
    async for _ in _heard():
        """Nothing is said to it but the end."""
    _end()


async def _rehearse(practice: Path, authority: Authority) -> None:
    """Ask for one page and one file before anybody does: the first answer of a server takes ten times the second."""
    from kiosk.practice.headers import FUND_HOST  # noqa: PLC0415

    trust = ssl.create_default_context(cadata=authority.ca_pem.decode())
    for path in _REHEARSED:
        reader, writer = await asyncio.open_unix_connection(practice, ssl=trust, server_hostname=FUND_HOST)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {FUND_HOST}\r\nConnection: close\r\n\r\n".encode())
        await reader.read()
        writer.close()


async def _heard() -> AsyncIterator[dict[str, Any]]:
    """What the shell says, until it is gone."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    async for line in reader:
        yield json.loads(line)


def _say(**line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _end() -> None:
    # Not a clean shutdown on purpose: tunnels may be open, and nothing here deserves to live a moment longer.
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
