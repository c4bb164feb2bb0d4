"""Programs that are started through asyncio: wholly or not at all, and ended without asking whether they still live.

asyncio's own `kill`, and the closing of its transports, first ask the kernel how the child is. Has it just ended, the
question takes away what asyncio's watcher waits for in a thread of its own: the status is lost, and the watcher
complains in the log. So every program of ours is started and ended here. Knows no program.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from kiosk.sandbox import processes

T = TypeVar("T")


async def start(*command: str, **options: Any) -> asyncio.subprocess.Process:
    """As asyncio.create_subprocess_exec, but whoever is cancelled meanwhile leaves no child behind."""
    return await unbroken(asyncio.create_subprocess_exec(*command, **options), _ended)


def end(process: asyncio.subprocess.Process) -> None:
    """SIGKILL, if it has not ended by itself. `wait` then returns soon."""
    if process.returncode is None:
        processes.kill_child(process.pid)


async def unbroken(starting: Coroutine[Any, Any, T], undo: Callable[[T], Coroutine[Any, Any, None]]) -> T:
    """A start that is broken off half-way leaves what nobody knows of: whoever is cancelled meanwhile waits until it
    is there, and until it is undone."""
    task = asyncio.ensure_future(starting)
    if (cancelled := await _through(task)) is None:
        return task.result()
    if task.exception() is None:
        undoing = asyncio.ensure_future(undo(task.result()))
        cancelled = await _through(undoing) or cancelled
        undoing.result()
    raise cancelled


async def _through(task: asyncio.Future[Any]) -> asyncio.CancelledError | None:
    """Wait for its end, whoever cancels us. How that was done."""
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait((task,))
        except asyncio.CancelledError as error:
            cancelled = error
    return cancelled


async def _ended(process: asyncio.subprocess.Process) -> None:
    end(process)
    await process.wait()
