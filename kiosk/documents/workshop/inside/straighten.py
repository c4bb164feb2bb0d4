"""A scan that lies a few degrees askew, made straight. Pure functions on pixels (BGR).

Lines of text are straight when the rows of the page differ most from one another: angles are tried on a small copy of
the ink. The page is turned only when that makes its rows clearly sharper; a page that is straight, or has no lines,
stays as it is, byte by byte.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

_MOST = 7.0  # degrees; more was laid so on purpose
_LEAST = 0.2  # nobody sees less
_BETTER = 1.04  # times sharper, or the turn is not worth the pixels it blurs
_LOOK = 1000  # the longer side while looking


def straighten(image: Pixels) -> Pixels:
    angle = askew(image)
    return image if angle == 0.0 else _turned(image, angle)


def askew(image: Pixels) -> float:
    """How many degrees the page must be turned counter-clockwise; 0.0 when it had better stay."""
    ink = _ink(image)
    if ink.mean() < 0.002:
        return 0.0
    angle, best = _sharpest(ink, np.arange(-_MOST, _MOST + 0.1, 0.5), (0.0, 0.0))
    angle, best = _sharpest(ink, np.arange(angle - 0.4, angle + 0.45, 0.1), (angle, best))
    if abs(angle) < _LEAST or abs(angle) > _MOST or best < _BETTER * _sharpness(ink, 0.0):
        return 0.0
    return round(float(angle), 2)


def _sharpest(ink: NDArray[np.float32], angles: NDArray[np.float64], start: tuple[float, float]) -> tuple[float, float]:
    return max([start, *((float(angle), _sharpness(ink, float(angle))) for angle in angles)], key=lambda one: one[1])


def _sharpness(ink: NDArray[np.float32], angle: float) -> float:
    """How much neighbouring rows differ once turned: most where lines of text and the white between them lie level."""
    rows = _turned(ink, angle, white=0).sum(1)
    return float(np.square(np.diff(rows)).sum())


def _ink(image: Pixels) -> NDArray[np.float32]:
    """1 where there is ink, 0 on paper, without the dark rim that a scanner leaves around a sheet."""
    scale = min(1.0, _LOOK / max(image.shape[:2]))
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    if scale < 1:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(grey, np.ones((9, 9), np.uint8)), 31)
    ink = (grey < 0.75 * paper).astype(np.float32)
    rim_y, rim_x = max(1, ink.shape[0] // 30), max(1, ink.shape[1] // 30)
    ink[:rim_y] = ink[-rim_y:] = 0
    ink[:, :rim_x] = ink[:, -rim_x:] = 0
    return ink


def _turned(image: NDArray[Any], angle: float, white: int = 255) -> NDArray[Any]:
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), angle, 1.0)
    way = cv2.INTER_CUBIC if image.dtype == np.uint8 else cv2.INTER_LINEAR
    return cv2.warpAffine(image, turn, (width, height), flags=way, borderValue=(white, white, white))
