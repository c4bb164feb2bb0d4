"""Syllables as people say them, and a score that falls when sentences or words get longer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.procedures.readability import score, syllables

_LETTERS = st.text("abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûüœ", min_size=1, max_size=25)
_WORDS = st.lists(_LETTERS, min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("le", 1), ("des", 1), ("eau", 1), ("page", 1), ("pages", 1), ("donnent", 1), ("mois", 1), ("août", 1)),
        *(("adresse", 2), ("oublié", 3), ("créer", 2), ("naïf", 2), ("Noël", 2), ("payer", 2), ("client", 2)),
        *(("argent", 2), ("paiement", 2), ("année", 2), ("poème", 2), ("quotient", 2), ("mangeons", 2), ("oiseau", 2)),
        *(("écrivez", 3), ("document", 3), ("téléphone", 3), ("préfecture", 3), ("ouvrier", 3), ("situation", 3)),
        *(("attestation", 4), ("allocataire", 4), ("immatriculation", 6), ("CAF", 1), ("e\u0301crivez", 3)),
    ],
)
def test_syllables_are_those_that_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


@given(_LETTERS)
def test_a_word_has_a_syllable_at_least_and_never_more_than_letters(word: str) -> None:
    assert 1 <= syllables(word) <= len(word)


@given(_LETTERS)
def test_capitals_change_no_syllable(word: str) -> None:
    assert syllables(word.upper().replace("SS", "ss")) == syllables(word)


@given(_WORDS, _WORDS)
def test_two_sentences_are_easier_than_the_same_words_in_one(first: list[str], second: list[str]) -> None:
    one, two = " ".join(first), " ".join(second)
    assert score(f"{one}. {two}.") > score(f"{one} {two}.")


@given(_WORDS)
def test_a_longer_word_is_never_easier(words: list[str]) -> None:
    text = " ".join(words)
    assert score(f"{text} immatriculation.") < score(f"{text} jour.")


def test_the_formula_is_kandel_and_moles(monkeypatch: pytest.MonkeyPatch) -> None:
    # Two sentences, six words, nine syllables: é-cri-vez votre nom, lis la page.
    assert score("Écrivez votre nom. Lisez la page.") == pytest.approx(207 - 1.015 * 3 - 73.6 * 9 / 6)


@pytest.mark.parametrize("text", ["", "...", "12 34 !"])
def test_a_text_without_words_is_not_hard(text: str) -> None:
    assert score(text) == 207
