"""The end of background work: cancelled, and waited for until it has cleaned up."""

from __future__ import annotations

import asyncio
from typing import Any


async def ended(*tasks: asyncio.Future[Any]) -> None:
    """Cancel what still runs and wait until it has cleaned up. What went wrong in it is nobody's any more.

    Whoever is cancelled meanwhile still waits, and hears of it then: a session that ends must end its service too.
    """
    for task in tasks:
        task.cancel()
    left = {task for task in tasks if not task.done()}
    cancelled: asyncio.CancelledError | None = None
    while left:
        try:
            _, left = await asyncio.wait(left)
        except asyncio.CancelledError as error:
            cancelled = error
            left = {task for task in left if not task.done()}
    for task in tasks:
        if not task.cancelled():
            task.exception()  # or asyncio would say that nobody has looked
    if cancelled is not None:
        raise cancelled
