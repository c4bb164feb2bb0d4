"""Background work is ended once it has cleaned up, and whoever ends it can be ended too."""

from __future__ import annotations

import asyncio

import pytest

from kiosk.documents.ending import ended


class Work:
    def __init__(self) -> None:
        self.cleaning = asyncio.Event()
        self.may_end = asyncio.Event()
        self.clean = False

    async def go_on(self) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            self.cleaning.set()
            await self.may_end.wait()
            self.clean = True


async def test_work_is_waited_for_until_it_has_cleaned_up() -> None:
    work = Work()
    task = asyncio.create_task(work.go_on())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(work.may_end.set)
    await ended(task)
    assert work.clean


async def test_what_goes_wrong_at_the_end_is_nobodys() -> None:
    async def breaks() -> None:
        raise ZeroDivisionError

    broken = asyncio.create_task(breaks())
    await asyncio.sleep(0)
    await ended(broken)


async def test_whoever_is_cancelled_while_ending_is_cancelled_once_all_is_clean() -> None:
    """A session that ends in the very moment in which a service ends a piece of its work ends the service."""
    work = Work()

    async def service() -> None:
        task = asyncio.create_task(work.go_on())
        await asyncio.sleep(0)
        await ended(task)
        raise AssertionError("the service goes on after the session")

    serving = asyncio.create_task(service())
    await work.cleaning.wait()
    serving.cancel()
    await asyncio.sleep(0)
    assert not serving.done()
    work.may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await serving
    assert work.clean
