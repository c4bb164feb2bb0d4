"""The procedures of this post, found by theme, by how often they are asked for, or by a few words badly typed.

In memory and pure. Knows all the languages of a text at once: people mix them. `matching` compares the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kiosk.procedures.matching import closest, is_generic, words_of
from kiosk.procedures.model import Procedure, Text

MOST_FREQUENT = 6
_LONGEST_QUERY = 100

# What a word is worth by where it stands: in a title, in the keywords, in the service's name.
_TITLE, _KEYWORD, _SERVICE = 4, 3, 2


class Catalogue:
    def __init__(self, procedures: Iterable[Procedure]) -> None:
        self._by_id = {procedure.id: procedure for procedure in procedures}
        self._worth: dict[str, dict[str, int]] = defaultdict(dict)
        for procedure in self._by_id.values():
            for word, worth in _worth(procedure).items():
                self._worth[word][procedure.id] = worth

    def get(self, procedure_id: str) -> Procedure | None:
        return self._by_id.get(procedure_id)

    def frequent(self) -> tuple[Procedure, ...]:
        """What people ask for most, at most six, by rank."""
        ranked = [procedure for procedure in self._by_id.values() if procedure.frequent]
        return tuple(sorted(ranked, key=lambda procedure: (procedure.frequent, procedure.id))[:MOST_FREQUENT])

    def by_theme(self, theme: str) -> tuple[Procedure, ...]:
        return tuple(sorted((each for each in self._by_id.values() if each.theme == theme), key=_rank))

    def search(self, query: str) -> tuple[Procedure, ...]:
        """The procedures that most of the query's telling words lead to, best first.

        A word like "carte" or "demande" tells little: alone it is searched, beside others it only changes the order.
        Otherwise "carte grise" would find the identity card, and hide that there is no guide.
        """
        words = words_of(query[:_LONGEST_QUERY])
        telling = [word for word in words if not is_generic(word)] or words
        met: dict[str, int] = defaultdict(int)
        points: dict[str, float] = defaultdict(float)
        for word in words:
            for procedure_id, score in self._scores(word).items():
                points[procedure_id] += score
                met[procedure_id] += word in telling
        most = max(met.values(), default=0)
        found = [self._by_id[procedure_id] for procedure_id, count in met.items() if count == most > 0]
        return tuple(sorted(found, key=lambda each: (-points[each.id], *_rank(each))))

    def _scores(self, word: str) -> Mapping[str, float]:
        """By procedure, what its word closest to `word` is worth."""
        scores: dict[str, float] = {}
        for known, closeness in closest(word, self._worth).items():
            for procedure_id, worth in self._worth[known].items():
                scores[procedure_id] = max(scores.get(procedure_id, 0), closeness * worth)
        return scores


def _worth(procedure: Procedure) -> Mapping[str, int]:
    """Each word of a procedure, and the best of the places where it stands."""
    written = (
        (_SERVICE, [procedure.service]),
        (_KEYWORD, procedure.keywords),
        (_TITLE, [*_languages(procedure.title), *_languages(procedure.short)]),
    )
    return {word: worth for worth, texts in written for text in texts for word in words_of(text)}


def _languages(text: Text) -> Iterable[str]:
    return (each for each in (text.fr, text.en, text.ar) if each)


def _rank(procedure: Procedure) -> tuple[bool, int, str]:
    """The real ones before those to practise on, then what is asked for most."""
    return procedure.practice, procedure.frequent or 100, procedure.id
