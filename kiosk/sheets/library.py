"""The sheets of this post: one SQLite file, only read while the kiosk is open, replaced whole by an import.

Found by their titles first, with slips and half words as procedures are, then by any word of their text (FTS5).
Knows nothing of archives.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from kiosk.errors import Problem
from kiosk.finding import LONGEST_QUERY, Finder, words_of
from kiosk.sheets.errors import SheetsError
from kiosk.sheets.model import Entry, Sheet, text_of

FOLDER, FILE = "sheets", "library.sqlite"
_LAYOUT = 1
_MOST_FOUND = 60
# What a word is worth in a title, and in the names of the folders that the sheet is filed in.
_TITLE, _PATH = 4, 1
# Above this many sheets found by their titles, their texts are not asked.
_ENOUGH = 5
_DAMAGED = "la bibliothèque écrite par « sudo kiosk sheets import ». Importez de nouveau l'archive"


class About(msgspec.Struct, frozen=True):
    """`newest`: the day of the latest sheet, which says how old the archive is. `source`: the archive's file name."""

    count: int
    newest: date | None
    imported: date
    source: str


class Library:
    """Empty without a file."""

    def __init__(self, file: Path | None = None, about: About | None = None) -> None:
        self._file = file
        self.about = about
        self._entries = {entry.id: entry for entry in self._rows()}
        self._finder = Finder(self._texts())

    def get(self, sheet_id: str) -> Sheet | None:
        rows = self._ask("SELECT content FROM sheet WHERE id = ?", sheet_id)
        try:
            return msgspec.json.decode(rows[0][0], type=Sheet) if rows else None
        except (TypeError, ValueError, RecursionError):
            return None

    def has(self, sheet_id: str) -> bool:
        return sheet_id in self._entries

    def search(self, query: str) -> tuple[Entry, ...]:
        """Best first, at most sixty."""
        found = list(self._finder.find(query, lambda sheet_id: (len(self._entries[sheet_id].title), sheet_id)))
        if len(found) < _ENOUGH:
            known = set(found)
            found += [sheet_id for sheet_id in self._by_text(query) if sheet_id not in known]
        return tuple(self._entries[sheet_id] for sheet_id in found[:_MOST_FOUND])

    def by_theme(self) -> tuple[tuple[str, int], ...]:
        """How many sheets of each theme, the largest first."""
        return tuple(self._ask("SELECT theme, count(*) FROM sheet GROUP BY theme ORDER BY 2 DESC, 1"))

    def _by_text(self, query: str) -> list[str]:
        """The sheets whose text has all the words; the last one may not be typed to its end."""
        words = words_of(query[:LONGEST_QUERY])
        if not words or len(words[-1]) < 3:
            return []
        asked = " ".join(f'"{word}"' for word in words) + "*"
        rows = self._ask(
            "SELECT id FROM sheet JOIN (SELECT rowid AS place FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?)"
            " ON sheet.rowid = place",
            asked,
            _MOST_FOUND,
        )
        return [sheet_id for (sheet_id,) in rows if sheet_id in self._entries]

    def _rows(self) -> Iterator[Entry]:
        for sheet_id, title, day in self._ask("SELECT id, title, day FROM sheet"):
            yield Entry(sheet_id, title, date.fromisoformat(day) if day else None)

    def _texts(self) -> Iterator[tuple[str, tuple[tuple[float, str], ...]]]:
        for sheet_id, title, path in self._ask("SELECT id, title, path FROM sheet"):
            yield sheet_id, ((_TITLE, title), (_PATH, path))

    def _ask(self, question: str, *values: object) -> list[Any]:
        """A library that is damaged while the kiosk is open has no answer any more: the procedures go on.

        Asked anew each time: what a person looked for does not stay in the memory of a connection.
        """
        if self._file is None:
            return []
        try:
            with contextlib.closing(_connect(self._file)) as connection:
                return connection.execute(question, values).fetchall()
        except sqlite3.Error:
            return []


@dataclass(frozen=True)
class Opened:
    library: Library
    problem: Problem | None = None


