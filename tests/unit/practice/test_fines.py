"""The fines: a queue that always ends, a payment that only the bank can make, a contestation with a light paper."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from kiosk.practice.fines.notice import CARD, NOTICE
from kiosk.practice.fines.queue import QUEUE_SECONDS, Queue

from .conftest import Clock, Visitor, target, visit

SITE, BANK = "https://contraventions.exercice", "https://paiement.exercice"
PAPERS = Path(__file__).parents[3] / "assets" / "practice" / "documents"
GOOD_CARD = {"carte": CARD.number, "fin": CARD.expiry, "crypto": CARD.code}
KNOWN = {"avis": NOTICE.number, "cle": NOTICE.key}


def test_the_queue_comes_nearer_and_ends_in_time(clock: Clock) -> None:
    queue = Queue(clock, 1.0)
    first = queue.place
    clock.now += QUEUE_SECONDS / 2
    assert 0 < queue.place < first
    clock.now += QUEUE_SECONDS / 2
    assert queue.place == 0


async def test_the_queue_shows_the_place_looks_again_by_itself_and_lets_nobody_past(clock: Clock) -> None:
    async with visit(clock, pace=1.0) as visitor:
        await visitor.open(f"{SITE}/payer/avis")
        assert visitor.address.endswith("/file-d-attente")
        assert "personnes devant vous" in visitor.text
        refresh = next(node for node in visitor.page.root.all() if node.attrs.get("http-equiv") == "refresh")
        assert int(refresh.attrs["content"]) <= 3
        clock.now += QUEUE_SECONDS
        await visitor.open(visitor.url)
        assert visitor.page.find(target("textbox", "Numéro de l'avis"))


async def test_a_fine_is_paid_in_the_banks_frame_and_gives_a_paper(visitor: Visitor) -> None:
    await visitor.open(f"{SITE}/payer/avis", KNOWN)
    await visitor.press("Payer par carte bancaire")
    frame = next(node for node in visitor.page.root.all() if node.tag == "iframe")
    assert frame.attrs["src"] == f"{BANK}/"
    assert f"frame-src {BANK}" in visitor.policy
    await visitor.open(f"{SITE}/payer/recu")
    assert visitor.address.endswith("/payer/carte"), "no receipt before the payment"
    await visitor.open(f"{BANK}/", GOOD_CARD)
    assert f"frame-ancestors {SITE}" in visitor.policy
    back = visitor.see("link", "Revenir au site*")
    assert back.attrs["target"] == "_top"
    await visitor.activate(back)
    await visitor.press("Télécharger le justificatif de paiement")
    name, content = visitor.downloads[-1]
    assert name.startswith("justificatif-de-paiement-PM-")
    assert content.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({**GOOD_CARD, "carte": "4970 1000 0000 0009"}, "N'écrivez pas votre vraie carte"),
        ({**GOOD_CARD, "fin": "13/30"}, "le mois et l'année"),
        ({**GOOD_CARD, "crypto": ""}, "Le code de la carte"),
    ],
)
async def test_only_the_training_card_pays_and_no_card_is_shown_again(
    visitor: Visitor, typed: dict[str, str], words: str
) -> None:
    await visitor.open(f"{BANK}/", typed)
    assert visitor.status == 422
    assert words in visitor.text
    fields = [node for node in visitor.page.root.all() if node.tag == "input"]
    assert all(not node.attrs.get("value") for node in fields)


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"avis": "12", "cle": "07"}, "10 chiffres"), ({**KNOWN, "cle": "99"}, "ne va pas avec ce numéro")],
)
async def test_a_notice_that_nobody_knows_is_refused_with_a_sentence(
    visitor: Visitor, typed: dict[str, str], words: str
) -> None:
    await visitor.open(f"{SITE}/payer/avis", typed)
    assert visitor.status == 422
    assert words in visitor.text


async def test_what_one_person_paid_nobody_else_sees(clock: Clock) -> None:
    async with visit(clock) as one, visit(clock) as other:
        await one.open(f"{SITE}/payer/avis", KNOWN)
        await one.open(f"{BANK}/", GOOD_CARD)
        await one.open(f"{SITE}/payer/recu")
        assert "Votre amende est payée" in one.text
        await other.open(f"{SITE}/payer/recu")
        assert other.address.endswith("/payer/avis")
        await other.open(f"{BANK}/fait")
        assert other.address == "paiement.exercice/"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (("faux.pdf", b"<svg onload=alert(1)>"), "ni un PDF ni une photo JPEG"),
        (("lourd.pdf", b"%PDF-" + b"x" * 1_000_001), "trop lourd : 1,0 Mo"),
        (("vide.pdf", b""), "Ce fichier est vide"),
    ],
)
async def test_a_paper_that_is_not_taken_is_told_why(visitor: Visitor, file: tuple[str, bytes], words: str) -> None:
    await visitor.open(f"{SITE}/contester/explication", _explained(*file))
    assert visitor.status == 422
    assert words in visitor.text
    assert "J'ai vendu la voiture" in visitor.text, "what was typed is still there"


async def test_a_contestation_is_sent_once_everything_is_right(visitor: Visitor) -> None:
    await visitor.open(f"{SITE}/contester/motif", {"motif": "vendu"})
    await visitor.open(f"{SITE}/contester/avis", KNOWN)
    paper = (PAPERS / "Justificatif de domicile.pdf").read_bytes()
    await visitor.open(f"{SITE}/contester/explication", _explained("Justificatif de domicile.pdf", paper))
    assert "J'avais vendu le véhicule" in visitor.text
    await visitor.press("Envoyer ma contestation")
    assert visitor.status == 422, "nothing is sent without the certification"
    await visitor.open(f"{SITE}/contester/verification", {"certifie": "oui"})
    await visitor.press("Télécharger l'attestation")
    assert visitor.downloads[-1][0].startswith("attestation-contestation-CT-")


def _explained(name: str, content: bytes) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("explication", "J'ai vendu la voiture en mars.")
    form.add_field("preuve", content, filename=name, content_type="application/octet-stream")
    return form
