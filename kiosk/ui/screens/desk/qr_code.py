"""A QR code for a phone: crisp squares on white, whatever the contrast, with the quiet zone that readers need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import painting

Modules = tuple[tuple[bool, ...], ...]
QUIET = 4
_SIDE = 360


class QrCode(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._modules: Modules = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Desk", "Carré à montrer à l'appareil photo du téléphone"))

    def show_modules(self, modules: Modules) -> None:
        self._modules = modules
        self.updateGeometry()
        self.update()

    @property
    def module_pixels(self) -> int:
        """Device pixels of one square: whole, so that none is blurred."""
        count = len(self._modules) + 2 * QUIET
        ratio = self.devicePixelRatioF()
        return max(1, -(-round(theme.current().px(_SIDE) * ratio) // count))

    def sizeHint(self) -> QSize:
        if not self._modules:
            side = theme.current().px(_SIDE)
        else:
            ratio = self.devicePixelRatioF()
            side = round((len(self._modules) + 2 * QUIET) * self.module_pixels / ratio)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        white, black = QColor(Qt.GlobalColor.white), QColor(Qt.GlobalColor.black)
        painting.smooth(painter)
        radius = look.px(painting.RADIUS_TILE)
        painting.rounded(painter, QRectF(self.rect()), radius, white, border=look.line, border_width=look.px(2))
        if not self._modules:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        side = self.module_pixels
        for row, line in enumerate(self._modules):
            for column, dark in enumerate(line):
                if dark:
                    painter.fillRect(QRect((column + QUIET) * side, (row + QUIET) * side, side, side), black)
