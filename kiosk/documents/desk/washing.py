"""A paper made safe for the print server: opened in one workshop, which hands out pixels, and bound in others.

What CUPS and its filters are given was never touched by whoever wrote the paper. A few pages at a time, so that a long
paper takes no more memory than a short one.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.documents.desk.workbench import drawn, made
from kiosk.documents.paper import Paper, Picture, Pouch
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Workshop
from kiosk.documents.workshop.jobs import (
    Bind,
    Look,
    Looked,
    Make,
    PageOf,
    Sheet,
    Wash,
    Washed,
)
from kiosk.sealed import Sealed

PAGES_AT_ONCE = 8
"""Eight A4 pages in colour at 200 points an inch: 93 MB of pixels."""
DOTS_PER_INCH = 200
_A4_MM = (210.0, 297.0)
_PREVIEW_SIDE = 1200


@dataclass(frozen=True)
class Printable:
    """A PDF for the printer. `content` is in the pouch."""

    content: Sealed
    pages: int


async def washed(pouch: Pouch, workshop: Workshop, paper: Paper, most_pages: int, colour: bool) -> Printable:
    """Raises PaperTroubleError: TOO_MANY_PAGES over `most_pages`, or the workshop's."""
    looked = (await workshop.do(Look(), [paper.content])).answer
    if not isinstance(looked, Looked):
        raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
    if looked.pages > most_pages:
        raise PaperTroubleError(Trouble.TOO_MANY_PAGES)
    parts: list[Printable] = []
    try:
        for first in range(0, looked.pages, PAGES_AT_ONCE):
            pages = min(PAGES_AT_ONCE, looked.pages - first)
            parts.append(await _part(pouch, workshop, paper, Wash(DOTS_PER_INCH, colour, first, pages)))
        return parts.pop() if len(parts) == 1 else await _joined(pouch, workshop, parts)
    finally:
        for part in parts:
            pouch.drop(part.content)


async def preview(workshop: Workshop, printable: Printable, page: int) -> Picture:
    """What will be on the sheet, as the printer is going to draw it."""
    return (await drawn(workshop, PageOf(0, page), _PREVIEW_SIDE, printable.content)).picture


async def _part(pouch: Pouch, workshop: Workshop, paper: Paper, job: Wash) -> Printable:
    done = await workshop.do(job, [paper.content])
    pixels = pouch.hold_all(done.outputs)
    try:
        answer = done.answer
        if not isinstance(answer, Washed) or not len(answer.sheets) == len(pixels) == job.pages:
            raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
        bind = Bind(tuple(_within_a4(sheet) for sheet in answer.sheets), job.colour)
        return await _made(pouch, workshop, bind, pixels, job.pages)
    finally:
        for one in pixels:
            pouch.drop(one)


async def _joined(pouch: Pouch, workshop: Workshop, parts: list[Printable]) -> Printable:
    pages = tuple(PageOf(number, page) for number, part in enumerate(parts) for page in range(part.pages))
    return await _made(pouch, workshop, Make(pages), [part.content for part in parts], len(pages))


async def _made(pouch: Pouch, workshop: Workshop, job: Bind | Make, inputs: list[Sealed], pages: int) -> Printable:
    answer, content = await made(pouch, workshop, job, inputs)
    if answer.kind != "pdf" or answer.pages != pages:
        pouch.drop(content)
        raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
    return Printable(content, pages)


def _within_a4(sheet: Sheet) -> Sheet:
    """The size that the page is to have: never larger than the post's paper, lying down or standing."""
    short, long = sorted((sheet.width_mm, sheet.height_mm))
    if not 0 < short <= long < float("inf"):
        raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
    scale = min(1.0, _A4_MM[0] / short, _A4_MM[1] / long)
    return Sheet(sheet.width, sheet.height, sheet.width_mm * scale, sheet.height_mm * scale)
