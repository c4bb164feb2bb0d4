"""The poster for the wall, beside the door: what the post is for, in easy French, to be read from three metres.

A4; larger paper takes the same drawing. It promises only what each post does, and bears nobody's official sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kiosk import languages
from kiosk.ui.millimetres import height_of, say
from kiosk.ui.pdf_file import Size, colour, drawn, icon, panel
from kiosk.ui.screens.guide_text import typeset

TITLE = "Vos démarches en ligne, ici"
BELOW = "On vous guide, pas à pas."
SIZES = {"A4": (Size.A4, 1.0), "A3": (Size.A3, 2**0.5)}
"""By name: the paper, and how much larger than A4 it is."""

# --- sizes, in millimetres of A4 ----------------------------------------------------------------------------------

_WIDTH, _HEIGHT = 210.0, 297.0
_MARGIN = 15.0
_INNER = _WIDTH - 2 * _MARGIN
_HEAD = 95.0
_BAND = 45.0
_GAP = 5.0
_FOOT = 33.0
_RADIUS = 5.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class _Band:
    icon: str
    ground: str
    ink: str
    words: str
    more: str


_BANDS = (
    _Band("list-checks", "blue", "surface", "Choisissez votre démarche", "Papiers, santé, famille, logement, travail…"),
    _Band("users", "orange", "ink", "Sans aide, ou à deux", "Un médiateur peut venir à côté de vous."),
    _Band("eraser", "green", "surface", "À la fin, tout est effacé", "Rien de vous ne reste sur le poste."),
)
_BRING = "Venez avec vos papiers et votre téléphone."
_WITHOUT = "Pas de mot de passe ? Venez quand même."


def write(path: Path, place: str, paper: str = "A4") -> None:
    """`place`: the name of the site. `paper`: one of SIZES. Raises SheetNotWrittenError."""
    size, scale = SIZES[paper]
    with drawn(path, size, f"Côte à Côte : {TITLE.lower()}") as (painter, _):
        painter.scale(scale, scale)
        _paint(painter, place)


def _paint(painter: QPainter, place: str) -> None:
    painter.fillRect(QRectF(0, 0, _WIDTH, _HEIGHT), colour("paper"))
    head = QRectF(_MARGIN, 10, _INNER - 45, 14)
    size = next((one for one in (6.5, 5.5, 4.5) if height_of(place, one, 600, head.width()) < 1.6 * one), 4.0)
    say(painter, head, place, size, 600, colour="ink_2", align=_MIDDLE)
    icon(painter, QRectF(_WIDTH - _MARGIN - 40, 12, 40, 29), "logo")
    say(painter, QRectF(_MARGIN, 24, _INNER - 20, 54), TITLE.replace(" en ", "\nen "), 18, 700)
    say(painter, QRectF(_MARGIN, 76, _INNER, 15), BELOW, 10, 600, colour="blue_deep")
    for number, band in enumerate(_BANDS):
        _paint_band(painter, QRectF(_MARGIN, _HEAD + number * (_BAND + _GAP), _INNER, _BAND), number + 1, band)
    _paint_foot(painter, _HEAD + len(_BANDS) * (_BAND + _GAP))


def _paint_band(painter: QPainter, place: QRectF, number: int, band: _Band) -> None:
    """The drawing on its colour, the words on white: they are read in any light and on any printer."""
    panel(painter, place, "surface", _RADIUS, "edge")
    square = QRectF(place.x(), place.y(), place.height(), place.height())
    panel(painter, square, band.ground, _RADIUS)
    icon(painter, square.adjusted(11, 11, -11, -11), band.icon, band.ink)
    beside = QRectF(square.right() + 8, place.y(), place.right() - square.right() - 14, place.height())
    words, more = typeset(f"{number}. {band.words}"), typeset(band.more)
    first, second = height_of(words, 8.8, 700, beside.width()), height_of(more, 6.6, 400, beside.width())
    beside.setTop(place.center().y() - (first + 2 + second) / 2)
    say(painter, beside, words, 8.8, 700)
    say(painter, beside.adjusted(0, first + 2, 0, 0), more, 6.6, 400)


def _paint_foot(painter: QPainter, top: float) -> None:
    place = QRectF(_MARGIN, top, _INNER, _FOOT)
    panel(painter, place, "mark_tint", _RADIUS, "mark")
    say(painter, QRectF(place.x() + 8, top, _INNER - 16, _FOOT / 2 + 2), _BRING, 7.4, 600, align=_MIDDLE)
    second = QRectF(place.x() + 8, top + _FOOT / 2 - 2, _INNER - 16, _FOOT / 2 + 2)
    say(painter, second, typeset(_WITHOUT), 7.4, 600, align=_MIDDLE)
    spoken = "   ·   ".join(one.name for one in languages.known().values())
    say(painter, QRectF(_MARGIN, place.bottom() + 3, _INNER, 10), spoken, 6.5, 600, colour="ink_2", align=_CENTRE)
