"""A real X server with two people's devices, a program behind the gate, and a shell's hand on the line."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from demonstration.seats import TwoSeats, two_seats
from kiosk.control.backend import Seat
from kiosk.control.line import Line, Wheel
from kiosk.control.people import Mode, Person
from kiosk.control.x11 import X11Backend

PATIENCE = 20.0
PAGE = Path(__file__).parent / "page.html"
ROOT = Path(__file__).parents[3]
UM, UK, MM, MK = "user-mouse", "user-keyboard", "mediator-mouse", "mediator-keyboard"


class Room:
    def __init__(self, seats: TwoSeats, folder: Path, kind: str) -> None:
        self.seats = seats
        self.folder = folder
        self.backend = X11Backend(seats.display)
        self.numbers = {one.name: one.number for one in self.backend.devices()}
        self.line = Line(folder / "wheel")
        self.program = _start(seats.display, folder, kind)
        self._lines = b""
        self.hear("ready")

    # --- the shell

    def pair(self, mode: Mode = Mode.USER) -> None:
        pointer = self.backend.pair()
        self.backend.seat({self.numbers[MM]: Seat.MEDIATOR, self.numbers[UM]: Seat.USER})
        self.line.write(Wheel(mode, True, pointer, (self.numbers[MK],), 0))
        self._cut(mode)

    def drive(self, mode: Mode) -> None:
        """As the shell does: the line first, then what is held, then the keyboards, then the barrier."""
        before = self.line.wheel
        self.line.write(replace(before, mode=mode))
        for person, mouse in ((Person.USER, UM), (Person.MEDIATOR, MM)):
            if before.mode.lets(person) and not mode.lets(person):
                self.backend.neutral_release(person, (self.numbers[mouse],))
        self._cut(mode)
        self.raise_barrier()

    def only_the_line(self, mode: Mode) -> None:
        """The instant at which the gate closes, before anything else is done."""
        self.line.write(replace(self.line.wheel, mode=mode))

    def raise_barrier(self) -> None:
        self.line.write(replace(self.line.wheel, barrier=self.backend.server_time()))
        self.next_millisecond()

    def next_millisecond(self) -> None:
        """No hand is as fast as a test, and events are known by their millisecond."""
        for hands in self.seats.all:
            hands.sync()
        now = self.backend.server_time()
        self.wait(lambda: self.backend.server_time() != now)

    def _cut(self, mode: Mode) -> None:
        wanted = {}
        for person, keyboard in ((Person.USER, UK), (Person.MEDIATOR, MK)):
            wanted[self.numbers[keyboard]] = Seat.USER if mode.lets(person) else Seat.CUT
        self.backend.seat(wanted)

    def attach_keyboards(self) -> None:
        self.backend.seat({self.numbers[UK]: Seat.USER, self.numbers[MK]: Seat.USER})

    # --- the program

    def ask(self, order: str, **fields: Any) -> None:
        assert self.program.stdin is not None
        self.program.stdin.write(json.dumps({"do": order, **fields}).encode() + b"\n")
        self.program.stdin.flush()

    def hear(self, fact: str) -> dict[str, Any]:
        """The next such fact. Others before it are passed over."""
        assert self.program.stdout is not None
        deadline = monotonic() + PATIENCE
        while True:
            while b"\n" in self._lines:
                line, self._lines = self._lines.split(b"\n", 1)
                found: dict[str, Any] = json.loads(line)
                if found["fact"] == fact:
                    return found
            ready, _, _ = select.select([self.program.stdout], [], [], max(0.0, deadline - monotonic()))
            assert ready, f"the program did not say {fact}"
            chunk = os.read(self.program.stdout.fileno(), 65536)
            assert chunk, "the program ended"
            self._lines += chunk

    def tell(self) -> dict[str, Any]:
        """What the program saw, once it has handled all that the hands did."""
        for hands in self.seats.all:
            hands.sync()
        self.ask("tell")
        return self.hear("told")

    def run(self, code: str) -> Any:
        self.ask("run", code=code)
        return self.hear("ran")["answer"]

    def until(self, code: str) -> Any:
        """Wait for the page to say something true."""
        deadline = monotonic() + PATIENCE
        while not (answer := self.run(code)):
            assert monotonic() < deadline, f"{code} stays {answer}; {self.run('JSON.stringify(log.slice(-15))')}"
        return answer

    def settle(self) -> None:
        """The page has handled what the program handed to it, and painted."""
        self.tell()
        self.run(
            "rested = 0; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => rested = 1, 40)))"
        )
        self.until("rested")

    def page_log(self, *without: str) -> list[dict[str, Any]]:
        """What the page saw since the last time."""
        self.settle()
        log = json.loads(self.run("taken = JSON.stringify(log); log = []; taken"))
        return [one for one in log if one["t"] not in without]

    def wait(self, condition: Callable[[], bool]) -> None:
        deadline = monotonic() + PATIENCE
        while not condition():
            assert monotonic() < deadline

    def close(self) -> None:
        self.program.kill()
        self.program.communicate()
        self.line.close()
        self.backend.close()


def _start(display: str, folder: Path, kind: str) -> subprocess.Popen[bytes]:
    module = "tests.control.gate.panel_program" if kind == "panel" else "tests.control.gate.program"
    command = [sys.executable, "-m", module, kind, str(folder / "wheel"), str(PAGE)]
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    environment.pop("XDG_RUNTIME_DIR", None)
    if kind == "page" and os.geteuid() == 0:
        # Chromium's sandbox refuses root, and is never switched off.
        bwrap = shutil.which("bwrap")
        assert bwrap, "bubblewrap is missing: ./dev installs it"
        command = [
            *(bwrap, "--unshare-user", "--uid", "1000", "--gid", "1000", "--die-with-parent", "--dev-bind", "/", "/"),
            *command,
        ]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if not os.environ.get("ROOM_LOUD") else None,
    )


@contextlib.contextmanager
def room(folder: Path, kind: str, layouts: tuple[str, str] = ("fr", "fr"), touch: bool = False) -> Iterator[Room]:
    with two_seats(layouts=layouts, touch=touch) as seats:
        inside = Room(seats, folder, kind)
        try:
            yield inside
        finally:
            inside.close()
