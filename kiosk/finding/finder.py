"""Finds, among texts of several worths, those that a few words badly typed may mean. In memory and pure.

Knows words and keys, no procedure: the catalogue and the information sheets are searched by the same rules. A word
that few texts have tells more than one that many have. What has much less of what was asked than the best is left out:
nothing is better than another procedure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from math import log
from typing import Generic, TypeVar

from kiosk.finding.matching import beginning_with, is_generic, slips_of, words_of

Key = TypeVar("Key", bound=Hashable)

LONGEST_QUERY = 100
_EXACT, _BEGINNING, _SLIP = 10.0, 3.0, 1.0
# Of all that the best one has of the query, how much another one needs to be shown beside it.
_SHARE = 0.6
# A beginning that so many words have means nothing yet.
_MOST_BEGINNINGS = 60


class Finder(Generic[Key]):
    """`entries`: a key, and its texts with what a word in each is worth (greater counts more)."""

    def __init__(self, entries: Iterable[tuple[Key, Iterable[tuple[float, str]]]]) -> None:
        self._worth: dict[str, dict[Key, float]] = defaultdict(dict)
        keys: set[Key] = set()
        for key, texts in entries:
            keys.add(key)
            for worth, text in texts:
                for word in words_of(text):
                    known = self._worth[word]
                    known[key] = max(known.get(key, 0), worth)
        self._known: Sequence[str] = sorted(self._worth)
        self._count = len(keys)

    def find(self, query: str, rank: Callable[[Key], object]) -> tuple[Key, ...]:
        """Best first; `rank` orders what is as good (smaller first)."""
        words = words_of(query[:LONGEST_QUERY])
        telling = {word for word in words if not is_generic(word)} or set(words)
        points: dict[Key, float] = defaultdict(float)
        told: dict[Key, float] = defaultdict(float)
        for word in words:
            for key, (closeness, weight) in self._meant(word).items():
                points[key] += closeness * weight
                if word in telling:
                    told[key] += weight
        most = max(told.values(), default=0.0)
        found = [key for key, weight in told.items() if weight >= _SHARE * most]
        return tuple(sorted(found, key=lambda key: (-round(points[key], 6), rank(key))))

    def _meant(self, word: str) -> Mapping[Key, tuple[float, float]]:
        """By key, how close its closest word is to `word` times its worth, and how much that word tells."""
        best: dict[Key, tuple[float, float]] = {}
        for known, closeness in self._closest(word).items():
            keys = self._worth[known]
            weight = log(1 + self._count / len(keys))
            for key, worth in keys.items():
                if key not in best or best[key][0] < closeness * worth:
                    best[key] = closeness * worth, weight
        return best

    def _closest(self, word: str) -> Mapping[str, float]:
        """The known words that `word` may stand for, and how well. A known word is no slip of another."""
        begun = beginning_with(word, self._known)
        found = dict.fromkeys(begun if len(begun) <= _MOST_BEGINNINGS else (), _BEGINNING)
        if word in self._worth:
            found[word] = _EXACT
        return found or dict.fromkeys(slips_of(word, self._known), _SLIP)
