"""An archive into the library: whole and plausible, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosk.sheets import library
from kiosk.sheets.archive import sheet_files
from kiosk.sheets.errors import refused
from kiosk.sheets.library import About
from kiosk.sheets.limits import LIMITS, Limits
from kiosk.sheets.model import Sheet
from kiosk.sheets.reading import read_sheet


def import_archive(archive: Path, directory: Path, today: date, limits: Limits = LIMITS) -> About:
    """`directory`: the post's state folder. Raises SheetsError; then the library is still the one before."""
    before = library.opened(directory).library
    known = before.about.count if before.about else 0

    def acceptable(count: int) -> None:
        if count < limits.fewest:
            raise refused(
                archive.name,
                f"Il y a seulement {count} fiches." if count else "Il n'y a aucune fiche.",
                expected=f"au moins {limits.fewest} fiches, dans des fichiers F123.xml",
            )
        if count < known * limits.share_of_before:
            raise refused(
                archive.name,
                f"Il y a seulement {count} fiches, et la bibliothèque en a {known}.",
                expected="une archive complète. Pour une plus petite : sudo kiosk sheets remove, puis recommencez",
            )

    return library.replace(directory, _sheets(archive, limits), _name(archive), today, acceptable)


def _sheets(archive: Path, limits: Limits) -> Iterator[Sheet]:
    for path, content in sheet_files(archive, limits):
        file = path.replace("\\", "/").rsplit("/", 1)[-1]
        sheet = read_sheet(f"{archive.name}, {file}", content)
        if sheet is None:
            continue
        if f"{sheet.id}.xml" != file:
            raise refused(f"{archive.name}, {file}", f"Cette fiche dit qu'elle est {sheet.id}.", expected=file[:-4])
        yield sheet


def _name(archive: Path) -> str:
    return "".join(sign for sign in archive.name[:80] if sign.isprintable())
