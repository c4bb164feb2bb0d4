"""The mediator's four keys on one printed page, to stand beside the keyboard. Works without a screen.

Always in French and in the normal colours: it is paper for the post's staff, whoever sits there.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
)

from kiosk.errors import KioskError
from kiosk.ui import theme, words
from kiosk.ui.millimetres import height_of, say
from kiosk.ui.palette import NORMAL

TITLE = "Côte à Côte : les touches du médiateur"
BELOW = "Rendre la main et frein marchent aussi sur le clavier de l'usager."
_RESOLUTION = 1200
_DOTS_PER_MM = _RESOLUTION / 25.4


class CardNotWrittenError(KioskError):
    code = "E-103"
    what = "La carte des touches ne peut pas être écrite."
    kept = "Rien n'a changé sur le poste."
    todo = "Choisissez un autre dossier."


@dataclass(frozen=True)
class _Key:
    """`grounds`: whose the wheel is then, as on the screen."""

    name: str
    wish: str
    sentence: str
    grounds: tuple[str, ...]


def write(path: Path, take: str, give: str, both: str, brake: str) -> None:
    """One page, A5, landscape. The keys as the configuration names them. Raises CardNotWrittenError."""
    _ensure_application()
    theme.load_fonts()
    keys = (
        _Key(take, "Prendre la main", "Vous conduisez.\nL'usager regarde.", ("orange",)),
        _Key(give, "Rendre la main", "L'usager conduit.\nVous montrez.", ("blue",)),
        _Key(both, "Conduire ensemble", "Vous deux,\nchacun votre tour.", ("blue", "orange")),
        _Key(brake, "Frein", "Tout s'arrête.\nRien n'est envoyé.", ("ink",)),
    )
    try:
        path.touch()
    except OSError as error:
        raise CardNotWrittenError from error
    writer = QPdfWriter(str(path))
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Landscape, QMarginsF())
    )
    writer.setTitle(TITLE)
    writer.setCreator("Côte à Côte")
    painter = QPainter()
    if not painter.begin(writer):
        raise CardNotWrittenError
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_DOTS_PER_MM, _DOTS_PER_MM)
    _paint(painter, keys)
    if not painter.end():
        raise CardNotWrittenError


def _ensure_application() -> None:
    """Fonts need one. IT may type this over a line without a screen."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _ensure_application.kept = QGuiApplication(sys.argv[:1])  # type: ignore[attr-defined]


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
    painter.setPen(QPen(_colour("ink"), 0.4))
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
        painter.fillPath(card.intersected(strip), _colour(ground))


def _paint_cap(painter: QPainter, place: QRectF, name: str) -> None:
    """A key as it is on a keyboard: a lower edge, a top, its name."""
    painter.setPen(QPen(_colour("ink"), 0.5))
    painter.setBrush(_colour("paper_2"))
    painter.drawRoundedRect(place, 3.4, 3.4)
    top = place.adjusted(1.8, 1.2, -1.8, -3.6)
    painter.setPen(QPen(_colour("edge"), 0.3))
    painter.setBrush(_colour("surface"))
    painter.drawRoundedRect(top, 2.6, 2.6)
    say(
        painter, top.adjusted(2, 0, -2, 0), name, 10 if len(name) <= 3 else 4.6, 700, align=Qt.AlignmentFlag.AlignCenter
    )


def _colour(name: str) -> QColor:
    return QColor(NORMAL[name])
