"""Two people before one page: a real X server, the page program, its sandbox on, and a shell without screens.

What the people do is done by devices of the rig; what came of it is asked of the programs afterwards.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xcffib
import xcffib.xinput

from benchmarks.latency import Moment, Turn
from demonstration.display import memory_folder
from demonstration.seats import Hands, TwoSeats, two_seats
from kiosk.control.people import Action, Mode, Person

PATIENCE = 30.0
_ROOM = 1 << 20
_ORDINARY_USER = 1000
_POINTER = 2
"""The server's own first pointer."""


def now() -> float:
    """Monotonic, in ms: the clock of both programs and of the server."""
    return time.monotonic_ns() / 1e6


class Program:
    """One of the programs. `ask` sends a command and returns the answer. What it complains of goes to `log`."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path) -> None:
        self._log = log
        self._unread = b""
        with log.open("wb") as complaints:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env={**os.environ, **environment},
            )
        try:
            self.hello = self._answer()
        except BaseException:
            self.close()
            raise

    @property
    def pid(self) -> int:
        """The root of its tree: the program itself, or bubblewrap around it."""
        return self._process.pid

    def ask(self, command: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(command.encode() + b"\n")
        self._process.stdin.flush()
        return self._answer()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        deadline = time.monotonic() + PATIENCE
        while b"\n" not in self._unread:
            readable, _, _ = select.select([self._process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            read = os.read(self._process.stdout.fileno(), _ROOM) if readable else b""
            if not read:
                complaints = self._log.read_text(errors="replace")[-2000:]
                raise RuntimeError(f"{self._process.args!r} does not answer:\n{complaints}")
            self._unread += read
        line, _, self._unread = self._unread.partition(b"\n")
        answer: dict[str, Any] = json.loads(line)
        return answer


@dataclass(frozen=True)
class Heard:
    """`at`: when it was handled. `stamped`: for Qt, by the server; for the page, when Qt handed it on. `x`: pixels of
    the page, or a key's code."""

    kind: str
    at: float
    stamped: float
    x: float
    detail: str | int = ""


@dataclass(frozen=True)
class Taken:
    """What was heard since the last time: by Qt for the view, and by the page."""

    qt: tuple[Heard, ...]
    page: tuple[Heard, ...]
    qt_buttons: int
    gate: dict[str, int]

    def moments(self, kind: str) -> list[Moment]:
        """The page's events of a kind, told apart by key or place."""
        return [Moment(one.detail if kind.startswith("key") else round(one.x), one.at) for one in self._page(kind)]

    def qt_moves(self) -> list[tuple[float, float]]:
        """Where, and when."""
        return [(round(one.x), one.at) for one in self.qt if one.kind == "MouseMove"]

    def _page(self, kind: str) -> Iterator[Heard]:
        return (one for one in self.page if one.kind == kind)


class Page(Program):
    """The page program. With a `line` it has the gate."""

    def __init__(self, display: str, home: Path, line: Path | None) -> None:
        home.mkdir()
        home.chmod(0o700)
        command = [sys.executable, "-m", "benchmarks.wheel_page", *([str(line)] if line else [])]
        super().__init__(
            [*as_ordinary_user(), *command],
            {"DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "QT_LOGGING_RULES": "*=false"},
            home.with_suffix(".log"),
        )

    def take(self) -> Taken:
        said = self.ask("take")
        # The page speaks of the machine's wall clock, and stamps events with its own.
        to_monotonic = said["page"]["epoch"] - (time.time_ns() - time.monotonic_ns()) / 1e6
        page = (
            Heard(kind, at + to_monotonic, stamp + to_monotonic, x, detail)
            for kind, at, stamp, x, detail in said["page"]["heard"]
        )
        qt = (Heard(kind, at, stamp, x) for kind, at, stamp, x in said["qt"])
        return Taken(tuple(qt), tuple(page), said["qt_buttons"], said.get("gate", {}))


class Shell(Program):
    def __init__(self, display: str, line: Path) -> None:
        super().__init__(
            [sys.executable, "-m", "benchmarks.wheel_shell", str(line)], {"DISPLAY": display}, line.with_suffix(".log")
        )
        self.mediator_pointer: int = self.hello["pointer"]

    def turn(self, action: Action) -> None:
        """As if the mediator had asked. Done when this returns."""
        self.ask(action)

    def turns(self) -> list[Turn]:
        """Each new mode since the last time, and when it was on the line."""
        return [Turn(at, Mode(mode)) for at, mode in self.ask("turns")["turns"]]


class Pointers:
    """What the server itself knows of pointers and keys."""

    def __init__(self, display: str) -> None:
        self._connection: Any = xcffib.connect(display=display)  # type: ignore[no-untyped-call]
        self._root = self._connection.get_setup().roots[0].root
        self._xinput = self._connection(xcffib.xinput.key)
        self._xinput.XIQueryVersion(2, 2).reply()

    def x(self, master: int) -> int:
        found: int = self._xinput.XIQueryPointer(self._root, master).reply().root_x >> 16
        return found

    def held(self, master: int) -> int:
        """Its buttons that are down, as bits."""
        words = self._xinput.XIQueryPointer(self._root, master).reply().buttons
        return sum(word << 32 * place for place, word in enumerate(words))

    def keys_held(self) -> int:
        return sum(one.bit_count() for one in self._connection.core.QueryKeymap().reply().keys)

    def close(self) -> None:
        self._connection.disconnect()


@dataclass(frozen=True)
class Rig:
    """`shell` is None on the peer's screen: one person, and no gate."""

    seats: TwoSeats
    page: Page
    pointers: Pointers
    shell: Shell | None

    def mouse(self, person: Person) -> Hands:
        return self.seats.user_mouse if person is Person.USER else self.seats.mediator_mouse

    def keyboard(self, person: Person) -> Hands:
        return self.seats.user_keyboard if person is Person.USER else self.seats.mediator_keyboard

    def master(self, person: Person) -> int:
        if person is Person.USER:
            return _POINTER
        assert self.shell is not None
        return self.shell.mediator_pointer

    @property
    def wheel(self) -> Shell:
        assert self.shell is not None, "only two people have one"
        return self.shell


@contextlib.contextmanager
def rig(gated: bool) -> Iterator[Rig]:
    """The page ready, and on top of it both pointers."""
    with contextlib.ExitStack() as stack:
        seats = stack.enter_context(two_seats())
        folder = stack.enter_context(memory_folder())
        line = folder / "wheel" if gated else None
        shell = stack.enter_context(contextlib.closing(Shell(seats.display, line))) if line else None
        page = stack.enter_context(contextlib.closing(Page(seats.display, folder / "home", line)))
        pointers = stack.enter_context(contextlib.closing(Pointers(seats.display)))
        yield Rig(seats, page, pointers, shell)


def as_ordinary_user() -> list[str]:
    """Chromium's sandbox stays on: it refuses to run for root."""
    if os.geteuid() != 0:
        return []
    bubblewrap = shutil.which("bwrap")
    assert bubblewrap, "bubblewrap is missing: ./dev installs it"
    user = ["--unshare-user", "--uid", str(_ORDINARY_USER), "--gid", str(_ORDINARY_USER)]
    return [bubblewrap, *user, "--die-with-parent", "--dev-bind", "/", "/"]
