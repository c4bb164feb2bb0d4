"""What each observer must see, done on purpose: who has never been seen to see is no witness.

Each harm is done to a post that is as it is, or nearly; afterwards the observer of that way must say so.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import xcffib
import xcffib.xproto

from proof.escapes.ground import Ground
from proof.escapes.observers import Observer, all_observers
from proof.escapes.observers.base import Scenery
from proof.escapes.technique import Scene, Way
from proof.escapes.telling import FOLDER, tell
from proof.rig import machine

_VT_ACTIVATE = 0x5606
_SEEN_WITHIN = 20.0

Harm = Callable[[Scenery], AbstractContextManager[None]]


@contextlib.contextmanager
def _tunnel(scenery: Scenery) -> Iterator[None]:
    with _telling(scenery):
        tell("tunnel", host="ailleurs.example")
    yield


@contextlib.contextmanager
def _boast(scenery: Scenery) -> Iterator[None]:
    with _telling(scenery):
        tell("won", technique="HARM", how="said so")
    yield


@contextlib.contextmanager
def _telling(scenery: Scenery) -> Iterator[None]:
    os.environ[FOLDER] = str(scenery.heard.folder)
    try:
        yield
    finally:
        del os.environ[FOLDER]


@contextlib.contextmanager
def _window(scenery: Scenery, colour: int = 0) -> Iterator[None]:
    connection: Any = xcffib.connect(display=scenery.field.screen.display)  # type: ignore[no-untyped-call]
    root = connection.get_setup().roots[0].root
    window = connection.generate_id()
    copy = xcffib.xproto.WindowClass.CopyFromParent
    background = xcffib.xproto.CW.BackPixel
    connection.core.CreateWindow(0, window, root, 200, 200, 300, 200, 0, copy, 0, background, [colour])
    connection.core.MapWindow(window)
    connection.core.GetInputFocus().reply()
    try:
        yield
    finally:
        connection.disconnect()


@contextlib.contextmanager
def _loud(scenery: Scenery) -> Iterator[None]:
    with _window(scenery, colour=0xFF00FF):
        yield


@contextlib.contextmanager
def _program(scenery: Scenery) -> Iterator[None]:
    surroundings = {**os.environ, "DISPLAY": scenery.field.screen.display}
    with contextlib.ExitStack() as stack:
        process = subprocess.Popen(["sleep", "60"], env=surroundings)
        stack.callback(process.wait)
        stack.callback(process.kill)
        yield


@contextlib.contextmanager
def _file(scenery: Scenery) -> Iterator[None]:
    guest = machine.guest_of(scenery.field.post.shell)
    stray = guest.home / "stray"
    stray.write_text("")
    yield
    stray.unlink()


@contextlib.contextmanager
def _still(scenery: Scenery) -> Iterator[None]:
    shell = scenery.shell
    shell.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        shell.send_signal(signal.SIGCONT)


@contextlib.contextmanager
def _key_down(scenery: Scenery) -> Iterator[None]:
    with scenery.field.fingers.holding("Control_L"):
        yield


@contextlib.contextmanager
def _terminal(_scenery: Scenery) -> Iterator[None]:
    """Where the machine has virtual terminals; on one without, there is nothing to switch to."""
    active = Path("/sys/class/tty/tty0/active")
    before = active.read_text().strip().removeprefix("tty")
    _switch(int(before) % 12 + 1)
    machine.wait_until(lambda: active.read_text().strip() != f"tty{before}", "another terminal")
    try:
        yield
    finally:
        _switch(int(before))


def _switch(number: int) -> None:
    terminal = os.open("/dev/tty0", os.O_RDWR | os.O_NOCTTY)
    try:
        fcntl.ioctl(terminal, _VT_ACTIVATE, number)
    finally:
        os.close(terminal)


@contextlib.contextmanager
def _mirror(scenery: Scenery) -> Iterator[None]:
    def tell_outputs(*words: str) -> None:
        command = ["xrandr", "-display", scenery.field.screen.display, *words]
        subprocess.run(command, check=True, timeout=20, capture_output=True)

    size = f"{scenery.field.person.width}x{scenery.field.person.height}"
    tell_outputs("--addmode", "DUMMY1", size)
    tell_outputs("--output", "DUMMY1", "--mode", size, "--same-as", "DUMMY0")
    yield
    tell_outputs("--output", "DUMMY1", "--off")


@contextlib.contextmanager
def _other_address(scenery: Scenery) -> Iterator[None]:
    """A white field without a name lies where the site's name was: as for a page that has none."""
    code = (
        "import sys; from PySide6.QtWidgets import QApplication, QWidget; from PySide6.QtCore import Qt\n"
        "app = QApplication([]); w = QWidget(None, Qt.WindowType.BypassWindowManagerHint)\n"
        "w.setStyleSheet('background: white'); w.setGeometry(100, 96, 700, 50); w.show(); app.exec()"
    )
    surroundings = {**os.environ, "DISPLAY": scenery.field.screen.display, "QT_QPA_PLATFORM": "xcb"}
    process = subprocess.Popen([sys.executable, "-c", code], env=surroundings)
    try:
        yield
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def _killed_shell(scenery: Scenery) -> Iterator[None]:
    scenery.shell.send_signal(signal.SIGKILL)
    scenery.field.kiosk.process.wait(20)
    yield


@contextlib.contextmanager
def _killed_server(scenery: Scenery) -> Iterator[None]:
    process = scenery.field.screen.process
    assert process is not None
    process.kill()
    process.wait(20)
    yield


HARMS: dict[Way, Harm] = {
    Way.LEFT: _tunnel,
    Way.TOLD: _boast,
    Way.WINDOW: _window,
    Way.FRONT: _window,
    Way.WORDS: _loud,
    Way.PROCESS: _program,
    Way.FILE: _file,
    Way.KEYBOARD: _key_down,
    Way.TERMINAL: _terminal,
    Way.SECOND: _mirror,
    Way.ORIGIN: _other_address,
    Way.FROZEN: _still,
    Way.SHELL: _killed_shell,
    Way.SERVER: _killed_server,
}
"""The last two leave nothing to try on."""


def can_be_done(way: Way, ground: Ground) -> bool:
    """Not every machine has what it takes."""
    if way is Way.TERMINAL:
        return os.access("/dev/tty0", os.W_OK) and Path("/sys/class/tty/tty0/active").exists()
    return ground.screen.server == "Xorg" if way in (Way.SECOND, Way.SERVER) else True


def blind(ground: Ground) -> dict[Way, str]:
    """The observers that did not see what was done before them, with what happened instead."""
    missed = {}
    for way, harm in HARMS.items():
        if not can_be_done(way, ground):
            continue
        scenery = ground.reach(Scene.PAGE)
        (observer,) = (one for one in all_observers() if one.way is way)
        observer.note(scenery)
        if (before := observer.look(scenery)) is not None:
            missed[way] = f"it saw something where nothing was: {before}"
            continue
        with harm(scenery):
            if _what_it_sees(observer, scenery) is None:
                missed[way] = "it saw nothing"
    return missed


def _what_it_sees(observer: Observer, scenery: Scenery) -> str | None:
    """Within the time that it may take to come to the screen."""
    deadline = time.monotonic() + _SEEN_WITHIN
    while (seen := observer.look(scenery)) is None and time.monotonic() < deadline:
        time.sleep(0.1)
    return seen
