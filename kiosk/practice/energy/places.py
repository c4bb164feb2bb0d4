"""The addresses of a town that does not exist, and the search that a form offers while one is typed. Pure."""

from __future__ import annotations

import unicodedata

TOWN = "00100 Exempleville"
MOST_SHOWN = 7

_STREETS = (
    *("rue des Tilleuls", "rue des Tisserands", "rue du Moulin", "rue de la Mairie", "rue des Écoles", "rue Verte"),
    *(
        "avenue de la Gare",
        "avenue du Lac",
        "allée des Tilleuls",
        "boulevard du Nord",
        "place du Marché",
        "impasse du Puits",
    ),
)
_HIGHEST = 40

ADDRESSES: tuple[str, ...] = tuple(
    f"{number} {street}, {TOWN}" for street in _STREETS for number in range(1, _HIGHEST + 1)
)
_KNOWN = frozenset(ADDRESSES)


def is_known(address: str) -> bool:
    return " ".join(address.split()) in _KNOWN


def suggestions(typed: str) -> tuple[str, ...]:
    """The addresses of which every word begins as a word that was typed, in the order of the street numbers."""
    wanted = _words(typed)
    if not wanted or len("".join(wanted)) < 3:
        return ()
    found = (address for address in ADDRESSES if _fits(wanted, _words(address)))
    return tuple(sorted(found, key=lambda address: int(address.split()[0])))[:MOST_SHOWN]


def _fits(wanted: list[str], words: list[str]) -> bool:
    """A number counts whole: "1" is not "12"."""
    return all(any(word == one if one.isdecimal() else word.startswith(one) for word in words) for one in wanted)


def _words(text: str) -> list[str]:
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return bare.casefold().replace(",", " ").split()
