"""An information sheet as it is kept and shown: plain text in blocks, without links that could be followed.

Written and read as JSON by msgspec; a block's class is its `kind`.
"""

from __future__ import annotations

from datetime import date

import msgspec

SHEET_ID = r"F[0-9]{1,7}"


class Block(msgspec.Struct, frozen=True, tag_field="kind", tag=str.lower):
    """One thing to read."""


class Heading(Block, frozen=True):
    text: str


class Paragraph(Block, frozen=True):
    text: str


class Bullets(Block, frozen=True):
    items: tuple[str, ...]


class Remark(Block, frozen=True):
    """What must not be missed, with the word it begins with ("À noter"), which may be empty."""

    title: str
    text: str


class Service(Block, frozen=True):
    """An online service. `host` is empty where there is no address that a browser could open."""

    title: str
    sort: str
    url: str
    host: str


class Where(Block, frozen=True):
    """Where people are received, or whom they call."""

    title: str
    text: str


class Case(msgspec.Struct, frozen=True):
    """One of several situations."""

    title: str
    blocks: tuple[AnyBlock, ...]


class Cases(Block, frozen=True):
    """Situations of which one is the reader's."""

    cases: tuple[Case, ...]


class Chapter(Block, frozen=True):
    """A question and its answer: read one at a time."""

    title: str
    blocks: tuple[AnyBlock, ...]


AnyBlock = Heading | Paragraph | Bullets | Remark | Service | Where | Cases | Chapter


class Sheet(msgspec.Struct, frozen=True):
    """`id`: F and digits. `day`: when its text was last changed, where it says so. `path`: where it is filed."""

    id: str
    title: str
    day: date | None
    audience: str
    theme: str
    path: tuple[str, ...]
    blocks: tuple[AnyBlock, ...]


class Entry(msgspec.Struct, frozen=True):
    """A sheet in a list."""

    id: str
    title: str
    day: date | None


def text_of(blocks: tuple[AnyBlock, ...]) -> str:
    """Every word of the blocks, for the search."""
    return "\n".join(_texts(blocks))


def _texts(blocks: tuple[AnyBlock, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading(text) | Paragraph(text):
                found.append(text)
            case Bullets(items):
                found += items
            case Remark(title, text) | Where(title, text):
                found += [title, text]
            case Service(title=title):
                found.append(title)
            case Chapter(title, inner):
                found += [title, *_texts(inner)]
            case Cases(cases):
                for case in cases:
                    found += [case.title, *_texts(case.blocks)]
    return found
