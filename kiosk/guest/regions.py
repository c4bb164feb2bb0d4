"""What lies under a pointer in the guest's windows, as the arbiter asks it: page, keys, user's and mediator's buttons.

Asked at each event of a pointer, so it is no more than a rectangle, and inside the panel Qt's own search, which is
right even while the panel is being laid out. What is not surely the panel is the page.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.control.arbiter import Region
from kiosk.guest.panel import MEDIATOR, OWNER, Panel


class Regions:
    """Places are in the server's pixels."""

    def __init__(self, panel: Panel, keyboard: QWidget | None = None) -> None:
        """`keyboard`: the one on the screen, where the post has it."""
        self._panel = panel
        self._keyboard = keyboard

    def region_of(self, window: int, x: int, y: int) -> Region:
        """`x` and `y` in the X window `window`."""
        top = self._panel.window()
        if window != top.internalWinId():
            return Region.PAGE
        inside = _logical(top, x, y)
        if self._keyboard is not None and self._keyboard.isVisible() and self._keyboard.geometry().contains(inside):
            return Region.KEYBOARD
        place = inside - self._panel.mapTo(top, QPoint(0, 0))
        widget = self._at(place)
        if widget is None:
            return Region.PAGE
        # Its words and its icon are painted by the button itself: nothing lies inside it.
        return Region.MEDIATOR_CONTROLS if widget.property(OWNER) == MEDIATOR else Region.USER_CONTROLS

    def key_region(self) -> Region:
        """What has the keyboard."""
        focused = QApplication.focusWidget()
        in_panel = focused is not None and self._panel.isAncestorOf(focused)
        return Region.USER_CONTROLS if in_panel else Region.PAGE

    def button_at(self, x: int, y: int) -> QAbstractButton | None:
        """The user's button of the panel at this place of the screen."""
        widget = self._at(self._panel.mapFromGlobal(_logical(self._panel, x, y)))
        if not isinstance(widget, QAbstractButton) or widget.property(OWNER) == MEDIATOR:
            return None
        return widget

    def _at(self, place: QPoint) -> QWidget | None:
        """The widget at this place of the panel, or None outside of it."""
        if not self._panel.isVisible() or not QRect(QPoint(0, 0), self._panel.size()).contains(place):
            return None
        return self._panel.childAt(place) or self._panel


def place_in(widget: QWidget, x: int, y: int) -> QPoint | None:
    """A place of the screen in `widget`, or None outside of it."""
    place = widget.mapFromGlobal(_logical(widget, x, y))
    return place if widget.isVisible() and widget.rect().contains(place) else None


def _logical(widget: QWidget, x: int, y: int) -> QPoint:
    ratio = widget.devicePixelRatioF()
    return QPoint(int(x / ratio), int(y / ratio))
