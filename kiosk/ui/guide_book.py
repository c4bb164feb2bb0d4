"""The mediators' guide on paper: the words and pictures of the guide on the screen, A4, to read away from the post.

Always in French, like the guide. No card is cut by the end of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from kiosk.control.people import Action
from kiosk.ui import words
from kiosk.ui.pdf_file import Size, colour, drawn, icon, panel, prepare
from kiosk.ui.printed_text import Text
from kiosk.ui.screens.guide import FOLDER, TEXTS
from kiosk.ui.screens.guide_text import Block, Item, Pictured, Said, Section, Words, read

TITLE = "Guide du médiateur"
_SUBTITLE = "Deux souris, deux claviers, un écran. À lire avant la première personne, et à garder près du poste."
_ICONS = {"driving": "mouse", "procedures": "list-checks", "papers": "files", "staff": "lock"}

# --- sizes, in millimetres ----------------------------------------------------------------------------------------

_WIDTH, _HEIGHT = 210.0, 297.0
_MARGIN = 14.0
_INNER = _WIDTH - 2 * _MARGIN
_BOTTOM = _HEIGHT - 15.0
_GAP = 4.0
_PADDING = 4.5
_PICTURE = 64.0
_BETWEEN = 6.0
_BODY, _HEADING, _PART = 4.1, 6.0, 9.0
_RADIUS = 3.0
_FINE = 100


@dataclass(frozen=True)
class _Piece:
    """Something that is drawn whole, at a place that the layout gives it."""

    height: float
    paint: Callable[[QPainter, float], None]


@dataclass
class _Page:
    pieces: list[tuple[float, _Piece]] = field(default_factory=list)
    filled: float = _MARGIN

    def takes(self, piece: _Piece, bottom: float) -> bool:
        return self.filled + piece.height <= bottom

    def add(self, piece: _Piece, gap: float = _GAP) -> None:
        self.pieces.append((self.filled, piece))
        self.filled += piece.height + gap


def write(path: Path, take: str, give: str, both: str, brake: str) -> None:
    """The keys as the configuration names them. Raises SheetNotWrittenError."""
    prepare()
    named = {Action.TAKE: take, Action.GIVE: give, Action.BOTH: both, Action.BRAKE: brake}
    keys = {action: words.key_name(key) for action, key in named.items()}
    parts = [(name, read(file.read_text(encoding="utf-8"), keys)) for name, file in TEXTS.items()]
    pages = _laid_out(parts)
    with drawn(path, Size.A4, f"Côte à Côte : {TITLE.lower()}") as (painter, writer):
        for number, page in enumerate(pages, 1):
            if number > 1:
                writer.newPage()
            for top, piece in page.pieces:
                piece.paint(painter, top)
            _foot(painter, number, len(pages))


# --- layout -------------------------------------------------------------------------------------------------------


def _laid_out(parts: Sequence[tuple[str, tuple[Section, ...]]]) -> list[_Page]:
    """The first page has the title and says where each part begins; every part begins a page."""
    pages: list[_Page] = []
    begins = {sections[0].title: 1 for _, sections in parts}
    for name, sections in parts:
        begins[sections[0].title] = len(pages) + 1
        opening = [(_part(name, sections[0]), 6.0)]
        if not pages:
            opening.insert(0, (_title(begins), 7.0))
        pages += _evenly(opening, [_card(section) for section in sections[1:]])
    return pages


def _evenly(opening: Sequence[tuple[_Piece, float]], cards: Sequence[_Piece]) -> list[_Page]:
    """On as few pages as they need, each about as full: a last page with a card or two looks like a mistake."""
    found = _filled(opening, cards, _BOTTOM)
    for bottom in range(int(_BOTTOM), int(_MARGIN), -2):
        pages = _filled(opening, cards, bottom)
        if len(pages) > len(found):
            break
        found = pages
    return found


def _filled(opening: Sequence[tuple[_Piece, float]], cards: Sequence[_Piece], bottom: float) -> list[_Page]:
    pages = [_Page()]
    for piece, gap in opening:
        pages[0].add(piece, gap)
    for card in cards:
        if not pages[-1].takes(card, bottom):
            pages.append(_Page())
        pages[-1].add(card)
    return pages


def _title(begins: Mapping[str, int]) -> _Piece:
    """`begins`: the page of each part, known when all is laid out."""
    name, more = Text(TITLE, 14, 700), Text(_SUBTITLE, _BODY, 400, "ink_2", _INNER - 40)
    line = Text("0", _BODY, 600).height + 1.5
    height = name.height + 2 + more.height + 4 + line * len(begins)

    def paint(painter: QPainter, top: float) -> None:
        icon(painter, QRectF(_WIDTH - _MARGIN - 26, top, 26, name.height), "logo")
        name.paint(painter, _MARGIN, top)
        more.paint(painter, _MARGIN, top + name.height + 2)
        for place, (part, page) in enumerate(begins.items()):
            y = top + name.height + 2 + more.height + 4 + place * line
            Text(f"page {page}", _BODY, 400, "ink_2").paint(painter, _MARGIN, y)
            Text(part, _BODY, 600).paint(painter, _MARGIN + 22, y)

    return _Piece(height, paint)


def _part(name: str, opening: Section) -> _Piece:
    """The part's name on ink, and what it says first."""
    title = Text(opening.title, _PART, 700, "surface")
    band = title.height + 6
    said = [Text(block.text, 4.8, 400, "ink", _INNER) for block in opening.blocks if isinstance(block, Words)]
    height = band + sum(3 + one.height for one in said)

    def paint(painter: QPainter, top: float) -> None:
        panel(painter, QRectF(_MARGIN, top, _INNER, band), "ink", _RADIUS)
        icon(painter, QRectF(_MARGIN + 5, top + band / 2 - 5, 10, 10), _ICONS[name], "surface")
        title.paint(painter, _MARGIN + 20, top + 3)
        below = top + band
        for one in said:
            one.paint(painter, _MARGIN, below + 3)
            below += 3 + one.height

    return _Piece(height, paint)


