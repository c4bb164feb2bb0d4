"""The translations of procedures and of the glossary, sentence by sentence: `assets/locale/procedures/<code>.yaml`.

One line of a file is a French sentence and its translation; a sentence that several procedures say stands there once.
Reads files, never raises: what cannot be read is shown in French (`lint.translated` says why).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from kiosk import languages
from kiosk.procedures.text import Language, Memory

ROOMS = ("procedures", "glossary")
LARGEST_FILE = 1024 * 1024

# Only text is wanted, and without the search for numbers and dates the same parser takes half the time.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def memory() -> Memory:
    """What is translated on this post, in all its languages."""
    return _read(languages.FOLDER, languages.codes())


def files(folder: Path) -> Iterator[tuple[Language, Path]]:
    """Every file of sentences, with the language that its name says, known or not."""
    for room in ROOMS:
        for file in sorted((folder / room).glob("*.yaml")):
            yield file.stem, file


@cache
def _read(folder: Path, codes: tuple[Language, ...]) -> Memory:
    sentences: dict[Language, dict[str, str]] = {}
    for code, file in files(folder):
        if code in codes and code != languages.SOURCE:
            sentences.setdefault(code, {}).update(_sentences(file))
    return Memory(sentences)


def _sentences(file: Path) -> Mapping[str, str]:
    try:
        with file.open("rb") as opened:
            content = yaml.load(opened.read(LARGEST_FILE), Loader=_LOADER)  # noqa: S506 (it makes nothing but text)
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {
        french: said for french, said in content.items() if isinstance(french, str) and isinstance(said, str) and said
    }
