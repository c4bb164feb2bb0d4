"""What the machine says: its processes, its files, its terminals, the server and the kiosk itself."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import psutil

from proof.escapes.observers.base import Observer, Scenery
from proof.escapes.observers.screen import SERVER_KEYS, ZOOM_KEYS
from proof.escapes.technique import Scene, Way
from proof.rig import machine

_VIRTUAL_TERMINAL = Path("/sys/class/tty/tty0/active")
_PROGRAMS = ("python", "bwrap", "QtWebEngineProc", "aplay", "espeak", "xdg-dbus-proxy")
_IN_ROOMS = ("prlimit", "scanimage", "tesseract")
"""What reads a person's paper: ours when it is shut in, and a stranger anywhere else."""
_LISTS_STICKS = ["lsblk", "--json"]
_FAULTS = {"uncaught-exception", "fault", "wipe-failed", "service-fault", "log-refused"}


class ServerObserver(Observer):
    way = Way.SERVER

    def look(self, scenery: Scenery) -> str | None:
        return None if scenery.field.screen.alive else "the X server has ended"


class ShellObserver(Observer):
    way = Way.SHELL

    def __init__(self) -> None:
        self._said = 0

    def note(self, scenery: Scenery) -> None:
        self._said = len(scenery.field.kiosk.lines)

    def look(self, scenery: Scenery) -> str | None:
        kiosk = scenery.field.kiosk
        if kiosk.process.poll() is not None:
            return f"the kiosk ended with {kiosk.process.returncode}"
        for line in kiosk.lines[self._said :]:
            if line["event"] in _FAULTS or line.get("phase") == "locked":
                return f"the kiosk said {line['event']} {line.get('exception', '')} {line.get('where', '')}"
        return None


class TerminalObserver(Observer):
    way = Way.TERMINAL

    def __init__(self) -> None:
        self._before = ""

    def note(self, scenery: Scenery) -> None:
        self._before = _active_terminal()
        scenery.field.fingers.forget()

    def look(self, scenery: Scenery) -> str | None:
        if (now := _active_terminal()) != self._before:
            return f"the machine shows {now} instead of {self._before}"
        for code in sorted(scenery.field.fingers.pressed):
            for symbol in scenery.glass.symbols(code):
                if symbol in SERVER_KEYS:
                    return f"the server itself obeys key {code}: {SERVER_KEYS[symbol]}"
                if symbol in ZOOM_KEYS and scenery.field.screen.zooms:
                    return f"the server itself obeys key {code}: {ZOOM_KEYS[symbol]}"
        return None


class ProcessObserver(Observer):
    way = Way.PROCESS

    def __init__(self) -> None:
        self._before: set[int] = set()

    def note(self, scenery: Scenery) -> None:
        self._before = {pid for pid, _ in _on_display(scenery.field.screen.display)}

    def look(self, scenery: Scenery) -> str | None:
        with contextlib.suppress(psutil.NoSuchProcess):
            for one in scenery.shell.children(recursive=True):
                with contextlib.suppress(psutil.NoSuchProcess):
                    if not is_meant(one, scenery.shell) and one.status() != psutil.STATUS_ZOMBIE:
                        return f"the kiosk started {one.name()}"
        family = scenery.family()
        for pid, name in _on_display(scenery.field.screen.display):
            if pid not in self._before and pid not in family and not _is_kiosks(pid):
                return f"{name} started on the screen"
        return None


class FileObserver(Observer):
    """In the sandbox: a new name beside those that a session has. Outside: anything new in the folders of its own."""

    way = Way.FILE

    def __init__(self) -> None:
        self._inside: tuple[int, frozenset[str]] = (0, frozenset())
        self._outside: frozenset[str] = frozenset()

    def note(self, scenery: Scenery) -> None:
        self._inside = _inside(scenery)
        self._outside = frozenset(_names(scenery.home))

    def look(self, scenery: Scenery) -> str | None:
        if new := sorted(set(_names(scenery.home)) - self._outside):
            return f"outside of the sandbox: {new[0]}"
        who, names = _inside(scenery)
        if who == self._inside[0] and (new := sorted(names - self._inside[1])):
            return f"in the sandbox: {new[0]}"
        return None


def _active_terminal() -> str:
    """Empty on a machine without virtual terminals."""
    try:
        return _VIRTUAL_TERMINAL.read_text().strip()
    except OSError:
        return ""


def _on_display(display: str) -> list[tuple[int, str]]:
    """The processes that were started to draw on this screen."""
    sign = b"\0DISPLAY=" + display.encode() + b"\0"
    found = []
    for pid in psutil.pids():
        try:
            surroundings = b"\0" + Path(f"/proc/{pid}/environ").read_bytes() + b"\0"
            if sign in surroundings:
                found.append((pid, psutil.Process(pid).name()))
        except (OSError, psutil.NoSuchProcess):
            continue
    return found


def _is_kiosks(pid: int) -> bool:
    """Of a guest that has just ended, or is just starting: no child of the shell any more, or not yet."""
    try:
        return psutil.Process(pid).name().startswith(_PROGRAMS)
    except psutil.NoSuchProcess:
        return True


def is_meant(process: psutil.Process, shell: psutil.Process) -> bool:
    """Whether the kiosk starts it by design, and as it does: the place of a paper is a room of its own."""
    name = process.name()
    if name in _IN_ROOMS:
        return _processes_seen(process) != _processes_seen(shell)
    if name == _LISTS_STICKS[0]:
        return process.cmdline()[:2] == _LISTS_STICKS
    return name.startswith(_PROGRAMS)


def _processes_seen(process: psutil.Process) -> str:
    """The same for all that are shut in together."""
    try:
        return os.readlink(f"/proc/{process.pid}/ns/pid")
    except (FileNotFoundError, ProcessLookupError):
        raise psutil.NoSuchProcess(process.pid) from None


def _names(folder: Path) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            yield os.path.relpath(os.path.join(place, name), folder)


def _inside(scenery: Scenery) -> tuple[int, frozenset[str]]:
    """The guest, and what lies in its home and in its /tmp. Papers have their tray, the browser its own folder."""
    if scenery.scene not in (Scene.PAGE, Scene.TRAP):
        return 0, frozenset()
    try:
        guest = machine.guest_of(scenery.field.post.shell)
        root = Path(f"/proc/{guest.init.pid}/root")
        names = [f"{place}/{name}" for place in ("home/user", "tmp", "dev/shm") for name in os.listdir(root / place)]
        return guest.first.pid, frozenset(name for name in names if "org.chromium." not in name)
    except (OSError, StopIteration, ValueError, psutil.NoSuchProcess):
        return 0, frozenset()
