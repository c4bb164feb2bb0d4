"""Is the field that has the keyboard a secret one? Two sources must both say that it is not: Chromium's input hints and
the probe of every frame. Whatever may move the focus makes it unknown until both have spoken again after it.

Knows fields by numbers that the probe makes up; knows no value, no name and no place.
"""

from __future__ import annotations

import json
import time
from functools import partial

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWebEngineCore import QWebEngineFrame
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.control.people import Person, Secrecy
from kiosk.guest.probe.probe import Probe
from kiosk.guest.probe.source import WORLD
from kiosk.guest.probe.untrusted import FocusAnswer, read_focus_answer

# Input and questions travel to the renderer by different ways: a question leaves when the probe has heard the input.
AFTER_WORD_MS = 5
BEFORE_INPUT_MS = 40  # for the gate, which knows of an event before Qt does
COMING_S = 0.1  # from the gate to Qt; what never comes went to another part of the window
UNHEARD_S = 0.25  # what an open list or a scroll bar takes is never heard in the page
PATIENCE_MS = 250
AGAIN_MS = 100
LOOK_MS = 100
CHECK_MS = 1000
MOST_MARKS = 500
# A press that would show a secret is the user's only when the mediator's hands have been still for as long.
STILL_S = 1.0

_HIDDEN = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchEnd,
)
_IN_A_TEXT = frozenset(
    (
        Qt.Key.Key_Space,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_Multi_key,
    )
)


