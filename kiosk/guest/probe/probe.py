"""The guest's side of the page probe: tells every frame what to look for, hears what they see, has the ring drawn.

Knows frames and targets; knows no procedure and decides nothing.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWebEngineCore import QWebEngineFrame, QWebEnginePage, QWebEngineScript
from shiboken6 import isValid

from kiosk.guest.probe.frames import Frames
from kiosk.guest.probe.source import WORLD, probe_script, probe_source
from kiosk.guest.probe.untrusted import Report, read_report
from kiosk.procedures.engine import Sight
from kiosk.procedures.model import Target

MOST_NESTED = 60
ROLL_CALL_MS = 2000
ASK_AGAIN_MS = 60


class Probe(QObject):
    """One for the whole browser: it follows whichever page is in front."""

    changed = Signal()
    painted = Signal()
    focus_moved = Signal()
    heard = Signal(int)  # so many presses, releases and keys have had their effect in the page
    stopped = Signal(str, int)  # a press that would show a secret was held back: document, number
    followed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._word = secrets.token_hex(16)
        self._frames = Frames()
        self._page: QWebEnginePage | None = None
        self._pointed: tuple[Target, Mapping[str, object]] | None = None
        self._left: str | None = None
        self._told = ""
        self._asking = QTimer(self, singleShot=True, interval=ASK_AGAIN_MS)
        self._asking.timeout.connect(self._tell_targets)
        self._roll_call = QTimer(self, interval=ROLL_CALL_MS)
        self._roll_call.timeout.connect(self._call_roll)

    def script(self) -> QWebEngineScript:
        return probe_script(self._word)

    @property
    def word(self) -> str:
        """What comes before each report: no page knows it."""
        return self._word

    def follow(self, page: QWebEnginePage) -> None:
        """From now on, `page` is the page in front."""
        self._page = page
        self._frames.forget_page()
        self._told = ""
        self._asking.start()
        self._roll_call.start()
        self.followed.emit()

    def watch(self, targets: Sequence[Target]) -> None:
        self._frames.watch(targets)
        self._told = ""
        self._tell_targets()

    def point(self, target: Target, look: Mapping[str, object]) -> None:
        """Ring around `target`, wherever it shows, as long as it shows."""
        self._pointed = (target, look)
        self._tell_pointed()

    def unpoint(self) -> None:
        self._pointed = None
        self._tell_pointed()

    def sights(self) -> dict[Target, Sight]:
        return self._frames.sights()

    def shows(self, target: Target) -> bool:
        """Whether the ring has something to go around."""
        return self._frames.where(target) is not None

    def note_load(self) -> None:
        """Another document has been asked for: what is here is of the one before."""
        main = self._frames.main
        self._left = main[0] if main is not None else None

    @property
    def status(self) -> int | None:
        """What the server answered the document with (HTTP, 0: nothing); None as long as it is the one before."""
        main = self._frames.main
        return None if main is None or main[0] == self._left else main[1]

    @property
    def loading(self) -> bool:
        return self._frames.loading or not self._frames.everyone_knows

    def hear(self, page: QWebEnginePage, untrusted_line: str) -> None:
        """One line of a page's console: a report of the probe, or nothing to us."""
        report = read_report(untrusted_line, self._word)
        if report is None or page is not self._page:
            return
        match report.k:
            case "painted":
                self.painted.emit()
            case "focus":
                self.focus_moved.emit()
            case "heard":
                self.heard.emit(report.n)
            case "stopped":
                self.stopped.emit(report.f, report.n)
            case _:
                self._note(report)

    def _note(self, report: Report) -> None:
        self._frames.hear(report)
        if report.k == "facts" and report.v != self._frames.version and not self._asking.isActive():
            self._asking.start()
        self._tell_pointed()
        self.changed.emit()

    def _tell_targets(self) -> None:
        wanted = [{"role": target.role, "name": target.name} for target in self._frames.targets]
        self.call(f"watch({self._frames.version}, {json.dumps(wanted)})")

    def _tell_pointed(self) -> None:
        place = self._frames.where(self._pointed[0]) if self._pointed else None
        call = "point(null)"
        if place is not None and self._pointed is not None:
            call = f"point({json.dumps(place[0])}, {place[1]}, {json.dumps(self._pointed[1])})"
        if call != self._told:
            self._told = call
            self.call(call)

    def _call_roll(self) -> None:
        frames = list(self.living_frames())
        if len(frames) == self._frames.count:
            return
        answers: list[str] = []

        def answered(name: object) -> None:
            if not isValid(self):  # Chromium answers with nothing when all of it ends.
                return
            answers.append(str(name))
            if len(answers) == len(frames):
                self._frames.keep_only(answers)
                self.changed.emit()

        for frame in frames:
            frame.runJavaScript("globalThis.pageProbe?.frame ?? ''", WORLD, answered)

    def enter(self, frame: QWebEngineFrame) -> None:
        """Into a document that Chromium made without running the profile's scripts: the first, blank one of a frame."""
        frame.runJavaScript(probe_source(self._word), WORLD)

    def call(self, method: str) -> None:
        """A method of the probe, with its arguments, in every document of the page. Nothing comes back."""
        for frame in self.living_frames():
            frame.runJavaScript(f"globalThis.pageProbe?.{method}", WORLD)

    def living_frames(self) -> Iterator[QWebEngineFrame]:
        waiting = [self._page.mainFrame()] if self._page is not None else []
        for _ in range(MOST_NESTED):
            if not waiting:
                return
            frame = waiting.pop(0)
            if frame.isValid():
                yield frame
                waiting += frame.children()
