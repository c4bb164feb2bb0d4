"""The tax office in both versions: hops over three sites, amounts as people write them, a signature, papers."""

from __future__ import annotations

import pytest

from kiosk.practice.taxes import person
from kiosk.practice.taxes.vouchers import Vouchers

from .conftest import Clock, Node, Visitor, visit

SITE = "https://finances.exercice"
ANSWERS = {"situation": "seul", "enfants": "2", "salaires": "18 450 €", "autres": "320,50", "dons": "0"}


def main_form(visitor: Visitor) -> Node:
    return next(node for node in visitor.page.by_id("contenu").all() if node.tag == "form")


async def send(visitor: Visitor, **typed: str) -> None:
    """The page's own form, with what the person typed beside what was there."""
    visitor.typed.update(typed)
    form = main_form(visitor)
    asked = {node.attrs.get("name") for node in form.all()}
    visitor.typed = {name: value for name, value in visitor.typed.items() if name in asked}
    press = next(node for node in form.all() if node.tag == "button" or node.attrs.get("type") == "submit")
    await visitor.activate(press)


async def log_in(visitor: Visitor, start: str = f"{SITE}/connexion") -> None:
    await visitor.open(start)
    for _ in range(2):
        await send(visitor)
    await send(visitor, identifiant=person.IDENTIFIER, secret=person.PASSWORD)
    await send(visitor)


async def test_the_way_in_leads_over_three_sites_and_back_to_the_page_that_was_wanted(either: Visitor) -> None:
    await either.open(f"{SITE}/avis")
    assert either.address == "finances.exercice/connexion?suite=/avis"
    await send(either)
    assert either.address.startswith("cle-unique.exercice/autoriser?etat=")
    await send(either)
    assert either.address.startswith("identite.exercice/connexion?etat=")
    await send(either, identifiant="4512007788", secret=person.PASSWORD)
    assert either.address == "cle-unique.exercice/accord"
    await send(either)
    assert either.address == "finances.exercice/avis"


async def test_a_wrong_password_stays_at_the_provider_and_says_so(either: Visitor) -> None:
    await either.open(f"{SITE}/connexion")
    for _ in range(2):
        await send(either)
    await send(either, identifiant=person.IDENTIFIER, secret="autre-chose")
    assert (either.status, either.address) == (422, "identite.exercice/connexion")
    assert either.page.by_id("identifiant").attrs["aria-invalid"] == "true"
    assert "autre-chose" not in either.text


@pytest.mark.parametrize("bait", ["", "?etat=inconnu-inconnu&code=inconnu", "?etat=&code="])
async def test_nobody_comes_in_with_a_state_or_a_code_of_their_own(visitor: Visitor, bait: str) -> None:
    await visitor.open(f"{SITE}/connexion")
    await send(visitor)
    await visitor.open(f"{SITE}/retour{bait}")
    assert visitor.address == "finances.exercice/connexion?refus"
    assert (await visitor.open(f"{SITE}/mon-espace")).address == "finances.exercice/connexion?suite=/mon-espace"


def test_a_code_is_good_once_and_for_the_state_that_asked() -> None:
    vouchers = Vouchers()
    code = vouchers.give("state-of-one")
    assert not vouchers.take(code, "state-of-another")
    code = vouchers.give("state-of-one")
    assert vouchers.take(code, "state-of-one")
    assert not vouchers.take(code, "state-of-one")
    assert not vouchers.take("", "")


async def test_a_declaration_is_signed_and_its_receipt_says_what_was_declared(either: Visitor) -> None:
    await log_in(either)
    await either.open(f"{SITE}/declaration")
    while not either.address.endswith("/signature"):
        await send(either, **ANSWERS)
        assert either.status == 200, either.text
    assert "18 450,00 €" in either.text
    await send(either)
    assert either.status == 422
    await send(either, certifie="oui")
    assert either.address == "finances.exercice/declaration/confirmation"
    await either.open(f"{SITE}/declaration/accuse-de-reception.pdf")
    name, content = either.downloads[-1]
    assert name.startswith("accuse-de-reception-IR-")
    assert b"18\xa0450,00" in content
    assert b"SANS VALEUR" in content


async def test_an_amount_in_words_is_refused_and_kept(either: Visitor) -> None:
    await log_in(either)
    await either.open(f"{SITE}/declaration")
    await send(either, **ANSWERS)
    await send(either, **{**ANSWERS, "salaires": "beaucoup"})
    assert either.status == 422
    assert either.page.by_id("salaires").attrs["value"] == "beaucoup"
    assert "en chiffres" in either.text


async def test_the_notice_is_a_paper_of_the_year(either: Visitor) -> None:
    await log_in(either, f"{SITE}/avis")
    await either.open(f"{SITE}/avis/avis-impot-2025.pdf")
    assert either.downloads[-1][0] == "avis-impot-2025.pdf"
    assert (await either.open(f"{SITE}/avis/avis-impot-1999.pdf")).status == 404


async def test_what_one_person_typed_is_on_no_other_server(clock: Clock) -> None:
    async with visit(clock) as first, visit(clock) as second:
        for one in (first, second):
            await log_in(one)
        await first.open(f"{SITE}/declaration")
        await send(first, **ANSWERS)
        await second.open(f"{SITE}/declaration")
        assert second.address.endswith("/situation")
        assert not any("checked" in node.attrs for node in second.page.root.all())
