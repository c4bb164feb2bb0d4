"""Stands for the shell: the product's copilot, X backend and brake line, in a process of their own, without screens.

`python -m benchmarks.wheel_shell LINE`. It hears the mode keys as the shell does. One command a line on standard input:
the name of an action, as asked by the mediator, or "turns"; one JSON object a line on standard output.
"""

from __future__ import annotations

import json
import os
import select
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.wheel_keys import MODE_SYMS
from kiosk.control import wheel
from kiosk.control.backend import Device, DeviceKind
from kiosk.control.copilot import Copilot, Settings
from kiosk.control.devices import Assignment, assign
from kiosk.control.line import Line, Wheel
from kiosk.control.people import Action, Mode, Person, Secrecy
from kiosk.control.wheel import Wishes
from kiosk.control.x11 import X11Backend

_MEDIATOR = "mediator"
"""The rig names the mediator's devices so."""


class TimedLine(Line):
    """Remembers when each mode was on the line."""

    def __init__(self, path: Path) -> None:
        self.turns: list[tuple[float, int]] = []
        self._mode: Mode | None = None
        super().__init__(path)

    def write(self, wheel: Wheel) -> None:
        super().write(wheel)
        if wheel.mode is not self._mode:
            self._mode = wheel.mode
            self.turns.append((time.monotonic_ns() / 1e6, int(wheel.mode)))


class NoScreens:
    def show_drive(self, wishes: Wishes) -> None: ...
    def device_gone(self, person: Person, kind: DeviceKind) -> None: ...
    def device_back(self, person: Person, kind: DeviceKind) -> None: ...


def _assign(devices: tuple[Device, ...]) -> Assignment:
    mediator = {one.identity for one in devices if one.name.startswith(_MEDIATOR)}
    return assign(devices, mediator)


class Shell:
    def __init__(self, path: Path) -> None:
        self.line = TimedLine(path)
        self.backend = X11Backend()
        self.copilot = Copilot(
            self.backend,
            self.line,
            settings=Settings(MODE_SYMS),
            assign=_assign,
            stage=NoScreens(),
            clock=time.monotonic,
            record=lambda *_words, **_fields: None,
        )
        self.copilot.look_at_devices()
        self.copilot.tell(wheel.SessionShown, beside=True)
        self.copilot.tell(wheel.FocusChanged, secrecy=Secrecy.OPEN)

    def do(self, command: str) -> dict[str, Any]:
        if command == "turns":
            taken, self.line.turns = self.line.turns, []
            return {"turns": taken}
        self.copilot.tell(wheel.Asked, action=Action(command), by=Person.MEDIATOR)
        return {"mode": int(self.line.wheel.mode)}

    def end(self) -> None:
        self.copilot.end()
        self.backend.close()
        self.line.close()


def main() -> None:
    shell = Shell(Path(sys.argv[1]))
    _say({"ready": os.getpid(), "pointer": shell.line.wheel.mediator_pointer})
    unread = b""
    commands = sys.stdin.fileno()
    try:
        while True:
            readable, _, _ = select.select([commands, shell.backend.fileno()], [], [])
            shell.backend.drain()
            if commands in readable:
                read = os.read(commands, 65536)
                if not read:
                    return
                *whole, unread = (unread + read).split(b"\n")
                for command in whole:
                    _say(shell.do(command.decode()))
                # An answer of the server may have brought events with it, which no select will announce.
                shell.backend.drain()
    finally:
        shell.end()


def _say(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main()
