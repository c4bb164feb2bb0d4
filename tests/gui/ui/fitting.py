"""What "nothing is cut" means, widget by widget."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from kiosk.ui.screens.tile import Tile
from kiosk.ui.seat import Seat
from kiosk.ui.widgets import Button, CheckRow, Label


def visible(root: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    return [one for one in root.findChildren(QWidget) if isinstance(one, kinds) and one.isVisibleTo(root)]


def cut(root: QWidget) -> list[str]:
    """The widgets of `root` whose words do not fit in what they were given."""
    wrong = []
    for one in visible(root, Label, Button, Tile, CheckRow):
        needed = one.heightForWidth(one.width())
        if needed > one.height() + 1 or one.minimumSizeHint().width() > one.width() + 1:
            wrong.append(f"{type(one).__name__} « {one.accessibleName()} »: {one.size().toTuple()}, needs {needed}")
    wrong += [
        f"Seat « {seat.accessibleName()} »: {seat.size().toTuple()}"
        for seat in visible(root, Seat)
        if seat.sizeHint().width() > seat.width() or seat.sizeHint().height() > seat.height()
    ]
    return wrong


def outside(root: QWidget) -> list[str]:
    """The widgets that stick out of the window, or sideways out of the part that scrolls."""
    wrong = []
    for one in visible(root, Label, Button, Tile, CheckRow, Seat, QLineEdit):
        place = QRect(one.mapTo(root, QPoint(0, 0)), one.size())
        scrolled = any(isinstance(above, QScrollArea) for above in _above(one))
        inside = (
            root.rect().contains(place)
            if not scrolled
            else (place.left() >= root.rect().left() and place.right() <= root.rect().right())
        )
        if not inside:
            wrong.append(f"{type(one).__name__} « {one.accessibleName()} »: {place.getRect()}")
    return wrong


def small(root: QWidget) -> list[str]:
    """The targets that are smaller than a finger."""
    return [
        f"« {one.accessibleName()} »: {one.size().toTuple()}"
        for one in visible(root, QAbstractButton)
        if one.width() < 48 or one.height() < 48
    ]


def interactive(root: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit)
    return [one for one in visible(root, *kinds) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]


def _above(widget: QWidget) -> list[QWidget]:
    found = []
    parent = widget.parentWidget()
    while parent is not None:
        found.append(parent)
        parent = parent.parentWidget()
    return found
