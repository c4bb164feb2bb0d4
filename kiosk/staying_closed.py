"""A post that must not be opened: its screen says so, to people and to IT, until the system ends it."""

from __future__ import annotations

import asyncio
import signal
from datetime import datetime

import structlog

from kiosk.errors import KioskError
from kiosk.ui.shell import Shell

_LISTEN_EVERY = 0.5


async def stay_closed(shell: Shell, refused: KioskError) -> int:
    """Until the system asks the program to end. The exit status."""
    structlog.get_logger().error("post-closed", code=refused.code)
    shell.show_locked(refused.code, 0, 0, datetime.now().astimezone())
    shell.show()
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(ended.set))
    while not ended.is_set():
        # Python runs a handler in the middle of whatever comes next: something must.
        await asyncio.sleep(_LISTEN_EVERY)
    shell.end()
    return 1
