"""Words on printed paper with **bold** ones and `commands` among them, measured before they are drawn.

For the post's own sheets. Knows fonts and the normal colours; knows no sheet.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextDocument, QTextOption

from kiosk.ui import theme
from kiosk.ui.pdf_file import colour
from kiosk.ui.screens.guide_text import typeset

_FINE = 100


class Text:
    """`size` and `width` in millimetres; `families`: others than the theme's."""

    def __init__(
        self,
        text: str,
        size: float,
        weight: int,
        tint: str = "ink",
        width: float = 1000.0,
        *,
        families: Sequence[str] = (),
        typed: bool = False,
    ) -> None:
        """`typed`: as it is to be typed, every space of it."""
        font = QFont([*families, *theme.families()])
        font.setPixelSize(round(size * _FINE))
        font.setWeight(QFont.Weight(weight))
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(font)
        self._document.setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        if typed:
            marked = html.escape(text, quote=False).replace(" ", "\u00a0")
        else:
            marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(typeset(text), quote=False))
            marked = re.sub(r"`(.+?)`", r"<b>\1</b>", marked)
        self._document.setHtml(f'<div style="color:{colour(tint).name()}">{marked}</div>')
        self._document.setTextWidth(width * _FINE)
        self.height = self._document.size().height() / _FINE

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.translate(QPointF(x, y))
        painter.scale(1 / _FINE, 1 / _FINE)
        self._document.drawContents(painter)
        painter.restore()
