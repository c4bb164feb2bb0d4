"""People find their procedure by theme, by what others ask for, or by a few words badly typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.finding.matching import slips_of, words_of
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.loader import load

from .conftest import procedure

PACKAGED = Catalogue(load([PACKAGED_PROCEDURES]).procedures)
PAPERS = "ants-passeport-identite"
PAYMENTS = "caf-attestation"
BONUS = "caf-prime-activite"


def test_a_sheet_or_a_site_leads_to_its_real_procedures_only() -> None:
    real, practised = (
        procedure(one, start="https://guichet.exercice/a", sheet="F12", practice=one == "b") for one in ("a", "b")
    )
    catalogue = Catalogue([real, practised])
    assert catalogue.for_sheet("F12") == catalogue.at_host("guichet.exercice") == (real,)
    assert catalogue.for_sheet("F1") == catalogue.at_host("autre.exercice") == ()


def first(query: str) -> str | None:
    return next((found.id for found in PACKAGED.search(query)), None)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("passeport", PAPERS),
        ("PASSEPORTS", PAPERS),
        ("pasport", PAPERS),
        ("psaseport", PAPERS),
        ("passport", PAPERS),
        ("passep", PAPERS),
        ("carte d'identité", PAPERS),
        ("je veux refaire ma carte d’identite", PAPERS),
        ("identity card", PAPERS),
        ("جواز السفر", PAPERS),
        ("بطاقة الهوية", PAPERS),
        ("passeport perdu", PAPERS),
        ("passeport 2025", PAPERS),
        ("attestations caf", PAYMENTS),
        ("prime d'activité", BONUS),
        ("prime activite caf", BONUS),
        ("caisse d'allocations familiales prime", BONUS),
        ("suivre une demande", "titre-sejour-suivre"),
    ],
)
def test_a_few_words_find_the_procedure(query: str, expected: str) -> None:
    assert first(query) == expected


@pytest.mark.parametrize("query", ["", "   ", "?!", "la", "le de des", "je ne veux pas", "zzzzzz", "piscine"])
def test_nothing_is_better_than_another_procedure(query: str) -> None:
    assert PACKAGED.search(query) == ()


def test_practice_comes_after_the_real_one_when_they_are_equal() -> None:
    catalogue = Catalogue([procedure("a-exercice", practice=True, frequent=1), procedure("vraie", frequent=2)])
    assert [found.id for found in catalogue.search("prime")] == ["vraie", "a-exercice"]


def test_a_title_counts_more_than_a_keyword_and_a_keyword_more_than_the_service() -> None:
    catalogue = Catalogue(
        [
            procedure("service", service="Bourse"),
            procedure("mot", keywords=["bourses"]),
            procedure("titre", title="Demander une bourse"),
            procedure("court", short={"fr": "Prime", "en": "Bourse"}),
            procedure("autre"),
        ]
    )
    assert [found.id for found in catalogue.search("bourse")] == ["court", "titre", "mot", "service"]


def test_a_whole_word_counts_more_than_its_beginning() -> None:
    catalogue = Catalogue([procedure("a", short="Passeport"), procedure("b", keywords=["passe"])])
    assert [found.id for found in catalogue.search("passe")] == ["b", "a"]


def test_a_word_that_is_known_is_no_slip_of_another() -> None:
    catalogue = Catalogue([procedure("a", short="Conges"), procedure("b", short="Conte rouge")])
    assert [found.id for found in catalogue.search("rouge")] == ["b"]
    assert catalogue.search("conte") == catalogue.search("contes")


@given(st.text(max_size=300))
def test_no_query_raises(query: str) -> None:
    assert len(PACKAGED.search(query)) <= 100


@given(st.sampled_from(["passeport", "attestation", "allocations"]), st.data())
def test_any_one_slip_in_a_long_word_is_forgiven(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 2))
    slipped = data.draw(
        st.sampled_from(
            [
                word[:place] + word[place + 1 :],
                word[:place] + "w" + word[place:],
                word[:place] + "w" + word[place + 1 :],
                word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            ]
        )
    )
    assert set(PACKAGED.search(word)) <= set(PACKAGED.search(slipped))


@given(st.text("abcde", min_size=5, max_size=9), st.lists(st.text("abcde", min_size=5, max_size=9), unique=True))
def test_a_slip_is_one_letter_in_a_word_of_five_or_six_and_two_in_a_longer_one(typed: str, known: list[str]) -> None:
    allowed = 1 if len(typed) < 7 else 2
    near = [word for word in known if OSA.distance(typed, word) <= allowed]
    assert set(slips_of(typed, known)) <= set(near)
    assert bool(slips_of(typed, known)) == bool(near)


@given(st.text(max_size=4), st.lists(st.text(max_size=9)))
def test_in_a_short_word_another_letter_makes_another_word(typed: str, known: list[str]) -> None:
    assert not slips_of(typed, known)


def test_words_are_compared_without_accents_plurals_or_articles() -> None:
    assert words_of("Les Impôts, l'école et MES Œuvres") == ("impot", "ecole", "oeuvre")
    assert words_of("الهُويّة") == words_of("هوية")


def test_the_most_frequent_are_six_at_most_in_their_order() -> None:
    catalogue = Catalogue([procedure("jamais"), *(procedure(f"p{rank}", frequent=rank) for rank in range(9, 0, -1))])
    assert [found.id for found in catalogue.frequent()] == ["p1", "p2", "p3", "p4", "p5", "p6"]


def test_a_theme_has_its_procedures_the_real_ones_first() -> None:
    catalogue = Catalogue(
        [
            procedure("exercice", practice=True, frequent=1),
            procedure("rare"),
            procedure("courante", frequent=3),
            procedure("ailleurs", theme="justice"),
        ]
    )
    assert [found.id for found in catalogue.by_theme("social_sante")] == ["courante", "rare", "exercice"]
    assert catalogue.by_theme("no-such-theme") == ()


def test_a_procedure_is_known_by_its_id() -> None:
    known = procedure()
    assert Catalogue([known]).get("prime") is known
    assert Catalogue([known]).get("autre") is None
