"""The sticks in the sockets that the site has named, and in no others. Reads of each no more than its format."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from kiosk.documents.stick.base import Stick
from kiosk.documents.stick.ports import Ports, said


class NamedPorts(Ports):
    """`places`: device files that are there while a stick is plugged in, as those of /dev/disk/by-path."""

    def __init__(self, places: Sequence[Path], program: str = "blkid") -> None:
        self._places = tuple(places)
        self._program = program

    async def plugged(self) -> tuple[Stick, ...]:
        found = [await self._look(place) for place in self._places if place.exists()]
        return tuple(stick for stick in found if stick is not None)

    async def _look(self, place: Path) -> Stick | None:
        try:
            size = _size(place)
        except OSError:
            # Pulled out meanwhile, or nothing that this post may read.
            return None
        return Stick(place, await self._format(place), size, read_only=not os.access(place, os.W_OK))

    async def _format(self, place: Path) -> str:
        """Empty when it is not known."""
        try:
            kind = await said(self._program, "--probe", "--output", "value", "--match-tag", "TYPE", str(place))
        except (OSError, TimeoutError):
            return ""
        return kind.decode(errors="replace").strip()


def _size(place: Path) -> int:
    descriptor = os.open(place, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.lseek(descriptor, 0, os.SEEK_END)
    finally:
        os.close(descriptor)
