"""What a session leaves outside of itself, one class a thing: guest, mounts, network, copies, files, memory, papers."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from kiosk.sandbox.base import Guest, Sandbox
from kiosk.session.leftovers import Leftovers
from kiosk.session.network.gateway import Gateway
from kiosk.session.reader_door import ReaderDoor
from kiosk.session.selections import Selections
from kiosk.session.wipe import Erasure


class GuestErasure(Erasure):
    """Every process of the guest: pages, accounts, what was typed."""

    code = "guest"

    def __init__(self, guest: Guest | None) -> None:
        self._guest = guest

    async def erase(self) -> None:
        if self._guest is not None:
            await self._guest.kill()

    def remains(self) -> int:
        return self._guest.remains().processes if self._guest is not None else 0


class StrayGuestErasure(Erasure):
    """The guests that a dead shell left behind. Done first at every start."""

    code = "guest"

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._left = 0

    async def erase(self) -> None:
        self._left = (await self._sandbox.sweep()).processes

    def remains(self) -> int:
        return self._left


class MountErasure(Erasure):
    """The memory-only file systems of the guest. They go with the last process that sees them; here we look."""

    code = "mounts"

    def __init__(self, guest: Guest | None) -> None:
        self._guest = guest

    async def erase(self) -> None:
        """Nothing to do: killing the guest was it."""

    def remains(self) -> int:
        if self._guest is None:
            return 0
        remains = self._guest.remains()
        return remains.mounts + remains.groups


class NetworkErasure(Erasure):
    """The session's ways out: its proxy with tunnels and host names, and the screen reader's door, if any."""

    code = "network"

    def __init__(self, gateway: Gateway | None, door: ReaderDoor | None = None) -> None:
        self._ways = tuple(way for way in (gateway, door) if way is not None)

    async def erase(self) -> None:
        for way in self._ways:
            await way.kill()

    def remains(self) -> int:
        return sum(way.remains() for way in self._ways)


class ClipboardErasure(Erasure):
    code = "clipboard"

    def __init__(self, selections: Selections) -> None:
        self._selections = selections

    async def erase(self) -> None:
        self._selections.erase()

    def remains(self) -> int:
        return self._selections.remains()


class ScreenErasure(Erasure):
    """What the X server keeps of whoever is dead. Comes last, and looks at the selections again: between their erasure
    and now somebody could have copied."""

    code = "screen"

    def __init__(self, leftovers: Leftovers, selections: Selections) -> None:
        self._leftovers = leftovers
        self._selections = selections

    async def erase(self) -> None:
        self._selections.erase()
        self._leftovers.erase()

    def remains(self) -> int:
        return self._leftovers.remains() + self._selections.remains()


class FileErasure(Erasure):
    """The session's folder outside of the guest: sockets, never documents."""

    code = "files"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def erase(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def remains(self) -> int:
        if not self._folder.exists():
            return 0
        return 1 + sum(1 for _ in self._folder.rglob("*"))


class MemoryErasure(Erasure):
    """What the shell's own screens and state still know of the person."""

    code = "memory"

    def __init__(self, forget: Callable[[], None], known: Callable[[], int]) -> None:
        self._forget = forget
        self._known = known

    async def erase(self) -> None:
        self._forget()

    def remains(self) -> int:
        return self._known()


class PapersErasure(Erasure):
    """Papers on their way: what the desk holds, its workshops, and what runs for scanner, phone and stick."""

    code = "papers"

    def __init__(self, close: Callable[[], Awaitable[None]], remains: Callable[[], int]) -> None:
        self._close = close
        self._remains = remains

    async def erase(self) -> None:
        await self._close()

    def remains(self) -> int:
        return self._remains()


class PrinterErasure(Erasure):
    """The printer's queue and spool. Looked at by asking the print server, so within the erasure itself."""

    code = "printer"

    def __init__(self, purge: Callable[[], Awaitable[int]]) -> None:
        self._purge = purge
        self._left = 0

    async def erase(self) -> None:
        self._left = await self._purge()

    def remains(self) -> int:
        return self._left
