"""A program behind the gate: a window or a page, that says what it sees. Tests start it and tell it what to do.

`python program.py KIND LINE [PAGE]`; KIND is widget or page. Each line of its input is an order in JSON, each line of
its output a fact. What lies right of 1000 is the user's panel.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from kiosk.ui.lost_references import protect_singletons

protect_singletons()
if sys.argv[1] == "page":
    from kiosk.guest import chromium

    chromium.prepare()

from PySide6.QtCore import QEvent, QSocketNotifier, Qt, QTimer, QUrl  # noqa: E402
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from kiosk.control.arbiter import Region  # noqa: E402
from kiosk.control.gate import Gate, Gesture  # noqa: E402
from kiosk.control.key_origin import KeyOrigin  # noqa: E402
from kiosk.control.line import LineReader  # noqa: E402
from kiosk.control.people import Person, Secrecy  # noqa: E402
from tests.control.gate.caught_up import CaughtUp  # noqa: E402

PANEL_X = 1000
TOP = 56
"""Where the page begins: under the shell's bar."""


def say(fact: str, **fields: Any) -> None:
    sys.stdout.write(json.dumps({"fact": fact, **fields}) + "\n")
    sys.stdout.flush()


class Window(QWidget):
    """Notes every event of hands, as Qt tells it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.log: list[dict[str, Any]] = []

    def event(self, event: QEvent) -> bool:
        name = event.type().name
        if isinstance(event, QMouseEvent):
            place = event.position()
            self.log.append({"t": name, "x": place.x(), "y": place.y(), "down": event.buttons().value})
        elif isinstance(event, QKeyEvent) and event.type() != QEvent.Type.ShortcutOverride:
            self.log.append({"t": name, "key": event.text(), "repeat": event.isAutoRepeat()})
        elif isinstance(event, QWheelEvent):
            self.log.append({"t": name, "turn": event.angleDelta().y()})
        elif isinstance(event, QTouchEvent):
            self.log.append({"t": name, "points": len(event.points())})
        else:
            return super().event(event)
        event.accept()
        return True


class Program:
    def __init__(self, kind: str, line: Path, page: str) -> None:
        self.app = QApplication([])
        self.secrecy = Secrecy.OPEN
        origin = KeyOrigin()
        self.gate = Gate(
            LineReader(line),
            lambda _window, x, _y: Region.USER_CONTROLS if x >= PANEL_X else Region.PAGE,
            origin,
            lambda: self.secrecy,
            on_mark=lambda x, y: say("mark", x=x, y=y),
            on_preempt=lambda x, y: say("preempt", x=x, y=y),
            on_gesture=self.count,
        )
        self.gate.install(self.app)
        self.counts: dict[str, int] = {}
        self.view: Any = None
        self.window: QWidget = Window()
        if kind == "page":
            from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: PLC0415

            self.window = QWidget()
            self.view = QWebEngineView(self.window)
            self.view.setGeometry(0, TOP, 1280, 800 - TOP)
            self.view.loadFinished.connect(lambda _ok: self.show())
            self.view.load(QUrl.fromLocalFile(page))
        self.window.setGeometry(0, 0, 1280, 800)
        self.orders = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self.orders.activated.connect(self.obey)
        self.pending = b""
        self.window.show()
        self.caught_up = CaughtUp(self.window)
        self.window.activateWindow()
        if self.view is None:
            self.show()

    def show(self) -> None:
        """Says so once the keyboard is here: what is typed before reaches nothing."""
        if not self.window.isActiveWindow():
            QTimer.singleShot(5, self.show)
            return
        (self.view or self.window).setFocus()
        say("ready", window=int(self.window.winId()))

    def count(self, person: Person, gesture: Gesture, began: int, ended: int) -> None:
        name = f"{person.name} {gesture}"
        self.counts[name] = self.counts.get(name, 0) + 1

    def obey(self) -> None:
        self.pending += os.read(0, 65536)
        if not self.pending:
            self.app.quit()
        *lines, self.pending = self.pending.split(b"\n")
        for line in lines:
            order = json.loads(line)
            getattr(self, f"do_{order.pop('do')}")(**order)

    def do_tell(self) -> None:
        """What was seen since the last time. Everything the server sent before is handled first."""
        self.caught_up.wait()
        gate = {"passed": self.gate.passed, "dropped": self.gate.dropped, "faults": self.gate.faults}
        state = {"presses": len(self.gate.state.presses), "keys": len(self.gate.state.keys)}
        log = []
        if isinstance(self.window, Window):
            log, self.window.log = self.window.log, []
        counts, self.counts = self.counts, {}
        say("told", log=log, gate=gate, held=state, counts=counts, down=QApplication.mouseButtons().value)

    def do_run(self, code: str) -> None:
        self.view.page().runJavaScript(code, 0, lambda answer: say("ran", answer=answer))

    def do_secrecy(self, value: int) -> None:
        self.secrecy = Secrecy(value)
        say("set")

    def do_freeze(self, until: str) -> None:
        """Hang, as a program that computes, until this file is there."""
        say("frozen")
        while not Path(until).exists():
            time.sleep(0.01)

    def do_brake(self) -> None:
        self.gate.brake_now()
        say("set")

    def do_break_regions(self) -> None:
        self.gate._region_of = lambda *_: 1 / 0  # type: ignore[assignment,return-value]
        say("set")


if __name__ == "__main__":
    program = Program(sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
    program.app.exec()
