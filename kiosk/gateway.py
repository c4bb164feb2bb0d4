"""The network process of one session: composes the allow-list proxy and the practice administration behind it.

Run by the shell as `python -m kiosk.gateway FOLDER SECONDS UPSTREAM [redesigned]`. First line out: the practice
authority. Then a line for each refused host, and one while something large is sent. Each line in: the new allow-list.
It ends with its standard input: it cannot outlive the shell.
"""

from __future__ import annotations

import asyncio
import json
import os
import ssl
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.practice.certificate import Authority, make_authority
from kiosk.practice.headers import FUND_HOST
from kiosk.practice.server import HOSTS, serve
from kiosk.session.network.proxy import Proxy

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


def _say(**line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


async def _rehearse(practice: Path, authority: Authority) -> None:
    """Ask for one page and one file before anybody does: the first answer of a server takes ten times the second."""
    trust = ssl.create_default_context(cadata=authority.ca_pem.decode())
    for path in _REHEARSED:
        reader, writer = await asyncio.open_unix_connection(practice, ssl=trust, server_hostname=FUND_HOST)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {FUND_HOST}\r\nConnection: close\r\n\r\n".encode())
        await reader.read()
        writer.close()


async def run(
    folder: Path, connect_timeout: float, upstream: str, redesigned: bool, others: Others = NO_OTHERS
) -> None:
    """`others`: services that a composition plays beside the practice administration."""
    authority = make_authority((*HOSTS, *others.hosts))
    practice = folder / "practice"
    await serve(practice, authority, redesigned=redesigned)
    proxy = Proxy(
        on_refused=lambda host: _say(refused=host),
        on_sending=lambda: _say(sending=True),
        # The first suffix that fits is taken: the practice administration has what is left.
        local={**await others.serve(folder, authority), PRACTICE_SUFFIX: practice},
        connect_timeout=connect_timeout,
        upstream=upstream,
    )
    await proxy.listen(folder / "proxy")
    _say(authority=authority.ca_pem.decode())
    await _rehearse(practice, authority)
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    async for line in reader:
        proxy.allow(tuple(json.loads(line)["allow"]))
    # Not a clean shutdown on purpose: tunnels may be open, and nothing here deserves to live a moment longer.
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(run(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3], "redesigned" in sys.argv[4:]))
