"""The energy service: addresses of a town that does not exist, answers that the server checks, bills to read."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.practice.energy import places, words

from .conftest import Clock, Visitor, visit

SITE = "https://energie.exercice"
HOME = {"adresse": words.ADDRESS, "pdl": words.METER}
FAMILY = {"fournisseur": "f24", "personnes": "3"}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("12 rue des til", words.ADDRESS),
        ("12 RUE DES TIL", words.ADDRESS),
        ("ecoles 3", "3 rue des Écoles, 00100 Exempleville"),
        ("ti", None),
        ("99 rue des Tilleuls", None),
        ("  ", None),
    ],
)
def test_an_address_is_found_by_the_beginnings_of_its_words(typed: str, first: str | None) -> None:
    found = places.suggestions(typed)
    assert (found[0] if found else None) == first
    assert len(found) <= places.MOST_SHOWN


async def test_every_screen_has_its_own_address_to_reload(either: Visitor) -> None:
    for path in ("", "factures", "factures/lire", "cheque/logement", "aides/cheque/compteur"):
        await either.open(f"{SITE}/{path}")
        assert either.status == 200
        assert "entraînement" in either.text


async def test_a_whole_request_ends_with_a_number_and_a_paper(visitor: Visitor) -> None:
    assert await _call(visitor, "PUT", "cheque/logement", HOME) == (200, {"erreurs": {}})
    assert await _call(visitor, "POST", "cheque") == (409, {"suite": "foyer"})
    assert await _call(visitor, "PUT", "cheque/foyer", FAMILY) == (200, {"erreurs": {}})
    assert await _call(visitor, "PUT", "cheque/verification", {"certifie": "oui"}) == (200, {"erreurs": {}})
    status, sent = await _call(visitor, "POST", "cheque")
    assert status == 200
    await visitor.open(f"{SITE}/papier/cheque.pdf")
    assert visitor.downloads[-1][0] == f"attestation-cheque-energie-{sent['numero']}.pdf"


@pytest.mark.parametrize(
    ("typed", "field", "words_said"),
    [
        ({**HOME, "adresse": "quelque part"}, "adresse", "n'est pas dans la liste"),
        ({**HOME, "pdl": "123"}, "pdl", "14 chiffres"),
        ({**HOME, "adresse": ""}, "adresse", "Choisissez votre adresse"),
    ],
)
async def test_each_wrong_answer_has_its_own_words(
    visitor: Visitor, typed: dict[str, str], field: str, words_said: str
) -> None:
    status, answer = await _call(visitor, "PUT", "cheque/logement", typed)
    assert status == 422
    assert words_said in answer["erreurs"][field]


async def test_the_bill_that_was_read_is_the_one_that_is_contested(visitor: Visitor) -> None:
    _, bills = await _call(visitor, "GET", "factures")
    assert len(bills) == 24
    await _call(visitor, "GET", f"factures/{bills[0]['number']}")
    _, draft = await _call(visitor, "GET", "reclamation")
    assert ["Facture", bills[0]["month"]] in draft["lignes"]


async def test_what_one_person_typed_nobody_else_sees(clock: Clock) -> None:
    async with visit(clock) as one, visit(clock) as other:
        await _call(one, "PUT", "cheque/logement", HOME)
        assert (await _call(other, "GET", "cheque"))[1]["reponses"] == {}
        await other.open(f"{SITE}/papier/cheque.pdf")
        assert other.status == 404


async def _call(visitor: Visitor, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    async with visitor.session.request(method, f"{SITE}/api/{path}", json=body) as answer:
        return answer.status, await answer.json()
