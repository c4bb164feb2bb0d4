"""One page as somebody wants it: straight, evenly lit, turned, cropped. What is shown and what is made are the same.

Pure functions on pixels (BGR).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kiosk.documents.acceptance import Did
from kiosk.documents.workshop.inside import sheet, straighten
from kiosk.documents.workshop.jobs import Box, PageOf

Pixels = NDArray[np.uint8]
WHOLE = Box()


class Dressed(NamedTuple):
    image: Pixels
    did: tuple[Did, ...] = ()
    found_edges: bool = False


def dressed(image: Pixels, page: PageOf) -> Dressed:
    """First what the photograph or the scan needs, then the turn, then the crop (which was chosen on what came out)."""
    did = []
    found_edges = False
    if page.photo:
        corners = sheet.find(image)
        if corners is not None:
            image, found_edges = sheet.flatten(image, corners), True
            did.append(Did.STRAIGHTENED)
        image = sheet.even_light(image)
        did.append(Did.BRIGHTENED)
    elif page.straighten:
        straight = straighten.straighten(image)
        if straight is not image:
            image = straight
            did.append(Did.STRAIGHTENED)
    if page.turn:
        image = np.ascontiguousarray(np.rot90(image, -page.turn // 90))
        did.append(Did.TURNED)
    if page.crop != WHOLE:
        image = _cropped(image, page.crop)
        did.append(Did.CROPPED)
    return Dressed(image, tuple(did), found_edges)


def _cropped(image: Pixels, box: Box) -> Pixels:
    """Something always remains, whatever the box says."""
    height, width = image.shape[:2]
    left, right = sorted((round(box.left * width), round(box.right * width)))
    top, bottom = sorted((round(box.top * height), round(box.bottom * height)))
    left, top = min(left, width - 1), min(top, height - 1)
    return np.ascontiguousarray(image[top : max(bottom, top + 1), left : max(right, left + 1)])
