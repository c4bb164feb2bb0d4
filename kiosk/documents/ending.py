"""The end of background work: cancelled, and waited for until it has cleaned up."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any


async def ended(*tasks: asyncio.Future[Any]) -> None:
    """Cancel what still runs and wait until it has cleaned up. What went wrong in it is nobody's any more."""
    for task in tasks:
        task.cancel()
    for task in tasks:
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await task
