"""The words and the files of the phone's page, and the names that papers get on a phone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk import languages
from kiosk.documents.phone import page
from kiosk.documents.phone.inside.downloads import disposition, file_name
from kiosk.documents.phone.inside.rate import Rate
from kiosk.documents.phone.inside.uploads import is_photo
from kiosk.documents.phone.page.words import words
from kiosk.documents.phone.talk import PaperName

FOLDER = Path(page.__file__).parent


@pytest.mark.parametrize("language", languages.codes())
def test_every_language_has_every_word_and_every_place_for_a_number(language: str) -> None:
    written = yaml.safe_load((languages.FOLDER / "phone" / f"{language}.yaml").read_text(encoding="utf-8"))
    assert written.keys() == words("fr").keys()
    for key, said in words(language).items():
        assert said.strip()
        assert ("%1" in said) == ("%1" in words("fr")[key]), key


@pytest.mark.parametrize("language", [*languages.codes(), "de"])
def test_the_page_is_filled_and_asks_nobody_else(language: str) -> None:
    files = page.files(language, "thecode")
    text = files[""].content.decode()
    assert not re.search(r"{[a-z-]+}", text)
    assert "thecode" in text
    for file in files.values():
        content = file.content.decode().replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|//[a-z]+\.", content)
    assert " style=" not in text
    assert not re.search(r"<script(?! src=)", text)


def test_every_word_is_asked_for() -> None:
    asked = (FOLDER / "phone.html").read_text() + (FOLDER / "phone.js").read_text()
    troubles = {"too-large", "not-a-paper", "too-many-pages"}
    assert {key for key in words("fr") if f"{{{key}}}" not in asked and f"'{key}'" not in asked} <= troubles


@given(st.text(max_size=300))
def test_a_name_is_never_a_path_nor_hidden_nor_two_lines(title: str) -> None:
    name = file_name(PaperName(title, "pdf"))
    assert name.endswith(".pdf")
    assert not name.startswith(".")
    assert not re.search(r'[\x00-\x1f\x7f/\\:"<>|?*]', name)
    assert len(name) <= 84
    header = disposition(PaperName(title, "pdf"), attached=True)
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2


def test_an_ordinary_name_stays_as_it_is() -> None:
    assert disposition(PaperName("Avis d'été", "pdf"), attached=True) == (
        "attachment; filename=\"Avis d'ete.pdf\"; filename*=UTF-8''Avis%20d%27%C3%A9t%C3%A9.pdf"
    )


@pytest.mark.parametrize(
    ("start", "photo"),
    [
        (b"\xff\xd8\xff\xe1 a camera's", True),
        (b"\x89PNG\r\n\x1a\n and more", True),
        (b"RIFF1234WEBPVP8 ", True),
        (b"RIFF1234WAVEfmt ", False),
        (b"%PDF-1.4 not a picture", False),
        (b"<svg onload=alert(1)>", False),
        (b"", False),
    ],
)
def test_only_what_says_that_it_is_a_photograph_comes_in(start: bytes, photo: bool) -> None:
    assert is_photo(start) is photo


def test_who_guesses_waits_and_who_does_not_is_not_hindered() -> None:
    rate = Rate()
    for _ in range(10):
        assert rate.allows("guesser", 0.0)
        rate.charge("guesser", 0.0, 20.0)
    assert not rate.allows("guesser", 0.0)
    assert rate.allows("other", 0.0)
    assert not rate.allows("guesser", 0.2)
    assert rate.allows("guesser", 10.0)
