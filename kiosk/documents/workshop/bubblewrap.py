"""The workshop in a bubblewrap sandbox: no network, no home, no screen, memory only, one job, then killed whole.

The shell's side: starts the program `inside`, hands a job over, waits as long as the limits allow, believes nothing.
Knows no format of any paper.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Coroutine, Sequence
from typing import NamedTuple

import structlog

from kiosk import packets
from kiosk.documents.confined import readable
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Done, Workshop
from kiosk.documents.workshop.checks import LyingError, checked
from kiosk.documents.workshop.jobs import MAX_INPUTS, AnyJob
from kiosk.documents.workshop.line import MAX_PACKET, encode
from kiosk.sandbox import BubblewrapSandbox, Guest, GuestSpec, Sandbox, SandboxError
from kiosk.sealed import Sealed

_log = structlog.get_logger()

PROGRAM = (sys.executable, "-P", "-m", "kiosk.documents.workshop.inside")
_MEGABYTE = 1 << 20
# SIGKILL: the kernel ran out of the group's memory, nobody else sends it before we do. SIGXCPU: out of time. SIGABRT:
# how a library ends the program when memory is refused to it.
_USED_UP = frozenset(128 + number for number in (signal.SIGKILL, signal.SIGXCPU, signal.SIGABRT))


class _Said(NamedTuple):
    packet: bytes
    descriptors: list[int]


class BubblewrapWorkshop(Workshop):
    """`scope`: as of the session's sandbox, so that a sweep after a crash ends workshops too.

    One job at a time: an old post has memory for one. `program` is given by tests.
    """

    def __init__(
        self,
        scope: str,
        memory_bytes: int,
        seconds: float,
        sandbox: Sandbox | None = None,
        program: tuple[str, ...] = PROGRAM,
    ) -> None:
        self._sandbox = sandbox or BubblewrapSandbox(scope)
        self._memory_bytes = memory_bytes
        self._seconds = seconds
        self._spec = _spec((*program, str(memory_bytes), str(max(1, round(seconds)))), memory_bytes)
        self._spare: asyncio.Task[Guest] | None = None
        self._guests: list[Guest] = []
        self._endings: set[asyncio.Task[None]] = set()
        self._one_at_a_time = asyncio.Lock()

    async def do(self, job: AnyJob, inputs: Sequence[Sealed]) -> Done:
        if len(inputs) > MAX_INPUTS:
            raise PaperTroubleError(Trouble.TOO_MANY_PAGES)
        async with self._one_at_a_time:
            guest = await self._opened()
            try:
                async with asyncio.timeout(self._seconds):
                    said = await _told(guest, encode(job), inputs)
                return checked(job, said.packet, said.descriptors, self._memory_bytes)
            except TimeoutError as error:
                raise PaperTroubleError(Trouble.TOO_SLOW) from error
            except _SilentError as error:
                _log.warning("workshop-ended", kind=type(job).__name__, exit=guest.exit_code)
                used_up = guest.exit_code in _USED_UP
                raise PaperTroubleError(Trouble.TOO_SLOW if used_up else Trouble.WORKSHOP_FAILED) from error
            except (LyingError, packets.PacketError) as error:
                _log.warning("workshop-lied", kind=type(job).__name__, exc_info=error)
                raise PaperTroubleError(Trouble.WORKSHOP_FAILED) from error
            finally:
                guest.end()
                await asyncio.shield(self._later(self._killed(guest)))

    def warm(self) -> None:
        if self._spare is None or not _is_good(self._spare):
            self._drop_spare()
            self._spare = asyncio.get_running_loop().create_task(self._start())

    async def close(self) -> None:
        self._drop_spare()
        for guest in self._guests:
            guest.end()
        async with self._one_at_a_time:  # the job that this has broken off
            for guest in self._guests:
                self._later(self._killed(guest))
        while self._endings:
            await asyncio.wait(self._endings)

    def remains(self) -> int:
        left = [guest.remains() for guest in self._guests]
        return sum(one.processes + one.mounts + one.groups for one in left)

    # --- the life of one ------------------------------------------------------------------------------------------

    async def _start(self) -> Guest:
        guest = await self._sandbox.start(self._spec)
        self._guests.append(guest)
        return guest

    async def _opened(self) -> Guest:
        self.warm()
        starting, self._spare = self._spare, None
        assert starting is not None
        try:
            # A start cannot be broken off half-way: nobody would know what it had started.
            return await asyncio.shield(starting)
        except asyncio.CancelledError:
            await asyncio.shield(self._later(self._never_used(starting)))
            raise
        except SandboxError as error:
            _log.error("workshop-not-started", exc_info=error)
            raise PaperTroubleError(Trouble.WORKSHOP_FAILED) from error

    def _drop_spare(self) -> None:
        spare, self._spare = self._spare, None
        if spare is not None:
            self._later(self._never_used(spare))

    async def _never_used(self, starting: asyncio.Task[Guest]) -> None:
        with contextlib.suppress(SandboxError):
            await self._killed(await starting)

    async def _killed(self, guest: Guest) -> None:
        await guest.kill()
        # What could not be ended stays in the count.
        if guest.remains().nothing and guest in self._guests:
            self._guests.remove(guest)

    def _later(self, ending: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """Goes on though whoever waits for it is cancelled; `close` waits for all of them."""
        task = asyncio.get_running_loop().create_task(ending)
        self._endings.add(task)
        task.add_done_callback(self._endings.discard)
        return task


class _SilentError(Exception):
    """The workshop has ended without an answer."""


def _is_good(starting: asyncio.Task[Guest]) -> bool:
    """On its way, or waiting for work: not failed, nor ended by itself."""
    if not starting.done():
        return True
    return not starting.cancelled() and starting.exception() is None and starting.result().alive


async def _told(guest: Guest, packet: bytes, inputs: Sequence[Sealed]) -> _Said:
    try:
        packets.send(guest.channel, packet, inputs)
        await readable(guest.channel.fileno())
        said = _Said(*packets.receive(guest.channel, MAX_PACKET, MAX_INPUTS))
    except OSError as error:
        await guest.wait()
        raise _SilentError from error
    if not said.packet:
        packets.close(said.descriptors)
        await guest.wait()
        raise _SilentError
    return said


def _spec(command: tuple[str, ...], memory_bytes: int) -> GuestSpec:
    return GuestSpec(
        command=command,
        environment={
            # Threads take memory and start slowly; one paper at a time has little use for many.
            "OPENBLAS_NUM_THREADS": "1",
            "OMP_THREAD_LIMIT": "2",
            "OPENCV_FOR_THREADS_NUM": "2",
            "MALLOC_ARENA_MAX": "2",
        },
        memory_bytes=memory_bytes,
        home_bytes=1 * _MEGABYTE,
        tmp_bytes=64 * _MEGABYTE,
        shm_bytes=1 * _MEGABYTE,
    )
