"""A real phone at the door: what the person sees and does there, from the code to the last word."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from demonstration.phone import WIDTH, Phone
from kiosk.config.model import PhoneSection
from kiosk.documents.paper import Paper
from kiosk.documents.phone.base import Fetched, Finished, Joined, Photo, Refused
from kiosk.documents.phone.door import Door
from kiosk.documents.trouble import Trouble
from kiosk.sealed import Sealed
from tests.documents.phone.conftest import Heard, write_photograph
from tests.unit.documents.fake_workshop import a_pdf


def photos(news: list[object]) -> list[Sealed]:
    return [one.content for one in news if isinstance(one, Photo)]


async def test_photographs_arrive_while_the_person_watches_them_being_received(
    door: Door, phone: Phone, photograph: Path
) -> None:
    address = await door.open("bring")
    heard = Heard(door)
    await asyncio.to_thread(phone.scan, address.url)
    await asyncio.to_thread(phone.wait_for, "bring")
    await heard.until(lambda news: news == [Joined()])
    await asyncio.to_thread(phone.take, photograph)
    await asyncio.to_thread(phone.until, lambda: "Reçue" in phone.text)
    await asyncio.to_thread(
        phone.take, photograph, write_photograph(phone.folder / "two.jpg", 800, 600), button="gallery"
    )
    await asyncio.to_thread(phone.until, lambda: phone.text.count("Reçue") == 3)
    assert "3 photos reçues par le poste." in phone.text
    await heard.until(lambda news: len(photos(news)) == 3)
    await asyncio.to_thread(phone.press, "J'ai fini")
    await asyncio.to_thread(phone.wait_for, "finished-bring")
    await heard.until(lambda news: news[-1] == Finished())
    for content in photos(heard.news):
        content.close()


async def test_a_photograph_is_made_smaller_on_the_phone_and_stays_the_same_picture(
    door: Door, phone: Phone, photograph: Path
) -> None:
    await asyncio.to_thread(phone.scan, (await door.open("bring")).url)
    heard = Heard(door)
    await asyncio.to_thread(phone.wait_for, "bring")
    await asyncio.to_thread(phone.take, photograph)
    await heard.until(photos)
    (content,) = photos(heard.news)
    received = cv2.imdecode(np.frombuffer(content.read(), np.uint8), cv2.IMREAD_COLOR)
    content.close()
    assert received.shape[:2] == (2250, 3000)
    taken = cv2.resize(cv2.imread(str(photograph)), (3000, 2250), interpolation=cv2.INTER_AREA)
    assert np.abs(taken.astype(int) - received.astype(int)).mean() < 4


async def test_the_page_carries_no_script_error_and_breaks_no_policy(
    door: Door, phone: Phone, photograph: Path
) -> None:
    await asyncio.to_thread(phone.scan, (await door.open("bring")).url)
    await asyncio.to_thread(phone.wait_for, "bring")
    await asyncio.to_thread(phone.take, photograph)
    await asyncio.to_thread(phone.until, lambda: "Reçue" in phone.text)
    said = [line for line in phone.said() if "favicon.ico" not in line["message"]]
    assert said == []


async def test_a_second_phone_is_refused_in_words_and_the_kiosk_hears_of_it(
    door: Door, phone: Phone, make_phone: Callable[[], Phone]
) -> None:
    address = await door.open("bring")
    heard = Heard(door)
    await asyncio.to_thread(phone.scan, address.url)
    await asyncio.to_thread(phone.wait_for, "bring")
    second = await asyncio.to_thread(make_phone)
    await asyncio.to_thread(second.scan, address.url)
    await asyncio.to_thread(second.wait_for, "second-phone")
    assert "Ce carré a déjà servi" in second.text
    await heard.until(lambda news: news == [Joined(), Refused(Trouble.SECOND_PHONE)])
    await asyncio.to_thread(phone.scan, address.url)
    await asyncio.to_thread(phone.wait_for, "bring")


async def test_an_expired_code_says_so_on_the_phone(
    section: PhoneSection, scope: str, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = Door(section.model_copy(update={"minutes": 0}), scope)
    heard_address = await door.open("bring")
    heard = Heard(door)
    await heard.ended()
    assert heard.news == [Refused(Trouble.CODE_EXPIRED)]
    await asyncio.to_thread(phone.scan, heard_address.url)
    await asyncio.to_thread(phone.wait_for, "code-expired")
    assert "Demandez un nouveau carré" in phone.text
    await door.close()
    assert door.remains() == 0


async def test_a_file_that_is_no_photograph_is_refused_in_words_and_the_next_one_goes(
    door: Door, phone: Phone, photograph: Path
) -> None:
    await asyncio.to_thread(phone.scan, (await door.open("bring")).url)
    heard = Heard(door)
    await asyncio.to_thread(phone.wait_for, "bring")
    wrong = phone.folder / "lettre.jpg"
    wrong.write_bytes(b"PK\x03\x04 a letter that calls itself a photograph")
    await asyncio.to_thread(phone.take, wrong)
    await asyncio.to_thread(phone.until, lambda: "Ce n'est pas une photo." in phone.text)
    await heard.until(lambda news: Refused(Trouble.NOT_A_PAPER) in news)
    await asyncio.to_thread(phone.take, photograph)
    await heard.until(photos)


async def test_a_huge_file_that_the_phone_cannot_shrink_is_refused_in_words(door: Door, phone: Phone) -> None:
    await asyncio.to_thread(phone.scan, (await door.open("bring")).url)
    await asyncio.to_thread(phone.wait_for, "bring")
    huge = phone.folder / "huge.jpg"
    huge.write_bytes(b"\xff\xd8\xff" + bytes(3 << 20))
    await asyncio.to_thread(phone.take, huge)
    await asyncio.to_thread(phone.until, lambda: "Cette photo est trop lourde." in phone.text)


async def test_more_photographs_than_allowed_are_refused_in_words(door: Door, phone: Phone) -> None:
    await asyncio.to_thread(phone.scan, (await door.open("bring")).url)
    heard = Heard(door)
    await asyncio.to_thread(phone.wait_for, "bring")
    small = write_photograph(phone.folder / "small.jpg", 400, 300)
    await asyncio.to_thread(phone.take, *[small] * 5, button="gallery")
    await asyncio.to_thread(phone.until, lambda: "Il y a assez de photos." in phone.text)
    await heard.until(lambda news: Refused(Trouble.TOO_MANY_PAGES) in news)
    assert len(photos(heard.news)) == 4


async def test_papers_are_saved_in_the_phone_byte_for_byte(door: Door, phone: Phone) -> None:
    contents = [a_pdf(3, "Attestation"), b"\xff\xd8\xff" + bytes(range(256)) * 20_000]
    papers = tuple(
        Paper(title, kind, Sealed.of(content))
        for title, kind, content in zip(("Attestation d'été", "../Photo: 1"), ("pdf", "image"), contents, strict=True)
    )
    address = await door.open("take", papers)
    heard = Heard(door)
    await asyncio.to_thread(phone.scan, address.url)
    await asyncio.to_thread(phone.wait_for, "take")
    assert "Attestation d'été" in phone.text
    for row in phone.rows():
        await asyncio.to_thread(row.find_element("link text", "Enregistrer").click)
    await heard.until(lambda news: {Fetched(0), Fetched(1)} <= set(news))
    await asyncio.to_thread(phone.until, lambda: phone.text.count("✓ Enregistré") == 2)
    names = ("Attestation d'été.pdf", "Photo 1.jpg")
    await asyncio.to_thread(phone.until, lambda: sorted(one.name for one in phone.downloads.iterdir()) == sorted(names))
    assert [(phone.downloads / name).read_bytes() for name in names] == contents
    await asyncio.to_thread(phone.press, "J'ai fini")
    await asyncio.to_thread(phone.wait_for, "finished-take")
    for paper in papers:
        paper.content.close()


async def test_the_phone_says_when_the_kiosk_is_gone(door: Door, phone: Phone, photograph: Path) -> None:
    await asyncio.to_thread(phone.scan, (await door.open("bring")).url)
    await asyncio.to_thread(phone.wait_for, "bring")
    await door.close()
    await asyncio.to_thread(phone.take, photograph)
    await asyncio.to_thread(phone.until, lambda: "La photo n'est pas partie." in phone.text)


@pytest.mark.parametrize(
    ("language", "direction", "word"), [("en", "ltr", "Take a photo"), ("ar", "rtl", "التقاط صورة")]
)
async def test_the_page_speaks_the_kiosks_language_and_fits_the_phone(
    door: Door, phone: Phone, language: str, direction: str, word: str
) -> None:
    await asyncio.to_thread(phone.scan, (await door.open("bring", language=language)).url)
    await asyncio.to_thread(phone.wait_for, "bring")
    assert word in phone.text
    shown = phone.driver.execute_script(
        "return [document.documentElement.dir, document.documentElement.lang, document.documentElement.scrollWidth]"
    )
    assert shown == [direction, language, WIDTH]
