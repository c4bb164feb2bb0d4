"""The post's own printed sheets as PDF files, drawn in millimetres. Works without a screen; knows no sheet.

Always in the normal colours: it is paper for the wall, the desk and the staff, whoever sits at the post.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from kiosk.errors import KioskError
from kiosk.ui import theme
from kiosk.ui.palette import NORMAL

Size = QPageSize.PageSizeId
_RESOLUTION = 1200
_DOTS_PER_MM = _RESOLUTION / 25.4


class SheetNotWrittenError(KioskError):
    code = "E-103"
    what = "La feuille ne peut pas être écrite."
    kept = "Rien n'a changé sur le poste."
    todo = "Choisissez un autre dossier."


@contextlib.contextmanager
def drawn(path: Path, size: Size, title: str, *, landscape: bool = False) -> Iterator[tuple[QPainter, QPdfWriter]]:
    """A painter in millimetres on the first page; the writer turns the pages. Raises SheetNotWrittenError."""
    prepare()
    try:
        path.touch()
    except OSError as error:
        raise SheetNotWrittenError from error
    writer = QPdfWriter(str(path))
    writer.setResolution(_RESOLUTION)
    way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(QPageSize(size), way, QMarginsF()))
    writer.setTitle(title)
    writer.setCreator("Côte à Côte")
    painter = QPainter()
    if not painter.begin(writer):
        raise SheetNotWrittenError
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(_DOTS_PER_MM, _DOTS_PER_MM)
    yield painter, writer
    if not painter.end():
        raise SheetNotWrittenError


def prepare() -> None:
    """Fonts, which need an application: IT may type this over a line without a screen."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        prepare.kept = QGuiApplication(sys.argv[:1])  # type: ignore[attr-defined]
    theme.load_fonts()


def colour(name: str) -> QColor:
    return QColor(NORMAL[name])


def panel(painter: QPainter, place: QRectF, ground: str, radius: float, edge: str | None = None) -> None:
    """`ground` and `edge` are names of the palette."""
    painter.save()
    painter.setBrush(colour(ground))
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = painter.pen()
        pen.setColor(colour(edge))
        pen.setWidthF(0.4)
        painter.setPen(pen)
    painter.drawRoundedRect(place, radius, radius)
    painter.restore()


def icon(painter: QPainter, place: QRectF, name: str, tint: str = "ink") -> None:
    """A drawing of `assets/icons`, as large as fits in `place`, in its middle."""
    svg = (theme.ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", NORMAL[tint])
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.defaultSize()
    scale = min(place.width() / size.width(), place.height() / size.height())
    room = QRectF(0, 0, size.width() * scale, size.height() * scale)
    room.moveCenter(place.center())
    renderer.render(painter, room)
