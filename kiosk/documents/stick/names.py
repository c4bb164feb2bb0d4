"""Names that every machine reads from a stick: a paper's title, made safe for FAT and for who opens it. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePath

from kiosk.documents.paper import ENDINGS, LONGEST_TITLE, Paper
from kiosk.documents.plain import plain

_NOTHING = "Papier"
# What FAT refuses, what mtools takes for a pattern, and "~", which makes the short names of old machines.
_REFUSED = re.compile(r'[<>:"/\\|?*\[\]~]')
_DEVICES = re.compile(r"(con|prn|aux|nul|clock\$|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def file_name(paper: Paper, taken: Collection[str]) -> str:
    """The title, with "(2)" and so on where the name is taken. Accents stay."""
    title, ending = _safe(paper.title), ENDINGS[paper.kind]
    known = {one.casefold() for one in taken}
    name, number = f"{title}{ending}", 1
    while name.casefold() in known:
        number += 1
        name = f"{title} ({number}){ending}"
    return name


def folder_name(wanted: str, taken: Collection[str]) -> str:
    known = {one.casefold() for one in taken}
    name, number = wanted, 1
    while name.casefold() in known:
        number += 1
        name = f"{wanted} ({number})"
    return name


def _safe(title: str) -> str:
    words = _REFUSED.sub("-", plain(title, LONGEST_TITLE))
    # A stick's names have two bytes a sign.
    words = " ".join("".join(one for one in words if ord(one) <= 0xFFFF).split()).strip(" .-")
    for ending in ENDINGS.values():
        if PurePath(words).suffix.casefold() == ending:
            words = words[: -len(ending)].strip(" .-")
    if _DEVICES.fullmatch(words):
        return f"{_NOTHING} {words}"
    return words or _NOTHING
