"""A paper as pixels: shown as large as its place allows, never cut, never mirrored.

Knows raw pixels only: no format is parsed here. `forget` drops them.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.documents.paper import Picture
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import icon_pixmap, painting
from kiosk.ui.widgets.paragraph import Paragraph

_MARGIN = 8


def image_of(picture: Picture) -> QImage:
    """A copy of its own, laid out as the screen is: four bytes a pixel, blue first.

    Qt would convert a large picture in threads of its own, which then sleep with pieces of the paper on their stacks.
    """
    pixels = bytearray(b"\xff") * (4 * picture.width * picture.height)
    for place, colour in enumerate((2, 1, 0)):
        pixels[place::4] = picture.rgb[colour::3]
    return QImage(pixels, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGB32).copy()


class PaperView(QWidget):
    """One paper, or the drawing of a sheet while there is none. `set_working` says that it is about to change."""

    def __init__(self, nothing: str = "file-text", parent: QWidget | None = None) -> None:
        """`nothing`: the icon that stands there while there is no paper."""
        super().__init__(parent)
        self._nothing = nothing
        self._picture: Picture | None = None
        self._image = QImage()
        self._scaled = QPixmap()
        self._working = False
        self._words = Paragraph(translate("Desk", "Un instant…"), 22, 600, "centre")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Desk", "Image du papier"))

    @property
    def empty(self) -> bool:
        return self._picture is None

    def show_picture(self, picture: Picture | None) -> None:
        if picture == self._picture:
            return
        self._picture = picture
        self._image = image_of(picture) if picture is not None else QImage()
        self._scaled = QPixmap()
        self.update()

    def set_working(self, on: bool) -> None:
        if on != self._working:
            self._working = on
            self.setAccessibleDescription(self._words.text if on else "")
            self.update()

    def forget(self) -> None:
        self.show_picture(None)

    def paper_rect(self) -> QRectF:
        """Where the paper is painted; as tall as an A4 sheet when there is none."""
        look = theme.current()
        margin = look.px(_MARGIN)
        place = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        wanted = QSize(210, 297) if self._image.isNull() else self._image.size()
        share = min(place.width() / wanted.width(), place.height() / wanted.height())
        width, height = wanted.width() * share, wanted.height() * share
        return QRectF(place.center().x() - width / 2, place.center().y() - height / 2, width, height)

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(420), look.px(560))

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(240), look.px(260))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        rect = self.paper_rect()
        if self._image.isNull():
            self._paint_nothing(painter, rect)
        else:
            painter.drawPixmap(rect.toAlignedRect().topLeft(), self._fitted(rect))
            painter.setPen(QPen(look.line_strong, look.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
        if self._working:
            self._paint_working(painter, rect)

    def _fitted(self, rect: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(rect.width() * ratio)), max(1, round(rect.height() * ratio)))
        if self._scaled.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._scaled = QPixmap.fromImage(scaled)
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    def _paint_nothing(self, painter: QPainter, rect: QRectF) -> None:
        look = theme.current()
        radius = look.px(painting.RADIUS_TILE)
        painting.rounded(painter, rect, radius, look.paper_2, border=look.outline, border_width=look.px(2))
        if self._working:
            return
        icon = icon_pixmap(self._nothing, look.px(128), look.blue)
        size = icon.deviceIndependentSize()
        painter.drawPixmap(QPointF(rect.center().x() - size.width() / 2, rect.center().y() - size.height() / 2), icon)

    def _paint_working(self, painter: QPainter, rect: QRectF) -> None:
        """A band over the paper: it stays to be seen."""
        look = theme.current()
        width = max(1, round(min(rect.width(), self._words.natural_width() + look.px(48))))
        height = self._words.height(width) + look.px(28)
        band = QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height)
        painting.rounded(painter, band, look.px(painting.RADIUS_BUTTON), look.ink)
        self._words.paint(painter, band.x(), band.y() + look.px(14), width, look.surface)
