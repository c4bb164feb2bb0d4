"""The glossary: the administration's words, each said in one easy sentence, found in any text where they stand.

One YAML file of `assets/glossary/` holds the words of one theme. Reads files, never raises: a word that is badly
written is left out and said. Knows no screen; both sides of the sandbox may load it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from kiosk.errors import Problem
from kiosk.procedures import checked, loader, translations
from kiosk.procedures.model import Strict, Theme, Word
from kiosk.procedures.phrases import Phrases

PACKAGED_GLOSSARY = Path(__file__).resolve().parents[2] / "assets" / "glossary"

Form = Annotated[str, Field(min_length=2, max_length=60)]


class Entry(Word):
    """One word. `forms`: how else it is written: plural, feminine, abbreviation, verb."""

    forms: Annotated[tuple[Form, ...], Field(max_length=20)] = ()


class WordList(Strict):
    """One file of the glossary."""

    theme: Theme
    words: Annotated[tuple[Entry, ...], Field(min_length=1, max_length=200)]


@dataclass(frozen=True)
class Glossary:
    entries: tuple[Entry, ...]
    themes: Mapping[str, str]
    """The theme of each word, by the word."""
    _phrases: Phrases[Entry]
    problems: tuple[Problem, ...] = ()

    def words_in(self, text: str) -> tuple[Word, ...]:
        """The words of a French text that are explained here, each once, in the order of the text."""
        found = {entry.word.fr: entry for _, entry in self._phrases.found_in(text)}
        return tuple(found.values())

    def explains(self, text: str) -> frozenset[str]:
        """The pieces of a text that are explained here, as they stand in it."""
        return frozenset(piece for piece, _ in self._phrases.found_in(text))


def glossary_of(entries: Iterable[Entry], themes: Mapping[str, str], problems: Iterable[Problem] = ()) -> Glossary:
    every = tuple(entries)
    forms = [(form, entry) for entry in every for form in (entry.word.fr, *entry.forms)]
    return Glossary(every, themes, Phrases(forms), tuple(problems))


@cache
def load(folder: Path = PACKAGED_GLOSSARY) -> Glossary:
    """The words of every file of a folder. A form that two words share is the first one's, and is said."""
    entries: dict[str, Entry] = {}
    themes: dict[str, str] = {}
    owners: dict[str, str] = {}
    problems: list[Problem] = []
    for file in loader.files_of(folder, problems):
        written = loader.written_in(file, problems)
        if written is None:
            continue
        words, wrong = checked.check_as(WordList, file.name, written, translations.memory())
        problems += wrong
        for number, entry in enumerate(words.words if words else ()):
            taken = [
                form
                for form in (entry.word.fr, *entry.forms)
                if owners.setdefault(form, entry.word.fr) != entry.word.fr
            ]
            if taken or entry.word.fr in entries:
                place = written.places[("words", number)]
                form = taken[0] if taken else entry.word.fr
                what = f"« {form} » est déjà un mot du glossaire."
                problems.append(Problem(file.name, what, place.line, place.column, "chaque mot une seule fois"))
                continue
            entries[entry.word.fr], themes[entry.word.fr] = entry, words.theme if words else ""
    return glossary_of(entries.values(), themes, problems)
