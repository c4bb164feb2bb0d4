"""FAT sticks, by mtools: papers are copied without the stick ever being mounted, and nothing on it is run or shown.

The stick is untrusted: each program that reads it is shut in with nothing but the device, no network and no disk. A
paper is written under a folder of its own, read back and compared, and only then takes its place: never half a paper
under its name. Titles travel by memory files, not by arguments, which /proc would show.
"""

from __future__ import annotations

import asyncio
import contextlib
import mmap
import os
import re
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

import structlog

from kiosk.documents.confined import Confinement, Ended, Room, readable, writable
from kiosk.documents.paper import Paper
from kiosk.documents.stick import names
from kiosk.documents.stick.base import Copied, Stick, Sticks
from kiosk.documents.stick.ports import Ports
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sandbox.bubblewrap import programs
from kiosk.sealed import Sealed

FOLDER = "Mes papiers"
STEP_SECONDS = 60
"""For each step on the stick: a step that takes longer will not end."""
_LAST_SECONDS = 2.0  # a program that was broken off ends what it writes, well within a wipe's step

_STAGE = "en cours"
DRIVE = "/stick"
_SPARE = 256 << 10
_PIECE = 2 << 20
_WINDOW = 1 << 20
_MOST_LISTING = 4 << 20
_FREE = re.compile(r"^\s*([\d ]+) bytes free", re.MULTILINE)
_WRITTEN_PARTS = 0.8  # of the time that a paper takes; the rest goes by in reading it back

_FULL = re.compile(r"No space left|No free cluster|Disk full|No directory slots|too many", re.IGNORECASE)
_READ_ONLY = re.compile(r"Read-only|write.?protect|Operation not permitted", re.IGNORECASE)
_FORMATS = ("vfat", "fat", "msdos")

_log = structlog.get_logger()


class FatSticks(Sticks):
    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._confinement = Confinement()

    async def plugged(self) -> tuple[Stick, ...]:
        return await self._ports.plugged()

    async def copy(self, stick: Stick, papers: Sequence[Paper]) -> AsyncGenerator[Copied, None]:
        if stick.format not in _FORMATS:
            raise PaperTroubleError(Trouble.STICK_UNKNOWN_FORMAT)
        if stick.read_only:
            raise PaperTroubleError(Trouble.STICK_READ_ONLY)
        drive = _Drive(stick.device, self._confinement)
        try:
            async with contextlib.aclosing(self._written(drive, papers)) as steps:
                async for one in steps:
                    yield one
        except OSError as error:
            _log.error("stick-programs-missing", kind=type(error).__name__)
            raise PaperTroubleError(Trouble.STICK_FAILED) from error

    async def close(self) -> None:
        await self._confinement.close()

    def remains(self) -> int:
        return self._confinement.remains()

    @staticmethod
    async def _written(drive: _Drive, papers: Sequence[Paper]) -> AsyncGenerator[Copied, None]:
        total = max(1, sum(one.size for one in papers))
        yield Copied(0)
        folder, taken = await drive.prepare(total + _SPARE * len(papers))
        before = 0
        for paper in papers:
            name = names.file_name(paper, taken)
            stage = names.folder_name(_STAGE, taken)
            try:
                async with contextlib.aclosing(drive.stage(paper.content, folder, stage, name)) as written:
                    async for size in written:
                        yield Copied(int(99 * (before + _WRITTEN_PARTS * size) / total))
                await drive.settle(paper.content, folder, stage)
            except BaseException:
                await drive.unstage(folder, stage)
                raise
            taken.append(name)
            before += paper.size
            yield Copied(int(99 * before / total))
        await drive.flush()
        yield Copied(100)


