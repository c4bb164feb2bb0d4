"""The mediators' guide and the poster as PDF files: whole, readable on paper, with the post's own keys and name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfDocument

from demonstration.pictures import PLACES
from kiosk.control.people import Action
from kiosk.ui import guide_book, poster
from kiosk.ui.palette import NORMAL
from kiosk.ui.pdf_file import SheetNotWrittenError
from kiosk.ui.screens.guide import FOLDER, TEXTS
from kiosk.ui.screens.guide_text import Pictured, read

KEYS = ("F2", "F4", "F7", "F8")

Opened = Callable[[Path], QPdfDocument]


@pytest.fixture
def opened(qapp: object) -> Iterator[Opened]:
    documents: list[QPdfDocument] = []

    def opened(file: Path) -> QPdfDocument:
        documents.append(QPdfDocument(None))
        assert documents[-1].load(str(file)) is QPdfDocument.Error.None_
        return documents[-1]

    yield opened
    for document in documents:
        document.close()


def words_of(document: QPdfDocument) -> list[str]:
    return [" ".join(document.getAllText(page).text().split()) for page in range(document.pageCount())]


def letters_of(text: str) -> str:
    """Without what a reader of PDF takes otherwise: spaces, and a hyphen at the end of a line."""
    return re.sub(r"[\s\-\x00-\x1f\ufffe]", "", text.replace("**", ""))


def test_the_book_says_all_that_the_guide_says(opened: Opened, tmp_path: Path) -> None:
    guide_book.write(tmp_path / "guide.pdf", *KEYS)
    said = letters_of("".join(words_of(opened(tmp_path / "guide.pdf"))))
    named = dict(zip((Action.TAKE, Action.GIVE, Action.BOTH, Action.BRAKE), KEYS, strict=True))
    for text in TEXTS.values():
        for section in read(text.read_text(encoding="utf-8"), named):
            wanted = [section.title, *(block.text for block in section.blocks if not isinstance(block, Pictured))]
            for one in wanted:
                assert letters_of(one) in said, one


def test_nothing_of_the_book_is_drawn_outside_of_its_page(opened: Opened, tmp_path: Path) -> None:
    guide_book.write(tmp_path / "guide.pdf", *KEYS)
    document = opened(tmp_path / "guide.pdf")
    size = QSize(420, 594)
    for page in range(document.pageCount()):
        picture = document.render(page, size)
        beside = [(x, y) for y in range(0, 594, 3) for x in (*range(0, 24, 3), *range(396, 420, 3))]
        beside += [(x, y) for x in range(0, 420, 3) for y in (*range(0, 24, 3), *range(582, 594, 3))]
        drawn = {picture.pixelColor(x, y).name() for x, y in beside if picture.pixelColor(x, y).alpha()}
        assert drawn <= {"#ffffff"}, f"page {page + 1}"


def test_no_page_of_the_book_is_nearly_blank(opened: Opened, tmp_path: Path) -> None:
    guide_book.write(tmp_path / "guide.pdf", *KEYS)
    document = opened(tmp_path / "guide.pdf")
    above_the_foot = 560
    for page in range(document.pageCount()):
        picture = document.render(page, QSize(420, 594))
        drawn = (
            y for y in range(above_the_foot, 0, -1) if any(picture.pixelColor(x, y).alpha() for x in range(30, 390, 4))
        )
        assert next(drawn) > 594 * 0.55, f"page {page + 1}"


def test_the_book_tells_where_each_part_begins(opened: Opened, tmp_path: Path) -> None:
    guide_book.write(tmp_path / "guide.pdf", *KEYS)
    pages = words_of(opened(tmp_path / "guide.pdf"))
    for text in list(TEXTS.values())[1:]:
        title = read(text.read_text(encoding="utf-8"), {})[0].title
        begins = next(number for number, words in enumerate(pages, 1) if words.startswith(title))
        assert f"page {begins} {title}" in pages[0]


def test_every_picture_of_the_guide_is_there_and_made_by_the_demonstration() -> None:
    named = {
        block.file
        for text in TEXTS.values()
        for section in read(text.read_text(encoding="utf-8"), {})
        for block in section.blocks
        if isinstance(block, Pictured)
    }
    assert named == {file.name for file in FOLDER.glob("*.png")}
    assert named == {place.name for places in PLACES.values() for place in places if place.parent == FOLDER}


@pytest.mark.parametrize(("paper", "points"), [("A4", (595, 842)), ("A3", (842, 1191))])
def test_the_poster_is_one_page_with_the_name_of_the_place(
    opened: Opened, tmp_path: Path, paper: str, points: tuple[int, int]
) -> None:
    poster.write(tmp_path / "poster.pdf", "Le Blosne", paper)
    document = opened(tmp_path / "poster.pdf")
    size = document.pagePointSize(0)
    assert (document.pageCount(), round(size.width()), round(size.height())) == (1, *points)
    (words,) = words_of(document)
    for said in ("Le Blosne", "Vos démarches en ligne, ici", "tout est effacé", "Venez quand même.", "English"):
        assert said in words
    picture = document.render(0, QSize(420, 594))
    colours = {picture.pixelColor(x, y).name() for x in range(0, 420, 2) for y in range(0, 594, 3)}
    assert {QColor(NORMAL[name]).name() for name in ("blue", "orange", "green", "paper")} <= colours


def test_the_longest_name_of_a_place_stays_beside_the_drawing(opened: Opened, tmp_path: Path) -> None:
    name = "Espace numérique du centre social et culturel intercommunal de Quelquepart-sur-X"
    poster.write(tmp_path / "poster.pdf", name)
    assert name in words_of(opened(tmp_path / "poster.pdf"))[0]


def test_a_sheet_that_cannot_be_written_is_said_in_french(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(SheetNotWrittenError):
        guide_book.write(tmp_path / "absent" / "guide.pdf", *KEYS)
    with pytest.raises(SheetNotWrittenError):
        poster.write(tmp_path / "absent" / "poster.pdf", "Ici")
