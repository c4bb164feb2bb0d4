"""The network process of one session: composes the allow-list proxy and the practice administration behind it.

Run by the shell as `python -m kiosk.gateway FOLDER SECONDS UPSTREAM`. First line out: the practice authority. Then a line
for each refused host. Each line in: the new allow-list. It ends with its standard input, so it cannot outlive the shell.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

from kiosk.practice.certificate import make_authority
from kiosk.practice.server import serve
from kiosk.session.network.proxy import Proxy

PRACTICE_SUFFIX = ".exercice"


def _say(**line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


async def _run(folder: Path, connect_timeout: float, upstream: str) -> None:
    authority = make_authority()
    practice = folder / "practice"
    await serve(practice, authority)
    proxy = Proxy(
        on_refused=lambda host: _say(refused=host),
        local={PRACTICE_SUFFIX: practice},
        connect_timeout=connect_timeout,
        upstream=upstream,
    )
    await proxy.listen(folder / "proxy")
    _say(authority=authority.ca_pem.decode())
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    async for line in reader:
        proxy.allow(tuple(json.loads(line)["allow"]))
    # Not a clean shutdown on purpose: tunnels may be open, and nothing here deserves to live a moment longer.
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(_run(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3]))
