"""One page as its owner wants it: opened, a photograph made flat, straightened, turned, cropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside.pages import Image, page_image
from kiosk.documents.workshop.jobs import MAX_SIDE, Box, PageOf, Turn


class Prepared(NamedTuple):
    image: Image
    found_edges: bool


def prepared(inputs: Sequence[int], page: PageOf, *, dpi: float = 200.0, longest: int = MAX_SIDE) -> Prepared:
    """`longest`: of the whole page, before it is cropped. Raises PaperTroubleError."""
    if page.input >= len(inputs):
        raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
    image = page_image(inputs[page.input], page.page, dpi=dpi, longest=longest)
    found = False
    if page.photo:
        image, found = _flat(image)
    if page.straighten:
        from kiosk.documents.workshop.inside.straighten import straighten  # noqa: PLC0415 - it imports OpenCV

        image = straighten(image)
    return Prepared(cropped(turned(image, page.turn), page.crop), found)


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


def _flat(photo: Image) -> tuple[Image, bool]:
    from kiosk.documents.workshop.inside import sheet  # noqa: PLC0415

    corners = sheet.find(photo)
    if corners is None:
        return photo, False
    return np.asarray(sheet.even_light(sheet.flatten(photo, corners)), np.uint8), True
