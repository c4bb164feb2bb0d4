"""A Qt program with two views of one heavy page: bare, and with the guest's probe at work on it.

`python -m benchmarks.probe_page FOLDER`. One JSON command a line on standard input, one JSON answer a line on standard
output. Knows how to ask; what is asked is `probe`'s.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.guest import chromium

# Chromium reads its environment when it starts.
chromium.prepare()
# ruff: noqa: E402

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QStackedWidget

from kiosk.guest.probe.look import ring_look
from kiosk.guest.probe.probe import Probe
from kiosk.guest.probe.source import WORLD
from kiosk.guest.probe.untrusted import Report, read_report
from kiosk.procedures.model import Target
from kiosk.session.messages import Appearance
from kiosk.ui import theme
from kiosk.ui.lost_references import protect_singletons


class Page(QWebEnginePage):
    """`heard` gets each line of the console."""

    def __init__(self, profile: QWebEngineProfile, heard: Callable[[QWebEnginePage, str], None]) -> None:
        super().__init__(profile)
        self._heard = heard

    def javaScriptConsoleMessage(
        self, _level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, _line: int, _source: str
    ) -> None:
        self._heard(self, message)


class Program(QObject):
    def __init__(self, app: QApplication, folder: Path) -> None:
        super().__init__()
        self._app, self._folder = app, folder
        self._probe = Probe(self)
        self._profiles = {name: QWebEngineProfile(self) for name in ("bare", "watched")}
        self._profiles["watched"].scripts().insert(self._probe.script())
        self._pages = {name: Page(profile, self._hear) for name, profile in self._profiles.items()}
        self._views = {name: QWebEngineView() for name in self._pages}
        self._stack = QStackedWidget()
        self._stack.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._stack.setGeometry(app.primaryScreen().geometry())
        for name, view in self._views.items():
            view.setPage(self._pages[name])
            self._stack.addWidget(view)
        self._awaited: Callable[[QWebEnginePage, str], None] = lambda _page, _line: None
        self._commands = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._commands.activated.connect(self._listen)
        self._unread = b""
        self._version = 0
        self._probe.follow(self._pages["watched"])
        self._stack.show()
        self._stack.activateWindow()
        _say({"ready": os.getpid()})

    def end(self) -> None:
        for view in self._views.values():
            view.deleteLater()
        for page in self._pages.values():
            page.deleteLater()
        self._stack.deleteLater()

    def _listen(self) -> None:
        read = os.read(sys.stdin.fileno(), 65536)
        if not read:
            self._app.quit()
        *commands, self._unread = (self._unread + read).split(b"\n")
        for command in commands:
            asked = json.loads(command)
            getattr(self, f"_do_{asked.pop('do')}")(**asked)

    def _hear(self, page: QWebEnginePage, line: str) -> None:
        self._probe.hear(page, line)
        self._awaited(page, line)

    # --- what can be asked ----------------------------------------------------------------------------------------

    def _do_load(self, page: str, file: str) -> None:
        """Load a file of the folder, and show it with the keyboard in it."""
        wanted = self._pages[page]

        def loaded(_well: bool) -> None:
            wanted.loadFinished.disconnect(loaded)
            self._do_show(page)

        wanted.loadFinished.connect(loaded)
        wanted.load(QUrl.fromLocalFile(str(self._folder / file)))

    def _do_show(self, page: str) -> None:
        self._stack.setCurrentWidget(self._views[page])
        self._views[page].setFocus()
        self._until(page, "document.hasFocus()", 0, lambda: _say({}))

    def _do_run(self, page: str, code: str) -> None:
        """In the page's own world; the answer is what `code` is worth."""
        self._pages[page].runJavaScript(f"JSON.stringify({code})", 0, lambda said: _say({"said": json.loads(said)}))

    def _do_guide(self, targets: list[list[str]], pointed: int) -> None:
        """Watch the targets and point at one of them, as the guide does."""
        wanted = _targets(targets)
        self._probe.watch(wanted)
        self._probe.point(wanted[pointed], ring_look("write", "anyone"))
        self._until("watched", "pageProbe.cost > 0", WORLD, lambda: _say({}))

    def _do_look(self, targets: list[list[str]]) -> None:
        """One whole look for these targets, and what it cost in ms."""
        before = self._version
        self._after_report(lambda report: report.v > before)
        self._probe.watch(_targets(targets))

    def _do_change(self, code: str, seen: bool) -> None:
        """What the look after a change of the page cost in ms: a change that shows or hides a watched target."""
        self._after_report(lambda report: any(row[1] for row in report.s) == seen)
        self._pages["watched"].runJavaScript(code, 0)

    def _after_report(self, fits: Callable[[Report], bool]) -> None:
        page = self._pages["watched"]

        def hear(speaker: QWebEnginePage, line: str) -> None:
            report = read_report(line, self._probe.word)
            if speaker is not page or report is None or report.k != "facts":
                return
            self._version = report.v
            if fits(report):
                self._awaited = lambda _page, _line: None
                page.runJavaScript("pageProbe.cost", WORLD, lambda cost: _say({"cost": cost, "seen": len(report.s)}))

        self._awaited = hear

    def _until(self, page: str, condition: str, world: int, then: Callable[[], None]) -> None:
        def answered(said: object) -> None:
            if said is True:
                then()
            else:
                self._pages[page].runJavaScript(f"!!({condition})", world, answered)

        answered(False)


def _targets(written: list[list[str]]) -> list[Target]:
    return [Target.model_validate({"role": role, "name": name}) for role, name in written]


def _say(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


def main() -> None:
    protect_singletons()
    app = QApplication(sys.argv[:1])
    screen = app.primaryScreen().geometry()
    theme.apply(app, theme.make_theme(screen.width(), screen.height(), Appearance()))
    program = Program(app, Path(sys.argv[1]))
    app.exec()
    program.end()
    app.processEvents()


if __name__ == "__main__":
    main()
