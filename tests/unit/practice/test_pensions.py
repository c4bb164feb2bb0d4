"""The pension office: closed at the first visit, part of its form in a frame of its own site; in both versions."""

from __future__ import annotations

import pytest

from kiosk.practice.pensions import career

from .conftest import Visitor
from .test_taxes import send

SITE = "https://pensions.exercice"
ACCOUNT = {"titulaire": career.FULL_NAME, "iban": career.IBAN}
DAYS = {"depart": career.START, "dernier_jour": career.LAST_DAY}


async def log_in(visitor: Visitor) -> None:
    await visitor.open(f"{SITE}/connexion")
    await send(visitor, numero=career.NUMBER, secret=career.PASSWORD)
    assert visitor.address == "pensions.exercice/mon-compte"


async def test_the_site_is_closed_once_and_says_it_as_such_pages_do(either: Visitor) -> None:
    await either.open(f"{SITE}/")
    assert either.status == 503
    assert "maintenance" in either.text.lower()
    assert "indisponible" in either.text
    await either.open(f"{SITE}/")
    assert either.status == 200
    assert career.NUMBER in either.text


async def test_the_account_is_saved_in_a_frame_that_only_this_site_may_show(either: Visitor) -> None:
    await log_in(either)
    await either.open(f"{SITE}/demande")
    if not either.address.endswith("/compte"):
        await send(either, **DAYS)
    frame = next(node for node in either.page.root.all() if node.tag == "iframe")
    assert frame.attrs["src"] == "/cadre/compte"
    assert frame.attrs["title"]
    await send(either)
    assert either.status == 422, "nobody goes on without the account"
    async with either.session.post(f"{SITE}/cadre/compte", data={**ACCOUNT, "iban": "FR76 1"}) as answer:
        assert answer.status == 422
    async with either.session.post(f"{SITE}/cadre/compte", data=ACCOUNT) as answer:
        assert "enregistré" in await answer.text()
        assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    await send(either)
    assert either.status == 200


async def test_a_request_is_sent_and_its_receipt_has_the_dates_in_full(either: Visitor) -> None:
    await log_in(either)
    await either.session.post(f"{SITE}/cadre/compte", data=ACCOUNT)
    await either.open(f"{SITE}/demande")
    while not either.address.endswith("/signature"):
        await send(either, **DAYS)
        assert either.status == 200, either.text
    await send(either, certifie="oui")
    assert either.address == "pensions.exercice/demande/confirmation"
    await either.open(f"{SITE}/demande/accuse-de-reception.pdf")
    assert b"1er juillet 2030" in either.downloads[-1][1]


@pytest.mark.parametrize(
    ("typed", "words"),
    [("15/07/2030", "premier jour d'un mois"), ("01/01/2026", "dans 4 mois"), ("demain", "comme ceci")],
)
async def test_a_date_that_cannot_be_is_explained(visitor: Visitor, typed: str, words: str) -> None:
    await log_in(visitor)
    await visitor.open(f"{SITE}/demande")
    await send(visitor, **{**DAYS, "depart": typed})
    assert visitor.status == 422
    assert words in visitor.text
    assert visitor.page.by_id("depart").attrs["value"] == typed


async def test_the_career_can_be_read_year_by_year_and_taken_as_a_paper(either: Visitor) -> None:
    await log_in(either)
    await either.open(f"{SITE}/releve")
    assert "98 trimestres" in either.text
    assert (await either.open(f"{SITE}/releve/2010")).status == 200
    assert (await either.open(f"{SITE}/releve/1900")).status == 404
    await either.open(f"{SITE}/releve/releve-de-carriere.pdf")
    assert either.downloads[-1][0] == "releve-de-carriere.pdf"


@pytest.mark.parametrize("path", ["mon-compte", "releve", "demande", "cadre/compte"])
async def test_nothing_of_the_person_is_shown_outside(either: Visitor, path: str) -> None:
    await either.open(f"{SITE}/{path}")
    assert either.address == f"pensions.exercice/connexion?suite=/{path}"
