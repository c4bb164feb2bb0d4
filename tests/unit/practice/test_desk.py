"""The post's own pages: there for every session, practice shown or not, and leading only where a session may go."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from kiosk.practice.desk import MAIL_SERVICES
from kiosk.practice.headers import DESK_HOST
from kiosk.procedures.groups import GROUPS, allowed_hosts
from kiosk.procedures.model import POST_HOST
from kiosk.session.network.policy import AllowList

from .conftest import Visitor, all_procedures, load

REAL = [name for name in all_procedures() if load(name).host == DESK_HOST and not load(name).practice]


async def test_the_quiet_page_says_where_the_papers_are_in_three_languages(visitor: Visitor) -> None:
    await visitor.open("https://bureau.exercice/")
    assert visitor.page.root.text().startswith("Vos papiers")
    visitor.see("heading", "Vos papiers sont en bas de l'écran.")
    assert {node.attrs["lang"] for node in visitor.page.root.all() if "lang" in node.attrs} == {"fr", "en", "ar"}


@pytest.mark.parametrize("path", ["", "mails"])
async def test_a_page_of_a_real_procedure_does_not_claim_to_be_practice(visitor: Visitor, path: str) -> None:
    await visitor.open(f"https://bureau.exercice/{path}")
    assert visitor.status == 200
    assert "exercice" not in visitor.text.casefold()
    assert "entraînement" not in visitor.text
    assert visitor.policy.startswith("default-src 'none';")


async def test_every_mailbox_is_a_large_link_to_its_own_site_over_https(visitor: Visitor) -> None:
    await visitor.open("https://bureau.exercice/mails")
    for service in MAIL_SERVICES:
        assert visitor.see("link", service.name).attrs["href"] == service.url
        assert service.url.startswith("https://")


def test_the_model_knows_the_post_by_the_name_that_is_served() -> None:
    assert POST_HOST == DESK_HOST
    assert load("pdf-leger").stays_here
    assert not load("scanner-envoyer-mail").stays_here
    assert not load("caf-attestation").starts_here


def test_every_mailbox_may_be_reached_by_the_procedures_that_offer_it() -> None:
    offering = [load(name) for name in all_procedures() if load(name).start.endswith(f"{DESK_HOST}/mails")]
    assert offering
    for procedure in offering:
        allowed = AllowList(allowed_hosts(procedure))
        for service in MAIL_SERVICES:
            host = urlsplit(service.url).hostname
            assert host is not None
            assert allowed.decide(host, 443).allowed, service.name


def test_only_the_procedures_that_offer_mailboxes_may_reach_them() -> None:
    for name in all_procedures():
        assert ("@mailboxes" in load(name).allow) == load(name).start.endswith("/mails"), name


def test_no_other_group_opens_a_mailbox() -> None:
    for name, hosts in GROUPS.items():
        if name != "@mailboxes":
            allowed = AllowList(hosts)
            assert not any(allowed.decide(urlsplit(one.url).hostname or "", 443).allowed for one in MAIL_SERVICES)


@pytest.mark.parametrize("name", REAL)
def test_the_real_procedures_of_the_desk_are_shown_without_the_practice_ones(name: str) -> None:
    assert load(name).practice is False
    assert DESK_HOST in allowed_hosts(load(name))
