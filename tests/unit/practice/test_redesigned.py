"""The second versions of the fund, the titles agency and the mailbox keep the promises of the first ones: the way in,
the errors that are explained, and what was typed; only the look, the words and the order are others."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from .conftest import Clock, Visitor, visit

FUND = "https://caisse.exercice"
SITUATION = {"situation": "seul", "enfants": "0"}
PAY = {f"salaire_{month}": "1250" for month in (1, 2, 3)}
ACCOUNT = {"titulaire": "Camille Exemple", "iban": "FR76 9999 9999 9900 0000 0001 220"}


@pytest.fixture
async def redesigned(clock: Clock) -> AsyncIterator[Visitor]:
    async with visit(clock, redesigned=True) as somebody:
        yield somebody


async def enter_fund(visitor: Visitor, after: str) -> None:
    await visitor.open(f"{FUND}/connexion", {"numero": "1234567", "secret": "soleil-rouge-12", "suite": after})
    await visitor.open(f"{FUND}/connexion/code", {"code": await visitor.code(), "suite": after})


async def test_the_fund_asks_for_the_account_first_and_sends_the_whole_request(redesigned: Visitor) -> None:
    await enter_fund(redesigned, "/prime-activite")
    for sheet, answers in (("coordonnees-bancaires", ACCOUNT), ("situation", SITUATION), ("ressources", PAY)):
        assert redesigned.address == f"caisse.exercice/prime-activite/{sheet}"
        await redesigned.open(redesigned.url, answers)
    await redesigned.open(redesigned.url, {})
    assert redesigned.status == 422
    await redesigned.open(redesigned.url, {"certifie": "oui"})
    assert redesigned.address == "caisse.exercice/prime-activite/confirmation"
    await redesigned.press("Télécharger le justificatif")
    assert redesigned.downloads[-1][1].startswith(b"%PDF")


async def test_no_page_of_the_fund_is_left_out_by_the_redesign(redesigned: Visitor) -> None:
    await enter_fund(redesigned, "/mon-compte")
    pages = ("/", "/mon-compte", "/documents", "/documents/attestation-de-paiement", "/mot-de-passe-oublie")
    for path in (*pages, "/entrainement", "/session-expiree"):
        await redesigned.open(f"{FUND}{path}")
        assert redesigned.status == 200
        assert "Site d'entraînement" in redesigned.text
        assert "v2.css" in str([node.attrs.get("href") for node in redesigned.page.root.all()])


async def test_an_error_of_the_fund_is_still_tied_to_its_field(redesigned: Visitor) -> None:
    await redesigned.open(f"{FUND}/connexion", {"numero": "12", "secret": ""})
    number = redesigned.page.by_id("numero")
    assert number.attrs["aria-invalid"] == "true"
    assert "7 chiffres" in redesigned.page.by_id(number.attrs["aria-describedby"]).text()


async def test_the_titles_agency_asks_who_before_what(redesigned: Visitor) -> None:
    await redesigned.open("https://titres.exercice/")
    order = next(node.attrs["data-pages"] for node in redesigned.page.root.all() if "data-pages" in node.attrs)
    assert order.split() == ["identite", "titre", "photo", "recapitulatif"]
    async with redesigned.session.get("https://titres.exercice/api/pre-demande") as answer:
        assert (await answer.json())["suite"] == "identite"


async def test_the_mailbox_sends_and_refuses_as_before(redesigned: Visitor) -> None:
    site = "https://messagerie.exercice"
    await redesigned.open(f"{site}/connexion", {"adresse": "camille@messagerie.exercice", "secret": "tulipe-verte-34"})
    for path in ("/messages", "/messages/2", "/envoyes", "/ecrire"):
        await redesigned.open(f"{site}{path}")
        assert redesigned.status == 200
        assert "Site d'entraînement" in redesigned.text
    await redesigned.press("Envoyer le message")
    assert redesigned.status == 422
    assert redesigned.page.by_id("destinataire").attrs["aria-invalid"] == "true"
    redesigned.typed = {"destinataire": "ecole@messagerie.exercice", "sujet": "Papier"}
    await redesigned.press("Envoyer le message")
    assert redesigned.address == "messagerie.exercice/envoyes?parti"
