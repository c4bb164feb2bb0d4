"""Words on printed paper: where and how large in millimetres, whatever the painter's device.

For the post's own sheets. Knows fonts and the normal colours; knows no sheet.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kiosk.ui import theme
from kiosk.ui.palette import NORMAL

_FINE = 100


def say(
    painter: QPainter,
    place: QRectF,
    text: str,
    size: float,
    weight: int,
    *,
    colour: str = "ink",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
) -> None:
    """`size` in millimetres."""
    painter.save()
    painter.translate(QPointF(place.topLeft()))
    painter.scale(1 / _FINE, 1 / _FINE)
    painter.setFont(_font(size, weight))
    painter.setPen(QColor(NORMAL[colour]))
    box = QRectF(0, 0, place.width() * _FINE, place.height() * _FINE)
    painter.drawText(box, int(align | Qt.TextFlag.TextWordWrap), text)
    painter.restore()


def height_of(text: str, size: float, weight: int, width: float) -> float:
    box = QRectF(0, 0, width * _FINE, 1e6)
    measured = QFontMetricsF(_font(size, weight)).boundingRect(box, int(Qt.TextFlag.TextWordWrap), text)
    return measured.height() / _FINE


def _font(size: float, weight: int) -> QFont:
    """In hundredths of a millimetre: fonts have whole sizes."""
    font = QFont(theme.families())
    font.setPixelSize(round(size * _FINE))
    font.setWeight(QFont.Weight(weight))
    return font
