"""SANE scanners, by its own program `scanimage`: one child process a scan, shut in, its pixels in memory only.

Some of SANE's backends write the sheet into /tmp while they scan it (network scanners by eSCL do). In its room the
whole system is read-only and /tmp is memory, so no sheet reaches a disk whatever a backend does. Parses no picture.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass

import structlog

from kiosk.config.model import ScanSection
from kiosk.documents.confined import Confinement, Ended, Room
from kiosk.documents.ending import ended
from kiosk.documents.scanner import options as options_
from kiosk.documents.scanner.base import Progress, Scanner, ScannerInfo, Source
from kiosk.documents.scanner.run import Run
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed

MOST_SHEETS = 40
LOOKING_SECONDS = 30

_LISTING = "%d\x1f%t\x1f%v %m%n"
_NOT_SCANNERS = re.compile(r"camera|webcam|virtual", re.IGNORECASE)
_NOT_BACKENDS = ("v4l", "gphoto2", "test")
_PAGES = "/tmp/pages"
_MOST_LISTING = 1 << 20
_MOST_LISTED = 16  # whoever is on the network can announce as many as they like, and each is asked in turn

_log = structlog.get_logger()


@dataclass(frozen=True)
class _Device:
    """`sources`: where a sheet can lie, and how the device names it."""

    name: str
    info: ScannerInfo
    options: dict[str, options_.Option]
    sources: dict[Source, str | None]


class SaneScanner(Scanner):
    def __init__(self, section: ScanSection) -> None:
        self._section = section
        self._device: _Device | None = None
        self._confinement = Confinement()

    @property
    def device(self) -> str:
        """SANE's name of the scanner that was found, empty before."""
        return self._device.name if self._device is not None else ""

    async def find(self) -> ScannerInfo | None:
        try:
            return (await self._found()).info
        except PaperTroubleError:
            return None

    async def scan(self, source: Source) -> AsyncGenerator[Progress | Sealed, None]:
        device = await self._found()
        if source not in device.sources:
            raise PaperTroubleError(Trouble.FEEDER_EMPTY if source is Source.FEEDER else Trouble.SCANNER_FAILED)
        most = MOST_SHEETS if source is Source.FEEDER else 1
        run = Run(most)
        try:
            running = await self._confinement.start(
                _room(pages=most), self._command(device, source), fetch=True, heard=run.heard
            )
        except OSError as error:
            raise PaperTroubleError(Trouble.SCANNER_FAILED) from error
        bringing = asyncio.create_task(run.bring(running))
        try:
            while (one := await run.news.get()) is not None:
                if isinstance(one, Sealed):
                    run.taken()
                yield one
        finally:
            await ended(bringing)
            run.drop()
            await running.kill()
        if run.trouble is Trouble.NO_SCANNER:
            self._device = None
        if run.trouble is not None:
            raise PaperTroubleError(run.trouble)

    async def close(self) -> None:
        await self._confinement.close()

    def remains(self) -> int:
        return self._confinement.remains()

    # --- looking ----------------------------------------------------------------------------------------------------

    async def _found(self) -> _Device:
        if self._device is None:
            if not self._section.enabled:
                raise PaperTroubleError(Trouble.NO_SCANNER)
            for name, kind, maker in await self.listed():
                self._device = await self._asked(name, kind, maker)
                if self._device is not None:
                    break
            else:
                raise PaperTroubleError(Trouble.NO_SCANNER)
        assert self._device is not None
        return self._device

    async def listed(self) -> list[tuple[str, str, str]]:
        """Name, kind and maker of each scanner that answers, the best first."""
        if self._section.device:
            return [(self._section.device, "", self._section.device)]
        answer = await self._run(("scanimage", "-f", _LISTING))
        rows = [line.split("\x1f") for line in answer.output.decode(errors="replace").split("\n")]
        # What moves a cursor names no device: these names are also shown to IT, on a terminal.
        found = [(row[0], row[1], row[2].strip()) for row in rows if len(row) == 3 and all(map(str.isprintable, row))]
        return sorted(filter(_is_scanner, found), key=_preference)[:_MOST_LISTED]

    async def _asked(self, name: str, kind: str, maker: str) -> _Device | None:
        answer = await self._run(("scanimage", "-d", name, "-A"))
        if answer.status != 0:
            _log.warning("scanner-refused", exit=answer.status)
            return None
        options = options_.read(answer.output.decode(errors="replace"))
        sources = options_.sources(options, kind)
        return _Device(name, ScannerInfo(maker, tuple(sources)), options, sources)

    async def _run(self, command: tuple[str, ...]) -> Ended:
        try:
            async with asyncio.timeout(LOOKING_SECONDS):
                return await self._confinement.run(_room(), command, most_output=_MOST_LISTING)
        except (TimeoutError, OSError) as error:
            _log.warning("scanner-not-found", kind=type(error).__name__)
            return Ended(-1, b"", "")

    def _command(self, device: _Device, source: Source) -> list[str]:
        command = ["scanimage", "-d", device.name, "--format=pnm", "--progress"]
        if source is Source.FEEDER:
            command += [f"--batch={_PAGES}/%d", f"--batch-count={MOST_SHEETS}"]
        return command + options_.arguments(device.options, device.sources[source], self._section.dots_per_inch)


def _is_scanner(listed: tuple[str, str, str]) -> bool:
    name, kind, _ = listed
    return not _NOT_SCANNERS.search(kind) and name.partition(":")[0] not in _NOT_BACKENDS


def _preference(listed: tuple[str, str, str]) -> tuple[int, str]:
    """One that is plugged into the post comes before one of the network, which may stand in another room. Where a
    scanner is found in two ways, airscan is the steadier one."""
    name = listed[0]
    backend = name.partition(":")[0]
    if "usb" in name:
        return 0, name
    return {"airscan": 1, "escl": 3}.get(backend, 2), name


def _room(pages: int = 0) -> Room:
    """All of the system to read and all of its devices, nothing to write but memory. `pages`: scanimage then writes
    each page of a batch to a file of its own name, and each of these is the one pipe."""
    room = ["--ro-bind", "/", "/", "--dev-bind", "/dev", "/dev", "--proc", "/proc"]
    for folder in ("/tmp", "/var/tmp", "/dev/shm"):
        room += ["--size", str(256 << 20), "--tmpfs", folder]
    # Some backends take a lock there, so that two programs do not speak to one device.
    room += ["--bind-try", "/run/lock", "/run/lock"]
    for folder in filter(None, os.environ.get("SANE_CONFIG_DIR", "").split(":")):
        room += ["--ro-bind-try", folder, folder]
    for name in ("PATH", "HOME", "SANE_CONFIG_DIR"):
        if name in os.environ:
            room += ["--setenv", name, os.environ[name]]
    if pages:
        room += ["--size", str(1 << 20), "--tmpfs", _PAGES]
        for number in range(1, pages + 1):
            room += ["--symlink", "/proc/self/fd/1", f"{_PAGES}/{number}.part"]
    return Room(tuple(room), memory_bytes=1 << 30, seconds=600)
