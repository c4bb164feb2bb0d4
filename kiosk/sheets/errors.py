"""Why an archive was refused, in words for IT."""

from __future__ import annotations

from kiosk.errors import KioskError, Problem

AGAIN = "Prenez de nouveau l'archive XML complète, sans la modifier, puis recommencez."


class SheetsError(KioskError):
    """The library could not be changed or read; what was there before still is."""

    code = "E-210"
    what = "Les fiches d'information n'ont pas pu être changées."
    kept = "La bibliothèque n'a pas été touchée."
    todo = AGAIN


def refused(file: str, what: str, *, expected: str | None = None, line: int | None = None) -> SheetsError:
    return SheetsError(what=str(Problem(file, what, line=line, expected=expected)))
