"""Notes what a mediator does on the pages while they make a walkthrough, and tells the shell. Knows roles and names of
parts of pages, and which words were typed only as numbers, so that none of them comes back in a name or an address."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage

from kiosk.guest.address import address_of
from kiosk.guest.probe.probe import Probe
from kiosk.guest.probe.recorded import Did, Typed, read_recorded, without_typed
from kiosk.guest.probe.source import WORLD
from kiosk.procedures.recording.noted import Noted, noted
from kiosk.session import messages

MOST_MARKS = 2000
MOST_NOTED = 400


class Recording(QObject):
    """`changed` carries what was noted, oldest first; `reported` a message for the shell. Hears nothing before it was
    begun. `front`: the page in front."""

    changed = Signal(object)
    reported = Signal(object)

    def __init__(self, probe: Probe, front: Callable[[], QWebEnginePage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._probe = probe
        self._front = front
        self._on = False
        self._noted: tuple[Noted, ...] = ()
        self._marks: dict[str, None] = {}
        # A document's first word comes with it.
        probe.changed.connect(self._ask)
        probe.followed.connect(self._ask)

    def begin(self) -> None:
        self._on = True
        self._ask()
        self.changed.emit(self._noted)

    def take_back(self) -> None:
        """The last gesture was a mistake."""
        if self._noted:
            self._noted = self._noted[:-1]
            self.reported.emit(messages.TakenBack())
            self.changed.emit(self._noted)

    def hear(self, page: QWebEnginePage, untrusted_line: str) -> None:
        """One line of a page's console."""
        if not self._on or page is not self._front():
            return
        match read_recorded(untrusted_line, self._probe.word):
            case Did() as did:
                self._note(did)
            case Typed(marks):
                self._remember(marks)

    def _note(self, did: Did) -> None:
        # A frame knows its own address: the page's is the one that the person sees.
        url = QUrl(f"https://{did.a}") if did.top and did.a else self._front().mainFrame().url()
        address = without_typed(address_of(url), self._marks, self._probe.word)
        one = noted(did.g, did.r, did.n, address)
        if one is None or len(self._noted) >= MOST_NOTED:
            return
        last = self._noted[-1:]
        if last and last[0] == one and one.gesture in ("write", "choose"):
            return
        self._noted = (*self._noted, one)
        self.reported.emit(messages.Recorded(gesture=one.gesture, role=one.role, name=one.name, address=one.address))
        self.changed.emit(self._noted)

    def _remember(self, marks: list[str]) -> None:
        fresh = [mark for mark in marks if mark not in self._marks]
        for mark in fresh[: MOST_MARKS - len(self._marks)]:
            self._marks[mark] = None
        if fresh:
            self._ask()

    def _ask(self) -> None:
        if not self._on:
            return
        call = f"globalThis.pageRecording?.on({json.dumps(list(self._marks))})"
        for frame in self._probe.living_frames():
            frame.runJavaScript(call, WORLD)
