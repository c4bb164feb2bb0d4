"""One gesture as it may be kept: on what, by role and name, and on which page. Never a value, never a digit.

What comes from the guest is untrusted: whatever is not plainly a role, a name and an address is no gesture, and what
the guest should have left out is left out here again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from kiosk.procedures.model import Role

Gesture = Literal["write", "click", "choose", "send"]

LONGEST_NAME = 80
LONGEST_PATH = 200
ANY = "*"

_HOST = re.compile(r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,20}")
_QUOTES = str.maketrans({"«": " ", "»": " ", "\u2068": "", "\u2069": ""})


# What stands before somebody's name on a page that knows them: "Bonjour Marie", "Mme DUPONT", "Compte de Marie".
_GREETINGS = frozenset(
    {"bonjour", "bonsoir", "bienvenue", "salut", "madame", "monsieur", "mademoiselle", "mme", "mlle", "m", "mr"}
)
_OWNED = frozenset({"compte", "espace", "dossier", "profil", "session"})
_MARKS = ".,;:!?…"


@dataclass(frozen=True)
class Noted:
    gesture: Gesture
    role: Role
    name: str
    """`*` stands for what varies; `*` alone where nothing may be kept of the name."""
    address: str
    """host/path, without its query; a part of the path that holds a digit is `*`."""

    @property
    def host(self) -> str:
        return self.address.partition("/")[0]

    @property
    def has_name(self) -> bool:
        return any(letter.isalpha() for letter in self.name)


def noted(gesture: str, role: str, untrusted_name: str, untrusted_address: str) -> Noted | None:
    """The gesture, or None where it is none that a procedure could speak of."""
    address = plain_address(untrusted_address)
    if gesture not in get_args(Gesture) or role not in get_args(Role) or address is None:
        return None
    return Noted(gesture, role, plain_name(untrusted_name), address)  # type: ignore[arg-type]


def plain_name(name: str) -> str:
    """On one line, no word with a digit, nobody's name after a greeting, cut at a word."""
    name = "".join(letter if letter.isprintable() else " " for letter in name).translate(_QUOTES)
    words: list[str] = []
    for word in _without_people(name.split()):
        plain = ANY if any(letter.isnumeric() for letter in word) else word
        if plain != ANY or words[-1:] != [ANY]:
            words.append(plain)
    name = " ".join(words)
    if len(name) > LONGEST_NAME:
        cut = name[: LONGEST_NAME - 1]
        name = (cut.rpartition(" ")[0] or cut).rstrip(" *") + ANY
    return name if any(letter.isalpha() for letter in name) else ANY


def _without_people(words: list[str]) -> Iterator[str]:
    before, named = "", False
    for word in words:
        bare = word.strip(_MARKS).casefold()
        if bare in _GREETINGS or (bare == "de" and before in _OWNED):
            named = True
        elif named and word[0].isalpha() and not word[0].islower():
            word = ANY  # noqa: PLW2901
        elif bare:
            named = False
        before = bare
        yield word


def plain_address(address: str) -> str | None:
    host, _, path = address.split("?", 1)[0].split("#", 1)[0].partition("/")
    host = host.lower()
    if not _HOST.fullmatch(host):
        return None
    path = "".join(letter for letter in path if letter.isprintable() and not letter.isspace())
    parts = [_plain_part(part) for part in path.split("/")]
    kept = f"{host}/" + "/".join(parts)
    return kept if len(kept) <= LONGEST_PATH else kept[: LONGEST_PATH - 1].rpartition("/")[0] + "/" + ANY


def _plain_part(part: str) -> str:
    """A part with a digit or an @ is a number, a day or somebody's."""
    return ANY if any(letter.isnumeric() or letter == "@" for letter in part) else part
