"""The titles agency's interface: errors by field, a photo that is too heavy, a number that can be followed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kiosk.practice.titles.photo import LIMIT

from .conftest import Visitor

PAPERS = Path(__file__).parents[3] / "assets" / "practice" / "documents"
GOOD = PAPERS / "Photo d'identité.jpg"
HEAVY = PAPERS / "Photo trop lourde.jpg"
API = "https://titres.exercice/api"
DOCUMENT = {"document": "carte", "motif": "renouvellement"}
IDENTITY = {"nom": "Exemple", "prenoms": "Camille", "naissance": "12/03/1984"}


async def test_a_whole_pre_request_ends_with_a_number_a_paper_and_a_state(visitor: Visitor) -> None:
    assert await _call(visitor, "PUT", "pre-demande/titre", DOCUMENT) == (200, {"erreurs": {}})
    assert await _call(visitor, "PUT", "pre-demande/identite", IDENTITY) == (200, {"erreurs": {}})
    assert (await _call(visitor, "GET", "pre-demande"))[1]["suite"] == "photo"
    assert await _put_photo(visitor, GOOD.read_bytes()) == (200, {"erreurs": {}})
    status, draft = await _call(visitor, "GET", "pre-demande")
    assert draft["suite"] == "recapitulatif"
    assert ["Document demandé", "Carte d'identité"] in draft["lignes"]
    status, sent = await _call(visitor, "POST", "pre-demande")
    number = sent["numero"]
    assert status == 200
    await visitor.open(f"https://titres.exercice/recapitulatif/{number}.pdf")
    assert visitor.downloads[-1][0] == f"pre-demande-{number}.pdf"
    assert number.encode() in visitor.downloads[-1][1]
    followed = (await _call(visitor, "GET", f"suivi/{number}"))[1]
    assert (followed["reached"], followed["milestones"][0]) == (1, "Pré-demande reçue")


async def test_a_photo_over_the_limit_is_refused_with_its_weight_and_the_limit(visitor: Visitor) -> None:
    heavy = HEAVY.read_bytes()
    status, answer = await _put_photo(visitor, heavy)
    assert status == 422
    assert answer["erreurs"]["photo"].startswith(f"Cette photo est trop lourde : {len(heavy) // 1024} Ko.")
    assert "500 Ko" in answer["erreurs"]["photo"]


async def test_a_photo_at_the_limit_is_accepted_and_shown_as_it_was_sent(visitor: Visitor) -> None:
    photo = b"\xff\xd8\xff" + bytes(LIMIT - 3)
    assert (await _put_photo(visitor, photo))[0] == 200
    async with visitor.session.get(f"{API}/photo") as answer:
        assert (answer.content_type, await answer.read()) == ("image/jpeg", photo)


@pytest.mark.parametrize("content", [b"%PDF-1.4", b"<svg onload=alert(1)>", b"GIF89a"])
async def test_what_is_no_photo_is_refused(visitor: Visitor, content: bytes) -> None:
    status, answer = await _put_photo(visitor, content)
    assert status == 422
    assert "JPEG ou PNG" in answer["erreurs"]["photo"]


async def test_a_refused_photo_leaves_the_accepted_one_in_place(visitor: Visitor) -> None:
    good = GOOD.read_bytes()
    await _put_photo(visitor, good)
    await _put_photo(visitor, b"")
    async with visitor.session.get(f"{API}/photo") as answer:
        assert await answer.read() == good


async def test_each_wrong_answer_has_its_own_words(visitor: Visitor) -> None:
    status, answer = await _call(visitor, "PUT", "pre-demande/identite", {"nom": " ", "naissance": "40/01/1984"})
    assert status == 422
    assert list(answer["erreurs"]) == ["nom", "prenoms", "naissance"]
    assert answer["erreurs"]["naissance"].startswith("Écrivez la date comme ceci")


async def test_nothing_is_sent_before_every_page_is_right(visitor: Visitor) -> None:
    await _call(visitor, "PUT", "pre-demande/titre", DOCUMENT)
    assert await _call(visitor, "POST", "pre-demande") == (409, {"suite": "identite"})


async def test_the_training_request_is_known_however_it_is_typed_and_another_is_not(visitor: Visitor) -> None:
    for typed in ("TE-204-816", "te 204816"):
        assert "En cours de fabrication" in (await _call(visitor, "GET", f"suivi/{typed}"))[1]["state"]
    status, answer = await _call(visitor, "GET", "suivi/TE-000-000")
    assert status == 404
    assert "n'est pas connu" in answer["erreurs"]["numero"]


async def test_every_screen_has_its_own_address_to_reload(visitor: Visitor) -> None:
    for path in ("", "pre-demande/titre", "pre-demande/photo", "suivi"):
        assert (await visitor.open(f"https://titres.exercice/{path}")).status == 200


async def _call(visitor: Visitor, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    async with visitor.session.request(method, f"{API}/{path}", json=body) as answer:
        return answer.status, await answer.json()


async def _put_photo(visitor: Visitor, content: bytes) -> tuple[int, Any]:
    async with visitor.session.put(f"{API}/photo", data=content) as answer:
        return answer.status, await answer.json()
