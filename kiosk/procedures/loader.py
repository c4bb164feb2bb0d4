"""Reads folders of procedures: one YAML file is one procedure. Keeps what is right, says the rest in French.

Never raises: a file that a mediator is in the middle of writing must not keep the post from opening.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import Problem
from kiosk.procedures import translations
from kiosk.procedures.checked import check
from kiosk.procedures.model import Procedure
from kiosk.procedures.written import BadlyWrittenError, Place, Written, read

_ENDINGS = (".yaml", ".yml")
LARGEST_FILE = 256 * 1024
_WHOLE = "Cette démarche n'est pas prise en compte."


@dataclass(frozen=True)
class Loaded:
    procedures: tuple[Procedure, ...]
    problems: tuple[Problem, ...]


def load(folders: Iterable[Path]) -> Loaded:
    """The procedures of `folders`. One of a later folder takes the place of the one with the same `id` before it."""
    procedures: dict[str, Procedure] = {}
    problems: list[Problem] = []
    for folder in folders:
        procedures |= _load_folder(folder, problems)
    return Loaded(tuple(procedures.values()), tuple(problems))


def _load_folder(folder: Path, problems: list[Problem]) -> dict[str, Procedure]:
    found: dict[str, Procedure] = {}
    owner: dict[str, str] = {}
    memory = translations.memory()
    for file in files_of(folder, problems):
        written = written_in(file, problems, _WHOLE)
        if written is None:
            continue
        procedure, wrong = check(file.name, written, memory)
        problems += wrong
        if procedure is None:
            continue
        if procedure.id in found:
            place = written.places[("id",)]
            what = f"« {procedure.id} » est déjà la démarche de {owner[procedure.id]}. {_WHOLE}"
            problems.append(Problem(file.name, what, place.line, place.column, expected="un autre « id »"))
            continue
        found[procedure.id], owner[procedure.id] = procedure, file.name
    return found


def files_of(folder: Path, problems: list[Problem]) -> list[Path]:
    """The YAML files of a folder, by name. A folder that cannot be read has none, and that is said."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix.lower() in _ENDINGS and file.name[0] != ".")
    except (OSError, ValueError):
        problems.append(Problem(str(folder), "Ce dossier de démarches ne peut pas être lu.", expected="un dossier"))
        return []


def written_in(file: Path, problems: list[Problem], outcome: str = "", largest: int = LARGEST_FILE) -> Written | None:
    """What is written in one file, or None, and why. `outcome`: a sentence that says what follows from that."""
    try:
        return read(_text(file, largest))
    except BadlyWrittenError as error:
        line, column = (error.place.line, error.place.column) if error.place else (None, None)
        problems.append(Problem(file.name, f"{error.what} {outcome}".rstrip(), line, column, error.expected))
        return None


def _text(file: Path, largest: int) -> str:
    try:
        # Whoever opens a pipe waits until somebody writes into it.
        if not stat.S_ISREG(file.stat().st_mode):
            raise BadlyWrittenError("Ce n'est pas un fichier.", "un fichier")
        with file.open("rb") as opened:
            raw = opened.read(largest + 1)
    except OSError:
        raise BadlyWrittenError("Le fichier ne peut pas être lu.", str(file)) from None
    if len(raw) > largest:
        raise BadlyWrittenError("Le fichier est trop grand.", f"{largest // 1024} Ko au plus")
    try:
        # Editors of another system put a mark before the first character.
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadlyWrittenError("Cette lettre est illisible.", "du texte en UTF-8", Place(line)) from None
