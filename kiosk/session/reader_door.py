"""The guest's door to the accessibility bus, for a session whose person has a screen reader: xdg-dbus-proxy, and
nothing else of D-Bus. Started for one session, killed, verified gone.

Through it a program may register with the bus, tell events and be read. It may call nobody else: neither the shell's
windows, nor the reader itself, nor anything that another program of the post offers. Knows no program and no page.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from pathlib import Path

from kiosk.sandbox import children, processes

PROGRAM = "xdg-dbus-proxy"
INSIDE = "/run/kiosk/reader"
USER_VARIABLE = "KIOSK_READER_USER"
"""Tells the guest that there is a door, and who it is to the bus: it has another number inside (see `guest.init`)."""
READY_TIMEOUT = 5.0

_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_EVENTS = "/org/a11y/atspi/registry"
_KEYS = "/org/a11y/atspi/registry/deviceeventcontroller"
_CONTROLLER = "org.a11y.atspi.DeviceEventController"

CALLS = (
    f"org.a11y.atspi.Socket.Embed@{_ROOT}",
    f"org.a11y.atspi.Socket.Unembed@{_ROOT}",
    f"org.a11y.atspi.Registry.GetRegisteredEvents@{_EVENTS}",
    f"{_CONTROLLER}.GetKeystrokeListeners@{_KEYS}",
    f"{_CONTROLLER}.GetDeviceEventListeners@{_KEYS}",
    f"{_CONTROLLER}.NotifyListenersSync@{_KEYS}",
    f"{_CONTROLLER}.NotifyListenersAsync@{_KEYS}",
)
"""All that a program behind the door may call. The registry's tree, where every other program is, is not in it."""


class ReaderDoor:
    """`folder` is the session's own folder, in memory. `address`: of the accessibility bus."""

    def __init__(self, process: asyncio.subprocess.Process, folder: Path, alive: int) -> None:
        self._process = process
        self._identity = processes.identify(process.pid)
        self._alive = alive
        self.socket = _socket(folder)

    @classmethod
    async def start(cls, folder: Path, address: str) -> ReaderDoor:
        """Raises OSError when the proxy cannot be had: the session then has no door, and no reader."""
        program = shutil.which(PROGRAM)
        if program is None:
            raise FileNotFoundError(PROGRAM)
        # It says on this pipe that it listens, and ends when the pipe does: it cannot outlive the shell.
        alive, theirs = os.pipe()
        try:
            process = await children.start(
                *(program, f"--fd={theirs}", address, str(_socket(folder)), "--filter", "--sloppy-names"),
                *(f"--call={_REGISTRY}={call}" for call in CALLS),
                *(f"--broadcast={_REGISTRY}=org.a11y.atspi.Event.*", f"--broadcast={_REGISTRY}={_REGISTRY}.*"),
                pass_fds=(theirs,),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
                env={},
            )
        except BaseException:
            os.close(alive)
            raise
        finally:
            os.close(theirs)
        door = cls(process, folder, alive)
        try:
            await asyncio.wait_for(_readable(alive), READY_TIMEOUT)
            if not os.read(alive, 1):
                raise OSError(f"{PROGRAM}: the bus did not answer")
        except BaseException as error:
            await door.kill()
            if isinstance(error, TimeoutError):
                raise OSError(f"{PROGRAM}: not ready") from error
            raise
        return door

    def end(self) -> None:
        """Send the end without waiting for it."""
        if self._identity is not None:
            processes.kill(self._identity)

    async def kill(self) -> None:
        self.end()
        await self._process.wait()
        if self._alive >= 0:
            os.close(self._alive)
            self._alive = -1
        with contextlib.suppress(OSError):
            self.socket.unlink()

    def remains(self) -> int:
        """1 while the process still exists."""
        return len(processes.still_alive({self._identity} if self._identity else ()))


def _socket(folder: Path) -> Path:
    return folder / "reader"


async def _readable(descriptor: int) -> None:
    loop = asyncio.get_running_loop()
    ready: asyncio.Future[None] = loop.create_future()
    loop.add_reader(descriptor, _wake, ready)
    try:
        await ready
    finally:
        loop.remove_reader(descriptor)


def _wake(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)
