"""An icon or a drawing that stands beside words. Silent to screen readers: the words say it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import painting
from kiosk.ui.widgets.icons import icon_pixmap


class Picture(QWidget):
    """`size` is the height at 100 % text. `plate` paints a rounded ground of that side, in a token's colour."""

    def __init__(
        self,
        name: str,
        size: int = 26,
        colour: str = "ink",
        *,
        plate: int = 0,
        plate_colour: str = "paper",
        drawing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._size, self._colour = name, size, colour
        self._plate, self._plate_colour, self._drawing = plate, plate_colour, drawing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.broadcast.theme_changed.connect(self._look_changed)

    def swap(self, name: str, colour: str | None = None) -> None:
        """Show another icon, in another colour if one is given."""
        self._name, self._colour = name, colour or self._colour
        self._look_changed()

    def sizeHint(self) -> QSize:
        if self._plate:
            side = self._plate_side()
            return QSize(side, side)
        pixmap = self._pixmap()
        return (pixmap.size() / pixmap.devicePixelRatio()).expandedTo(QSize(1, 1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        if self._plate:
            painting.rounded(
                painter, QRectF(self.rect()), look.px(painting.RADIUS_BUTTON), look.colour(self._plate_colour)
            )
        pixmap = self._pixmap()
        size = pixmap.size() / pixmap.devicePixelRatio()
        painter.drawPixmap((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, pixmap)

    def _pixmap(self) -> QPixmap:
        look = theme.current()
        return icon_pixmap(self._name, look.px(self._size) if self._drawing else look.icon(self._size), self._colour)

    def _plate_side(self) -> int:
        look = theme.current()
        return look.icon(self._size) + look.px(self._plate - self._size)

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()
