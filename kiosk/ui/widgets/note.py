"""A note in the guide's highlighter: something to know, never an alarm."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import painting
from kiosk.ui.widgets.label import Label
from kiosk.ui.widgets.picture import Picture

_BAR = 6


class Note(QFrame):
    """`text` may hold a `**bold**` first sentence."""

    def __init__(self, text: str, icon: str = "triangle-alert", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.words = Label(text, parent=self)
        row = QHBoxLayout(self)
        left, right = (look.px(16), look.px(22)) if look.rtl else (look.px(22), look.px(16))
        row.setContentsMargins(left, look.px(14), right, look.px(14))
        row.setSpacing(look.px(14))
        picture = Picture(icon, 28, parent=self)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        theme.broadcast.theme_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        shape = QPainterPath()
        radius = look.px(painting.RADIUS_BUTTON)
        rect = QRectF(self.rect())
        shape.addRoundedRect(rect, radius, radius)
        painter.fillPath(shape, look.mark_tint)
        bar = look.px(_BAR)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(rect.width() - bar if self.isRightToLeft() else 0, 0, bar, rect.height()), look.mark)
        if look.outline:
            painter.setClipping(False)
            painting.rounded(painter, rect, radius, None, border=look.outline, border_width=look.px(2))
