"""The mediator's four keys on one printed page, to stand beside the keyboard. Works without a screen.

Always in French and in the normal colours: it is paper for the post's staff, whoever sits there.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
)

from kiosk.errors import KioskError
from kiosk.ui import theme
from kiosk.ui.palette import NORMAL

TITLE = "Côte à Côte : les touches du médiateur"
BELOW = "Rendre la main et frein marchent aussi sur le clavier de l'usager."
_RESOLUTION = 1200
_DOTS_PER_MM = _RESOLUTION / 25.4
_NAMES = {"Scroll_Lock": "Arrêt défil", "Print": "Impr écran"}


class CardNotWrittenError(KioskError):
    code = "E-103"
    what = "La carte des touches ne peut pas être écrite."
    kept = "Rien n'a changé sur le poste."
    todo = "Choisissez un autre dossier."


@dataclass(frozen=True)
class _Key:
    name: str
    wish: str
    sentence: str
    grounds: tuple[str, ...]
    words: str = "ink"


def write(path: Path, take: str, give: str, both: str, brake: str) -> None:
    """One page, A5, landscape. The keys as the configuration names them. Raises CardNotWrittenError."""
    _ensure_application()
    theme.load_fonts()
    keys = (
        _Key(take, "Prendre la main", "Vous conduisez. L'usager regarde.", ("orange",)),
        _Key(give, "Rendre la main", "L'usager conduit. Vous montrez.", ("blue",), "surface"),
        _Key(both, "Conduire ensemble", "Les deux souris et les deux claviers marchent.", ("blue", "orange")),
        _Key(brake, "Frein", "Tout s'arrête. Rien n'est envoyé.", ("ink",), "surface"),
    )
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
_TOP = 33.0
_BOTTOM = 24.0
_CAP = 25.0


def _paint(painter: QPainter, keys: tuple[_Key, ...]) -> None:
    title, colon, rest = TITLE.partition(" : ")
    assert colon
    _say(painter, QRectF(_MARGIN, 9, _WIDTH - 2 * _MARGIN, 8), title, 5.2, 600, "ink_2")
    _say(painter, QRectF(_MARGIN, 15, _WIDTH - 2 * _MARGIN, 14), rest[0].upper() + rest[1:], 9.6, 700, "ink")
    width = (_WIDTH - 2 * _MARGIN - _GAP) / 2
    height = (_HEIGHT - _TOP - _BOTTOM - _GAP) / 2
    for place, key in enumerate(keys):
        x = _MARGIN + place % 2 * (width + _GAP)
        y = _TOP + place // 2 * (height + _GAP)
        _paint_key(painter, QRectF(x, y, width, height), key)
    foot = QRectF(_MARGIN, _HEIGHT - _BOTTOM + 4, _WIDTH - 2 * _MARGIN, 14)
    _say(painter, foot, BELOW, 5.2, 600, "ink", Qt.AlignmentFlag.AlignVCenter)


def _paint_key(painter: QPainter, place: QRectF, key: _Key) -> None:
    _paint_ground(painter, place, key.grounds)
    cap = QRectF(place.x() + 6, place.y() + 5.5, _CAP, _CAP)
    _paint_cap(painter, cap, _NAMES.get(key.name, key.name))
    wish = QRectF(cap.right() + 5, cap.y(), place.right() - cap.right() - 9, _CAP)
    _say(painter, wish, key.wish, 7.2, 700, key.words, Qt.AlignmentFlag.AlignVCenter)
    sentence = QRectF(place.x() + 6, cap.bottom() + 2.5, place.width() - 12, place.bottom() - cap.bottom() - 4)
    _say(painter, sentence, key.sentence, 4.6, 400, key.words)


def _paint_ground(painter: QPainter, place: QRectF, grounds: tuple[str, ...]) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(place, 4, 4)
    painter.save()
    painter.setClipPath(shape)
    part = place.width() / len(grounds)
    for number, ground in enumerate(grounds):
        painter.fillRect(QRectF(place.x() + number * part, place.y(), part, place.height()), _colour(ground))
    painter.restore()


def _paint_cap(painter: QPainter, place: QRectF, name: str) -> None:
    """A key as it is on a keyboard: a lower edge, a top, its name."""
    painter.setPen(QPen(_colour("ink"), 0.5))
    painter.setBrush(_colour("paper_2"))
    painter.drawRoundedRect(place, 3.4, 3.4)
    top = place.adjusted(1.8, 1.2, -1.8, -3.6)
    painter.setPen(QPen(_colour("edge"), 0.3))
    painter.setBrush(_colour("surface"))
    painter.drawRoundedRect(top, 2.6, 2.6)
    _say(painter, top, name, 10 if len(name) <= 3 else 4.6, 700, "ink", Qt.AlignmentFlag.AlignCenter)


def _say(
    painter: QPainter,
    place: QRectF,
    text: str,
    size: float,
    weight: int,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
) -> None:
    """`size` in millimetres. Fonts have whole sizes: they are set a hundred times too large, and scaled."""
    font = QFont(list(theme.FAMILIES))
    font.setPixelSize(round(size * 100))
    font.setWeight(QFont.Weight(weight))
    painter.save()
    painter.translate(QPointF(place.topLeft()))
    painter.scale(0.01, 0.01)
    painter.setFont(font)
    painter.setPen(_colour(colour))
    box = QRectF(0, 0, place.width() * 100, place.height() * 100)
    painter.drawText(box, int(align | Qt.TextFlag.TextWordWrap), text)
    painter.restore()


def _colour(name: str) -> QColor:
    return QColor(NORMAL[name])
