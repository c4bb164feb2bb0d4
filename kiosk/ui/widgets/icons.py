"""Icons and drawings from `assets/icons`, in the theme's colours, sharp on every screen.

Line icons take one colour. Drawings (logo, two people) carry the normal palette's values and are recoloured by value,
so that the files stay pictures that anyone can open.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui import theme
from kiosk.ui.palette import NORMAL

FALLBACK = "file-text"
THIN_FROM = 40

# What has a direction of reading or of leaving is mirrored in Arabic; nothing else is.
MIRRORED = frozenset({"arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "log-out", "log-in"})


def icon_pixmap(name: str, size: int, colour: QColor | str = "ink") -> QPixmap:
    """The icon `name`, `size` logical pixels high, in a colour or a token's name.

    Its width follows the drawing. An unknown name shows a sheet of paper.
    """
    look = theme.current()
    tint = look.colour(colour) if isinstance(colour, str) else colour
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen else 1.0
    contrast = look.appearance.contrast
    return _render(name, size, tint.name(), ratio, mirrored=look.rtl and name in MIRRORED, contrast=contrast)


@lru_cache(maxsize=512)
def _render(name: str, size: int, colour: str, ratio: float, *, mirrored: bool, contrast: str) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name, size, colour, contrast).encode()))
    natural = QSizeF(renderer.defaultSize())
    width = size * natural.width() / natural.height()
    pixmap = QPixmap(round(width * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    if mirrored:
        pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _source(name: str, size: int, colour: str, contrast: str) -> str:
    folder = theme.ASSETS / "icons"
    path = folder / f"{name}.svg"
    if not path.is_file():
        path = folder / f"{FALLBACK}.svg"
    svg = path.read_text(encoding="utf-8")
    if "currentColor" in svg:
        if size >= THIN_FROM:
            svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
        return svg.replace("currentColor", colour)
    if contrast == "high":
        look = theme.current()
        for token, value in NORMAL.items():
            svg = svg.replace(value, look.colour(token).name())
    return svg
