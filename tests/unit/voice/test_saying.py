"""What is written is said as people say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.voice.saying import said


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Demandez à la CAF.", "Demandez à la Caf."),
        ("Votre RIB", "Votre Rib"),
        ("L'APL et le RSA", "L'a pé elle et le erre esse a"),
        ("Un CDI", "Un cé dé i"),
        ("Moins de 5 Mo", "Moins de 5 méga-octets"),
        ("Vos mails", "Vos mèls"),
        ("Appelez le 0 805 204 805.", "Appelez le zéro, 805, 204, 805."),
        ("Appelez le 34 00.", "Appelez le 34, zéro zéro."),
        ("01 02 03 04 05", "zéro 1, zéro 2, zéro 3, zéro 4, zéro 5"),
        ("86 €", "86 euros"),
        ("1 200 euros", "1 200 euros"),
        ("à 14 h 30", "à 14 heures 30"),
        ("caf.fr", "caf point fr"),
        ("Cliquez sur « Continuer ».", "Cliquez sur Continuer ."),
    ],
)
def test_french_is_said_as_people_say_it(written: str, heard: str) -> None:
    assert said(written, "fr") == heard


def test_another_language_keeps_its_words() -> None:
    assert said("Ask the \u2068« CAF »\u2069 for the APL", "en") == "Ask the CAF for the APL"


@given(st.text(), st.sampled_from(["fr", "en", "ar"]))
def test_nothing_that_is_written_raises(text: str, language: str) -> None:
    assert "«" not in said(text, language)
