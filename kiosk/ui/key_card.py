"""The mediator's four keys on one printed page, to stand beside the keyboard. Works without a screen.

Always in French and in the normal colours: it is paper for the post's staff, whoever sits there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kiosk.ui import words
from kiosk.ui.millimetres import height_of, say
from kiosk.ui.pdf_file import Size, colour, drawn

TITLE = "Côte à Côte : les touches du médiateur"
BELOW = "Rendre la main et frein marchent aussi sur le clavier de l'usager."


@dataclass(frozen=True)
class _Key:
    """`grounds`: whose the wheel is then, as on the screen."""

    name: str
    wish: str
    sentence: str
    grounds: tuple[str, ...]


def write(path: Path, take: str, give: str, both: str, brake: str) -> None:
    """One page, A5, landscape. The keys as the configuration names them. Raises SheetNotWrittenError."""
    keys = (
        _Key(take, "Prendre la main", "Vous conduisez.\nL'usager regarde.", ("orange",)),
        _Key(give, "Rendre la main", "L'usager conduit.\nVous montrez.", ("blue",)),
        _Key(both, "Conduire ensemble", "Vous deux,\nchacun votre tour.", ("blue", "orange")),
        _Key(brake, "Frein", "Tout s'arrête.\nRien n'est envoyé.", ("ink",)),
    )
    with drawn(path, Size.A5, TITLE, landscape=True) as (painter, _):
        _paint(painter, keys)


# --- painting, in millimetres -------------------------------------------------------------------------------------

_WIDTH, _HEIGHT = 210.0, 148.0
_MARGIN = 12.0
_GAP = 5.0
_TOP = 36.0
_BOTTOM = 25.0
_BAND = 38.0
_CAP = 27.0
_RADIUS = 4.0
_PADDING = 5.0


def _paint(painter: QPainter, keys: tuple[_Key, ...]) -> None:
    name, _, subject = TITLE.partition(" : ")
    inner = _WIDTH - 2 * _MARGIN
    say(painter, QRectF(_MARGIN, 11, inner, 7), name, 5, 400, colour="ink_2")
    say(painter, QRectF(_MARGIN, 16.5, inner, 14), subject[0].upper() + subject[1:], 10, 700)
    width = (inner - _GAP) / 2
    height = (_HEIGHT - _TOP - _BOTTOM - _GAP) / 2
    for place, key in enumerate(keys):
        x = _MARGIN + place % 2 * (width + _GAP)
        y = _TOP + place // 2 * (height + _GAP)
        _paint_key(painter, QRectF(x, y, width, height), key)
    foot = QRectF(_MARGIN, _HEIGHT - _BOTTOM + 5, inner, 10)
    say(painter, foot, BELOW, 5.2, 700, align=Qt.AlignmentFlag.AlignVCenter)


def _paint_key(painter: QPainter, place: QRectF, key: _Key) -> None:
    """The key on its driver's colour, the words on white: they are read in any light and on any printer."""
    band = QRectF(place.x(), place.y(), _BAND, place.height())
    _paint_band(painter, place, band, key.grounds)
    painter.setPen(QPen(colour("ink"), 0.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, _RADIUS, _RADIUS)
    cap = QRectF(0, 0, _CAP, _CAP)
    cap.moveCenter(band.center())
    _paint_cap(painter, cap, words.key_name(key.name))
    beside = QRectF(band.right() + _PADDING, place.y(), place.right() - band.right() - 1.4 * _PADDING, place.height())
    wish, sentence = height_of(key.wish, 7.2, 700, beside.width()), height_of(key.sentence, 4.6, 400, beside.width())
    between = 1.5
    beside.setTop(place.center().y() - (wish + between + sentence) / 2)
    say(painter, beside, key.wish, 7.2, 700)
    say(painter, beside.adjusted(0, wish + between, 0, 0), key.sentence, 4.6, 400)


def _paint_band(painter: QPainter, place: QRectF, band: QRectF, grounds: tuple[str, ...]) -> None:
    card = QPainterPath()
    card.addRoundedRect(place, _RADIUS, _RADIUS)
    part = band.width() / len(grounds)
    painter.setPen(Qt.PenStyle.NoPen)
    for number, ground in enumerate(grounds):
        strip = QPainterPath()
        strip.addRect(QRectF(band.x() + number * part, band.y(), part, band.height()))
        painter.fillPath(card.intersected(strip), colour(ground))


def _paint_cap(painter: QPainter, place: QRectF, name: str) -> None:
    """A key as it is on a keyboard: a lower edge, a top, its name."""
    painter.setPen(QPen(colour("ink"), 0.5))
    painter.setBrush(colour("paper_2"))
    painter.drawRoundedRect(place, 3.4, 3.4)
    top = place.adjusted(1.8, 1.2, -1.8, -3.6)
    painter.setPen(QPen(colour("edge"), 0.3))
    painter.setBrush(colour("surface"))
    painter.drawRoundedRect(top, 2.6, 2.6)
    say(
        painter, top.adjusted(2, 0, -2, 0), name, 10 if len(name) <= 3 else 4.6, 700, align=Qt.AlignmentFlag.AlignCenter
    )
