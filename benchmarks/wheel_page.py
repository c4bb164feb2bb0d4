"""A Qt program with one web page, as the guest is: with the product's gate, or as any browser without one.

`python -m benchmarks.wheel_page [LINE]`. It writes down what Qt and the page hear of mice and keyboards, and tells it
when asked: one command a line on standard input, one JSON object a line on standard output.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from kiosk.guest import chromium

# Chromium reads this when it starts. What the page no longer needs can be thrown away before it is weighed.
chromium.prepare()
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] += " --js-flags=--expose-gc"
# ruff: noqa: E402

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from benchmarks.wheel_keys import MODE_CODES
from kiosk.control.arbiter import Region
from kiosk.control.gate import Gate
from kiosk.control.key_origin import KeyOrigin
from kiosk.control.line import LineReader
from kiosk.control.people import Secrecy
from kiosk.guest import probe
from kiosk.ui.lost_references import protect_singletons

BAR = 64
PAGE = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mesure</title><style>
html, body { margin: 0; height: 100%; overflow: hidden; font: 20px sans-serif }
.half { position: absolute; top: 0; bottom: 0; width: 50%; overflow: auto; scrollbar-width: none }
.half > div { height: 3000px }
</style><div class="half" style="left: 0"><div>L'usager</div></div>
<div class="half" style="left: 50%"><div>Le médiateur</div></div><script>GUARD</script><script>
let heard = [];
for (const kind of ["mousemove", "mousedown", "mouseup", "click", "wheel", "keydown", "keyup"])
  addEventListener(kind, event => {
    heard.push([kind, performance.now(), event.timeStamp, event.clientX ?? 0, event.code ?? event.button]);
    if (kind === "mousedown" || kind.startsWith("key")) event.preventDefault();
  }, { capture: true, passive: false });
// Where this page's clock stands on the machine's: read at the instant at which the machine's goes one further.
function epoch() {
  let best = -Infinity;
  for (let look = 0; look < 10; look++) {
    const before = Date.now();
    let now = before;
    while (now === before) now = Date.now();
    best = Math.max(best, now - performance.now());
  }
  return best;
}
function take() { const taken = heard; heard = []; return JSON.stringify({ epoch: epoch(), heard: taken }); }
</script></html>"""

GUARD = Path(probe.__file__).with_name("clicks.js")
"""What the product's probe does about the click that Chromium makes of a press let go outside the page."""

_READY = "JSON.stringify(document.hasFocus())"


class TimedGate(Gate):
    """The product's gate. While `costs` is a list, it gets the ns that each event took."""

    costs: list[int] | None = None

    def nativeEventFilter(self, event_type: Any, message: int) -> tuple[bool, int]:
        if self.costs is None:
            return super().nativeEventFilter(event_type, message)
        began = time.perf_counter_ns()
        answer = super().nativeEventFilter(event_type, message)
        self.costs.append(time.perf_counter_ns() - began)
        return answer


class Ear(QObject):
    """What Qt hands to the web view: kind, when, the server's stamp, and where or which key."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, float, int, float]] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent | QWheelEvent):
            x = event.position().x()
        elif isinstance(event, QKeyEvent) and event.type() != QEvent.Type.ShortcutOverride:
            x = event.nativeScanCode()
        else:
            return False
        self.heard.append((event.type().name, time.monotonic_ns() / 1e6, event.timestamp(), x))
        return False


class Program(QObject):
    def __init__(self, app: QApplication, line: Path | None) -> None:
        super().__init__()
        self._app = app
        self._origin = KeyOrigin() if line is not None else None
        self._gate: TimedGate | None = None
        if line is not None and self._origin is not None:
            self._gate = TimedGate(
                LineReader(line),
                lambda _window, _x, _y: Region.PAGE,
                self._origin,
                lambda: Secrecy.OPEN,
                opcode=self._origin.opcode,
                mode_keycodes=frozenset(MODE_CODES.values()),
            )
            self._gate.install(app)
        self._ear = Ear()
        self._profile = QWebEngineProfile()
        self._page = QWebEnginePage(self._profile)
        self._view = QWebEngineView()
        self._view.setPage(self._page)
        self._view.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        # The shell's own bar lies above a page: a pointer that is let go of there means nothing to the page.
        self._view.setGeometry(app.primaryScreen().geometry().adjusted(0, BAR, 0, 0))
        self._view.loadFinished.connect(self._begin)
        self._commands = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._commands.activated.connect(self._listen)
        self._unread = b""
        self._view.show()
        self._view.activateWindow()
        self._view.setFocus()
        self._view.setHtml(PAGE.replace("GUARD", GUARD.read_text(encoding="utf-8")))

    def end(self) -> None:
        """Views and pages go before their profile, as Chromium wants it."""
        if self._gate is not None:
            self._gate.remove()
        if self._origin is not None:
            self._origin.close()
        self._view.deleteLater()
        self._page.deleteLater()
        self._profile.deleteLater()

    def _begin(self, _well: bool) -> None:
        proxy = self._view.focusProxy()
        assert proxy is not None
        proxy.installEventFilter(self._ear)
        self._wait_for_focus("false")

    def _wait_for_focus(self, focused: object) -> None:
        if focused == "true":
            _say({"ready": os.getpid()})
        else:
            self._page.runJavaScript(_READY, 0, self._wait_for_focus)

    def _listen(self) -> None:
        read = os.read(sys.stdin.fileno(), 65536)
        if not read:
            self._app.quit()
        *commands, self._unread = (self._unread + read).split(b"\n")
        for command in commands:
            self._do(command.decode())

    def _do(self, command: str) -> None:
        if command == "take":
            self._page.runJavaScript("take()", 0, self._tell)
        elif command == "tidy":
            self._page.runJavaScript("gc(), 0", 0, lambda _done: _say({}))
        elif command == "time":
            assert self._gate is not None
            self._gate.costs = []
            _say({})
        elif command == "costs":
            assert self._gate is not None
            costs, self._gate.costs = self._gate.costs, None
            _say({"costs": costs})

    def _tell(self, answer: object) -> None:
        heard, self._ear.heard = self._ear.heard, []
        said: dict[str, Any] = {"qt": heard, "page": json.loads(str(answer))}
        # Qt knows of a release only by an event; asking the cursor makes sure that none waits unread.
        QCursor.pos()
        said["qt_buttons"] = QGuiApplication.mouseButtons().value
        if self._gate is not None:
            state = self._gate.state
            said["gate"] = {
                "passed": self._gate.passed,
                "dropped": self._gate.dropped,
                "faults": self._gate.faults,
                "held": len(state.presses) + len(state.keys),
            }
        _say(said)


def _say(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


def main() -> None:
    protect_singletons()
    app = QApplication(sys.argv[:1])
    program = Program(app, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    app.exec()
    program.end()
    app.processEvents()


if __name__ == "__main__":
    main()
