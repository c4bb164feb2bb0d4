"""What a workshop can be asked, and what it answers. Contents travel beside as sealed memory files, never inside.

A workshop is untrusted once it has opened a paper: its answers are decoded strictly, its sizes checked, its contents
sealed before they are used.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from kiosk.documents.acceptance import Did, Format, Reading
from kiosk.documents.trouble import Trouble

MAX_INPUTS = 40
MAX_PAGES = 100
MAX_SIDE = 4000
MAX_MM = 5000.0
Percent = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
Millimetres = Annotated[float, msgspec.Meta(ge=1.0, le=MAX_MM)]
Turn = Literal[0, 90, 180, 270]


class Box(msgspec.Struct, frozen=True):
    """A part of a page, in parts of its width and height, after it was turned."""

    left: Percent = 0.0
    top: Percent = 0.0
    right: Percent = 1.0
    bottom: Percent = 1.0


class PageOf(msgspec.Struct, frozen=True):
    """One page of the result: page `page` (from 0) of input `input` (from 0), turned clockwise, then cropped.

    `photo`: the input is a photograph of a sheet on a table: find its edges, take the perspective out, even the light.
    `straighten`: a scan that lies a few degrees askew. Where the page is a photograph of a sheet, as with `photo`, but
    only if a sheet is surely found in it.
    """

    input: Annotated[int, msgspec.Meta(ge=0, lt=MAX_INPUTS)]
    page: Annotated[int, msgspec.Meta(ge=0, lt=MAX_PAGES)] = 0
    turn: Turn = 0
    crop: Box = Box()
    photo: bool = False
    straighten: bool = False


# --- jobs ---------------------------------------------------------------------------------------------------------


class Job(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    pass


class Look(Job, frozen=True):
    """What the one input is. Answer: Looked."""


class Preview(Job, frozen=True):
    """A page of the inputs as pixels, at most `side` on its longer side. Answer: Drawn, and the RGB as one output."""

    page: PageOf
    side: Annotated[int, msgspec.Meta(ge=16, le=MAX_SIDE)] = 1200


class Make(Job, frozen=True):
    """One new paper out of pages of the inputs. Answer: Made, and the paper as one output.

    `format`: "jpeg" needs exactly one page. `max_bytes`: shrink until it fits, as long as it can be read; a photograph
    of a sheet is made flat if nothing else helps (else Failed(UNREADABLE)). `read`: recognize text, to name its kind
    and check that it can be read.
    Pages of a PDF that are neither turned, cropped nor shrunk keep their text and their drawing.
    """

    pages: Annotated[tuple[PageOf, ...], msgspec.Meta(min_length=1, max_length=MAX_PAGES)]
    format: Format = "pdf"
    max_bytes: Annotated[int, msgspec.Meta(ge=20_000)] | None = None
    read: bool = False


class Wash(Job, frozen=True):
    """The one input as pixels, for a printer: what was hidden in the paper is gone. Answer: Washed, and one output a
    page (RGB, or one byte a pixel where `colour` is off). As many pages as there are, from `first` on, `pages` at most:
    a longer paper takes several jobs."""

    dots_per_inch: Annotated[int, msgspec.Meta(ge=75, le=300)] = 200
    colour: bool = True
    first: Annotated[int, msgspec.Meta(ge=0, lt=MAX_PAGES)] = 0
    pages: Annotated[int, msgspec.Meta(ge=1, le=MAX_INPUTS)] = 20


class Bind(Job, frozen=True):
    """Pixels of `Wash` into one PDF, in another workshop than the one that opened the paper. Answer: Made.

    `sheets`: width and height of each input in pixels, and millimetres of its paper.
    """

    sheets: Annotated[tuple[Sheet, ...], msgspec.Meta(min_length=1, max_length=MAX_INPUTS)]
    colour: bool = True


class Sheet(msgspec.Struct, frozen=True):
    width: Annotated[int, msgspec.Meta(ge=1, le=MAX_SIDE)]
    height: Annotated[int, msgspec.Meta(ge=1, le=MAX_SIDE)]
    width_mm: Millimetres
    height_mm: Millimetres


AnyJob = Look | Preview | Make | Wash | Bind

# --- answers ------------------------------------------------------------------------------------------------------


class Answer(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    pass


class Looked(Answer, frozen=True):
    kind: Literal["pdf", "image"]
    pages: Annotated[int, msgspec.Meta(ge=1, le=10_000)]


class Drawn(Answer, frozen=True):
    width: Annotated[int, msgspec.Meta(ge=1, le=MAX_SIDE)]
    height: Annotated[int, msgspec.Meta(ge=1, le=MAX_SIDE)]
    found_edges: bool = False


class Made(Answer, frozen=True):
    kind: Literal["pdf", "image"]
    pages: Annotated[int, msgspec.Meta(ge=1, le=MAX_PAGES)]
    did: tuple[Did, ...] = ()
    reading: Reading | None = None


class Washed(Answer, frozen=True):
    sheets: Annotated[tuple[Sheet, ...], msgspec.Meta(min_length=1, max_length=MAX_INPUTS)]


class Failed(Answer, frozen=True):
    trouble: Trouble


AnyAnswer = Looked | Drawn | Made | Washed | Failed
