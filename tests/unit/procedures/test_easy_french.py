"""Each rule of easy French finds what it is for, says what is expected, and leaves easy sentences alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.procedures.easy_french import LONGEST_SENTENCE, remarks, sentences
from kiosk.procedures.french_words import EASIER, JARGON


def codes(text: str, explained: frozenset[str] = frozenset()) -> set[str]:
    return {remark.code for remark in remarks(text, explained)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("phrase-longue", "Le site de la ville montre une page avec la liste de tous vos papiers."),
        ("deux-idees", "Cherchez le bouton et cliquez."),
        ("deux-idees", "Cliquez sur « Choisir », puis prenez votre papier."),
        ("deux-idees", "Connectez-vous ou créez votre compte."),
        ("deux-idees", "Ouvrez le message et lisez-le."),
        ("deux-idees", "Vous la prenez et vous l'imprimez."),
        ("deux-idees", "Gagnez du temps en cliquant ici."),
        ("deux-idees", "La personne qui vous aide sait que le site dit quand il ferme."),
        ("virgules", "Prenez un stylo, une feuille, une carte."),
        ("double-negation", "N'oubliez pas votre carte."),
        ("double-negation", "Ne partez pas sans votre carte."),
        ("double-negation", "Le site ne dit pas non, mais il ne dit pas oui."),
        ("double-negation", "Le site ne prend que les photos."),
        ("passif", "La demande est envoyée par la mairie."),
        ("passif", "Votre papier sera bientôt là, il est souvent refusé."),
        ("passif", "Les aides ont été payées hier."),
        ("passif", "Le compte est fermé par la banque."),
        ("passif", "Le papier est remis à la mairie."),
        ("signes", "Prenez votre carte (la verte)."),
        ("signes", "Prenez la carte ; elle est verte."),
        ("signes", "Lisez TOUTE LA PAGE ICI avant."),
        ("abreviation", "Prenez une carte, un passeport etc."),
        ("abreviation", "Écrivez le n° de la rue."),
        ("date", "Le site ferme le 12/03/2025."),
        ("date", "Le site ferme le 2025-03-12."),
        ("nombre", "Attendez quatre jours."),
        ("nombre", "Lisez la IVe partie."),
        ("mot-difficile", "Sollicitez une place."),
        ("mot-difficile", "Écrivez afin de savoir."),
        ("mot-difficile", "Demandez la mainlevée à la banque."),
        ("sigle", "Écrivez à la DGCCRF."),
        ("mot-long", "Regardez la réglementation."),
        ("lisibilite", "Prévenez rapidement votre établissement financier habituel concernant cette vérification."),
    ],
)
def test_what_is_hard_is_found(code: str, text: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Cliquez sur « Télécharger l'attestation sur l'honneur, puis envoyez-la avant le 12/03/2025 ».",
        "Ensuite, vous allez à la mairie avec vos papiers.",
        "En vrai, donnez ce papier à la personne qui le demande.",
        "C'est secret. Ne le dites à personne, même à la famille.",
        "La page dit : « Ce nom n'est pas bon ».",
        "Votre papier est prêt. Il est arrivé hier.",
        "Vous êtes marié.",
        "Le site s'est fermé.",
        "Un papier qui prouve que vous avez travaillé.",
        "Attendez 3 mois. Payez 1,50 €.",
        "Il y en a assez chez vous.",
        "Adresse mail : lisez bien chaque lettre.",
    ],
)
def test_what_is_easy_is_left_alone(text: str) -> None:
    assert not list(remarks(text))


def test_a_word_that_is_explained_is_not_hard() -> None:
    text = "Demandez la mainlevée à la DGCCRF pour la réglementation."
    hard = {"mot-difficile", "sigle", "mot-long"}
    assert hard <= codes(text)
    assert not hard & codes(text, frozenset({"mainlevée", "DGCCRF", "réglementation"}))


def test_a_long_expression_that_is_explained_covers_its_words() -> None:
    assert not codes("Prenez votre certificat de non-gage.", frozenset({"certificat de non-gage"}))


def test_a_name_is_judged_by_its_words_and_its_length_only() -> None:
    assert not list(remarks("Imprimer un papier (exercice)", kind="label"))
    assert {"mot-difficile"} == {remark.code for remark in remarks("Solliciter une place", kind="label")}
    assert "phrase-longue" in {remark.code for remark in remarks("mot " * 15, kind="label")}


def test_the_longest_sentence_is_allowed_and_no_longer() -> None:
    words = ["Le", *["chat"] * (LONGEST_SENTENCE - 1)]
    assert "phrase-longue" not in codes(" ".join(words) + ".")
    assert "phrase-longue" in codes(" ".join([*words, "noir"]) + ".")


def test_non_breaking_blanks_change_nothing() -> None:
    assert not list(remarks("Cliquez sur «\u00a0Envoyer, puis quittez\u00a0»."))
    assert codes("Cherchez\u00a0le bouton et\u00a0cliquez.") == codes("Cherchez le bouton et cliquez.")


def test_every_easier_word_is_known_by_its_hard_one() -> None:
    for hard, easier in EASIER.items():
        assert any(f"« {easier} »" == remark.expected for remark in remarks(f"Voici {hard} la page.")), hard


def test_the_list_of_jargon_is_long_enough_and_all_of_it_is_found() -> None:
    assert len(JARGON) >= 150
    for word in JARGON:
        assert codes(f"Voici {word}.") & {"mot-difficile"}, word


@given(st.text(max_size=200))
def test_no_text_breaks_the_rules_and_every_remark_is_whole(text: str) -> None:
    for remark in remarks(text):
        assert remark.code and remark.what.endswith(".") and remark.expected
        assert not remark.expected.endswith(".")


@given(st.text(max_size=120))
def test_sentences_lose_no_letter(text: str) -> None:
    assert [each for each in "".join(sentences(text)) if each.isalpha()] == [each for each in text if each.isalpha()]
