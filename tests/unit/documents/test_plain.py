"""Words from outside are one line of plain signs before any screen, file name or message has them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.documents.paper import LONGEST_TITLE, Paper
from kiosk.documents.plain import plain
from kiosk.sealed import Sealed


@pytest.fixture
def nothing() -> Sealed:
    content = Sealed.of(b"")
    content.close()
    return content


@pytest.mark.parametrize(
    ("untrusted", "line"),
    [
        ("Avis d'impôt 2024/2025", "Avis d'impôt 2024/2025"),
        ("  deux\n\tlignes\u2028et trois ", "deux lignes et trois"),
        ("facture\u202egpj.exe", "facturegpj.exe"),
        ("\u2066a\u2069\u200b\ufeffb", "ab"),
        ("\x1b[31mrouge\x00", "[31mrouge"),
        ("**gras** et * une", "*gras* et * une"),
        ("*\u200b*caché*\u200b*", "*caché*"),
        ("\ud800", ""),
        ("e" + "\u0301" * 40 + "t", "\u00e9\u0301\u0301t"),
        ("<b>mot</b>", "<b>mot</b>"),
    ],
)
def test_what_is_seen_stays_and_what_is_not_goes(untrusted: str, line: str) -> None:
    assert plain(untrusted, 80) == line


@given(st.text(max_size=300))
def test_whatever_comes_is_one_line_that_turns_nothing_round(untrusted: str) -> None:
    line = plain(untrusted, 80)
    assert len(line) <= 80
    assert line == line.strip()
    assert not any(unicodedata.category(sign)[0] == "C" for sign in line)
    assert "**" not in line
    assert len(line.splitlines()) <= 1


@given(st.text(max_size=300))
def test_a_paper_always_has_a_title_that_is_plain(untrusted: str) -> None:
    content = Sealed.of(b"")
    content.close()
    title = Paper(untrusted, "pdf", content).title
    assert title == plain(title, LONGEST_TITLE) != ""


def test_a_paper_without_a_title_is_called_a_paper(nothing: Sealed) -> None:
    assert Paper(" \u202e\n", "pdf", nothing).title == "Papier"
