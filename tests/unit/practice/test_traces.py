"""The page of traces: a cell of its band for each place, and a server that hands words to the browser. What the browser
does with them is proven by the real program, in `./dev prove wipe`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.practice.headers import TRACES_HOST
from kiosk.practice.traces import NAMES
from kiosk.procedures.loader import load

from .conftest import PROCEDURES, Visitor

SITE = f"https://{TRACES_HOST}"
WORD = "soleil7"


async def put(visitor: Visitor, method: str, path: str, **headers: str) -> tuple[int, Mapping[str, str], str]:
    async with visitor.session.request(method, SITE + path, headers=headers, allow_redirects=False) as answer:
        return answer.status, answer.headers, await answer.text()


async def test_the_page_has_a_cell_for_each_place_and_says_that_it_is_practice(visitor: Visitor) -> None:
    await visitor.open(f"{SITE}/")
    assert "entraînement" in visitor.text
    assert "unsafe" not in visitor.policy
    assert tuple(node.attrs["data-nom"] for node in visitor.page.root.all() if "data-nom" in node.attrs) == NAMES
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("path", ["/reserve", "/reserve-serree"])
async def test_the_reserves_may_stay_in_the_browsers_cache(visitor: Visitor, path: str) -> None:
    _, headers, text = await put(visitor, "GET", path, Mot=WORD)
    assert headers["Cache-Control"] == "private, max-age=31536000"
    assert WORD in text


async def test_a_redirection_that_is_kept_has_the_word_in_its_address(visitor: Visitor) -> None:
    status, headers, _ = await put(visitor, "GET", "/ailleurs", Mot=WORD)
    assert (status, headers["Location"]) == (301, f"/arrivee?mot={WORD}")


async def test_a_tag_is_told_back_when_the_browser_shows_it(visitor: Visitor) -> None:
    _, headers, _ = await put(visitor, "GET", "/etiquette", Mot=WORD)
    assert (await put(visitor, "GET", "/etiquette", **{"If-None-Match": headers["ETag"]}))[2] == WORD


async def test_what_is_sent_is_kept_for_the_visit(visitor: Visitor) -> None:
    await visitor.open(f"{SITE}/envoi", {"beacon": WORD})
    assert (await put(visitor, "GET", "/envoi?nom=beacon"))[2] == WORD


async def test_the_paper_has_one_word_inside_and_another_as_its_name(visitor: Visitor) -> None:
    await visitor.open(f"{SITE}/papier?mot={WORD}&nom=lune8")
    ((name, content),) = visitor.downloads
    assert name == "lune8.pdf"
    assert WORD.encode() in content
    assert b"lune8" not in content


@pytest.mark.parametrize("word", ["", "une lune", 'a"b', "a" * 65])
async def test_what_is_no_word_is_refused(visitor: Visitor, word: str) -> None:
    assert (await put(visitor, "GET", "/ferme", Mot=word))[0] == 400


def test_no_procedure_of_the_post_leads_there() -> None:
    shipped = load([PROCEDURES]).procedures
    assert shipped
    assert not [one.id for one in shipped if one.host == TRACES_HOST or TRACES_HOST in one.allow]


def test_the_proofs_own_procedure_can_be_read() -> None:
    loaded = load([Path(__file__).parents[3] / "proof/wipe/kinds/procedures"])
    assert not loaded.problems
    assert [one.host for one in loaded.procedures] == [TRACES_HOST]
