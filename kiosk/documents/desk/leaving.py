"""Waiting for a device or a workshop, while the person may leave at any moment.

Knows wishes and nothing of what is waited for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.wishes import Leave
from kiosk.documents.ending import ended

T = TypeVar("T")


class LeftError(Exception):
    """The person went back to the page before the work was done. The work has been cancelled and has ended."""


async def unless_left(counter: Counter, work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`. Raises LeftError when the person leaves first; other wishes are dropped meanwhile."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_left(counter))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            await leaving  # a counter that broke is told as such
            raise LeftError
        return working.result()
    finally:
        await ended(working, leaving)


async def _left(counter: Counter) -> None:
    while not isinstance(await counter.wish(), Leave):
        pass