class FocusWatch(QObject):
    """`secrecy` is right now; `changed` carries the new one. One for the session: what was secret stays so."""

    changed = Signal(object)

    def __init__(self, view: QWebEngineView, probe: Probe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._probe = probe
        self._secrecy = Secrecy.UNKNOWN
        self._holds_secret = True
        self._guarded = False
        self._marks: dict[str, None] = {}
        self._round = 0
        self._answers: dict[int, FocusAnswer] = {}
        self._asked = 0
        self._coming = 0
        self._coming_until = 0.0
        self._unheard = 0
        self._last_input = 0.0
        self._seen_by_chromium: tuple[bool, bool] | None = None
        self._last_hand: Person | None = None
        self._mediator_moved = -STILL_S
        self._question = QTimer(self, singleShot=True)
        self._question.timeout.connect(self._ask)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._checking = QTimer(self, interval=CHECK_MS)
        self._checking.timeout.connect(self._check)
        self._listen()

    @property
    def secrecy(self) -> Secrecy:
        """Unknown too while what the user did is on its way to Qt: it may be the key that leaves for a secret field."""
        if self._coming and self._secrecy is Secrecy.OPEN and time.monotonic() < self._coming_until:
            return Secrecy.UNKNOWN
        return self._secrecy

    @property
    def holds_secret(self) -> bool:
        """Some field of the page holds a secret that was typed: no press of the mediator may show it."""
        return self._holds_secret

    def guard(self, on: bool) -> None:
        """Whether a mediator could press in the page. Then what would show a typed secret waits for `note_hand`."""
        self._guarded = on
        self._check()

    def note_hand(self, person: Person) -> None:
        """This person's press or key passes to the page, now. The gate calls it before Qt hears of the event."""
        self._last_hand = person
        if person is Person.MEDIATOR:
            self._mediator_moved = time.monotonic()
        else:
            self._coming += 1
            self._coming_until = time.monotonic() + COMING_S

    def doubt(self) -> None:
        """Something passes that may move the focus. The gate may call it before Qt hears of the event."""
        self._doubt(BEFORE_INPUT_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _INPUT:
            if watched is self._view.focusProxy():
                self._coming = max(0, self._coming - 1) if time.monotonic() < self._coming_until else 0
                self._unheard += 1
                self._last_input = time.monotonic()
            if not isinstance(event, QKeyEvent) or may_move_focus(event):
                self._doubt(AFTER_WORD_MS)
        elif kind == QEvent.Type.ChildAdded and watched is self._view and isinstance(event, QChildEvent):
            self._listen_to(event.child())
        return False

    def _listen(self) -> None:
        # The widget that Chromium draws in comes later, and another one comes with another page.
        self._view.installEventFilter(self)
        for child in self._view.findChildren(QWidget):
            self._listen_to(child)
        application = QGuiApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note_focus)
        self._view.loadStarted.connect(self.doubt)
        self._view.loadFinished.connect(self.doubt)
        self._view.renderProcessTerminated.connect(self.doubt)
        self._probe.followed.connect(self.doubt)
        self._probe.focus_moved.connect(self._note_word)
        self._probe.heard.connect(self._note_heard)
        self._probe.stopped.connect(self._judge_stopped)
        self._looking.start()
        self._checking.start()
        self.doubt()

    def _listen_to(self, child: QObject) -> None:
        if isinstance(child, QWidget):
            child.removeEventFilter(self)
            child.installEventFilter(self)

    def _note_focus(self, _old: object, _new: object) -> None:
        self.doubt()

    def _note_word(self) -> None:
        self._doubt(AFTER_WORD_MS)

    # --- the question ---------------------------------------------------------------------------------------------

    def _doubt(self, delay_ms: int) -> None:
        self._put(Secrecy.UNKNOWN if self._page_has_focus() else Secrecy.OPEN)
        self._ask_later(delay_ms)

    def _ask_later(self, delay_ms: int) -> None:
        """A question that left before is void. A longer wait that has begun is not cut short."""
        self._round += 1
        left = self._question.remainingTime() if self._question.isActive() else 0
        self._question.start(max(delay_ms, left))

    def _check(self) -> None:
        """Ask without a doubt, in case a change went unheard."""
        if not self._question.isActive() and not self._patience.isActive():
            self._ask_later(0)

    def _note_heard(self, count: int) -> None:
        self._unheard = max(0, self._unheard - count)

    def _ask(self) -> None:
        if self._unheard and time.monotonic() - self._last_input < UNHEARD_S:
            self._question.start(AFTER_WORD_MS)
            return
        self._unheard = 0
        frames = list(self._probe.living_frames())
        self._answers = {}
        self._asked = len(frames)
        self._patience.start()
        words = f"{self._round}, {json.dumps(self._guarded)}, {json.dumps(list(self._marks))}"
        call = f"globalThis.pageProbe?.focus({words}) ?? ''"
        for index, frame in enumerate(frames):
            frame.runJavaScript(call, WORLD, partial(self._hear, self._round, index, frame))

    def _hear(self, turn: int, index: int, frame: QWebEngineFrame, untrusted_answer: object) -> None:
        # When all of it ends, Chromium answers what it was asked with nothing, to whoever is no longer there.
        if not isValid(self) or turn != self._round:
            return
        answer = read_focus_answer(untrusted_answer)
        if answer is None or answer.r != turn:
            if frame.isValid():
                self._probe.enter(frame)
            self._ask_later(AFTER_WORD_MS)
            return
        self._answers[index] = answer
        if len(self._answers) == self._asked:
            self._patience.stop()
            self._decide()

    def _lose_patience(self) -> None:
        """A frame does not answer: nothing is known."""
        self._doubt(AFTER_WORD_MS)

    # --- the answer -----------------------------------------------------------------------------------------------

    def _decide(self) -> None:
        answers = [answer for _, answer in sorted(self._answers.items())]
        for answer in answers:
            # Once there are too many to remember, nothing is known any more: see `_judge`.
            if len(self._marks) <= MOST_MARKS:
                self._marks |= dict.fromkeys(answer.m)
        self._holds_secret = any(answer.h for answer in answers)
        self._seen_by_chromium = self._ask_chromium()
        secrecy = Secrecy.OPEN if not self._page_has_focus() else self._judge([answer.s for answer in answers])
        self._put(secrecy)
        if secrecy is Secrecy.UNKNOWN:
            self._ask_later(AGAIN_MS)

    def _judge(self, answers: list[str]) -> Secrecy:
        """`answers` of the main document, then of its frames."""
        hidden, writes = self._seen_by_chromium or (True, True)
        if hidden or "secret" in answers:
            return Secrecy.SECRET
        if answers.count("none") == len(answers):
            return Secrecy.UNKNOWN if writes else Secrecy.OPEN
        main, inside = answers[0], [answer for answer in answers[1:] if answer not in ("none", "inner")]
        holders = inside if main == "inner" else [main, *inside]
        if len(holders) != 1 or len(self._marks) > MOST_MARKS:
            return Secrecy.UNKNOWN
        if holders[0] == "host":
            return Secrecy.UNKNOWN if writes else Secrecy.OPEN
        return Secrecy.OPEN if holders[0] == "open" else Secrecy.UNKNOWN

    def _ask_chromium(self) -> tuple[bool, bool]:
        """(the text is hidden or sensitive, there is something to write in). Without an answer: both."""
        proxy = self._view.focusProxy()
        if proxy is None:
            return True, True
        query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImHints | Qt.InputMethodQuery.ImEnabled)
        QApplication.sendEvent(proxy, query)
        hints = Qt.InputMethodHint(query.value(Qt.InputMethodQuery.ImHints) or 0)
        return bool(hints & _HIDDEN), query.value(Qt.InputMethodQuery.ImEnabled) is not False

    def _look(self) -> None:
        """Chromium tells nobody that its hints changed."""
        if self._secrecy is Secrecy.UNKNOWN or not self._page_has_focus():
            return
        if self._ask_chromium() != self._seen_by_chromium:
            self._doubt(AFTER_WORD_MS)

    def _page_has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self._view or self._view.isAncestorOf(focused))

    def _put(self, secrecy: Secrecy) -> None:
        if secrecy is not self._secrecy:
            self._secrecy = secrecy
            self.changed.emit(secrecy)

    # --- what would show a typed secret ---------------------------------------------------------------------------

    def _judge_stopped(self, document: str, number: int) -> None:
        still = time.monotonic() - self._mediator_moved >= STILL_S
        if self._last_hand is not Person.USER or not still:
            return
        self._probe.call(f"letThrough({json.dumps(document)}, {number})")


def may_move_focus(event: QKeyEvent) -> bool:
    """Writing and walking in a text stay in their field; scripts that move on by themselves are heard by the probe."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return True
    dead = Qt.Key.Key_Dead_Grave <= event.key() <= Qt.Key.Key_Dead_Longsolidusoverlay
    writes = bool(event.text()) and event.text().isprintable()
    return not (writes or dead or event.key() in _IN_A_TEXT)
