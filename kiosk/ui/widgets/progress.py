"""How far along: one segment a step, green when done, blue for the present one."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import painting

_HEIGHT = 10
_GAP = 5


class Progress(QProgressBar):
    """Steps are numbered from 1."""

    def __init__(self, total: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done: Collection[int] = ()
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_total(total)

    def set_total(self, total: int) -> None:
        self.setRange(0, max(total, 1))
        self.set_step(0)

    def set_step(self, number: int, done: Collection[int] | None = None) -> None:
        """The present step, and the steps done: without `done`, all those before it."""
        self._done = range(1, number) if done is None else frozenset(done)
        self.setValue(number)
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(120), look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.maximum() * theme.current().px(4), theme.current().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        total = self.maximum()
        gap = look.px(_GAP) if total <= 20 else look.px(2)
        width = (self.width() - gap * (total - 1)) / total
        for number in range(1, total + 1):
            place = total - number if self.isRightToLeft() else number - 1
            rect = QRectF(place * (width + gap), 0, width, self.height())
            colour = look.green if number in self._done else look.paper_2
            if number == self.value() and number not in self._done:
                colour = look.blue
            painting.rounded(painter, rect, self.height() / 2, colour, border=look.outline, border_width=look.px(2))
