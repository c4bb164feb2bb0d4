"""What a service takes, and what a paper is called."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.documents.acceptance import Format, Rule
from kiosk.documents.kinds import KINDS, SIGNS, title_of
from kiosk.documents.workshop.inside.reading import kind_of, text_of

RULES = st.builds(
    Rule,
    formats=st.sampled_from([("pdf", "jpeg"), ("jpeg", "pdf"), ("pdf",), ("jpeg",)]),
    max_bytes=st.none() | st.integers(0, 10_000_000),
)
Kind = Literal["pdf", "image"]


@given(RULES, st.sampled_from(["pdf", "image"]), st.integers(0, 20_000_000))
def test_a_rule_takes_exactly_its_formats_up_to_its_size(rule: Rule, kind: Kind, size: int):
    named: Format = "jpeg" if kind == "image" else "pdf"
    small_enough = rule.max_bytes is None or size <= rule.max_bytes
    assert rule.takes(kind, size) == (named in rule.formats and small_enough)


@given(RULES, st.sampled_from(["pdf", "image"]), st.integers(1, 20_000_000))
def test_a_lighter_paper_is_never_refused_where_a_heavier_one_is_taken(rule: Rule, kind: Kind, size: int):
    assert not rule.takes(kind, size) or rule.takes(kind, size - 1)


def test_every_kind_has_a_title_and_signs():
    assert KINDS.keys() == SIGNS.keys()
    assert len(KINDS) >= 20
    for kind, title in KINDS.items():
        assert title_of(kind, "") == title


@pytest.mark.parametrize("kind", [None, "", "no-such-kind"])
def test_an_unknown_kind_keeps_the_name_it_had(kind: str | None):
    assert title_of(kind, "Mon papier") == "Mon papier"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES Avis d'impôt 2025 sur les revenus de 2024", "avis-imposition"),
        ("AVIS D’IMPOSITION revenu fiscal de référence", "avis-imposition"),
        ("Quittance de loyer du mois de mars, le bailleur", "quittance-loyer"),
        ("Avis d'échéance loyer de mars bailleur", "avis-echeance"),
        ("BULLETIN DE PAIE salaire de base cotisations net à payer", "bulletin-salaire"),
        ("CERTIFICAT DE SCOLARITE année scolaire 2025-2026", "certificat-scolarite"),
        ("Relevé d'Identité Bancaire IBAN BIC", "rib"),
        ("Facture électricité point de livraison 120 kWh", "facture-energie"),
        ("Chère Marie, il fait beau ici, à bientôt", None),
        ("facture", None),
        ("", None),
    ],
)
def test_a_kind_is_named_by_what_stands_on_the_paper_or_not_at_all(words: str, kind: str | None):
    assert kind_of(words.split()) == kind


def _table(*words: tuple[str, float]) -> str:
    lines = ["\t".join(["level", *(["x"] * 9), "conf", "text"])]
    lines += ["\t".join(["5", *(["1"] * 9), str(sure), word]) for word, sure in words]
    return "\n".join(lines)


@given(st.lists(st.tuples(st.text("abcdé1 |-", max_size=12), st.floats(-1, 100)), max_size=40))
def test_readability_is_always_between_nothing_and_all(words: list[tuple[str, float]]):
    text = text_of(_table(*words))
    assert 0 <= text.readable <= 100
    assert 0 <= text.sure <= text.letters


def test_a_few_signs_are_no_text():
    assert text_of(_table(("mot", 99.0))).readable == 0
    assert text_of(_table(*[("mots", 90.0)] * 20)).readable == 90
    assert text_of(_table(*[("|", 90.0)] * 20)).letters == 0
