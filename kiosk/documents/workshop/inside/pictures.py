"""Pixels into the bytes that a PDF holds: JPEG in colour or grey, and one bit a pixel for pages that are text alone.

Pure functions; knows nothing of PDF or of papers.
"""

from __future__ import annotations

import io
from typing import Literal, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
Ink = Literal["colour", "grey", "black"]

_TIFF_STRIP = 273
_TIFF_STRIP_BYTES = 279
_TIFF_ROWS = 278


class Encoded(NamedTuple):
    """`black`: CCITT group 4, else a JPEG with one or three components."""

    content: bytes
    width: int
    height: int
    ink: Ink


def encoded(image: Pixels, ink: Ink, quality: int) -> Encoded:
    """`quality` from 1 to 100 is for JPEG alone."""
    height, width = image.shape[:2]
    if ink == "black":
        return Encoded(_group4(black_on_white(image)), width, height, ink)
    pixels = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) if ink == "grey" else image
    return Encoded(jpeg(pixels, quality), width, height, ink)


def jpeg(image: NDArray[np.generic], quality: int) -> bytes:
    options = (cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1)
    return cv2.imencode(".jpg", np.asarray(image, np.uint8), options)[1].tobytes()


def shrunk(image: Pixels, width: int, height: int) -> Pixels:
    """Never larger than it was."""
    if width >= image.shape[1] or height >= image.shape[0]:
        return image
    return np.asarray(cv2.resize(image, (max(1, width), max(1, height)), interpolation=cv2.INTER_AREA), np.uint8)


def is_text(image: Pixels) -> bool:
    """Nothing but ink on paper: no photograph, no stamp in colour whose loss would change what the page says."""
    small = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    # The rims of letters are grey as well, but thin: they are gone once each place takes the lightest around it.
    flat = cv2.dilate(grey, np.ones((7, 7), np.uint8))
    return float((flat < 190).mean()) < 0.03


def black_on_white(image: Pixels) -> NDArray[np.bool_]:
    """True for paper. By the light around each place, so that a shadow is no ink."""
    grey = cv2.GaussianBlur(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), (3, 3), 0)
    window = max(15, max(grey.shape) // 40) | 1
    return np.asarray(
        cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, window, 14) > 0
    )


def _group4(paper: NDArray[np.bool_]) -> bytes:
    """The one strip of a TIFF: its bytes are what a PDF wants. Runs of paper are told as white ones, the shortest."""
    file = io.BytesIO()
    Image.fromarray(~paper).save(file, "TIFF", compression="group4", tiffinfo={_TIFF_ROWS: paper.shape[0]})
    with Image.open(file) as tiff:
        tags = tiff.tag_v2  # type: ignore[attr-defined]
        (start,), (size,) = tags[_TIFF_STRIP], tags[_TIFF_STRIP_BYTES]
    return file.getvalue()[start : start + size]