def opened(directory: Path) -> Opened:
    """`directory`: the post's state folder. A post without sheets is a normal post; a damaged library is said."""
    file = place_of(directory)
    if not file.exists():
        return Opened(Library())
    try:
        with contextlib.closing(_connect(file)) as connection:
            (layout,) = connection.execute("PRAGMA user_version").fetchone()
            (content,) = connection.execute("SELECT content FROM about").fetchone()
            about = msgspec.json.decode(content, type=About)
            (count,) = connection.execute("SELECT count(*) FROM sheet").fetchone()
        if (layout, count) == (_LAYOUT, about.count):
            return Opened(Library(file, about))
    except (sqlite3.Error, TypeError, ValueError, RecursionError):
        pass
    return Opened(Library(), Problem(str(file), "La bibliothèque des fiches est abîmée.", expected=_DAMAGED))


def _connect(file: Path) -> sqlite3.Connection:
    """Replaced by another file, never written: no lock, no journal."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, cached_statements=0)


def place_of(directory: Path) -> Path:
    return directory / FOLDER / FILE


# --- for IT -------------------------------------------------------------------------------------------------------


def replace(
    directory: Path, sheets: Iterable[Sheet], source: str, today: date, acceptable: Callable[[int], None]
) -> About:
    """Write another library beside this one, and put it in its place when all of it is there.

    `acceptable` is told how many sheets there are, and raises when that cannot be. Raises SheetsError; then, and when
    the power goes, the library is still the one before.
    """
    file = place_of(directory)
    new = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        about = _write(new, sheets, source, today, acceptable)
        _settle(new, directory)
        os.replace(new, file)
        _sync(file.parent)
    except (OSError, sqlite3.Error) as error:
        raise SheetsError(
            what=f"La bibliothèque ne peut pas être écrite dans {file.parent}.",
            todo="Lancez la commande avec les droits de l'informatique (sudo), et regardez la place sur le disque.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
    return about


def remove(directory: Path) -> bool:
    """Whether there was one. Raises SheetsError."""
    file = place_of(directory)
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise SheetsError(
            what=f"Le fichier {file} ne peut pas être effacé.",
            todo="Lancez la commande avec les droits de l'informatique (sudo).",
        ) from error
    return True


def _write(new: Path, sheets: Iterable[Sheet], source: str, today: date, acceptable: Callable[[int], None]) -> About:
    count, newest = 0, None
    with contextlib.closing(sqlite3.connect(new)) as connection:
        connection.executescript(_TABLES)
        for count, sheet in enumerate(sheets, 1):  # noqa: B007 - the count of them all
            day = sheet.day if sheet.day is not None and sheet.day <= today else None
            newest = max(filter(None, (newest, day)), default=None)
            place = connection.execute(
                "INSERT INTO sheet (id, title, day, theme, path, content) VALUES (?, ?, ?, ?, ?, ?)",
                (sheet.id, sheet.title, sheet.day and sheet.day.isoformat(), sheet.theme, " ".join(sheet.path),
                 msgspec.json.encode(sheet)),
            ).lastrowid  # fmt: skip
            spoken = " ".join(words_of(f"{sheet.title} {text_of(sheet.blocks)}"))
            connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (place, spoken))
        acceptable(count)
        about = About(count, newest, today, source)
        connection.execute("INSERT INTO about VALUES (?)", (msgspec.json.encode(about),))
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.commit()
    return about


def _settle(new: Path, directory: Path) -> None:
    """On the disk, and readable by the post's account, also when written by root."""
    _sync(new)
    os.chmod(new, 0o644)
    if os.geteuid() == 0:
        owner = os.stat(directory)
        for made in (new, new.parent):
            os.chown(made, owner.st_uid, owner.st_gid)


def _sync(place: Path) -> None:
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# Words are kept as they are compared, each once, and no more of them than which sheet they are in.
_TABLES = f"""
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA user_version = {_LAYOUT};
BEGIN;
CREATE TABLE about (content BLOB NOT NULL);
CREATE TABLE sheet (
    id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, day TEXT, theme TEXT NOT NULL, path TEXT NOT NULL,
    content BLOB NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5 (text, content = '', detail = none, tokenize = 'unicode61');
"""
