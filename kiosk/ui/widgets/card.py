"""A flat surface that groups words: not pressable, so it has no lower edge."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import painting


class Card(QFrame):
    """Add content to `column`. `fill` and `border` are token names, no border where the ground alone sets it apart;
    `radius` and `padding` are at scale 1."""

    def __init__(
        self,
        fill: str = "surface",
        border: str | None = "line",
        *,
        radius: int = painting.RADIUS_TILE,
        padding: int = 24,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._border, self._radius = fill, border, radius
        self.column = QVBoxLayout(self)
        space = theme.current().px(padding)
        self.column.setContentsMargins(space, space, space, space)
        self.column.setSpacing(theme.current().px(8))
        theme.broadcast.theme_changed.connect(self.update)

    @property
    def width_inside(self) -> int:
        """Of a card whose width is fixed."""
        margins = self.column.contentsMargins()
        return self.minimumWidth() - margins.left() - margins.right()

    def refill(self, fill: str) -> None:
        """A name of the theme's colours."""
        self._fill = fill
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        border = look.colour(self._border) if self._border else look.outline
        painting.rounded(
            painter,
            QRectF(self.rect()),
            look.px(self._radius),
            look.colour(self._fill),
            border=border,
            border_width=look.px(2),
        )
