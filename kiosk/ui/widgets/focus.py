"""The focus ring: drawn around the widget that the keyboard is on, and only when the keyboard brought it there.

One ring a window, a child of it, no larger than what it rings: an overlay over the whole window would make the guest
recompose its web view at every change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import painting

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_STROKE = 4
_GAP = 3

# What Qt makes has one kind of widget for its base; which one is the business of whoever is ringed.
if TYPE_CHECKING:
    _AnyWidget = QWidget
else:
    _AnyWidget = object


class FocusRing(QWidget):
    """Belongs to one window; see `follow`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._gap = _GAP
        self._radius = painting.RADIUS_BUTTON
        self.hide()

    def ring(self, target: QWidget, gap: int, radius: int) -> None:
        self.leave()
        self._target, self._gap, self._radius = target, gap, radius
        target.installEventFilter(self)
        target.destroyed.connect(self.leave)
        self.place()
        self.show()
        self.raise_()

    def leave(self) -> None:
        target, self._target = self._target, None
        if target is not None:
            try:
                target.removeEventFilter(self)
                target.destroyed.disconnect(self.leave)
            except RuntimeError:
                # The C++ side of the target is gone already: nothing is left to release.
                pass
        self.hide()

    def place(self) -> None:
        """Follow the target after it, or what holds it, has moved."""
        if self._target is None:
            return
        reach = theme.current().px(self._gap + _STROKE)
        corner = self._target.mapTo(self.window(), QPoint(0, 0))
        self.setGeometry(QRect(corner, self._target.size()).adjusted(-reach, -reach, reach, reach))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self.place()
        elif event.type() == QEvent.Type.Hide:
            self.leave()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        radius = look.px(self._radius + self._gap + _STROKE)
        painting.rounded(painter, QRectF(self.rect()), radius, None, border=look.ink, border_width=look.px(_STROKE))


def follow(widget: QWidget, event: QFocusEvent) -> None:
    """Called when the keyboard comes or goes: rings `widget`, or lets it go.

    A widget may say `ring_gap` and `ring_radius` (at scale 1). A window that sleeps and wakes changes nothing.
    """
    if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
        return
    if event.gotFocus() and event.reason() in _BY_KEYBOARD:
        _ring(widget)
    else:
        of_window(widget.window()).leave()


class Ringed(_AnyWidget):
    """Has its ring as `follow` says. Named before the widget's own class, so that it hears first."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        follow(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        follow(self, event)


def give(widget: QWidget, reason: Qt.FocusReason) -> None:
    """Put the keyboard on `widget`, with its ring when `reason` is the keyboard's, even before the window wakes."""
    widget.setFocus(reason)
    if reason in _BY_KEYBOARD:
        _ring(widget)


def of_window(window: QWidget) -> FocusRing:
    found = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, FocusRing) else FocusRing(window)


def _ring(widget: QWidget) -> None:
    gap = getattr(widget, "ring_gap", _GAP)
    radius = getattr(widget, "ring_radius", painting.RADIUS_BUTTON)
    of_window(widget.window()).ring(widget, gap, radius)
