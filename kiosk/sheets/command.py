"""`kiosk sheets`: what IT types to put the State's information sheets on the post, to see them and take them away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.sheets import library
from kiosk.sheets.days import said
from kiosk.sheets.errors import SheetsError
from kiosk.sheets.importing import import_archive

_NONE = "Il n'y a pas de fiches. Pour en mettre : sudo kiosk sheets import ARCHIVE"


def imported(archive: Path, directory: Path, today: date) -> str:
    """The sentence to say. Raises SheetsError."""
    about = import_archive(archive, directory, today)
    return f"{_number(about.count)} fiches sont sur le poste{_latest(about.newest)}. Il les montre dès qu'il rouvre."


def listed(directory: Path) -> str:
    found = library.opened(directory)
    if found.problem is not None:
        raise SheetsError(what=str(found.problem), todo="Ensuite, recommencez.")
    about = found.library.about
    if about is None:
        return _NONE
    lines = [
        f"{_number(about.count)} fiches{_latest(about.newest)}.",
        f"Mises sur le poste le {said(about.imported)}, depuis {about.source}.",
        *(f"  {_number(count):>6}  {theme or 'sans thème'}" for theme, count in found.library.by_theme()),
    ]
    return "\n".join(lines)


def removed(directory: Path) -> str:
    return "Les fiches ne sont plus sur le poste." if library.remove(directory) else _NONE


def _latest(newest: date | None) -> str:
    return f", la plus récente du {said(newest)}" if newest else ""


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")
