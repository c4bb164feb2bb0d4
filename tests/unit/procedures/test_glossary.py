"""The words of the administration: enough of them, each in one easy sentence, found where they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.procedures import glossary
from kiosk.procedures.easy_french import remarks, sentences
from kiosk.procedures.french_words import JARGON
from kiosk.procedures.inspection import PACKAGED_ICONS

SHIPPED = glossary.load()
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(content: str) -> Path:
        (tmp_path / "mots.yaml").write_text(content)
        return tmp_path

    return _write


def test_the_shipped_glossary_is_whole_and_large_enough() -> None:
    assert not SHIPPED.problems
    assert len(SHIPPED.entries) >= 220
    assert len(set(SHIPPED.themes.values())) >= 9


@pytest.mark.parametrize("entry", SHIPPED.entries, ids=lambda entry: entry.word.fr)
def test_each_word_has_one_easy_sentence_that_does_not_repeat_it(entry: glossary.Entry) -> None:
    meaning = entry.meaning.fr
    assert not list(remarks(meaning, SHIPPED.explains(meaning)))
    assert len(sentences(meaning)) == 1
    assert meaning.endswith(".")
    assert entry.word.fr not in {word.word.fr for word in SHIPPED.words_in(meaning)}


def test_every_icon_of_the_glossary_exists() -> None:
    icons = {icon.stem for icon in PACKAGED_ICONS.glob("*.svg")}
    assert {entry.icon for entry in SHIPPED.entries if entry.icon} <= icons


def test_most_of_the_jargon_is_explained() -> None:
    explained = {word for word in JARGON if SHIPPED.words_in(word)}
    assert len(explained) >= 150


def test_a_word_is_found_by_any_of_its_forms_once() -> None:
    text = "Joignez vos avis d'imposition, votre RIB et encore un relevé d'identité bancaire."
    assert [word.word.fr for word in SHIPPED.words_in(text)] == ["avis d'imposition", "RIB"]


def test_the_longest_word_is_explained_alone() -> None:
    assert [word.word.fr for word in SHIPPED.words_in("La pension de réversion")] == ["pension de réversion"]


def test_a_word_badly_written_is_said_with_its_line(write: Write) -> None:
    folder = write("theme: logement\nwords:\n  - word: bail\n    meanin: Un contrat.\n")
    loaded = glossary.load(folder)
    (problem,) = loaded.problems
    assert (problem.file, problem.line, problem.nearest) == ("mots.yaml", 4, "meaning")
    assert not loaded.entries


def test_a_form_of_two_words_belongs_to_the_first_and_is_said(write: Write) -> None:
    folder = write(
        "theme: logement\nwords:\n"
        "  - word: bail\n    forms: [contrat]\n    meaning: Un contrat.\n"
        "  - word: accord\n    forms: [contrat]\n    meaning: Un papier.\n"
    )
    loaded = glossary.load(folder)
    (problem,) = loaded.problems
    assert problem.line == 6 and "contrat" in problem.what
    assert [entry.word.fr for entry in loaded.entries] == ["bail"]


def test_a_folder_that_is_not_there_is_an_empty_glossary(tmp_path: Path) -> None:
    loaded = glossary.load(tmp_path / "absent")
    assert not loaded.entries and len(loaded.problems) == 1
    assert loaded.words_in("Votre bail") == ()
