"""A seat: who drives, who sits beside. A full sentence, a colour and an icon; never a button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.ui import theme
from kiosk.ui.widgets import icon_pixmap, painting
from kiosk.ui.widgets.paragraph import Paragraph

SeatState = Literal[
    "user_drives",
    "user_looks",
    "mediator_absent",
    "mediator_beside",
    "mediator_called",
    "mediator_points",
    "mediator_drives",
    "mediator_looks",
    "mediator_away",
]


@dataclass(frozen=True)
class _Style:
    fill: str
    border: str | None
    ink: str
    icon: str
    icon_colour: str


_STYLES: dict[SeatState, _Style] = {
    "user_drives": _Style("blue", None, "surface", "seat", "surface"),
    "mediator_absent": _Style("surface", "line", "ink_2", "seat-outline", "ink_2"),
    "mediator_beside": _Style("orange_tint", "orange_line", "ink", "seat", "orange_line"),
    "mediator_called": _Style("surface", "orange_line", "ink", "hand", "ink"),
    "user_looks": _Style("surface", "line", "ink", "seat-outline", "blue"),
    "mediator_points": _Style("orange_tint", "orange_line", "ink", "seat", "orange_line"),
    "mediator_drives": _Style("orange", None, "ink", "seat", "ink"),
    "mediator_looks": _Style("surface", "line", "ink", "seat-outline", "ink_2"),
    "mediator_away": _Style("surface", "line", "ink", "eye-off", "ink"),
}


class Seat(QLabel):
    """`spoken`: the sentence for screen readers, where the words had to be shortened."""

    def __init__(self, state: SeatState, text: str, *, spoken: str | None = None) -> None:
        super().__init__(text)
        self.state = state
        self.setAccessibleName(spoken or text)
        self._style = _STYLES[state]
        self._words = Paragraph(text, 20, 700)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme.current()
        width = self._words.natural_width()
        height = max(look.px(52), self._words.height(width) + look.px(12))
        return QSize(look.px(16 + 12 + 22) + look.icon(26) + width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        rect = QRectF(self.rect())
        border = look.colour(self._style.border) if self._style.border else None
        painting.rounded(
            painter, rect, rect.height() / 2, look.colour(self._style.fill), border=border, border_width=look.px(3)
        )
        pixmap = icon_pixmap(self._style.icon, look.icon(26), self._style.icon_colour)
        icon = pixmap.deviceIndependentSize()
        width = self._words.natural_width()
        icon_x = self._from_start(look.px(16), icon.width())
        painter.drawPixmap(round(icon_x), round((rect.height() - icon.height()) / 2), pixmap)
        x = self._from_start(look.px(28) + icon.width(), width)
        y = (rect.height() - self._words.height(width)) / 2
        self._words.paint(painter, x, y, width, look.colour(self._style.ink))

    def _from_start(self, start: float, width: float) -> float:
        return self.width() - start - width if self.isRightToLeft() else start
