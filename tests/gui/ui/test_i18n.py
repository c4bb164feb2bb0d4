"""Every word of the screen exists in every language, with its marks and its figures."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from kiosk import languages
from kiosk.documents.acceptance import Did
from kiosk.documents.desk.scenes import PhoneScene, PrintScene, StickScene, WaitScene
from kiosk.documents.trouble import Trouble
from kiosk.guest.panel import papers
from kiosk.procedures.model import StepService
from kiosk.session.receipt import WIPE_STEPS
from kiosk.ui import desk_stages, desk_words, i18n, receipt_words, words
from kiosk.ui.theme import ASSETS

ROOMS = ("ui", "guest")
PLACE = r"%\d|\{\w+\}"
Key = tuple[str, str]


def messages(path: Path) -> dict[Key, ElementTree.Element]:
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name", ""), message.findtext("source", "")] = message
    return found


def forms(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    assert translation.get("type") is None, "unfinished"
    if message.get("numerus"):
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def said_in(path: Path) -> Iterator[Key]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(
                ast.Name("translate" | "QT_TRANSLATE_NOOP"),
                [ast.Constant(str(context)), ast.Constant(str(text)), *_],
            ):
                yield context, text


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> dict[Key, ElementTree.Element]:
    """What the sources say today."""
    target = tmp_path_factory.mktemp("lupdate") / "all.ts"
    sources = [str(path) for room in ROOMS for path in sorted((ASSETS.parent / "kiosk" / room).rglob("*.py"))]
    lupdate = Path(sys.executable).parent / "pyside6-lupdate"
    subprocess.run([str(lupdate), *sources, "-ts", str(target)], check=True, capture_output=True, timeout=60)
    return messages(target)


def test_lupdate_reads_every_word_of_the_sources(spoken: dict[Key, ElementTree.Element]) -> None:
    """It passes over what stands inside an f-string, and says nothing of it."""
    written = {
        key for room in ROOMS for path in (ASSETS.parent / "kiosk" / room).rglob("*.py") for key in said_in(path)
    }
    assert sorted(written - set(spoken)) == []


@pytest.mark.parametrize("language", languages.codes()[1:])
def test_nothing_is_left_in_french(spoken: dict[Key, ElementTree.Element], language: str) -> None:
    known = messages(languages.FOLDER / f"{language}.ts")
    assert sorted(set(spoken) - set(known)) == [], "missing"
    assert sorted(set(known) - set(spoken)) == [], "said nowhere"
    assert not [key for key, message in known.items() if not all(forms(message))]


@pytest.mark.parametrize("language", languages.codes())
def test_every_plural_has_its_forms(spoken: dict[Key, ElementTree.Element], language: str) -> None:
    known = messages(languages.FOLDER / f"{language}.ts")
    for key, message in spoken.items():
        if message.get("numerus"):
            assert len(forms(known[key])) == languages.described(language).plurals, key


@pytest.mark.parametrize("language", languages.codes())
def test_marks_and_places_survive_translation(language: str) -> None:
    for (_, source), message in messages(languages.FOLDER / f"{language}.ts").items():
        for form in forms(message):
            assert form.count("**") == source.count("**"), source
            assert sorted(re.findall(PLACE, form)) == sorted(re.findall(PLACE, source)), source


def test_latin_words_are_isolated_in_arabic() -> None:
    for key, message in messages(languages.FOLDER / "ar.ts").items():
        for form in forms(message):
            outside = re.sub("\u2068[^\u2069]*\u2069", "", form)
            assert not re.search(r"[A-Za-zÀ-ÿ]{2,}", re.sub(PLACE, "", outside)), (key, form)


def said_by_code() -> Iterator[str]:
    """Every sentence that a table has for a code: `pyside6-lupdate` does not see one that lost its mark."""
    for trouble in Trouble:
        calm = desk_words.calm(trouble)
        yield from (calm.happened, calm.kept, calm.do)
    yield from (desk_words.done((did,), 2, 1) for did in Did)
    yield from (desk_stages.waiting(what) for what in codes(WaitScene, "what"))
    for stage in codes(StickScene, "stage"):
        yield from desk_stages.stick(stage, 2)
    for stage in codes(PrintScene, "stage"):
        yield from desk_stages.printing(stage)
    for mode in codes(PhoneScene, "mode"):
        for stage in set(codes(PhoneScene, "stage")) - {"code"}:
            yield from desk_stages.phone(mode, stage, 1, 2)
    for count in (1, 2):
        yield from receipt_words.done_lines(1, 2, dict.fromkeys(("scan", "photo", "print", "take"), count))
    yield from (papers._face(service)[0] for service in get_args(StepService))
    yield from (words.wipe_step(code) for code in WIPE_STEPS)


def codes(scene: type, name: str) -> tuple[str, ...]:
    return get_args(get_type_hints(scene)[name])


def test_what_stands_behind_a_code_is_translated_too(qapp: QApplication) -> None:
    i18n.install(qapp, "ar")
    try:
        said = list(said_by_code())
    finally:
        i18n.install(qapp, "fr")
    assert len(said) > 150
    assert [text for text in said if re.search(r"[A-Za-zÀ-ÿ]{2,}", re.sub("\u2068[^\u2069]*\u2069", "", text))] == []


def test_a_language_without_a_file_speaks_french(qapp: QApplication, caplog: pytest.LogCaptureFixture) -> None:
    i18n.install(qapp, "xx")
    assert i18n.translate("Home", "Chercher") == "Chercher"
    assert "locale_missing" in caplog.text


def test_only_what_changed_is_compiled(tmp_path: Path) -> None:
    source = tmp_path / "en.ts"
    source.write_bytes((languages.FOLDER / "en.ts").read_bytes())
    assert i18n.compile_locales(tmp_path) == [tmp_path / "en.qm"]
    assert i18n.compile_locales(tmp_path) == []


@pytest.mark.parametrize("word", ["station", "gesture", "training"])
def test_english_has_one_word_for_one_thing(word: str) -> None:
    """A computer, an action, a practice site: here as on the phone, in the notice and in the guides."""
    said = [form for message in messages(ASSETS / "locale" / "en.ts").values() for form in forms(message)]
    assert not [one for one in said if re.search(rf"\b{word}s?\b", one, re.IGNORECASE)]
