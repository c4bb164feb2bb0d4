"""Waiting for a device or a workshop, while the person may leave at any moment.

Knows wishes, and of what is waited for its name alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Literal, TypeVar

from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.scenes import SorryScene, WaitScene
from kiosk.documents.desk.wishes import Again, Leave
from kiosk.documents.ending import ended
from kiosk.documents.trouble import Trouble

T = TypeVar("T")
Find = Callable[[], Coroutine[Any, Any, T | None]]


class LeftError(Exception):
    """The person went back to the page before the work was done. The work has been cancelled and has ended."""


async def unless_left(counter: Counter, work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`. Raises LeftError when the person leaves first; other wishes are dropped meanwhile."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(left(counter))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            await leaving  # a counter that broke is told as such
            raise LeftError
        return working.result()
    finally:
        await ended(working, leaving)


async def left(counter: Counter) -> None:
    """Until the person goes back; other wishes are dropped."""
    while not isinstance(await counter.wish(), Leave):
        pass


async def sorry(counter: Counter, trouble: Trouble) -> None:
    """Say what went wrong, until the person goes back."""
    counter.show(SorryScene(trouble))
    await left(counter)


async def again(counter: Counter) -> None:
    """Until the person wants to try again. Raises LeftError when they go back instead."""
    while not isinstance(wish := await counter.wish(), Again):
        if isinstance(wish, Leave):
            raise LeftError


async def found(counter: Counter, find: Find[T], what: Literal["scanner", "printer"], trouble: Trouble) -> T:
    """The device, looked for as often as the person wants. Raises LeftError when they go back instead."""
    while True:
        counter.show(WaitScene(what))
        device = await unless_left(counter, find())
        if device is not None:
            return device
        counter.show(SorryScene(trouble, again=True))
        await again(counter)
