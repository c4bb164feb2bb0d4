"""The round mark of a thing that is done, or not yet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import painting


class Mark(QWidget):
    """A green disc with a tick when `done`, an empty ring before. Silent: the words beside it say it."""

    def __init__(self, size: int, *, done: bool) -> None:
        super().__init__()
        self._done = done
        side = theme.current().px(size)
        self.setFixedSize(side, side)

    def set_done(self) -> None:
        self._done = True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        rect = QRectF(self.rect())
        side = rect.width()
        if not self._done:
            painting.rounded(painter, rect, side / 2, None, border=look.line_strong, border_width=look.px(3))
            return
        painting.rounded(painter, rect, side / 2, look.green)
        pen = QPen(look.surface, side * 0.085)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(
            [QPointF(side * across, side * down) for across, down in ((0.28, 0.52), (0.43, 0.66), (0.73, 0.36))]
        )
