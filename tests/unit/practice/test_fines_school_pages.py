"""Every page of the fines, the bank and the school, in both versions: a title, a main heading, names on controls."""

from __future__ import annotations

import pytest

from kiosk.practice.fines.notice import CARD, NOTICE

from .conftest import Visitor
from .test_both_versions import check

GIVEN = {"avis": NOTICE.number, "cle": NOTICE.key}
FINES, BANK, SCHOOL = "https://contraventions.exercice", "https://paiement.exercice", "https://ecole.exercice"


async def test_the_payment_of_a_fine(either: Visitor) -> None:
    for path in ("/", "/payer", "/reglement"):
        await either.open(FINES + path)
        if either.status == 200:
            check(either)
    ends = await _starts(either, FINES)
    await either.open(f"{FINES}{ends['pay']}")
    await _send(either)
    assert either.status == 422
    check(either)
    await _send(either, **GIVEN)
    check(either)
    for path in ("carte", "paiement", "recu", "fin"):
        await either.open(f"{FINES}{ends['pay']}/{path}")
        if either.status == 200:
            check(either)
    paid = {
        "carte": CARD.number,
        "crypto": CARD.code,
        "fin": CARD.expiry,
        "fin-mois": CARD.month,
        "fin-annee": CARD.year,
    }
    await either.open(f"{BANK}/")
    for node in either.page.root.all():
        # The redesigned bank names its fields by what stands in them, as many do.
        if "placeholder" in node.attrs:
            node.attrs["aria-label"] = node.attrs["placeholder"]
    check(either, framed=True)
    await either.open(f"{BANK}/", paid)
    check(either, framed=True)
    await either.open(f"{FINES}{ends['pay']}/{'recu' if ends['pay'] == '/payer' else 'fin'}")
    assert NOTICE.amount in either.text
    check(either)


@pytest.mark.parametrize(("site", "which"), [(FINES, "contest"), (SCHOOL, "first"), (SCHOOL, "second")])
async def test_the_first_page_of_each_form_and_what_it_says_of_nothing(either: Visitor, site: str, which: str) -> None:
    ends = await _starts(either, site)
    check(either)
    await either.open(site + ends[which])
    check(either)
    await _send(either)
    assert either.status == 422
    check(either)


async def _send(visitor: Visitor, **typed: str) -> None:
    """The page's own form, with what the person typed."""
    form = next(node for node in visitor.page.root.all() if node.attrs.get("method") == "post")
    asked = {node.attrs.get("name") for node in form.all()}
    visitor.typed = {name: value for name, value in typed.items() if name in asked}
    press = [node for node in form.all() if node.tag == "button" or node.attrs.get("type") == "submit"]
    await visitor.activate(press[-1])


async def _starts(visitor: Visitor, site: str) -> dict[str, str]:
    """Where the home page leads."""
    await visitor.open(f"{site}/")
    found = [node.attrs.get("href") or node.attrs.get("action", "") for node in visitor.page.root.all()]
    inner = list(dict.fromkeys(path for path in found if path.count("/") >= 1 and len(path) > 1 and "." not in path))
    pay = next((path for path in inner if path in ("/payer", "/reglement")), "")
    contest = next((path for path in inner if path.startswith("/contest")), "")
    return {"pay": pay, "contest": contest, "first": inner[0], "second": inner[1]}
