"""One page as its owner wants it: opened, a photograph made flat, straightened, turned, cropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kiosk.documents.acceptance import Did
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside.pages import Image, page_image
from kiosk.documents.workshop.jobs import MAX_SIDE, Box, PageOf, Turn


class Prepared(NamedTuple):
    image: Image
    found_edges: bool
    did: tuple[Did, ...]


def prepared(inputs: Sequence[int], page: PageOf, *, dpi: float = 200.0, longest: int = MAX_SIDE) -> Prepared:
    """`longest`: of the whole page, before it is cropped. First what a photograph or a scan needs, then the turn, then
    the crop, which was chosen on what came out. Raises PaperTroubleError."""
    if page.input >= len(inputs):
        raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
    image = page_image(inputs[page.input], page.page, dpi=dpi, longest=longest)
    did: list[Did] = []
    if page.photo:
        image, did = _flat(image)
    elif page.straighten:
        from kiosk.documents.workshop.inside.straighten import straighten  # noqa: PLC0415 - it imports OpenCV

        straight = straighten(image)
        if straight is not image:
            image = straight
            did.append(Did.STRAIGHTENED)
    if page.turn:
        did.append(Did.TURNED)
    if page.crop != Box():
        did.append(Did.CROPPED)
    found_edges = page.photo and Did.STRAIGHTENED in did
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


def _flat(photo: Image) -> tuple[Image, list[Did]]:
    from kiosk.documents.workshop.inside import sheet  # noqa: PLC0415

    did = [Did.BRIGHTENED]
    corners = sheet.find(photo)
    if corners is not None:
        photo = sheet.flatten(photo, corners)
        did.insert(0, Did.STRAIGHTENED)
    return sheet.even_light(photo), did
