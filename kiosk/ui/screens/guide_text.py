"""The mediators' guide as it is written: a small part of Markdown, read into plain values. Knows no widget.

Known: one `#` title, `##` sections, paragraphs, `- ` items, `> ` what to say aloud, `![words](file)` alone on its line,
`**bold**` left for whoever paints. `{take}`, `{give}`, `{both}`, `{brake}` stand for the post's keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from kiosk.control.people import Action

_PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<file>[\w.-]+)\)")


@dataclass(frozen=True)
class Words:
    text: str


@dataclass(frozen=True)
class Item:
    text: str


@dataclass(frozen=True)
class Said:
    """What the mediator may say aloud."""

    text: str


@dataclass(frozen=True)
class Pictured:
    """`words` say what the picture shows, to those who do not see it."""

    file: str
    words: str


Block = Words | Item | Said | Pictured


@dataclass(frozen=True)
class Section:
    """The first one is the whole guide's: its title and what comes before any `##`."""

    title: str
    blocks: tuple[Block, ...]


def read(text: str, keys: Mapping[Action, str]) -> tuple[Section, ...]:
    """The sections in their order, with the names of the post's keys."""
    for action, key in keys.items():
        text = text.replace(f"{{{action.value}}}", key)
    parts = re.split(r"^#{1,2} ", text, flags=re.MULTILINE)[1:]
    return tuple(_section(part) for part in parts)


def typeset(text: str) -> str:
    """A sign that stands high keeps to its word."""
    for sign in " ?", " !", " :", " ;", " %", " »":
        text = text.replace(sign, f"\u00a0{sign[1]}")
    return text.replace("« ", "«\u00a0")


def _section(part: str) -> Section:
    title, _, rest = part.partition("\n")
    return Section(title.strip(), tuple(_blocks(rest)))


def _blocks(text: str) -> Iterator[Block]:
    lines = (line.strip() for line in text.splitlines())
    for filled, group in groupby(lines, key=bool):
        if not filled:
            continue
        paragraph: list[str] = []
        for line in group:
            special = _special(line)
            if special is None:
                paragraph.append(line)
            else:
                yield special
        if paragraph:
            yield Words(" ".join(paragraph))


def _special(line: str) -> Block | None:
    picture = _PICTURE.fullmatch(line)
    if picture is not None:
        return Pictured(picture["file"], picture["words"])
    if line.startswith("- "):
        return Item(line[2:])
    if line.startswith("> "):
        return Said(line[2:])
    return None
