"""The papers are valid PDF files: each object stands where the table says, and the accents survive."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kiosk.practice import papers
from kiosk.practice.pdf import Page

DAY = date(2025, 3, 1)
ROWS = [("Vous vivez", "En couple"), ("IBAN (exercice)", "FR76 \\ 9999")]


@pytest.mark.parametrize(
    "content",
    [
        papers.payment_certificate(DAY),
        papers.bonus_receipt("PA-123-456", ROWS, DAY),
        papers.prerequest_summary("TE-123-456", ROWS, DAY),
    ],
)
def test_every_paper_is_well_formed_and_says_that_it_has_no_value(content: bytes) -> None:
    assert content.startswith(b"%PDF-1.4\n")
    assert content.endswith(b"%%EOF\n")
    assert "DOCUMENT D'ENTRAÎNEMENT - SANS VALEUR".encode("cp1252") in content
    _check_table(content)


def test_parentheses_and_backslashes_are_text() -> None:
    assert rb"(IBAN \(exercice\)) Tj" in papers.bonus_receipt("PA-123-456", ROWS, DAY)
    assert rb"(FR76 \\ 9999) Tj" in papers.bonus_receipt("PA-123-456", ROWS, DAY)


def test_a_letter_that_the_font_lacks_does_not_break_the_page() -> None:
    page = Page("Essai")
    page.text(0, 0, "عربي")
    _check_table(page.to_bytes())


def test_the_certificate_is_about_the_month_before() -> None:
    assert "février 2025".encode("cp1252") in papers.payment_certificate(DAY)
    assert b"1er mars 2025" in papers.payment_certificate(DAY)


def _check_table(content: bytes) -> None:
    start = int(re.findall(rb"startxref\n(\d+)", content)[0])
    assert content[start:].startswith(b"xref\n")
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", content[start:])]
    for number, place in enumerate(places, start=1):
        assert content[place:].startswith(b"%d 0 obj" % number)
    length = int(re.findall(rb"/Length (\d+)", content)[0])
    drawing = content.split(b"stream\n", 1)[1].split(b"\nendstream", 1)[0]
    assert len(drawing) == length
