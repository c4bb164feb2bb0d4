"""What went wrong, in words for the person who reads it, and the nearest valid word to what was written.

Every room raises its own subclass of `KioskError`, so that no raw exception ever reaches a screen. A `Problem` is
milder: something badly written that the kiosk can start without. Knows nothing of the rooms, imports none.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar


class KioskError(Exception):
    """A cause with its French sentences: what happened, what was not lost, what to do.

    A subclass sets the four as class attributes; `what`, `kept` and `todo` can be made precise when it is raised.
    They are shown to people and must hold no personal data. Codes: E-1xx installation and configuration,
    E-2xx procedures, E-3xx wiping, E-4xx session and sandbox, E-5xx screen and devices.
    """

    code: ClassVar[str] = "E-000"
    what: str = "Le poste a rencontré une erreur."
    kept: str = "Rien n'a été enregistré sur ce poste."
    todo: str = "Appelez l'informatique."

    def __init__(self, *, what: str | None = None, kept: str | None = None, todo: str | None = None) -> None:
        self.what = what or self.what
        self.kept = kept or self.kept
        self.todo = todo or self.todo
        super().__init__(f"{self.code} : {self.what} {self.kept} {self.todo}")


class DamagedInstallationError(KioskError):
    """A file that is part of the product is missing or altered."""

    code = "E-101"
    what = "Le programme est mal installé : un de ses fichiers manque ou a été modifié."
    kept = "Vos réglages n'ont pas été touchés."
    todo = "Installez de nouveau le paquet."


@dataclass(frozen=True)
class Problem:
    """Something badly written in a file that people write. The kiosk starts with the valid rest.

    `what` is a French sentence. `expected` and `nearest` are words without a full stop. Lines and columns begin at 1.
    """

    file: str
    what: str
    line: int | None = None
    column: int | None = None
    expected: str | None = None
    nearest: str | None = None

    def __str__(self) -> str:
        place = self.file
        if self.line is not None:
            place += f", ligne {self.line}"
        if self.column is not None:
            place += f", colonne {self.column}"
        sentences = [self.what]
        if self.expected is not None:
            sentences.append(f"Attendu : {self.expected}.")
        if self.nearest is not None:
            sentences.append(f"Vouliez-vous dire « {self.nearest} » ?")
        return _visible(f"{place} : {' '.join(sentences)}")


def _visible(text: str) -> str:
    """What was written is quoted, and a terminal obeys signs that nobody sees. French has two spaces of its own."""
    return "".join(sign if sign.isprintable() or sign in "\u00a0\u202f" else "?" for sign in text)


def nearest_word(written: str, known: Iterable[str]) -> str | None:
    """The known word that `written` most resembles, or None when it resembles none."""
    by_folded = {word.casefold(): word for word in known}
    close = difflib.get_close_matches(written[:80].casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None
