"""The guest's end of dual control: the gate before its windows, and what is shown of who drives.

Who drives is the shell's to say (`messages.Drive`); the gate reads it from the line, at once. Here the two meet the
guest's parts: border, cover, panel, marks, the watch over secret fields, and the count of who did how much.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol

import xcffib
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kiosk.control.gate import Gate, Gesture
from kiosk.control.hands import Hands
from kiosk.control.key_origin import KeyOrigin, input_opcode
from kiosk.control.line import INSIDE, LineReader
from kiosk.control.people import Mode, Person, Secrecy
from kiosk.guest.panel import Choice, Driving, Panel
from kiosk.guest.regions import Regions, place_in
from kiosk.session import messages
from kiosk.ui.announcing import announce
from kiosk.ui.i18n import translate

HANDS_MS = 2000
OPEN_AFTER_MS = 100
UNKNOWN_AFTER_MS = 300
MODE_KEYS = "KIOSK_MODE_KEYS"
"""Key codes of the keys that steer, with commas. Set by the shell: a page never gets them."""
_CLOCK = 0xFFFFFFFF
_ACTIONS: dict[Choice, Literal["take", "give", "brake"]] = {
    "user-drives": "give",
    "mediator-drives": "take",
    "brake": "brake",
}
_SECRECIES: dict[Secrecy, Literal["open", "unknown", "secret"]] = {
    Secrecy.OPEN: "open",
    Secrecy.UNKNOWN: "unknown",
    Secrecy.SECRET: "secret",
}


class Window(Protocol):
    """`window.GuestWindow`, as far as driving concerns it."""

    panel: Panel

    @property
    def keyboard(self) -> QWidget | None: ...
    @property
    def page(self) -> QWidget: ...
    @property
    def page_is_covered(self) -> bool: ...
    def leave_room_for_bar(self, bar: bool) -> None: ...
    def show_mode(self, mode: Mode, words: str) -> None: ...
    def free_panel_of_keyboard(self) -> None: ...


class Watch(Protocol):
    """`secrecy.FocusWatch`."""

    @property
    def changed(self) -> SignalInstance: ...
    @property
    def secrecy(self) -> Secrecy: ...
    def guard(self, on: bool) -> None: ...
    def note_hand(self, person: Person) -> None: ...


def mode_words(mode: Mode, paired: bool) -> str:
    """Who drives, for who hears it."""
    match mode:
        case Mode.MEDIATOR:
            return translate("Guest", "Le médiateur conduit. Votre souris ne change rien sur la page.")
        case Mode.BOTH:
            return translate("Guest", "Vous conduisez ensemble.")
        case Mode.BRAKE:
            return translate("Guest", "Frein. Personne ne touche à la page.")
    if paired:
        return translate("Guest", "Vous conduisez. Le médiateur montre.")
    return translate("Guest", "Vous conduisez.")


def mode_keycodes(written: str) -> frozenset[int]:
    return frozenset(int(one) for one in written.split(",") if one)


class GuestDriving(QObject):
    """`changed` carries a `Driving` for the panel; `reported` a message for the shell."""

    changed = Signal(object)
    reported = Signal(object)

    def __init__(
        self,
        window: Window,
        watch: Watch,
        show_mark: Callable[[int, int], None],
        close_popups: Callable[[], None],
        parent: QObject | None = None,
        *,
        line: Path = Path(INSIDE),
        say: Callable[[QWidget, str], None] = announce,
    ) -> None:
        """`show_mark` takes a place of the page's view; `close_popups` chooses nothing. Without `line`: no gate."""
        super().__init__(parent)
        self._window = window
        self._watch = watch
        self._show_mark = show_mark
        self._close_popups = close_popups
        self._say = say
        self._driving = Driving()
        self._hands = Hands()
        self._step: str | None = None
        self._regions = Regions(window.panel, window.keyboard)
        self._origin: KeyOrigin | None = None
        self.gate = self._make_gate(line)
        self._telling = QTimer(self, interval=HANDS_MS)
        self._telling.timeout.connect(self.tell_hands)
        self._telling.start()
        self._told: Secrecy | None = None
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(self._tell_secrecy)
        watch.changed.connect(self._note_secrecy)

    def install(self, app: QCoreApplication) -> None:
        if self.gate is not None:
            self.gate.install(app)

    def close(self) -> None:
        self._telling.stop()
        self.tell_hands()
        if self.gate is not None:
            self.gate.remove()
        if self._origin is not None:
            self._origin.close()

    def show(self, drive: messages.Drive) -> None:
        """The shell says who drives."""
        mode = Mode[drive.mode.upper()]
        before = self._driving
        self._window.leave_room_for_bar(drive.bar)
        self._watch.guard(drive.bar)
        if mode is not before.mode or drive.bar != before.paired:
            words = mode_words(mode, drive.bar)
            # The panel's buttons change: a key meant for the page must not press one.
            self._window.free_panel_of_keyboard()
            self._window.show_mode(mode, words)
            self._say(self._window.page, words)
            if mode is Mode.BRAKE:
                self._close_popups()
        self._put(Driving(mode, drive.bar, before.secret))

    def ask(self, choice: Choice) -> bool:
        """A person pressed a button of the panel. True when it was about who drives."""
        # The end may come of it, and the closing screen counts the hands.
        self.tell_hands()
        if choice == "brake" and self.gate is not None:
            self.gate.brake_now()
        action = _ACTIONS.get(choice)
        if action is None:
            return False
        self.reported.emit(messages.DriveAsked(action=action))
        return True

    def note_step(self, step: str) -> None:
        """What was done until now belongs to the step before."""
        if step == self._step:
            return
        self.tell_hands()
        first, self._step = self._step is None, step
        if first:
            self._tell_secrecy()

    def tell_hands(self) -> None:
        if self._step is None:
            return
        if share := self._hands.take():
            hands = messages.Hands(
                step=self._step,
                user=share.user,
                mediator=share.mediator,
                user_ms=share.user_ms,
                mediator_ms=share.mediator_ms,
            )
            self.reported.emit(hands)

    def note_gesture(self, person: Person, _kind: Gesture, began: int, ended: int) -> None:
        """`began` and `ended` in the server's ms, whose 32 bits may run over."""
        self._hands.add(person, (ended - began) & _CLOCK)

    def press_for_user(self, x: int, y: int) -> None:
        """The user pressed here in the middle of the mediator's gesture: the button works, and the page never knew."""
        button = self._regions.button_at(x, y)
        if button is not None:
            button.click()

    def mark(self, x: int, y: int) -> None:
        """The mediator shows a place of the screen."""
        place = place_in(self._window.page, x, y)
        if place is not None and not self._window.page_is_covered:
            self._show_mark(place.x(), place.y())

    def _make_gate(self, line: Path) -> Gate | None:
        if not line.exists() or QGuiApplication.platformName() != "xcb":
            return None
        try:
            self._origin = KeyOrigin()
        except (xcffib.ConnectionException, xcffib.ProtocolException):
            self._origin = None
        return Gate(
            LineReader(line),
            self._regions.region_of,
            self._origin,
            lambda: self._watch.secrecy,
            opcode=input_opcode(),
            mode_keycodes=mode_keycodes(os.environ.get(MODE_KEYS, "")),
            on_mark=self.mark,
            on_preempt=self.press_for_user,
            on_press=self._watch.note_hand,
            on_gesture=self.note_gesture,
            key_region=self._regions.key_region,
        )

    def _note_secrecy(self, secrecy: Secrecy) -> None:
        # A secret is told at once. What is not lasts first: each press makes the focus unknown for a moment, and the
        # shell would unplug and plug the mediator's keyboard each time. The gate here does not wait for any of it.
        if secrecy is Secrecy.SECRET:
            self._tell_secrecy()
        else:
            self._settling.start(OPEN_AFTER_MS if secrecy is Secrecy.OPEN else UNKNOWN_AFTER_MS)
        # Each press makes it unknown for a moment: the panel does not flicker with it.
        if secrecy is not Secrecy.UNKNOWN:
            self._put(Driving(self._driving.mode, self._driving.paired, secrecy is Secrecy.SECRET))

    def _tell_secrecy(self) -> None:
        """Nobody has a page before the first step: the shell takes it for unknown."""
        secrecy = self._watch.secrecy
        self._settling.stop()
        if self._step is not None and secrecy is not self._told:
            self._told = secrecy
            self.reported.emit(messages.FocusSecrecy(secrecy=_SECRECIES[secrecy]))

    def _put(self, driving: Driving) -> None:
        if driving != self._driving:
            self._driving = driving
            self.changed.emit(driving)
