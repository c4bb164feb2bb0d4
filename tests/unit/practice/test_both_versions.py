"""Every page that the server draws, in both versions: a title, a main heading, a name on whatever can be used."""

from __future__ import annotations

import pytest

from kiosk.practice.pensions import career

from . import test_pensions, test_taxes
from .conftest import Node, Visitor

TAXES = ("", "connexion", "mon-espace", "avis", "declaration")
PENSIONS = ("", "", "connexion", "mon-compte", "releve", "releve/2010", "demande", "cadre/compte")
CONTROLS = {"input", "select", "textarea", "button", "a"}


def unnamed(visitor: Visitor) -> list[str]:
    """What a person could use and could not be told of."""
    return [
        f"{node.tag} {node.attrs}"
        for node in visitor.page.root.all()
        if node.tag in CONTROLS and node.attrs.get("type") != "hidden" and not _name(visitor, node)
    ]


def _name(visitor: Visitor, node: Node) -> str:
    pressed = node.attrs.get("value", "") if node.attrs.get("type") == "submit" else ""
    return visitor.page.name(node) or pressed


def check(visitor: Visitor, *, framed: bool = False) -> None:
    nodes = list(visitor.page.root.all())
    assert next(node for node in nodes if node.tag == "title").text(), visitor.url
    assert next(node for node in nodes if node.tag == "html").attrs["lang"] == "fr"
    headed = any(node.tag == "h1" or node.attrs.get("aria-level") == "1" for node in nodes)
    assert headed or framed, visitor.url
    assert unnamed(visitor) == [], visitor.url
    assert "entraîne" in visitor.text, visitor.url
    identifiers = [node.attrs["id"] for node in nodes if "id" in node.attrs]
    assert len(identifiers) == len(set(identifiers)), visitor.url


async def test_the_tax_office_and_the_sites_of_its_log_in(either: Visitor) -> None:
    await either.open(f"{test_taxes.SITE}/connexion")
    for typed in ({}, {}, {}, {"identifiant": "4512007788", "secret": "nuage-bleu-56"}, {}):
        check(either)
        await test_taxes.send(either, **typed)
    for path in TAXES:
        await either.open(f"{test_taxes.SITE}/{path}")
        check(either)
    while not either.address.endswith("/confirmation"):
        await test_taxes.send(either, **test_taxes.ANSWERS, certifie="oui")
        check(either)


async def test_the_pension_office(either: Visitor) -> None:
    await test_pensions.log_in(either)
    for path in PENSIONS:
        await either.open(f"{test_pensions.SITE}/{path}")
        check(either, framed=path.startswith("cadre"))
    await either.session.post(f"{test_pensions.SITE}/cadre/compte", data=test_pensions.ACCOUNT)
    await either.open(f"{test_pensions.SITE}/demande")
    while not either.address.endswith("/confirmation"):
        check(either)
        await test_taxes.send(either, **test_pensions.DAYS, certifie="oui")
    check(either)


@pytest.mark.parametrize("host", ["finances", "pensions", "sante"])
async def test_a_page_that_does_not_exist_is_said_in_french(either: Visitor, host: str) -> None:
    await either.open(f"https://{host}.exercice/rien-de-tel")
    assert either.status == 404
    assert "n'existe pas" in either.text
    assert career.FULL_NAME not in either.text
