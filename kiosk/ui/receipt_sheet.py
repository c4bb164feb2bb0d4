"""The receipt on paper: one A5 sheet, in the person's language, the official names in French.

Made in memory and handed on as a PDF; nothing is written anywhere. Knows what a receipt holds, and no printer.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QBuffer, QDate, QIODevice, QLineF, QLocale, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from kiosk import languages
from kiosk.documents.desk.receipt import ReceiptFacts, numbers_whole
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.millimetres import height_of, say
from kiosk.ui.palette import NORMAL

_RESOLUTION = 600
_DOTS_PER_MM = _RESOLUTION / 25.4
_WIDTH, _HEIGHT = 148.0, 210.0
_MARGIN = 13.0
_INNER = _WIDTH - 2 * _MARGIN
_FOOT = 14.0
_BODY = 5.0
"""14 points, the least that easy French asks for."""


def draw(facts: ReceiptFacts, today: date) -> bytes:
    """The sheet as a PDF; more than one page only when the words need it."""
    theme.load_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(translate("Receipt", "Votre reçu"))
    writer.setCreator("Côte à Côte")
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_DOTS_PER_MM, _DOTS_PER_MM)
    _fill(_Sheet(painter, writer), facts, today)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def _fill(sheet: _Sheet, facts: ReceiptFacts, today: date) -> None:
    sheet.words(translate("Receipt", "Ce que vous avez fait le %1").replace("%1", _in_full(today)), _BODY, 400, "ink_2")
    sheet.words(facts.title, 8, 700)
    if facts.official:
        sheet.words(isolate(facts.official), _BODY, 400)
    if facts.service:
        sheet.words(isolate(facts.service), _BODY, 600)
    _list(sheet, translate("Receipt", "Aujourd'hui"), "✓", facts.done)
    if facts.numbers:
        sheet.heading(translate("Receipt", "Vos numéros, à garder"))
        for number in facts.numbers:
            sheet.number(number)
    _list(sheet, translate("Receipt", "Et après\u00a0?"), "•", facts.after)
    _list(sheet, translate("Receipt", "Une question ? Appelez"), "", (facts.call,) if facts.call.strip() else ())


def _list(sheet: _Sheet, heading: str, mark: str, rows: tuple[str, ...]) -> None:
    if rows:
        sheet.heading(heading)
    for row in rows:
        sheet.row(mark, numbers_whole(row))


def _in_full(day: date) -> str:
    """« 2 mars 2026 », with the digits that the official papers have, in every language."""
    locale = QLocale(languages.described(theme.current().appearance.language).locale)
    return locale.toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def _is_rtl() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


class _Sheet:
    """Blocks one under the other, in millimetres; a block that has no room begins another page."""

    def __init__(self, painter: QPainter, writer: QPdfWriter) -> None:
        self._painter = painter
        self._writer = writer
        self._begin_page()

    def words(self, text: str, size: float, weight: int, colour: str = "ink") -> None:
        needed = height_of(text, size, weight, _INNER)
        self._make_room(needed)
        self._say(QRectF(_MARGIN, self._y, _INNER, needed), text, size, weight, colour)
        self._y += needed + 1.5

    def heading(self, text: str) -> None:
        # Never alone at the foot of a page.
        self._make_room(24)
        self._y += 3
        self._painter.setPen(QPen(QColor(NORMAL["edge"]), 0.3))
        self._painter.drawLine(QLineF(_MARGIN, self._y, _WIDTH - _MARGIN, self._y))
        self._y += 2.5
        self.words(text, 5.4, 700)

    def row(self, mark: str, text: str) -> None:
        indent = 7.0 if mark else 0.0
        needed = height_of(text, _BODY, 400, _INNER - indent)
        self._make_room(needed)
        start = _MARGIN if self._rtl else _MARGIN + indent
        self._say(QRectF(start, self._y, _INNER - indent, needed), text, _BODY, 400)
        self._say(
            QRectF(_WIDTH - _MARGIN - indent if self._rtl else _MARGIN, self._y, indent, needed), mark, _BODY, 700
        )
        self._y += needed + 1.2

    def number(self, text: str) -> None:
        """In a box, left to right in every language: it is copied sign by sign."""
        size = 7.0
        while size > 4 and height_of("0", size, 700, 1e3) * 1.5 < height_of(text, size, 700, _INNER - 10):
            size -= 0.5
        words = height_of(text, size, 700, _INNER - 10)
        self._make_room(words + 7)
        box = QRectF(_MARGIN, self._y, _INNER, words + 5)
        self._painter.setPen(QPen(QColor(NORMAL["ink"]), 0.5))
        self._painter.drawRoundedRect(box, 2.5, 2.5)
        inside = box.adjusted(5, 0, -5, 0)
        self._painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        say(self._painter, inside, text, size, 700, align=Qt.AlignmentFlag.AlignCenter)
        self._y += words + 7

    @property
    def _rtl(self) -> bool:
        return _is_rtl()

    def _say(self, place: QRectF, text: str, size: float, weight: int, colour: str = "ink") -> None:
        self._painter.setLayoutDirection(QGuiApplication.layoutDirection())
        say(self._painter, place, text, size, weight, colour=colour)

    def _make_room(self, needed: float) -> None:
        if self._y + needed > _HEIGHT - _MARGIN - _FOOT:
            self._writer.newPage()
            self._begin_page()

    def _begin_page(self) -> None:
        self._y = _MARGIN
        kept = translate("Receipt", "Ce papier est à vous. Ce poste ne garde rien.")
        self._say(QRectF(_MARGIN, _HEIGHT - _MARGIN - 6, _INNER, 6), kept, 4.4, 400, "ink_2")
