"""The procedures of this post, found by theme, by how often they are asked for, or by a few words badly typed.

In memory and pure. Knows all the languages of a text at once: people mix them. `kiosk.finding` compares the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.finding import Finder
from kiosk.procedures.model import Procedure

MOST_FREQUENT = 6

# What a word is worth by where it stands: in a title, in the keywords, in the service's name.
_TITLE, _KEYWORD, _SERVICE = 4, 3, 2
_PRACTICE_SHARE = 0.9


class Catalogue:
    def __init__(self, procedures: Iterable[Procedure]) -> None:
        self.put(procedures)

    def put(self, procedures: Iterable[Procedure]) -> None:
        """These, and no others, from now on."""
        self._by_id = {procedure.id: procedure for procedure in procedures}
        self._finder = Finder((each.id, _texts(each)) for each in self._by_id.values())

    def all(self) -> tuple[Procedure, ...]:
        return tuple(self._by_id.values())

    def get(self, procedure_id: str) -> Procedure | None:
        return self._by_id.get(procedure_id)

    def frequent(self) -> tuple[Procedure, ...]:
        """What people ask for most, at most six, by rank."""
        ranked = [procedure for procedure in self._by_id.values() if procedure.frequent]
        return tuple(sorted(ranked, key=lambda procedure: (procedure.frequent, procedure.id))[:MOST_FREQUENT])

    def by_theme(self, theme: str) -> tuple[Procedure, ...]:
        return tuple(sorted((each for each in self._by_id.values() if each.theme == theme), key=_rank))

    def for_sheet(self, sheet_id: str) -> tuple[Procedure, ...]:
        """The real procedures that an information sheet tells of."""
        found = (each for each in self._by_id.values() if each.sheet == sheet_id and not each.practice)
        return tuple(sorted(found, key=_rank))

    def at_host(self, host: str) -> tuple[Procedure, ...]:
        """The real procedures that begin on this site."""
        found = (each for each in self._by_id.values() if each.host == host and not each.practice)
        return tuple(sorted(found, key=_rank))

    def search(self, query: str) -> tuple[Procedure, ...]:
        """The procedures that most of the query's telling words lead to, best first.

        A word like "carte" or "demande" tells little: alone it is searched, beside others it only changes the order.
        """
        return tuple(self._by_id[found] for found in self._finder.find(query, self._order))

    def _order(self, procedure_id: str) -> tuple[bool, int, str]:
        return _rank(self._by_id[procedure_id])


def _texts(procedure: Procedure) -> Iterator[tuple[float, str]]:
    """What is written of a procedure, and what a word of it is worth: less where it is only practised."""
    share = _PRACTICE_SHARE if procedure.practice else 1
    yield _SERVICE * share, procedure.service
    yield from ((_KEYWORD * share, keyword) for keyword in procedure.keywords)
    yield from ((_TITLE * share, text) for text in (*procedure.title.every.values(), *procedure.short.every.values()))


def _rank(procedure: Procedure) -> tuple[bool, int, str]:
    """The real ones before those to practise on, then what is asked for most."""
    return procedure.practice, procedure.frequent or 100, procedure.id
