"""Arrangements used all over the guest's window: side by side, one below the other, and a list that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScrollBar, QVBoxLayout, QWidget

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


class Column(QWidget):
    """Widgets one below the other; `lines` is their layout, to add more."""

    def __init__(self, widgets: Sequence[QWidget], gap: int = 12, margin: int = 0) -> None:
        super().__init__()
        look = theme.current()
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(*(look.px(margin),) * 4)
        self.lines.setSpacing(look.px(gap))
        for widget in widgets:
            self.lines.addWidget(widget)


def scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    scroll(area, inside)
    return area


def scroll(area: QScrollArea, inside: QWidget) -> None:
    """Up and down only, without a frame or a ground of its own."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.setStyleSheet(scroll_bar_style())
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)


class ScrolledBeside(QScrollArea):
    """The same with a margin at both sides, in which the bar stands: no word moves when it comes, and it touches none.

    The bar is one of its own: Qt's takes its width from the words, which then need more lines, or fewer, than before.
    """

    def __init__(self, inside: QWidget, margin: int) -> None:
        super().__init__()
        scroll(self, inside)
        inside.setContentsMargins(margin, 0, margin, 0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.hide()
        hidden = self.verticalScrollBar()
        hidden.rangeChanged.connect(self._follow)
        hidden.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(hidden.setValue)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        hidden, width = self.verticalScrollBar(), self.bar.sizeHint().width()
        self.bar.setGeometry(0 if self.isRightToLeft() else self.width() - width, 0, width, self.height())
        self.bar.setPageStep(hidden.pageStep())
        self.bar.setSingleStep(hidden.singleStep())
        self.bar.setRange(hidden.minimum(), hidden.maximum())
        self.bar.setValue(hidden.value())
        self.bar.setVisible(hidden.maximum() > hidden.minimum())


def scroll_bar_style() -> str:
    """Wide enough to be seen and caught: Qt's own is a thin grey line."""
    look = theme.current()
    width, radius = look.px(18), look.px(9)
    return (
        f"QScrollBar:vertical {{ width: {width}px; background: {look.paper_2.name()}; border-radius: {radius}px; }}"
        f"QScrollBar::handle:vertical {{ background: {look.line_strong.name()}; border-radius: {radius}px;"
        f" min-height: {look.px(48)}px; }}"
        "QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }"
    )