class _Drive:
    """One stick while papers are copied onto it."""

    def __init__(self, device: Path, confinement: Confinement) -> None:
        self._device = device
        self._confinement = confinement

    async def prepare(self, needed: int) -> tuple[str, list[str]]:
        """The folder for papers, made where it is not, and what is in it."""
        listing = await self._do("mdir", "-i", DRIVE, "::/", output=True)
        free = _FREE.search(listing)
        if free is not None and int(free[1].replace(" ", "")) < needed:
            raise PaperTroubleError(Trouble.STICK_FULL)
        there = await self._listed("::/")
        folder = FOLDER
        if not any(one.casefold() == f"{FOLDER}/".casefold() for one in there):
            folder = names.folder_name(FOLDER, [one.rstrip("/") for one in there])
            await self._do("mmd", "-D", "s", "-i", DRIVE, f"::/{folder}")
        return folder, [one.rstrip("/") for one in await self._listed(f"::/{folder}")]

    async def stage(self, content: Sealed, folder: str, stage: str, name: str) -> AsyncGenerator[int, None]:
        """Write the content, and say how many bytes of it have reached the stick."""
        # The name is that of a link to the pipe: it is in no argument.
        source = f"/paper/{stage}"
        shut_in = room(self._device, ("--symlink", "/proc/self/fd/0", f"{source}/{name}"))
        running = await self._confinement.start(
            shut_in, ("mcopy", "-D", "s", "-s", "-i", DRIVE, source, f"::/{folder}/"), feed=True
        )
        try:
            place = 0
            while place < content.size:
                async with asyncio.timeout(STEP_SECONDS):
                    end = min(content.size, place + _PIECE)
                    while place < end:
                        await writable(running.input)
                        place += os.sendfile(running.input, content.fileno(), place, end - place)
                    await self.flush()
                yield place
            running.close_input()
            async with asyncio.timeout(STEP_SECONDS):
                status = await running.ended()
        except BrokenPipeError:
            async with asyncio.timeout(STEP_SECONDS):
                status = await running.ended() or -1
        except TimeoutError as error:
            raise PaperTroubleError(self._trouble("")) from error
        except (asyncio.CancelledError, GeneratorExit):
            # Killed in the middle of a write, it would leave the stick's own tables torn: it ends what it has begun.
            running.close_input()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LAST_SECONDS):
                    await running.ended()
            raise
        finally:
            await running.kill()
        # A full stick is told in words only. Whatever else went wrong is found when the paper is read back.
        if status != 0 or _FULL.search(running.words):
            raise PaperTroubleError(self._trouble(running.words))

    async def settle(self, content: Sealed, folder: str, stage: str) -> None:
        """Read back what was written, from the stick itself, and give it its place."""
        await self.flush()
        await self._do("dd", f"if={DRIVE}", "iflag=nocache", "count=0", "status=none")
        running = await self._confinement.start(
            room(self._device), ("mtype", "-i", DRIVE, f"::/{folder}/{stage}/*"), fetch=True
        )
        try:
            async with asyncio.timeout(STEP_SECONDS):
                same = await _same(running.output, content)
        except TimeoutError as error:
            raise PaperTroubleError(self._trouble("")) from error
        finally:
            await running.kill()
        if not same:
            raise PaperTroubleError(self._trouble(running.words))
        await self._do("mmove", "-D", "s", "-i", DRIVE, f"::/{folder}/{stage}/*", f"::/{folder}")
        await self._do("mrd", "-i", DRIVE, f"::/{folder}/{stage}")

    async def unstage(self, folder: str, stage: str) -> None:
        """Take back what is not whole, if the stick is still there."""
        if self._device.exists():
            try:
                await self._do("mdeltree", "-i", DRIVE, f"::/{folder}/{stage}")
                await self.flush()
            except PaperTroubleError:
                _log.warning("stick-not-tidied")

    async def flush(self) -> None:
        await self._do("sync", DRIVE)

    async def _listed(self, place: str) -> list[str]:
        """Names, folders with a slash at their end. Untrusted."""
        listing = await self._do("mdir", "-b", "-a", "-i", DRIVE, place, output=True)
        start = place.rstrip("/") + "/"
        return [line.removeprefix(start) for line in listing.splitlines() if line.startswith(start)]

    async def _do(self, *command: str, output: bool = False) -> str:
        """Raises PaperTroubleError when it fails."""
        try:
            async with asyncio.timeout(STEP_SECONDS):
                ended = await self._confinement.run(room(self._device), command, _MOST_LISTING if output else 0)
        except (TimeoutError, OSError) as error:
            raise PaperTroubleError(self._trouble("")) from error
        if ended.status != 0:
            raise PaperTroubleError(self._trouble(ended.words, ended))
        return ended.output.decode(errors="replace")

    def _trouble(self, words: str, ended: Ended | None = None) -> Trouble:
        if not self._device.exists():
            return Trouble.STICK_PULLED_OUT
        if _FULL.search(words):
            return Trouble.STICK_FULL
        if _READ_ONLY.search(words):
            return Trouble.STICK_READ_ONLY
        _log.warning("stick-failed", exit=ended.status if ended else None)
        return Trouble.STICK_FAILED


async def _same(pipe: int, content: Sealed) -> bool:
    """Whether what comes out of the pipe is this content, without taking a byte of it into our own memory."""
    if not content.size:
        await readable(pipe)
        return not os.read(pipe, 1)
    window = os.memfd_create("kiosk", os.MFD_CLOEXEC)
    try:
        os.truncate(window, _WINDOW)
        with (
            mmap.mmap(window, _WINDOW, prot=mmap.PROT_READ) as seen,
            mmap.mmap(content.fileno(), content.size, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ) as meant,
            memoryview(seen) as read,
            memoryview(meant) as wanted,
        ):
            place = 0
            while True:
                await readable(pipe)
                size = os.splice(pipe, window, _WINDOW, offset_dst=0)
                if not size:
                    return place == content.size
                with read[:size] as one, wanted[place : place + size] as other:
                    if one != other:
                        return False
                place += size
    finally:
        os.close(window)


def room(device: Path, more: tuple[str, ...] = ()) -> Room:
    """The programs, the stick, and nothing else."""
    options = ["--unshare-net", "--unshare-user-try", *programs()]
    options += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--proc", "/proc", "--dev", "/dev"]
    options += ["--dev-bind", str(device), DRIVE, *more, "--remount-ro", "/"]
    # Many sticks have a geometry that no drive of 1990 had, and are well.
    for name, value in {
        "PATH": "/usr/bin:/bin",
        "HOME": "/",
        "MTOOLSRC": "/dev/null",
        "MTOOLS_SKIP_CHECK": "1",
    }.items():
        options += ["--setenv", name, value]
    return Room(tuple(options), memory_bytes=256 << 20, seconds=STEP_SECONDS)
