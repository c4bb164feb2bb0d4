"""A piece of text laid out and painted: words wrapped, `**bold**` leads, line height as the theme's, either direction.

Used by every widget that paints words itself, so that measuring and painting can never disagree.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kiosk.ui import theme

Align = Literal["start", "centre", "end"]
_UNBOUNDED = 100_000
_BOLD_MARK = "**"
_LINE_END = "\u2028"
_BOLD = 700
_NO_BREAK = "\u00a0"
_BEFORE_A_MARK = re.compile(r" (?=[:;?!»])")
_AFTER_A_QUOTE = re.compile(r"(?<=«) ")


def plain(text: str) -> str:
    """The text without its bold marks, as a screen reader must say it."""
    return text.replace(_BOLD_MARK, "")


def _held_together(text: str) -> str:
    """French sets blanks inside its quotation marks and before its colons: no line ends there. As long as before."""
    return _BEFORE_A_MARK.sub(_NO_BREAK, _AFTER_A_QUOTE.sub(_NO_BREAK, text))


def _line_height(size: float, *, arabic: bool) -> float:
    """Ems from line to line: tight for titles, open for what is read, and never so tight as to cut Arabic marks."""
    if arabic:
        return 1.3
    return 1.12 if size >= 46 else 1.18 if size >= 28 else 1.3


@dataclass(frozen=True)
class _Laid:
    layout: QTextLayout
    width: int
    height: int


class Paragraph:
    """One text in one size. Layouts are kept by width until the theme changes."""

    def __init__(self, text: str, size: float = 20, weight: int = 400, align: Align = "start") -> None:
        self.text = text
        self.size = size
        self.weight = weight
        self.align = align
        self._look: theme.Theme | None = None
        self._laid: dict[int, _Laid] = {}

    def natural_width(self) -> int:
        """The width on one line, in pixels."""
        return self._lay(_UNBOUNDED).width

    def least_width(self) -> int:
        """The width of the longest word: any narrower and a word would be broken."""
        return self._lay(1, QTextOption.WrapMode.WordWrap).width

    def height(self, width: int) -> int:
        return self._lay(width).height

    def even_width(self, width: int) -> int:
        """The narrowest column of as many lines as in `width`: lines of about one length, and no word left alone."""
        low, high = self.least_width(), width
        while low < high:
            middle = (low + high) // 2
            if self.height(middle) <= self.height(width):
                high = middle
            else:
                low = middle + 1
        return high

    def paint(self, painter: QPainter, x: float, y: float, width: int, colour: QColor) -> None:
        """Paint in a column of `width` at (x, y). `start` is the right-hand side in Arabic."""
        laid = self._lay(width)
        align = self.align
        if theme.current().rtl and align != "centre":
            align = "end" if align == "start" else "start"
        painter.setPen(colour)
        for index in range(laid.layout.lineCount()):
            line = laid.layout.lineAt(index)
            spare = width - line.naturalTextWidth()
            shift = {"start": 0.0, "centre": spare / 2, "end": spare}[align]
            line.draw(painter, QPointF(x + shift - line.x(), y))

    def _lay(self, width: int, mode: QTextOption.WrapMode | None = None) -> _Laid:
        look = theme.current()
        if look is not self._look:
            self._look = look
            self._laid.clear()
        key = -width if mode else width
        if key not in self._laid:
            self._laid[key] = self._laid_out(
                look, max(width, 1), mode or QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            )
        return self._laid[key]

    def _laid_out(self, look: theme.Theme, width: int, mode: QTextOption.WrapMode) -> _Laid:
        layout = self._layout(look.font(self.size, self.weight), mode)
        step = look.text(self.size) * _line_height(self.size, arabic=look.rtl)
        widest = 0.0
        y = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            # Fonts differ in ascent (Arabic is taller): centring each line in its step keeps the rhythm even.
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            widest = max(widest, line.naturalTextWidth())
            y += step
        layout.endLayout()
        return _Laid(layout, math.ceil(widest), math.ceil(y))

    def _layout(self, font: QFont, mode: QTextOption.WrapMode) -> QTextLayout:
        layout = QTextLayout(_held_together(plain(self.text)).replace("\n", _LINE_END), font)
        option = QTextOption()
        option.setWrapMode(mode)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(self._bold_ranges())
        return layout

    def _bold_ranges(self) -> list[QTextLayout.FormatRange]:
        ranges = []
        start = 0
        for index, part in enumerate(self.text.split(_BOLD_MARK)):
            if index % 2 and part:
                span = QTextLayout.FormatRange()
                span.start = start
                # Qt counts UTF-16 units.
                span.length = len(part.encode("utf-16-le")) // 2
                span.format = QTextCharFormat()
                span.format.setFontWeight(_BOLD)
                ranges.append(span)
            start += len(part.encode("utf-16-le")) // 2
        return ranges
