"""What the screen must show at the paper desk. Plain frozen data: figures, codes and pixels, no words.

`ui.screens.desk` has one page for each scene; the words are in `ui.desk_words`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kiosk.documents.acceptance import Did, Reading, Rule
from kiosk.documents.paper import Kind, Picture
from kiosk.documents.scanner.base import Source
from kiosk.documents.trouble import Trouble


@dataclass(frozen=True)
class Scene:
    pass


@dataclass(frozen=True)
class AddScene(Scene):
    """How does the paper come in? Wishes: Use(scan), Use(photo), Leave."""

    scanner: bool
    phone: bool


@dataclass(frozen=True)
class SheetView:
    """One sheet that came in. `small` for the row of sheets. `reading` once text recognition has answered."""

    small: Picture
    turn: int = 0
    cropped: bool = False
    edges_found: bool = False


@dataclass(frozen=True)
class SheetsScene(Scene):
    """Scanned or photographed sheets, to be looked at and kept as one paper. Wishes: Scan(source) or AnotherPhoto,
    Select, TurnSheet, CropSheet, RemoveSheet, Keep, Leave.

    `large`: the selected sheet. `percent`: how far the scanner is, None when nothing runs. `working`: a workshop is at
    work on the selected sheet or on the whole. `readable`: 0 to 100 for the selected sheet, None before it is known.
    """

    origin: Literal["scan", "photo"]
    sheets: tuple[SheetView, ...] = ()
    selected: int = 0
    large: Picture | None = None
    sources: tuple[Source, ...] = ()
    percent: int | None = None
    working: bool = False
    readable: int | None = None
    full: bool = False
    trouble: Trouble | None = None


@dataclass(frozen=True)
class PhoneScene(Scene):
    """The QR code, and what the phone does. Wishes: NewCode (once expired), Look ("bring": see the photographs), Leave.

    `qr`: rows of dark (True) and light modules, without the quiet zone; empty when it must not be shown any more.
    """

    mode: Literal["bring", "take"]
    stage: Literal["code", "joined", "finished", "expired"]
    qr: tuple[tuple[bool, ...], ...] = ()
    host: str = ""
    own_certificate: bool = False
    seconds_left: int = 0
    count: int = 0
    total: int = 0
    trouble: Trouble | None = None


@dataclass(frozen=True)
class PrintScene(Scene):
    """Wishes: "choose": Copies, ShowPage, Print, Leave. "held": a mediator must release it: Release, Leave.
    "printing": Cancel. "done": Leave. "failed": Print (again), Leave.

    `sheets`: how many sheets of paper one copy takes. `percent_out`: None when the printer does not say.
    """

    stage: Literal["preparing", "choose", "held", "printing", "stopped", "done", "failed"]
    title: str = ""
    preview: Picture | None = None
    page: int = 0
    pages: int = 1
    copies: int = 1
    most_copies: int = 1
    staff_needed: bool = False
    sheets_out: int | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True)
class PinScene(Scene):
    """A mediator types their PIN: Pin, Leave. `wait_seconds`: not before; `wrong`: the last one was."""

    wrong: bool = False
    wait_seconds: int = 0
    locked: bool = False


@dataclass(frozen=True)
class TakeScene(Scene):
    """How does the paper go home? Wishes: Use(stick), Use(phone), Use(print), Leave. `mail` tells that the paper can
    be joined to a message on the person's own mailbox, by words only."""

    titles: tuple[str, ...]
    stick: bool
    phone: bool
    printer: bool


@dataclass(frozen=True)
class StickScene(Scene):
    """Wishes: "insert": Leave. "choose" (several sticks: unplug one): Leave. "copying": none. "copied": the stick can
    be pulled out; Leave. "gone": it was; Leave. "failed": Again, Leave."""

    stage: Literal["insert", "choose", "copying", "copied", "gone", "failed"]
    percent: int = 0
    count: int = 1
    trouble: Trouble | None = None


@dataclass(frozen=True)
class MendScene(Scene):
    """Make a paper acceptable: Lighten, ToFormat, TurnSheet, Straighten, OnlyPages, ShowPage, Undo, Keep, Leave.

    `before` and `size` are bytes. `did`: all that was done since the beginning, in order. `fits`: the rule takes it.
    """

    title: str
    kind: Kind
    before: int
    size: int
    pages: int
    page: int = 0
    picture: Picture | None = None
    rule: Rule | None = None
    fits: bool = True
    did: tuple[Did, ...] = ()
    reading: Reading | None = None
    working: bool = False
    trouble: Trouble | None = None


@dataclass(frozen=True)
class ReceiptScene(Scene):
    """What the person takes home in words. Wishes: ToggleNumber, WriteNumber, Use(print), Use(phone) (a QR code of the
    text), Leave.

    `numbers`: what the page showed and the person may keep, each with whether it is chosen. `qr`: of the text itself.
    """

    title: str
    service: str
    done: tuple[str, ...] = ()
    numbers: tuple[tuple[str, bool], ...] = ()
    after: tuple[str, ...] = ()
    call: str = ""
    printer: bool = False
    qr: tuple[tuple[bool, ...], ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True)
class SorryScene(Scene):
    """A service that cannot go on at all. Wishes: Again, Leave."""

    trouble: Trouble
    again: bool = field(default=False)


@dataclass(frozen=True)
class WaitScene(Scene):
    """A second or more in which nothing can be asked: looking for the scanner, closing the door. Wish: Leave."""

    what: Literal["scanner", "printer", "phone", "paper"]
