"""From a folder of procedures to the bytes of a pack. `pack.toml`, in that folder, says which pack it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.config.positions import key_lines, syntax_error_place
from kiosk.errors import Problem, nearest_word
from kiosk.packs import container, manifest
from kiosk.packs.errors import PackError

ABOUT = "pack.toml"
_EXPECTED: Mapping[str, str] = {
    "name": "des lettres sans accent, des chiffres et des tirets, comme ville-demarches",
    "version": "un nombre entier, plus grand que celui du lot d'avant",
    "day": "une date, comme 2026-11-22",
    "title": "une phrase courte entre guillemets",
}


class FolderError(PackError):
    what = "Ce dossier ne peut pas devenir un lot."
    kept = "Aucun lot n'a été écrit."
    todo = "Corrigez, puis recommencez."


def make(folder: Path, key: Ed25519PrivateKey) -> tuple[manifest.Manifest, bytes]:
    """Raises FolderError, with what is wrong and where."""
    about = _about(folder / ABOUT)
    contents = _contents(folder)
    try:
        described = manifest.described(**about, contents=contents)
    except PackError as error:
        expected = f"de 1 à {manifest.MOST_FILES} démarches, {manifest.LARGEST_PACK >> 20} Mo au plus"
        problem = Problem(str(folder), "Trop de démarches, ou aucune.", expected=expected)
        raise FolderError(what=str(problem)) from error
    return described, container.written(described, contents, key)


def _about(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        what = Problem(str(file), "Le fichier manque.", expected=", ".join(_EXPECTED))
        raise FolderError(what=str(what)) from error
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column = syntax_error_place(error) or (None, None)
        problem = Problem(ABOUT, "Le fichier est mal écrit.", line, column, expected="du TOML")
        raise FolderError(what=str(problem)) from error
    except RecursionError as error:
        raise FolderError(what=str(Problem(ABOUT, "Le fichier est mal écrit.", expected="du TOML"))) from error
    lines = key_lines(text)
    for word in found:
        if word not in _EXPECTED:
            near = nearest_word(word, _EXPECTED)
            problem = Problem(ABOUT, f"« {word[:40]} » n'est pas connu.", lines.get((word,)), nearest=near)
            raise FolderError(what=str(problem))
    for word, expected in _EXPECTED.items():
        if word not in found:
            raise FolderError(what=str(Problem(ABOUT, f"Il manque « {word} ».", expected=expected)))
        if not _fits(word, found[word]):
            problem = Problem(ABOUT, f"« {word} » ne peut pas valoir cela.", lines.get((word,)), expected=expected)
            raise FolderError(what=str(problem))
    return found


def _fits(word: str, value: object) -> bool:
    match word:
        case "version":
            return type(value) is int and 1 <= value <= manifest.LARGEST_VERSION
        case "day":
            return isinstance(value, date) and not isinstance(value, datetime)
        case _:
            pattern = manifest.NAME if word == "name" else manifest.TITLE
            return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _contents(folder: Path) -> dict[str, bytes]:
    try:
        files = [file for file in sorted(folder.iterdir()) if file.name != ABOUT and file.name[0] != "."]
        for file in files:
            # A file left out in silence would be missed on the posts.
            if not re.fullmatch(manifest.FILE_NAME, file.name) or not file.is_file():
                expected = f"des fichiers comme prime-activite.yaml, et {ABOUT}"
                raise FolderError(what=str(Problem(file.name, "Ce n'est pas une démarche.", expected=expected)))
            if not 1 <= file.stat().st_size <= manifest.LARGEST_FILE:
                what = Problem(file.name, "Le fichier est vide, ou trop grand.", expected="256 Ko au plus")
                raise FolderError(what=str(what))
        return {file.name: file.read_bytes() for file in files}
    except OSError as error:
        raise FolderError(what=str(Problem(str(folder), "Ce dossier ne peut pas être lu."))) from error
