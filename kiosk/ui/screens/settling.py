"""Lays a page out at once after its words have changed: the half-way places are never seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.screens.scroll import ScrollColumn


def settle(page: QWidget, middle: ScrollColumn) -> None:
    """The inner parts first."""
    for part in (*reversed(page.findChildren(QWidget)), page):
        layout = part.layout()
        if layout is not None:
            layout.activate()
    # The part that scrolls takes its content's new height at this event only, which would come a frame late.
    QApplication.sendEvent(middle.viewport(), QEvent(QEvent.Type.LayoutRequest))
