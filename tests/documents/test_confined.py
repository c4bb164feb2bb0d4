"""Programs in rooms: ended whole, at whichever moment of their start."""

from __future__ import annotations

import asyncio
import uuid

from kiosk.documents.confined import Confinement, Room
from kiosk.sandbox.bubblewrap import programs
from tests.documents import remnants

TIMES = 30
ROOM = Room(("--unshare-net", *programs(), "--proc", "/proc", "--dev", "/dev"), memory_bytes=64 << 20, seconds=60)


def runs(name: str) -> bool:
    return any(name.encode() in told for told in remnants.told_in_proc())


async def lasts(rooms: Confinement) -> float:
    """Seconds until a program runs in its room and has ended again."""
    began = asyncio.get_running_loop().time()
    assert (await rooms.run(ROOM, ("true",))).status == 0
    return asyncio.get_running_loop().time() - began


async def test_a_program_that_is_killed_while_it_starts_leaves_nothing() -> None:
    rooms, name = Confinement(), uuid.uuid4().hex
    longest = await lasts(rooms)
    for part in range(TIMES):
        running = await rooms.start(ROOM, ("sh", "-c", "sleep 600", name))
        moment = asyncio.Event()
        asyncio.get_running_loop().call_later(longest * part / TIMES, moment.set)
        await moment.wait()
        await running.kill()
        assert not runs(name)
    assert rooms.remains() == 0


async def test_a_start_that_is_broken_off_leaves_nothing() -> None:
    rooms, name = Confinement(), uuid.uuid4().hex
    longest = await lasts(rooms)
    for part in range(TIMES):
        task = asyncio.create_task(rooms.run(ROOM, ("sh", "-c", "sleep 600", name)))
        asyncio.get_running_loop().call_later(longest * part / TIMES, task.cancel)
        await asyncio.wait({task})
        assert task.cancelled()
        assert not runs(name)
    assert rooms.remains() == 0
