"""The health account's server: a code by phone, errors by field, a request sheet by sheet. What its components draw is
proven in a real browser, by the rounds."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kiosk.practice.health import cover

from .conftest import Visitor

SITE = "https://sante.exercice"
LOGIN = {"numero": cover.NUMBER, "secret": cover.PASSWORD}
ANSWERS = {"personnes": "3", "ressources": "14 200 €", "organisme": "caisse"}


async def call(visitor: Visitor, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    async with visitor.session.request(method, f"{SITE}/api/{path}", json=body) as answer:
        return answer.status, await answer.json()


async def log_in(visitor: Visitor) -> None:
    assert await call(visitor, "POST", "connexion", LOGIN) == (200, {"suite": "/connexion/code"})
    assert await call(visitor, "POST", "code", {"code": await visitor.code()}) == (200, {"suite": "/mon-compte"})


async def test_the_code_comes_by_phone_from_this_site_and_opens_the_account(either: Visitor) -> None:
    await either.open(f"{SITE}/mon-compte")
    assert either.address == "sante.exercice/connexion?suite=/mon-compte"
    await log_in(either)
    assert (await either.open(f"{SITE}/mon-compte")).address == "sante.exercice/mon-compte"
    async with either.session.get("https://telephone.exercice/messages") as answer:
        message = (await answer.json())[-1]
    assert message["sender"] == "Santé d'exercice"
    assert "entraînement" in message["text"]
    await either.open("https://telephone.exercice/")
    assert SITE in either.policy


async def test_five_wrong_codes_are_enough_and_a_new_one_opens(visitor: Visitor) -> None:
    await call(visitor, "POST", "connexion", LOGIN)
    first = await visitor.code()
    wrong = "000000" if not first.startswith("000") else "111111"
    for _ in range(5):
        assert (await call(visitor, "POST", "code", {"code": wrong}))[0] == 422
    assert "nouveau code" in (await call(visitor, "POST", "code", {"code": first}))[1]["erreurs"]["code"]
    await call(visitor, "POST", "nouveau-code")
    assert (await call(visitor, "POST", "code", {"code": await visitor.code()}))[0] == 200


async def test_a_wrong_password_does_not_say_which_part_is_wrong(visitor: Visitor) -> None:
    status, answer = await call(visitor, "POST", "connexion", {**LOGIN, "secret": "autre"})
    assert (status, list(answer["erreurs"])) == (422, ["numero"])
    assert (await call(visitor, "POST", "code", {"code": "000000"}))[0] == 403


async def test_a_request_goes_sheet_by_sheet_and_ends_with_a_number(either: Visitor) -> None:
    await log_in(either)
    await either.open(f"{SITE}/complementaire")
    path = either.address.partition("/")[2]
    while not path.endswith("signature"):
        status, answer = await call(either, "PUT", f"demande/{path.rsplit('/', 1)[-1]}", ANSWERS)
        assert status == 200
        path = answer["suite"]
    rows = [row for part in (await call(either, "GET", "demande"))[1]["bilan"] for row in part["lignes"]]
    assert ["Ressources des 12 derniers mois", "14\u00a0200,00\u00a0€"] in rows
    assert (await call(either, "PUT", "demande/signature", {"atteste": ""}))[0] == 422
    assert (await call(either, "PUT", "demande/signature", {"atteste": "oui"}))[1]["suite"].endswith("/confirmation")
    assert re.fullmatch(r"CS-\d{3}-\d{3}", (await call(either, "GET", "demande"))[1]["envoyee"]["numero"])


async def test_no_sheet_is_skipped_and_nothing_is_kept_from_outside(visitor: Visitor) -> None:
    assert (await call(visitor, "PUT", "demande/foyer", ANSWERS))[0] == 403
    await log_in(visitor)
    assert (await call(visitor, "GET", "demande"))[1]["reponses"] == {}
    assert (await call(visitor, "PUT", "demande/organisme", ANSWERS))[1]["suite"] == "/complementaire/foyer"
    assert (await visitor.open(f"{SITE}/complementaire/organisme")).address == "sante.exercice/complementaire/foyer"


async def test_the_certificate_is_a_paper_for_members(either: Visitor) -> None:
    await either.open(f"{SITE}/attestations/attestation-de-droits.pdf")
    assert either.downloads == []
    await log_in(either)
    await either.open(f"{SITE}/attestations/attestation-de-droits.pdf")
    assert either.downloads[-1][0] == "attestation-de-droits.pdf"


@pytest.mark.parametrize("path", ["", "connexion"])
async def test_the_shell_has_a_title_and_says_that_it_is_practice_before_any_script(either: Visitor, path: str) -> None:
    await either.open(f"{SITE}/{path}")
    title = next(node for node in either.page.root.all() if node.tag == "title")
    assert "Santé d'exercice" in title.text()
    assert "entraînement" in either.text
    assert "unsafe" not in either.policy
