"""Whoever ends a program leaves the note of its death to asyncio's watcher, though it ends at that very moment."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import threading
from asyncio.base_subprocess import BaseSubprocessTransport
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import kiosk
from kiosk.documents.stick import ports
from kiosk.sandbox import children, processes

PATIENCE = 20.0


class Watcher:
    """asyncio's watcher, which comes late: it asks for a child's end when it is let go."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.pid = 0
        self._free = threading.Event()
        self._wait = os.waitpid

    def waitpid(self, pid: int, options: int) -> tuple[int, int]:
        self.pid = pid
        self.asked.set()
        self._free.wait(PATIENCE)
        return self._wait(pid, options)

    def see_the_end(self) -> None:
        """Until the child has ended. Its end stays to be noted."""
        assert self.asked.wait(PATIENCE)
        os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)

    def let_go(self) -> None:
        self._free.set()


@pytest.fixture
def watcher(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[Watcher]:
    late = Watcher()
    monkeypatch.setattr("os.waitpid", late.waitpid)
    yield late
    late.let_go()
    assert [record.getMessage() for record in caplog.get_records("call") if record.name == "asyncio"] == []


async def test_a_child_that_has_just_ended_is_still_heard_of(watcher: Watcher) -> None:
    process = await children.start("sh", "-c", "exit 3")
    watcher.see_the_end()
    children.end(process)
    watcher.let_go()
    assert await process.wait() == 3


async def test_a_child_that_goes_on_is_ended() -> None:
    process = await children.start("sleep", "100")
    children.end(process)
    async with asyncio.timeout(PATIENCE):
        assert await process.wait() == -9
    children.end(process)


async def broken_off(task: asyncio.Task[object], watcher: Watcher, go_on: Callable[[], None] = lambda: None) -> None:
    """Cancel it, after its child has ended and before anybody has noted that. `go_on` is called then."""
    while not watcher.asked.is_set():
        await asyncio.sleep(0)
    watcher.see_the_end()
    task.cancel()
    await asyncio.sleep(0)
    go_on()
    watcher.let_go()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    assert task.cancelled()


async def test_a_start_that_is_broken_off_is_noted(watcher: Watcher, monkeypatch: pytest.MonkeyPatch) -> None:
    connected = asyncio.Event()
    connect = BaseSubprocessTransport._connect_pipes  # type: ignore[attr-defined]

    async def connect_late(*whole: object) -> None:
        await connected.wait()
        await connect(*whole)

    monkeypatch.setattr(BaseSubprocessTransport, "_connect_pipes", connect_late)
    task = asyncio.create_task(children.start("true", stdout=asyncio.subprocess.PIPE))
    await broken_off(task, watcher, connected.set)


async def test_a_start_that_is_broken_off_leaves_no_child() -> None:
    before = processes.tree(os.getpid())
    for turns in range(8):
        task = asyncio.create_task(children.start("sleep", "100", stdout=asyncio.subprocess.PIPE))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            children.end(await task)
            await task.result().wait()
    assert processes.tree(os.getpid()) <= before


async def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        await children.start("/nowhere/at-all")


async def test_a_question_to_a_stick_is_broken_off_as_its_answer_comes(watcher: Watcher) -> None:
    await broken_off(asyncio.create_task(ports.said("true")), watcher)


def test_every_program_is_started_and_ended_here() -> None:
    """But for the guest's own programs, which know no sandbox (see `guest.first`)."""
    forbidden = re.compile(r"asyncio\.create_subprocess|process\.(kill|terminate|send_signal)\(")
    folder = Path(kiosk.__file__).parent
    found = {
        str(file.relative_to(folder)) for file in folder.rglob("*.py") if forbidden.search(file.read_text("utf-8"))
    }
    # No children of asyncio: the watchdog's, those of what keeps a post going, whom the doctor asks, and the player of
    # sounds, which is Qt's.
    no_asyncio = {"control/watchdog.py", "post.py", "doctor/programs.py", "ui/announcer.py"}
    assert found == {"sandbox/children.py"} | no_asyncio
