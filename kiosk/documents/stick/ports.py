"""The sticks in the post's ports, by what the kernel knows of its disks. Opens no device and reads no stick."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

import msgspec
import structlog

from kiosk.documents.stick.base import Stick
from kiosk.sandbox import children

_COLUMNS = "PATH,TYPE,TRAN,RO,FSTYPE,SIZE,MOUNTPOINTS"
_TIMEOUT = 5.0

_log = structlog.get_logger()


class Ports(ABC):
    @abstractmethod
    async def plugged(self) -> tuple[Stick, ...]:
        """One for each drive: the part of it that the person sees as theirs."""


class UsbPorts(Ports):
    def __init__(self, program: str = "lsblk") -> None:
        self._program = program

    async def plugged(self) -> tuple[Stick, ...]:
        """Nothing, when the kernel does not answer in time."""
        try:
            return sticks(await said(self._program, "--json", "--bytes", "--output", _COLUMNS))
        except (OSError, TimeoutError) as error:
            _log.warning("sticks-not-listed", kind=type(error).__name__)
            return ()


async def said(*command: str) -> bytes:
    """What a short program writes. Raises OSError when it cannot be started, TimeoutError when it does not end."""
    process = await children.start(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(_TIMEOUT):
            output, _ = await process.communicate()
    finally:
        children.end(process)
        await process.wait()
    return output


class _Block(msgspec.Struct, frozen=True):
    path: str
    type: str
    size: int | None = None
    tran: str | None = None
    ro: bool = False
    fstype: str | None = None
    mountpoints: tuple[str | None, ...] = ()
    children: tuple[_Block, ...] = ()


class _Listing(msgspec.Struct, frozen=True):
    blockdevices: tuple[_Block, ...]


def sticks(listing: bytes) -> tuple[Stick, ...]:
    """Out of `lsblk --json`: each drive on USB of which nothing is mounted, so never the one the post runs from."""
    try:
        disks = msgspec.json.decode(listing, type=_Listing).blockdevices
    except (ValueError, RecursionError) as error:
        _log.error("sticks-not-listed", kind=type(error).__name__)
        return ()
    return tuple(
        _stick(disk) for disk in disks if disk.type == "disk" and disk.tran == "usb" and disk.size and not _used(disk)
    )


def _stick(disk: _Block) -> Stick:
    """The largest of its parts: the small ones beside it are there to start machines, not to keep papers."""
    part = max(disk.children, key=lambda one: one.size or 0, default=disk)
    return Stick(Path(part.path), part.fstype or "", part.size or 0, read_only=disk.ro or part.ro)


def _used(disk: _Block) -> bool:
    return any(place for one in _all(disk) for place in one.mountpoints)


def _all(block: _Block) -> Iterator[_Block]:
    yield block
    for one in block.children:
        yield from _all(one)
