"""Programs of the system that touch a device of papers, each shut in by bubblewrap: what they write reaches no disk.

The options of the room go through a memory file, so that /proc shows nothing of a person in their arguments. Knows no
device. A guest or a workshop is another thing (`kiosk.sandbox`): it speaks with us; these only do their one work.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.sandbox import children, processes

MARK = "KIOSK_ROOM"
"""Environment variable of whatever runs in a room until the program itself does: different for each."""

_MOST_WORDS = 1 << 16
_ALWAYS = (
    *("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--die-with-parent"),
    *("--new-session", "--cap-drop", "ALL", "--clearenv", "--setenv", "LC_ALL", "C.UTF-8"),
)


@dataclass(frozen=True)
class Room:
    """What a program sees, as options of bwrap, and how much memory and processor time it may take."""

    options: tuple[str, ...]
    memory_bytes: int
    seconds: int


@dataclass(frozen=True)
class Ended:
    """`status`: its own, or the signal that ended it, negative. `output` is cut at the bound that was asked for."""

    status: int
    output: bytes
    words: str


class Confined:
    """One that was started. `input` and `output` are our ends of its pipes, -1 without; `words`: what it complained."""

    def __init__(
        self, process: asyncio.subprocess.Process, mark: str, ends: tuple[int, int], heard: Callable[[str], None]
    ) -> None:
        self.input, self.output = ends
        self.words = ""
        self._process = process
        self._mark = mark
        self._tree = processes.tree(process.pid)
        self._listening = asyncio.create_task(self._listen(heard))

    async def ended(self) -> int:
        """Its status, once it has ended and all its words were heard."""
        await self._process.wait()
        await self._listening
        return int(self._process.returncode or 0)

    async def kill(self) -> None:
        """End it, with all that it started. Idempotent."""
        self.close_input()
        if self.output >= 0:
            os.close(self.output)
            self.output = -1
        if self._process.returncode is None:
            self._tree |= processes.tree(self._process.pid)
            self._end_tree()
            # What the first of them was just starting was in no list yet, and dies with it only from some moment on.
            await processes.gone(self._tree, timeout=1.0)
            self._tree |= processes.marked(MARK, self._mark)
            self._end_tree()
        # A program whose device hangs in the kernel cannot end now; `remains` counts it.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(5):
                await self.ended()
        await processes.gone(self._tree, timeout=2.0)

    def _end_tree(self) -> None:
        for one in self._tree:
            processes.kill(one)

    def close_input(self) -> None:
        if self.input >= 0:
            os.close(self.input)
            self.input = -1

    def remains(self) -> int:
        return len(processes.still_alive(self._tree))

    async def _listen(self, heard: Callable[[str], None]) -> None:
        assert self._process.stderr is not None
        while chunk := await self._process.stderr.read(4096):
            said = chunk.decode(errors="replace")
            self.words = (self.words + said)[-_MOST_WORDS:]
            heard(said)


class Confinement:
    """Starts programs in rooms, and ends those that still run."""

    def __init__(self, program: str = "bwrap") -> None:
        self._program = program
        self._started: list[Confined] = []

    async def start(
        self,
        room: Room,
        command: Sequence[str],
        *,
        feed: bool = False,
        fetch: bool = False,
        heard: Callable[[str], None] = lambda _: None,
    ) -> Confined:
        """`feed` and `fetch`: make `input` and `output`. Raises OSError when it cannot be shut in. To be killed by the
        caller, even when it has ended."""
        return await children.unbroken(self._start(room, command, feed, fetch, heard), Confined.kill)

    async def _start(
        self, room: Room, command: Sequence[str], feed: bool, fetch: bool, heard: Callable[[str], None]
    ) -> Confined:
        program = shutil.which(self._program)
        if program is None:
            raise FileNotFoundError(self._program)
        mark = uuid.uuid4().hex
        limits = ("prlimit", f"--as={room.memory_bytes}", f"--cpu={room.seconds}", "--core=0", "--")
        with contextlib.ExitStack() as theirs, contextlib.ExitStack() as ours:
            options = _written((*_ALWAYS, *room.options))
            theirs.callback(os.close, options)
            ends = [-1, -1]
            given = [asyncio.subprocess.DEVNULL, asyncio.subprocess.DEVNULL]
            for place in [0] * feed + [1] * fetch:
                pipe = os.pipe()
                given[place], ends[place] = pipe[place], pipe[1 - place]
                theirs.callback(os.close, pipe[place])
                ours.callback(os.close, pipe[1 - place])
                os.set_blocking(pipe[1 - place], False)
            process = await children.start(
                *(program, "--args", str(options), "--", *limits, *command),
                stdin=given[0],
                stdout=given[1],
                stderr=asyncio.subprocess.PIPE,
                pass_fds=(options,),
                env={MARK: mark},
            )
            ours.pop_all()
        started = Confined(process, mark, (ends[0], ends[1]), heard)
        self._started = [one for one in self._started if one.remains()] + [started]
        return started

    async def run(self, room: Room, command: Sequence[str], most_output: int = 0) -> Ended:
        """Run to its end. Raises OSError when it cannot be shut in. Cancelling ends it."""
        running = await self.start(room, command, fetch=most_output > 0)
        try:
            output = await _read(running.output, most_output) if most_output else b""
            if len(output) >= most_output > 0:
                await running.kill()
            return Ended(await running.ended(), output, running.words)
        finally:
            await running.kill()

    async def close(self) -> None:
        for one in self._started:
            await one.kill()

    def remains(self) -> int:
        return sum(one.remains() for one in self._started)


async def readable(descriptor: int) -> None:
    """Return when there is something to read, or the end of it."""
    await _ready(descriptor, asyncio.get_running_loop().add_reader, asyncio.get_running_loop().remove_reader)


async def writable(descriptor: int) -> None:
    """Return when there is room to write, or nobody to read."""
    await _ready(descriptor, asyncio.get_running_loop().add_writer, asyncio.get_running_loop().remove_writer)


async def _ready(
    descriptor: int, add: Callable[[int, Callable[[], None]], object], remove: Callable[[int], object]
) -> None:
    ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    add(descriptor, lambda: None if ready.done() else ready.set_result(None))
    try:
        await ready
    finally:
        remove(descriptor)


async def _read(descriptor: int, most: int) -> bytes:
    content = b""
    while len(content) < most:
        await readable(descriptor)
        chunk = os.read(descriptor, min(65_536, most - len(content)))
        if not chunk:
            break
        content += chunk
    return content


def _written(options: Sequence[str]) -> int:
    descriptor = os.memfd_create("kiosk", os.MFD_CLOEXEC)
    os.write(descriptor, b"".join(one.encode() + b"\0" for one in options))
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor
