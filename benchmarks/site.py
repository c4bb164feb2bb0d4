"""The practice fund by plain http on this machine, so that a bare browser can open the page that the kiosk opens.

Run as `python -m benchmarks.site`: one line out, the port; ends with its standard input.
"""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import Iterator

from aiohttp import web

from kiosk.practice.headers import FUND_HOST
from kiosk.practice.server import make_app

START_PAGE = f"http://{FUND_HOST}/prime-activite"
"""Where the practice procedure begins, too: it leads to the log-in page."""


@contextlib.contextmanager
def practice_site() -> Iterator[int]:
    """Yield the port. In a process of its own, so that it does not wait for whoever measures."""
    command = [sys.executable, "-m", "benchmarks.site"]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        yield int(server.stdout.readline())
    finally:
        server.communicate(timeout=10)


async def _serve() -> None:
    runner = web.AppRunner(make_app(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(_serve())
