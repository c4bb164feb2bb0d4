"""A letter as a phone photographs it: askew on a table, in a shadow. The letter is one of the practice papers."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pypdfium2  # type: ignore[import-untyped]
from numpy.typing import NDArray

_LETTER = Path(__file__).resolve().parents[1] / "assets" / "practice" / "documents" / "Justificatif de domicile.pdf"
_TABLE = (62, 88, 118)
_SIZE = (2400, 3000)
# Where the four corners of the sheet lie on the photograph, from the first of its text clockwise.
_CORNERS = ((420.0, 330.0), (2060.0, 250.0), (2180.0, 2640.0), (300.0, 2560.0))


def write_photograph(to: Path) -> Path:
    letter = _letter()
    height, width = letter.shape[:2]
    flat = np.array(((0, 0), (width, 0), (width, height), (0, height)), np.float32)
    way = cv2.getPerspectiveTransform(flat, np.array(_CORNERS, np.float32))
    photograph = np.empty((_SIZE[1], _SIZE[0], 3), np.uint8)
    photograph[:] = _TABLE
    cv2.warpPerspective(letter, way, _SIZE, photograph, cv2.INTER_AREA, cv2.BORDER_TRANSPARENT)
    lit = np.linspace(1.0, 0.62, _SIZE[0], dtype=np.float32)[None, :, None]
    if not cv2.imwrite(str(to), (photograph * lit).astype(np.uint8)):
        raise OSError(f"{to} could not be written")
    return to


def _letter() -> NDArray[np.uint8]:
    """Its first page, in the order of colours that OpenCV has."""
    pdf = pypdfium2.PdfDocument(_LETTER)
    try:
        page: NDArray[np.uint8] = pdf[0].render(scale=2.5).to_numpy()
        return np.ascontiguousarray(page[:, :, :3])
    finally:
        pdf.close()
