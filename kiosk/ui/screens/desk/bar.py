"""How far something is, as a length, in words for the screen reader."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from kiosk.ui import theme
from kiosk.ui.widgets import painting

_HEIGHT = 16


class Bar(QProgressBar):
    """0 to 100. `name` is what it measures."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(320), look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(120), look.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        painting.rounded(painter, rect, radius, look.paper_2, border=look.line_strong, border_width=look.px(1))
        width = max(rect.height(), rect.width() * self.value() / 100)
        x = rect.width() - width if self.isRightToLeft() else 0
        painting.rounded(painter, QRectF(x, 0, width, rect.height()), radius, look.blue)