def _card(section: Section) -> _Piece:
    """As on the screen: the words, and the picture beside them."""
    image = next((_image(block) for block in section.blocks if isinstance(block, Pictured)), QImage())
    room = _INNER - 2 * _PADDING - (0 if image.isNull() else _PICTURE + _BETWEEN)
    column = [_Row(Text(section.title, _HEADING, 700, "ink", room), 2.5)]
    column += [row for block in section.blocks for row in _rows(block, room)]
    shot = 0.0 if image.isNull() else _PICTURE * image.height() / image.width()
    said = sum(row.height for row in column)
    height = max(said, shot) + 2 * _PADDING

    def paint(painter: QPainter, top: float) -> None:
        panel(painter, QRectF(_MARGIN, top, _INNER, height), "surface", _RADIUS, "line")
        y = top + _PADDING
        for row in column:
            row.paint(painter, _MARGIN + _PADDING, y)
            y += row.height
        if not image.isNull():
            place = QRectF(_WIDTH - _MARGIN - _PADDING - _PICTURE, top + _PADDING, _PICTURE, shot)
            painter.drawImage(place, image)
            painter.setPen(QPen(colour("line"), 0.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)

    return _Piece(height, paint)


def _rows(block: Block, room: float) -> Iterator[_Row]:
    match block:
        case Words(text):
            yield _Row(Text(text, _BODY, 400, "ink", room), 2)
        case Item(text):
            yield _Row(Text(text, _BODY, 400, "ink", room - 5), 1.6, "item")
        case Said(text):
            yield _Row(Text(text, _BODY, 600, "ink", room - 15), 2.4, "said", room)


@dataclass(frozen=True)
class _Row:
    """A text with its mark: none, a point, or the bubble of what is said aloud."""

    text: Text
    gap: float
    kind: str = "plain"
    room: float = 0.0

    @property
    def height(self) -> float:
        return self.text.height + self.gap + (5 if self.kind == "said" else 0)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        match self.kind:
            case "item":
                Text("•", _BODY, 700).paint(painter, x, y)
                self.text.paint(painter, x + 5, y)
            case "said":
                place = QRectF(x, y + 1, self.room, self.text.height + 4)
                panel(painter, place, "paper", _RADIUS)
                icon(painter, QRectF(x + 3, place.center().y() - 3, 6, 6), "message-square")
                self.text.paint(painter, x + 12, y + 3)
            case _:
                self.text.paint(painter, x, y)


def _image(block: Pictured) -> QImage:
    """Where a picture is missing, its words stand alone, as on the screen."""
    file = FOLDER / block.file
    return QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32) if file.is_file() else QImage()


def _foot(painter: QPainter, number: int, pages: int) -> None:
    text = Text(f"Côte à Côte : {TITLE.lower()}, page {number} sur {pages}", 3.5, 400, "ink_2")
    text.paint(painter, _MARGIN, _HEIGHT - 11)
