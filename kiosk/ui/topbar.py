"""The bar above the guest: who sits where, the time, "I am lost" and the way out, always in the same place.

It is a window of the shell: whatever the guest does, the way out works.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.procedures.other_site import shown
from kiosk.ui import theme, words
from kiosk.ui.announcing import announce
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.seat import Seat, SeatState
from kiosk.ui.sentence import Sentence
from kiosk.ui.wheelbar import Scene
from kiosk.ui.widgets import Button, Label, Picture, focus
from kiosk.ui.window import ShellWindow

# The clock shows minutes; looking every few seconds keeps it within a breath of true.
_CLOCK_EVERY_MS = 5000


_WIDE = 1366
"""Pixels from which larger letters have room beside two seats."""


class TopBar(ShellWindow):
    lost_asked = Signal()
    finish_asked = Signal()
    answered = Signal()
    blocked_asked = Signal()
    keyboard_left = Signal()
    notice_asked = Signal()

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__("TopBar")
        self._clock = clock
        self._called = False
        self._beside = False
        self._scene: Scene | None = None
        self._missing = ""
        self._host = ""
        self._blocked = 0
        self._content: QWidget | None = None
        self._time: Label | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        QShortcut(QKeySequence(Qt.Key.Key_F6), self, self.keyboard_left.emit)
        self._timer = QTimer(self)
        self._timer.setInterval(_CLOCK_EVERY_MS)
        self._timer.timeout.connect(self._say_time)

    def set_seats(self, *, called: bool, beside: bool) -> None:
        if (called, beside) != (self._called, self._beside) or self._content is None:
            self._called, self._beside = called, beside
            self.build()

    def set_drive(self, scene: Scene | None) -> None:
        """Who drives while two people sit there, each with their own mouse; None while there is one pair."""
        if scene != self._scene:
            self._scene = scene
            self.build()

    def set_missing(self, text: str) -> None:
        """What went of the user's devices, said while no mediator's bar says it; empty when it is back."""
        if text != self._missing:
            self._missing = text
            self.build()
            if text and self._scene is None and self.isVisible():
                announce(self, text)

    def set_site(self, host: str, blocked: int) -> None:
        """`host`: the site that is open without a procedure. `blocked`: how many sites a mediator could allow."""
        if (host, blocked) != (self._host, self._blocked):
            self._host, self._blocked = host, blocked
            self.build()

    def build(self) -> None:
        """Build the bar for the theme in force."""
        focus.of_window(self).leave()
        if self._content is not None:
            self._content.hide()
            self._content.setParent(None)
            self._content.deleteLater()
        self._content = QWidget()
        self._fill(QHBoxLayout(self._content))
        self._column.addWidget(self._content)
        self._content.show()
        self.update()

    def take_keyboard(self) -> None:
        """From the guest's window: to the first button. Whoever is on one already stays there."""
        held = self.focusWidget()
        was_active = self.isActiveWindow()
        # Even then: for 400 ms after the keyboard has gone to the guest, Qt believes that it is still here.
        self.activateWindow()
        if was_active and held is not None and held.isVisible():
            return
        first = next((button for button in self.findChildren(QAbstractButton) if button.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say_time()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        # On full orange the seat of a mediator who drives would vanish.
        flag = look.orange_tint if self._scene is not None else look.orange
        painter.fillRect(self.rect(), flag if self._called else look.surface)
        line = look.px(2)
        colour = look.orange_line if self._called else look.line
        painter.fillRect(0, self.height() - line, self.width(), line, colour)

    def _fill(self, row: QHBoxLayout) -> None:
        look = theme.current()
        row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        row.setSpacing(look.px(12))
        middle = Qt.AlignmentFlag.AlignVCenter
        if not (self._called or self._offers_blocked() or (self._beside and look.enlarged)):
            # Its orange person would vanish on the orange bar; sites to allow, or two large seats, need its room.
            row.addWidget(Picture("logo", 34, drawing=True), 0, middle)
            row.addSpacing(look.px(4 if look.enlarged else 16))
        if self._missing and self._scene is None and not self._called:
            row.addWidget(Picture("plug", 28), 0, middle)
            sentence = Sentence(self._missing, self._missing.partition(". ")[0] + ".")
            sentence.setObjectName("missing")
            row.addWidget(sentence, 1)
        else:
            for seat in self._seats(look):
                row.addWidget(seat, 0, middle)
            self._add_site(row)
        self._time = None
        row.addWidget(self._notice_button(), 0, middle)
        if self._called:
            here = Button(translate("TopBar", "Je suis là"), "user-check", size=20)
            here.setObjectName("answer")
            here.setAccessibleDescription(translate("TopBar", "Pour le médiateur"))
            here.clicked.connect(self.answered)
            row.addWidget(here, 0, middle)
        elif self._offers_blocked():
            row.addWidget(self._blocked_button(look), 0, middle)
        elif look.appearance.text_percent == 100 and not self._host:
            row.addWidget(Picture("clock", 26), 0, middle)
            self._time = Label("", 20)
            row.addWidget(self._time, 0, middle)
            row.addSpacing(look.px(6))
            self._say_time()
        for name, text, icon, signal in (
            ("lost", self._lost_words(look), "life-buoy", self.lost_asked),
            ("finish", translate("TopBar", "Terminer"), "log-out", self.finish_asked),
        ):
            button = Button(text, icon)
            button.setObjectName(name)
            button.clicked.connect(signal)
            row.addWidget(button, 0, middle)

    def _add_site(self, row: QHBoxLayout) -> None:
        """Where the person is, when no procedure says it. The address strip says it too, and always."""
        if not self._host or self._called or theme.current().enlarged:
            row.addStretch()
            return
        host = isolate(shown(self._host))
        # Whole or not at all: the strip above the page has the room for any host.
        site = Sentence(translate("TopBar", "Site : **%1**").replace("%1", host), "")
        site.setObjectName("site")
        row.addWidget(site, 1)

    def _offers_blocked(self) -> bool:
        return self._blocked > 0 and self._beside

    def _blocked_button(self, look: theme.Theme) -> Button:
        """In the place of the clock: the mediator beside wants to know why a page looks broken."""
        text = translate("TopBar", "%n bloqué(s)", None, self._blocked)
        button = Button(text, "shield", "quiet", size=18, height=48, icon_only=look.appearance.text_percent > 100)
        button.setObjectName("blocked")
        button.setAccessibleDescription(translate("TopBar", "Sites bloqués, pour le médiateur"))
        button.clicked.connect(self.blocked_asked)
        return button

    def _notice_button(self) -> Button:
        """With its word as long as the person is alone: two seats leave room for the picture."""
        alone = not (self._called or self._beside or self._host or self._missing or self._scene is not None)
        short = not alone or theme.current().appearance.text_percent > 100
        button = Button(translate("Header", "Vos données"), "info", "quiet", size=18, height=48, icon_only=short)
        button.setObjectName("notice")
        button.clicked.connect(self.notice_asked)
        return button

    def _seats(self, look: theme.Theme) -> list[Seat]:
        if self._scene is not None:
            # Larger letters on a narrow screen: whole words for who drives would leave none for « Je suis perdu ».
            narrow = look.width < _WIDE and look.appearance.text_percent > 100
            seats = self._driving_seats(self._scene, short=look.enlarged or self._called or narrow)
            # In large letters, a call leaves room for one seat, that of who drives; so do sites to allow, when narrow.
            crowded = look.enlarged and (self._called or (look.width < _WIDE and self._offers_blocked()))
            return [seats[self._scene == "mediator"]] if crowded else seats
        if look.enlarged:
            return self._short_seats(look)
        user = Seat("user_drives", translate("TopBar", "Vous conduisez"))
        if self._called:
            return [user, Seat("mediator_called", translate("TopBar", "Médiateur appelé"))]
        if self._beside:
            return [user, Seat("mediator_beside", translate("TopBar", "Le médiateur est à côté"))]
        return [user, Seat("mediator_absent", translate("TopBar", "Pas de médiateur"))]

    def _short_seats(self, look: theme.Theme) -> list[Seat]:
        """In large letters two sentences have no room: the one that matters keeps its words."""
        if self._called:
            return [Seat("mediator_called", translate("TopBar", "Médiateur appelé"))]
        user = Seat("user_drives", translate("TopBar", "Vous conduisez"))
        if not self._beside or (look.width < _WIDE and self._offers_blocked()):
            return [user]
        return [user, Seat("mediator_beside", translate("TopBar", "Médiateur"))]

    def _driving_seats(self, scene: Scene, *, short: bool) -> list[Seat]:
        """One glance says who drives: filled drives, tinted points, outlined looks. What is said aloud is whole."""
        drive = translate("TopBar", "Vous conduisez")
        helper: SeatState
        match scene:
            case "user":
                user, helper = Seat("user_drives", drive), "mediator_points"
                whole = translate("TopBar", "Le médiateur montre")
            case "mediator":
                user, helper = Seat("user_looks", translate("TopBar", "Vous regardez")), "mediator_drives"
                whole = translate("TopBar", "Le médiateur conduit")
            case "both":
                user, helper = Seat("user_drives", drive), "mediator_drives"
                whole = translate("TopBar", "Le médiateur conduit aussi")
            case "brake":
                user, helper = Seat("user_looks", translate("TopBar", "Vous : pause")), "mediator_looks"
                whole = translate("TopBar", "Médiateur : pause")
            case "secret":
                user, helper = Seat("user_drives", drive), "mediator_away"
                whole = translate("TopBar", "Le médiateur regarde ailleurs")
        return [user, Seat(helper, translate("TopBar", "Médiateur") if short else whole, spoken=whole)]

    def _lost_words(self, look: theme.Theme) -> str:
        return translate("TopBar", "Perdu ?") if look.enlarged else translate("TopBar", "Je suis perdu")

    def _say_time(self) -> None:
        if self._time is not None:
            self._time.say(words.time_of_day(self._clock()))
