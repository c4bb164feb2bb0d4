"""The library finds sheets by words badly typed and by their text; damaged, it is said, and never in the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.checks import Verdict
from kiosk.sheets import command, examined, library
from kiosk.sheets.errors import SheetsError

TODAY = date(2026, 6, 1)


def titles(state: Path, query: str) -> list[str]:
    opened = library.opened(state).library
    return [entry.title for entry in opened.search(query)]


@pytest.mark.parametrize("query", ["redevance", "REDEVENCE verte", "payer la redev"])
def test_a_sheet_is_found_by_its_title_with_slips_and_half_words(filled: Path, query: str) -> None:
    assert titles(filled, query)[0] == "Payer la redevance verte"


def test_a_sheet_is_found_by_a_word_of_its_text_after_those_of_the_titles(filled: Path) -> None:
    assert set(titles(filled, "invent")) == {
        "Demander la lettre bleue",
        "Perdre la lettre bleue",
        "Payer la redevance verte",
        "Déménager",
    }
    assert set(titles(filled, "lettre")[:2]) == {"Demander la lettre bleue", "Perdre la lettre bleue"}


@pytest.mark.parametrize("query", ["", "   ", "\"' OR 1=1 --", "a* NEAR(", "***", "é" * 5000, "zzzzzz", "(", "text:x"])
def test_whatever_is_typed_is_only_words(filled: Path, query: str) -> None:
    assert titles(filled, query) == []


def test_a_post_without_sheets_finds_none(state: Path) -> None:
    found = library.opened(state)
    assert found.problem is None
    assert (found.library.search("lettre"), found.library.get("F1"), found.library.has("F1")) == ((), None, False)


@pytest.mark.parametrize("damage", [b"", b"not a library", None])
def test_a_damaged_library_is_said_and_shows_nothing(filled: Path, damage: bytes | None) -> None:
    file = library.place_of(filled)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2] if damage is None else damage)
    found = library.opened(filled)
    assert found.problem is not None
    assert str(file) in str(found.problem)
    assert found.library.search("lettre") == ()
    with pytest.raises(SheetsError, match="abîmée"):
        command.listed(filled)
    (check,) = examined.examine(filled, TODAY)
    assert (check.code, check.verdict) == ("sheets", Verdict.WARNING)


_NO_LETTERS = b'"source": "\xff"'
_NO_END = b'"more": ' + b"[" * 100_000


@pytest.mark.parametrize("written", [_NO_LETTERS, _NO_END])
def test_what_a_library_says_of_itself_may_be_damaged_too(filled: Path, written: bytes) -> None:
    changed(
        filled, "UPDATE about SET content = ?", b'{"count": 4, "newest": null, "imported": "2026-06-01", ' + written
    )
    assert library.opened(filled).problem is not None


@pytest.mark.parametrize("written", [b"{" + _NO_LETTERS, b"{" + _NO_END, 5, None, "{}"])
def test_a_sheet_that_is_damaged_is_no_sheet_and_the_others_stay(
    filled: Path, written: bytes | int | str | None
) -> None:
    changed(filled, "UPDATE sheet SET content = ifnull(?, 0.5) WHERE id = 'F1'", written)
    opened = library.opened(filled)
    assert opened.problem is None
    assert opened.library.get("F1") is None
    sheet = opened.library.get("F2")
    assert sheet is not None
    assert sheet.title == "Perdre la lettre bleue"


def changed(state: Path, question: str, *values: object) -> None:
    """As a bad disk changes it: another content in a file that is still one of SQLite's."""
    with closing(sqlite3.connect(library.place_of(state))) as connection:
        connection.execute(question, values)
        connection.commit()


def test_it_can_be_listed_and_taken_away(filled: Path) -> None:
    assert command.listed(filled).splitlines()[:3] == [
        "4 fiches, la plus récente du 3 mai 2026.",
        "Mises sur le poste le 1er juin 2026, depuis before.zip.",
        "       4  Papiers d'exercice",
    ]
    assert "ne sont plus" in command.removed(filled)
    assert "Il n'y a pas de fiches" in command.listed(filled)
    assert "Il n'y a pas de fiches" in command.removed(filled)


@pytest.mark.parametrize(("days", "verdict"), [(183, Verdict.OK), (184, Verdict.WARNING)])
def test_the_doctor_says_when_the_sheets_are_half_a_year_old(filled: Path, days: int, verdict: Verdict) -> None:
    (check,) = examined.examine(filled, date(2026, 5, 3) + timedelta(days=days))
    assert check.verdict is verdict
    assert "3 mai 2026" in check.what


def test_the_doctor_says_that_there_are_none(state: Path) -> None:
    (check,) = examined.examine(state, TODAY)
    assert (check.verdict, "kiosk sheets import" in check.remedy) == (Verdict.WARNING, True)


def test_a_library_that_is_replaced_while_it_is_open_never_fails(filled: Path) -> None:
    found = library.opened(filled).library
    library.remove(filled)
    assert found.get("F1") is None
    assert [entry.id for entry in found.search("perdre")] == ["F2"]
    assert found.search("invent") == ()
