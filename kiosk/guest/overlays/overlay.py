"""One overlay: a flat veil over the window and a card in its middle. The keyboard stays inside until it closes.

There is no native dialog anywhere in the guest: those bring file pickers, English buttons and ways out of the kiosk.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import Card
from kiosk.ui.widgets.order import as_laid_out, takes_tab
from kiosk.ui.widgets.painting import RADIUS_MODAL

WIDTH = 860
AROUND = 24
PADDING = 32
VEIL = 0.8


class Overlay(QWidget):
    """Put content in `card.column`. `closed` is said once, when it goes; `whole` gives the card the whole window.

    `is_waited_for`: a page stands still until it closes.
    """

    closed = Signal()

    def __init__(self, window: QWidget, *, whole: bool = False) -> None:
        super().__init__(window)
        self._under = window
        self._whole = whole
        self._focus_before = window.focusWidget()
        self.is_waited_for = False
        radius, padding = (0, 16) if whole else (RADIUS_MODAL, PADDING)
        self.card = Card("paper", None, radius=radius, padding=padding, parent=self)
        look = theme.current()
        self.card.column.setSpacing(look.px(16))
        self.setGeometry(self._room())
        self._layout = QVBoxLayout(self)
        if whole:
            self._layout.addWidget(self.card)
        else:
            self.card.setFixedWidth(min(look.px(WIDTH), self.width() - 2 * look.px(AROUND)))
            self._layout.addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)
        self._make_room_for_card()
        window.installEventFilter(self)

    def open(self, first: QWidget) -> None:
        """Show it, with the keyboard on `first`: the safest answer."""
        self.show()
        self.raise_()
        self.fit()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self, first: QWidget) -> None:
        """Open it and come back when it has closed. For the few questions that Chromium asks and waits for."""
        self.is_waited_for = True
        loop = QEventLoop(self)
        self.closed.connect(loop.quit)
        self.open(first)
        loop.exec()

    def close_it(self) -> None:
        if self.isHidden():
            return
        self.hide()
        self._under.removeEventFilter(self)
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def fit(self) -> None:
        """Cover what there is to cover, after it changed."""
        self.setGeometry(self._room())
        self._make_room_for_card()

    def _make_room_for_card(self) -> None:
        """Above the keyboard on the screen, and close to it: the room goes to the words."""
        look = theme.current()
        keyboard = self._keyboard()
        around = look.px(0 if self._whole else AROUND if keyboard is None else 8)
        below = self._under.height() - keyboard.y() if keyboard is not None else 0
        self._layout.setContentsMargins(around, around, around, around + below)
        if not self._whole:
            sides, air = look.px(PADDING), look.px(PADDING if keyboard is None else 16)
            self.card.column.setContentsMargins(sides, air, sides, air)
        if keyboard is not None:
            # Nothing else of the window is there to be pressed.
            keyboard.raise_()

    def _keyboard(self) -> QWidget | None:
        """While it shows."""
        keyboard: QWidget | None = getattr(self._under, "keyboard", None)
        return keyboard if keyboard is not None and keyboard.isVisibleTo(self._under) else None

    def _room(self) -> QRect:
        """All of the window, unless it says otherwise."""
        room: Callable[[], QRect] = getattr(self._under, "overlay_room", self._under.rect)
        return room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the card."""
        stops = [one for one in as_laid_out(self.card) if one.isVisible() and one.isEnabled() and takes_tab(one)]
        if not stops:
            return True
        focused = self.focusWidget()
        here = stops.index(focused) if focused in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def mousePressEvent(self, event: QEvent) -> None:
        # A click beside the card must neither close it nor reach the page.
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._whole:
            return
        veil = QColor(theme.current().ink)
        veil.setAlphaF(VEIL)
        QPainter(self).fillRect(self.rect(), veil)
