"""Every answer is under a strict policy, stays out of caches, says it is practice, and logs no value."""

from __future__ import annotations

import logging

import pytest
from structlog.testing import capture_logs

from kiosk.practice.titles import app as titles

from .conftest import Visitor

PAGES = (
    "https://caisse.exercice/",
    "https://caisse.exercice/connexion",
    "https://caisse.exercice/mot-de-passe-oublie",
    "https://caisse.exercice/entrainement",
    "https://caisse.exercice/session-expiree",
    "https://caisse.exercice/rien",
    "https://titres.exercice/",
    "https://titres.exercice/suivi",
    "https://telephone.exercice/",
    "https://messagerie.exercice/",
    "https://messagerie.exercice/rien",
    "https://finances.exercice/",
    "https://finances.exercice/connexion",
    "https://cle-unique.exercice/",
    "https://identite.exercice/",
    "https://sante.exercice/",
    "https://pensions.exercice/",
    "https://pensions.exercice/connexion",
    "https://contraventions.exercice/",
    "https://contraventions.exercice/contester/motif",
    "https://contraventions.exercice/rien",
    "https://paiement.exercice/",
    "https://energie.exercice/",
    "https://ecole.exercice/bourse/enfant",
    "https://autre.exercice/",
)


@pytest.mark.parametrize("url", PAGES)
async def test_every_page_is_strict_and_says_that_it_is_practice(visitor: Visitor, url: str) -> None:
    if url.startswith("https://autre"):
        async with visitor.session.get("https://titres.exercice/", headers={"Host": "autre.exercice"}) as answer:
            assert answer.status == 404
            headers, text = answer.headers, await answer.text()
    else:
        async with visitor.session.get(url) as answer:
            headers, text = answer.headers, await answer.text()
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "*" not in policy
    assert headers["Cache-Control"] == "no-store"
    assert "entraînement" in text
    assert not any(loose in text for loose in ("<style", " style=", " onclick=", "http://"))


async def test_only_the_fund_may_frame_the_phone(visitor: Visitor) -> None:
    await visitor.open("https://telephone.exercice/")
    assert "frame-ancestors https://caisse.exercice" in visitor.policy
    await visitor.open("https://caisse.exercice/")
    assert "frame-src https://telephone.exercice" in visitor.policy
    assert "frame-ancestors 'none'" in visitor.policy


async def test_redirections_files_and_refused_answers_carry_the_policy_too(visitor: Visitor) -> None:
    async with visitor.session.get("https://caisse.exercice/mon-compte", allow_redirects=False) as answer:
        assert answer.status == 303
        assert "Content-Security-Policy" in answer.headers
    async with visitor.session.get("https://titres.exercice/static/titres/titres.js") as answer:
        assert answer.status == 200
        assert "Content-Security-Policy" in answer.headers


async def test_the_log_in_cookie_cannot_be_read_by_scripts_nor_leave_the_site(visitor: Visitor) -> None:
    form = {"numero": "1234567", "secret": "soleil-rouge-12"}
    async with visitor.session.post("https://caisse.exercice/connexion", data=form, allow_redirects=False) as answer:
        cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-caisse=")
    assert all(word in cookie for word in ("HttpOnly", "Secure", "SameSite=Strict", "Path=/"))


async def test_a_fault_shows_a_french_page_and_logs_its_kind_without_what_was_typed(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*typed: object) -> None:
        raise ValueError("canary-typed-by-a-person")

    monkeypatch.setattr(titles.prerequest, "check", fail)
    caplog.set_level(logging.DEBUG)
    with capture_logs() as logs:
        await visitor.open("https://titres.exercice/api/pre-demande")
    assert visitor.status == 500
    assert "en panne" in visitor.text
    assert logs == [{"event": "practice-page-failed", "kind": "ValueError", "log_level": "error"}]
    assert "canary" not in caplog.text


async def test_a_normal_visit_logs_nothing(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="aiohttp")
    with capture_logs() as logs:
        await (await visitor.open("https://caisse.exercice/prime-activite")).log_in()
        await visitor.open("https://titres.exercice/api/suivi/TE-204-816")
    assert logs == []
    assert caplog.records == []
