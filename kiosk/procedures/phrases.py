"""Finds known words in a text: whole words, of several parts too, the longest first, accents and all.

Pure and quick enough for every change of a panel: one look at each word of the text. Knows no glossary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

# A word with its hyphens, or what stands before an apostrophe. Elsewhere blanks, marks and quotes only part them.
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*['’]?|[^\W_]+")
_APOSTROPHES = str.maketrans({"’": "'", "‑": "-"})
# "Connectez-vous", "envoyez-le": the verb is the word.
_PRONOUN = re.compile(
    r"(?<=.)-(?:vous|le|la|les|leur|lui|moi|toi|nous|en|y|ce|il|elle|ils|elles|on|t|là|ci)+$", re.IGNORECASE
)


class Phrases(Generic[Meaning]):
    """Each form of a word leads to what it means. A form all in capitals is found in capitals only: RIB, CAF."""

    def __init__(self, forms: Iterable[tuple[str, Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, Meaning]]] = {}
        for form, meaning in forms:
            if parts := tuple(_folded(form)):
                self._by_first.setdefault(parts[0], []).append((parts, is_capitals(form), meaning))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def found_in(self, text: str) -> Iterator[tuple[str, Meaning]]:
        """The words of a text that are known, as they stand in it (composed), in order; none within another."""
        text = unicodedata.normalize("NFC", text)
        spans = list(_parts(text))
        place = 0
        while place < len(spans):
            length, found = self._longest(text, spans, place)
            if found is not None:
                start, end = spans[place][1], spans[place + length - 1][2]
                yield text[start:end], found
            place += length

    def _longest(self, text: str, spans: list[tuple[str, int, int]], place: int) -> tuple[int, Meaning | None]:
        for parts, capitals, meaning in self._by_first.get(spans[place][0], ()):
            here = spans[place : place + len(parts)]
            if tuple(part for part, _, _ in here) != parts:
                continue
            if not capitals or is_capitals(text[here[0][1] : here[-1][2]]):
                return len(parts), meaning
        return 1, None


def words_in(text: str) -> list[str]:
    """The words of a text, folded: what stands before an apostrophe is a word of its own."""
    return _folded(text)


def is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _folded(text: str) -> list[str]:
    return [part for part, _, _ in _parts(unicodedata.normalize("NFC", text))]


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _WORD.finditer(text):
        word, end = match[0], match.end()
        if (pronoun := _PRONOUN.search(word)) is not None:
            end -= len(word) - pronoun.start()
            word = word[: pronoun.start()]
        yield word.translate(_APOSTROPHES).casefold(), match.start(), end
