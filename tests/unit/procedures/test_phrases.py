"""Words are found whole, the longest first, accents and capitals as they are written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.procedures.phrases import Phrases

KNOWN = Phrases(
    (form, form)
    for form in ("avis", "avis d'imposition", "RIB", "Caf", "ayant droit", "pré-demande", "impôts", "connectez", "CAS")
)


def found(text: str) -> list[str]:
    return [piece for piece, _ in KNOWN.found_in(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Prenez l'avis d'imposition.", ["avis d'imposition"]),
        ("Prenez l’avis d’imposition.", ["avis d’imposition"]),
        ("Un avis\u00a0d'imposition", ["avis\u00a0d'imposition"]),
        ("Un avis d'imposition, un avis", ["avis d'imposition", "avis"]),
        ("Des devis", []),
        ("La pré-demande", ["pré-demande"]),
        ("La demande", []),
        ("Les impots", []),
        ("Votre RIB", ["RIB"]),
        ("un rib", []),
        ("en cas de vol", []),
        ("le CAS", ["CAS"]),
        ("la CAF", ["CAF"]),
        ("Connectez-vous", ["Connectez"]),
        ("Les Impo\u0302ts", ["Impôts"]),
        ("", []),
    ],
)
def test_known_words_are_found_where_they_stand(text: str, pieces: list[str]) -> None:
    assert found(text) == pieces


@given(st.text(max_size=200))
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    text, place = unicodedata.normalize("NFC", text), 0
    for piece in found(text):
        place = text.index(piece, place) + len(piece)


@given(
    st.text("abc ", max_size=30), st.sampled_from(["avis d'imposition", "ayant droit"]), st.text("abc ", max_size=30)
)
def test_a_known_word_is_found_between_any_others(before: str, word: str, after: str) -> None:
    assert word in found(f"{before} {word} {after}")
