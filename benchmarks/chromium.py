"""The peer: `chromium --kiosk --incognito` as a post without our program would start it, from spawn to the last
process gone. Its own sandbox stays on: as root it runs under a user of its own in bubblewrap.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import psutil
import xcffib
import xcffib.xproto

from benchmarks import memory
from benchmarks.site import START_PAGE
from kiosk import __version__
from kiosk.practice.headers import FUND_HOST

# As a post without our program would start it: no flag that tunes it, only those that keep dialogs off the page.
_FLAGS = ("--kiosk", "--incognito", "--no-first-run", "--no-default-browser-check", "--window-position=0,0")
_USER = ("--unshare-user", "--uid", "1000", "--gid", "1000", "--dev-bind", "/", "/", "--die-with-parent")
CLOSE_TIMEOUT = 20.0
_LOOK_EVERY = 0.002


class Chromium:
    """`folder` is created, holds the profile, and is removed by `remove_profile`."""

    def __init__(self, display: str, folder: Path, port: int, size: tuple[int, int]) -> None:
        self._folder = folder
        self._display = display
        folder.mkdir(mode=0o700)
        environment = {**os.environ, "DISPLAY": display, "HOME": str(folder)}
        browser = (
            *("chromium", *_FLAGS, f"--window-size={size[0]},{size[1]}", f"--user-data-dir={folder}/profile"),
            *(f"--host-resolver-rules=MAP {FUND_HOST} 127.0.0.1:{port}", START_PAGE),
        )
        self.spawned = time.monotonic()
        self._process = subprocess.Popen(
            ("bwrap", *_USER, "--", *browser),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        for process in self.processes():
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def processes(self) -> list[psutil.Process]:
        """The browser's tree, and what left it: its crash handler makes itself an orphan."""
        found = {process.pid: process for process in (*self._tree(), *self._orphans())}
        return list(found.values())

    def close_window(self) -> None:
        """Close its window, as a person or a window manager does, and wait until nothing of it runs."""
        processes = self.processes()
        close_windows(self._display)
        self._wait_gone(processes)

    def terminate(self) -> None:
        """SIGTERM, as a script does, and wait until nothing of it runs."""
        processes = self.processes()
        self._browser().send_signal(signal.SIGTERM)
        self._wait_gone(processes)

    def _wait_gone(self, processes: list[psutil.Process]) -> None:
        deadline = time.monotonic() + CLOSE_TIMEOUT
        while any(map(_runs, processes)):
            if time.monotonic() > deadline:
                raise TimeoutError(f"Chromium did not end within {CLOSE_TIMEOUT} s")
            self._process.poll()
            time.sleep(_LOOK_EVERY)

    def remove_profile(self) -> None:
        shutil.rmtree(self._folder)

    def _browser(self) -> psutil.Process:
        return psutil.Process(self._process.pid).children()[0]

    def _tree(self) -> list[psutil.Process]:
        try:
            return memory.tree(self._process.pid)
        except psutil.NoSuchProcess:
            return []

    def _orphans(self) -> Iterator[psutil.Process]:
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                if any(str(self._folder) in word for word in process.cmdline()):
                    yield process


def _runs(process: psutil.Process) -> bool:
    # A zombie has nothing left but its number.
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _untyped(module: Any) -> Any:
    """xcffib writes its classes without types."""
    return module


def close_windows(display: str) -> None:
    """Ask each top-level window that takes part to close itself (ICCCM 4.2.8.1)."""
    connection: Any = xcffib.connect(display=display)  # type: ignore[no-untyped-call]
    core, x11 = connection.core, _untyped(xcffib.xproto)
    protocols, delete = (
        core.InternAtom(False, len(name), name).reply().atom for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW")
    )
    for window in core.QueryTree(connection.get_setup().roots[0].root).reply().children:
        taken = core.GetProperty(False, window, protocols, x11.Atom.ATOM, 0, 32).reply().value
        if delete in taken.to_atoms():
            data = x11.ClientMessageData.synthetic([delete, 0, 0, 0, 0], "IIIII")
            event = x11.ClientMessageEvent.synthetic(format=32, window=window, type=protocols, data=data)
            core.SendEvent(False, window, 0, event.pack())
    core.GetInputFocus().reply()
    connection.disconnect()


def versions() -> dict[str, str]:
    """Of what is measured, and of what it is built on."""
    return {
        "Côte à Côte": __version__,
        "Qt WebEngine": importlib.metadata.version("PySide6-WebEngine"),
        "Chromium": version(),
    }


def version() -> str:
    said = subprocess.run(("chromium", "--version"), capture_output=True, text=True, check=True).stdout
    return said.split()[1]
