"""How shapes are painted: rounded faces with a lower edge, which says "this can be pressed"."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

RADIUS_FIELD = 8
RADIUS_BUTTON = 12
RADIUS_TILE = 16
RADIUS_MODAL = 24


def smooth(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    *,
    border: QColor | None = None,
    border_width: float = 0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose border lies inside `rect`."""
    half = border_width / 2 if border is not None else 0
    painter.setBrush(QBrush(fill) if fill else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(border, border_width)
        if dashed:
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def face_with_edge(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    edge_height: float,
    fill: QColor,
    edge: QColor,
    border: QColor | None = None,
    border_width: float = 0,
    sunk: float = 0,
) -> QRectF:
    """A pressable face: the edge below, the face above it, `sunk` pixels down while pressed. Returns the face."""
    body = rect.adjusted(0, 0, 0, -edge_height)
    rounded(painter, body.translated(0, edge_height), radius, edge)
    face = body.translated(0, sunk)
    rounded(painter, face, radius, fill, border=border, border_width=border_width)
    return face
