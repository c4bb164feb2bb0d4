"""Three arrangements used all over the guest's window: side by side, one below the other, and a list that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.ui import theme


def row(*widgets: QWidget, gap: int = 14, stretch: int = -1) -> QWidget:
    """Widgets side by side, aligned at the top. `stretch` is the index of the one that takes the width."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.current().px(gap))
    for index, widget in enumerate(widgets):
        if index == stretch % len(widgets):
            layout.addWidget(widget, 1)
        else:
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return holder


def column(widgets: Sequence[QWidget], gap: int = 12, margin: int = 0) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    look = theme.current()
    layout.setContentsMargins(*(look.px(margin),) * 4)
    layout.setSpacing(look.px(gap))
    for widget in widgets:
        layout.addWidget(widget)
    return holder


def scrolled(inside: QWidget) -> QScrollArea:
    """Scrolls up and down only, without a frame or a ground of its own."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
