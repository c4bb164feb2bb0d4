"""One page as its owner wants it: opened, a photograph made flat, straightened, turned, cropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kiosk.documents.acceptance import Did
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside.pages import Image, decode, draw, is_pdf, is_photograph, opened_pdf, page_image
from kiosk.documents.workshop.jobs import MAX_SIDE, Box, PageOf, Turn

_FINEST = 600.0  # dots per inch: a photograph in a PDF has its own pixels, which `longest` bounds


class Prepared(NamedTuple):
    image: Image
    found_edges: bool
    did: tuple[Did, ...]


def prepared(inputs: Sequence[int], page: PageOf, *, dpi: float = 200.0, longest: int = MAX_SIDE) -> Prepared:
    """`longest`: of the whole page, before it is cropped. First what a photograph or a scan needs, then the turn, then
    the crop, which was chosen on what came out. Raises PaperTroubleError."""
    if page.input >= len(inputs):
        raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
    found = flat_sheet(inputs[page.input], page.page, longest) if page.straighten and not page.photo else None
    if found is not None:
        image, did = found, [Did.STRAIGHTENED, Did.BRIGHTENED]
    else:
        image = page_image(inputs[page.input], page.page, dpi=dpi, longest=longest)
        image, did = _lit(image) if page.photo else _level(image) if page.straighten else (image, [])
    if page.turn:
        did.append(Did.TURNED)
    if page.crop != Box():
        did.append(Did.CROPPED)
    found_edges = Did.STRAIGHTENED in did and Did.BRIGHTENED in did
    return Prepared(cropped(turned(image, page.turn), page.crop), found_edges, tuple(did))


def turned(image: Image, turn: Turn) -> Image:
    """Clockwise."""
    return np.ascontiguousarray(np.rot90(image, -turn // 90)) if turn else image


def cropped(image: Image, box: Box) -> Image:
    """At least one pixel remains, wherever the box lies."""
    if box == Box():
        return image
    height, width = image.shape[:2]
    left, top = (min(round(part * side), side - 1) for part, side in ((box.left, width), (box.top, height)))
    right, bottom = max(left + 1, round(box.right * width)), max(top + 1, round(box.bottom * height))
    return np.ascontiguousarray(image[top:bottom, left:right])


def flat_sheet(content: int, page: int = 0, longest: int = MAX_SIDE) -> Image | None:
    """The sheet that lies on the table of a photograph, in all of its pixels. None where the page is no photograph, or
    no sheet is surely found in it: then nothing is cut off. Raises PaperTroubleError."""
    if is_pdf(content):
        with opened_pdf(content) as pdf:
            photo = draw(pdf, page, _FINEST, longest) if is_photograph(pdf, page) else None
    else:
        photo = decode(content, page, longest)
    return None if photo is None else _sheet_in(photo)


def _sheet_in(photo: Image) -> Image | None:
    from kiosk.documents.workshop.inside import sheet  # noqa: PLC0415 - it imports OpenCV

    corners = sheet.find(photo)
    return None if corners is None else sheet.even_light(sheet.flatten(photo, corners))


def _lit(photo: Image) -> tuple[Image, list[Did]]:
    """Evened, whether a sheet is found in it or not."""
    from kiosk.documents.workshop.inside.light import even_light  # noqa: PLC0415

    flat = _sheet_in(photo)
    if flat is None:
        return even_light(photo), [Did.BRIGHTENED]
    return flat, [Did.STRAIGHTENED, Did.BRIGHTENED]


def _level(scan: Image) -> tuple[Image, list[Did]]:
    from kiosk.documents.workshop.inside.straighten import straighten  # noqa: PLC0415

    straight = straighten(scan)
    return straight, [] if straight is scan else [Did.STRAIGHTENED]
