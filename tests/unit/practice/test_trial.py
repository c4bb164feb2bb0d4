"""The trial page's server hands words to the browser and keeps none of them. What the browser does with them is proven
by the real program, in `tests/e2e`."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .conftest import Visitor

SITE = "https://essai.exercice"


async def get(visitor: Visitor, path: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    async with visitor.session.get(SITE + path, headers=headers) as answer:
        return answer.status, answer.headers, await answer.read()


async def test_the_page_is_as_strict_as_the_others_and_says_that_it_is_practice(visitor: Visitor) -> None:
    await visitor.open(f"{SITE}/")
    assert visitor.policy.startswith("default-src 'none';")
    assert "unsafe" not in visitor.policy
    assert "entraînement" in visitor.text
    visitor.see("textbox", "Votre mot")
    visitor.see("button", "Garder mon mot partout")


async def test_one_cookie_lasts_a_year_the_other_the_visit_and_scripts_read_neither(visitor: Visitor) -> None:
    async with visitor.session.put(f"{SITE}/temoins", headers={"Mot": "%C3%A9t%C3%A9"}) as answer:
        durable, visit = answer.headers.getall("Set-Cookie")
    assert "Max-Age=31536000" in durable
    assert "Max-Age" not in visit
    assert all("HttpOnly" in cookie and "SameSite=Strict" in cookie for cookie in (durable, visit))
    async with visitor.session.get(f"{SITE}/temoins") as answer:
        assert await answer.json() == ["été", "été"]


async def test_only_the_reserve_may_stay_in_the_browsers_cache(visitor: Visitor) -> None:
    assert (await get(visitor, "/"))[1]["Cache-Control"] == "no-store"
    _, headers, body = await get(visitor, "/reserve", Mot="lune")
    assert headers["Cache-Control"] == "private, max-age=31536000"
    assert body == b"lune"


async def test_the_paper_carries_the_word_and_no_value(visitor: Visitor) -> None:
    _, headers, body = await get(visitor, "/papier?mot=%C3%A9t%C3%A9")
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''papier-d-essai-%C3%A9t%C3%A9.pdf"
    assert body.startswith(b"%PDF-")
    assert "été".encode("cp1252") in body
    assert b"SANS VALEUR" in body


async def test_the_word_is_in_the_papers_name_without_what_no_name_may_have(visitor: Visitor) -> None:
    _, headers, _ = await get(visitor, "/papier?mot=une%20%22lune%22%2F..%26")
    assert headers["Content-Disposition"] == 'attachment; filename="papier-d-essai-une-lune.pdf"'


@pytest.mark.parametrize("word", ["", "%20", "a" * 81, "ligne%0Asuivante"])
async def test_what_is_no_word_is_refused(visitor: Visitor, word: str) -> None:
    assert (await get(visitor, f"/papier?mot={word}"))[0] == 400
    assert (await get(visitor, "/reserve", Mot=word))[0] == 400
