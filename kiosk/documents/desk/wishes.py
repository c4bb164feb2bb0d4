"""What a person asks for at the paper desk. Nothing has happened yet when a wish is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.documents.acceptance import Format
from kiosk.documents.scanner.base import Source


@dataclass(frozen=True)
class Wish:
    pass


@dataclass(frozen=True)
class Leave(Wish):
    """Back to the page. What was not kept is dropped."""


@dataclass(frozen=True)
class Use(Wish):
    way: Literal["scan", "photo", "print", "stick", "phone"]


@dataclass(frozen=True)
class Again(Wish):
    pass


@dataclass(frozen=True)
class Scan(Wish):
    source: Source


@dataclass(frozen=True)
class AnotherPhoto(Wish):
    """Back to the phone's code, with the photographs so far."""


@dataclass(frozen=True)
class Select(Wish):
    sheet: int


@dataclass(frozen=True)
class TurnSheet(Wish):
    """The selected sheet, a quarter clockwise."""


@dataclass(frozen=True)
class CropSheet(Wish):
    """The selected sheet to this part of what is seen, each from 0 to 1. The whole sheet undoes it."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class RemoveSheet(Wish):
    pass


@dataclass(frozen=True)
class Keep(Wish):
    """Into the tray."""


@dataclass(frozen=True)
class NewCode(Wish):
    pass


@dataclass(frozen=True)
class Look(Wish):
    pass


@dataclass(frozen=True)
class Copies(Wish):
    number: int


@dataclass(frozen=True)
class ShowPage(Wish):
    page: int


@dataclass(frozen=True)
class Print(Wish):
    pass


@dataclass(frozen=True)
class Release(Wish):
    """Let the held sheets out, by a mediator's PIN."""


@dataclass(frozen=True)
class Pin(Wish):
    digits: str


@dataclass(frozen=True)
class Cancel(Wish):
    pass


@dataclass(frozen=True)
class Lighten(Wish):
    """To what the service takes, or without a rule to one megabyte."""


@dataclass(frozen=True)
class ToFormat(Wish):
    format: Format


@dataclass(frozen=True)
class Straighten(Wish):
    pass


@dataclass(frozen=True)
class OnlyPages(Wish):
    """Keep these pages, counted from 0."""

    pages: tuple[int, ...]


@dataclass(frozen=True)
class Undo(Wish):
    """Back to the paper as it came."""


@dataclass(frozen=True)
class ToggleNumber(Wish):
    index: int


@dataclass(frozen=True)
class WriteNumber(Wish):
    """A number that the person wrote themselves."""

    text: str
