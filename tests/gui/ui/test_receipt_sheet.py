"""The printed receipt: an A5 PDF with all its words, in the person's language and direction, however long it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from kiosk.documents.desk.receipt import LONGEST_NUMBER, MOST_NUMBERS, ReceiptFacts
from kiosk.languages import codes
from kiosk.procedures.model import Language
from kiosk.session.messages import Appearance
from kiosk.ui import i18n, theme
from kiosk.ui.receipt_sheet import draw

DAY = date(2026, 3, 2)
# Numbers without an A: Qt draws that letter of the bold font, and forgets to say in the PDF which letter it is.
FACTS = ReceiptFacts(
    title="Demander la prime d'activité",
    service="Caisse d'allocations d'exercice",
    done=("Toutes les étapes sont faites.",),
    candidates=("NE-PAS-GARDER",),
    after=("La réponse arrive dans 2 mois.",),
    call="La Caisse 32 30",
    numbers=("DE-123-456",),
)
A5_MM = (148, 210)


@contextmanager
def opened(content: bytes) -> Iterator[QPdfDocument]:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.status() is QPdfDocument.Status.Ready
    yield document
    document.close()


def words(content: bytes) -> str:
    with opened(content) as document:
        pages = (document.getAllText(page).text() for page in range(document.pageCount()))
        return " ".join(" ".join(pages).split())


def speak(app: QApplication, language: Language) -> None:
    i18n.install(app, language)
    theme.apply(app, theme.make_theme(1280, 800, Appearance(language=language)))


def test_the_sheet_is_a5_and_says_all_that_was_chosen_and_nothing_else() -> None:
    content = draw(FACTS, DAY)
    with opened(content) as document:
        assert document.pageCount() == 1
        size = document.pagePointSize(0)
        assert (round(size.width() / 72 * 25.4), round(size.height() / 72 * 25.4)) == A5_MM
    said = words(content)
    for text in (FACTS.title, FACTS.service, "2 mars 2026", "DE-123-456", *FACTS.done, *FACTS.after, FACTS.call):
        assert text in said
    assert "NE-PAS-GARDER" not in said


@pytest.mark.parametrize("language", codes())
def test_the_official_names_and_the_numbers_are_there_in_every_language(qapp: QApplication, language: Language) -> None:
    speak(qapp, language)
    said = words(draw(replace(FACTS, title="منحة النشاط", official="Demander la prime d'activité"), DAY))
    assert "Demander la prime d'activité" in said
    assert "Caisse d'allocations d'exercice" in said
    assert "DE-123-456" in said
    assert "2026" in said


def test_a_receipt_with_too_many_words_takes_another_page_and_loses_none() -> None:
    numbers = tuple(str(number) * LONGEST_NUMBER for number in range(1, MOST_NUMBERS + 1))
    after = tuple(f"{mark} " + "Un mot après l'autre. " * 16 for mark in ("Un", "Deux", "Trois", "Quatre"))
    content = draw(replace(FACTS, numbers=numbers, after=after), DAY)
    with opened(content) as document:
        assert document.pageCount() > 1
    said = words(content)
    assert all(number in said.replace(" ", "") for number in numbers)
    assert all(f"{mark} Un mot" in said for mark in ("Un", "Deux", "Trois", "Quatre"))
    assert FACTS.call in said


def test_an_empty_receipt_is_still_a_sheet() -> None:
    with opened(draw(ReceiptFacts("", "", (), (), (), ""), DAY)) as document:
        assert document.pageCount() == 1
