"""The first program inside the sandbox: carries the browser's network to the proxy and a screen reader's bus to its
door, and brings a dead browser back.

Knows no Qt, so that it stays small and does not die of what kills a browser. It gives up when the browser dies too
often; the sandbox then ends, and the shell wipes the session.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import signal
import sys
import time
from collections import deque
from functools import partial

PROXY_SOCKET = "/run/kiosk/proxy"
PROXY_PORT = 8118
READER_SOCKET = "/run/kiosk/reader"
READER_INSIDE = "/tmp/reader"
READER_USER = "KIOSK_READER_USER"
MAX_RESTARTS = 3
WITHIN_SECONDS = 60.0


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


async def _open_reader() -> dict[str, str]:
    """The way to the screen reader, when there is one, and what tells programs of it."""
    user = os.environ.get(READER_USER)
    if user is None:
        return {}
    await asyncio.start_unix_server(partial(_introduce, user), READER_INSIDE)
    return {"AT_SPI_BUS_ADDRESS": f"unix:path={READER_INSIDE}"}


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while chunk := await reader.read(65_536):
            writer.write(chunk)
            await writer.drain()
    writer.close()


def _end_strays() -> None:
    """A dead browser can leave children. Only they are here besides process 1 and us: this is our own pid namespace."""
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) not in (1, os.getpid()):
            with contextlib.suppress(OSError):
                os.kill(int(name), signal.SIGKILL)


async def _run(channel: int) -> int:
    await asyncio.start_server(_forward, "127.0.0.1", PROXY_PORT)
    environment = {**os.environ, **await _open_reader()}
    deaths: deque[float] = deque(maxlen=MAX_RESTARTS + 1)
    while True:
        browser = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "kiosk.guest.browser", "--channel", str(channel)),
            *("--proxy", f"127.0.0.1:{PROXY_PORT}"),
            *sys.argv[1:],
            pass_fds=(channel,),
            env=environment,
        )
        await browser.wait()
        _end_strays()
        deaths.append(time.monotonic())
        if len(deaths) > MAX_RESTARTS and deaths[-1] - deaths[0] < WITHIN_SECONDS:
            return 1


def main() -> int:
    # A core dump would hold the person's pages.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return asyncio.run(_run(int(os.environ["KIOSK_CHANNEL"])))


if __name__ == "__main__":
    sys.exit(main())
