"""A sheet seen askew, seen straight from above. Pure functions on pixels (BGR) and on the sheet's four corners."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Corners = NDArray[np.float32]
"""Four points (x, y) in pixels, from the top left one clockwise."""

A4_RATIO = 297 / 210
_A4_LONG = 2339  # 200 dots per inch


def flatten(image: Pixels, corners: Corners) -> Pixels:
    """The sheet seen straight from above: A4 at 200 dots per inch at most, or its own shape where it is no A4."""
    across, down = _true_sides(corners, image.shape[1] / 2, image.shape[0] / 2)
    ratio = max(across, down) / min(across, down)
    if A4_RATIO / 1.14 < ratio < A4_RATIO * 1.14:
        ratio = A4_RATIO
    long = round(min(_A4_LONG, max(lengths_of(corners))))
    short = round(long / ratio)
    width, height = (short, long) if down >= across else (long, short)
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32) - np.float32(0.5)
    shrink = max(lengths_of(corners)) / long
    if shrink > 1.3:  # more would leave out whole strokes
        image = np.asarray(cv2.GaussianBlur(image, (0, 0), 0.3 * shrink), np.uint8)
    warp = cv2.getPerspectiveTransform(corners, target)
    flat = cv2.warpPerspective(image, warp, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(flat, np.uint8)


def lengths_of(corners: Corners) -> NDArray[np.float32]:
    """Of the four sides, from the upper one clockwise."""
    return np.asarray(np.hypot(*(np.roll(corners, -1, 0) - corners).T), np.float32)


def _true_sides(corners: Corners, x: float, y: float) -> tuple[float, float]:
    """Width and height of the sheet before the perspective, in the same unknown unit.

    From the two vanishing points when they tell the lens's length (the phone was tilted both ways), else from the
    sides' mean lengths. `x`, `y`: the photograph's middle, where the lens looked.
    """
    lengths = lengths_of(corners)
    plain = float(lengths[0] + lengths[2]) / 2, float(lengths[1] + lengths[3]) / 2
    one, two, three, four = (np.array((*(corner - (x, y)), 1.0)) for corner in corners)
    try:
        second = np.cross(one, three) @ four / (np.cross(two, three) @ four)
        third = np.cross(one, three) @ two / (np.cross(four, three) @ two)
    except ZeroDivisionError:
        return plain
    across, down = second * two - one, third * four - one
    if abs(across[2]) < 1e-3 or abs(down[2]) < 1e-3:
        return plain
    lens_squared = -float(across[0] * down[0] + across[1] * down[1]) / float(across[2] * down[2])
    if not (0.5 * x) ** 2 < lens_squared < (8 * max(x, y)) ** 2:  # no phone has such a lens
        return plain
    weights = np.array((1 / lens_squared, 1 / lens_squared, 1.0))
    return float(np.sqrt(across @ (weights * across))), float(np.sqrt(down @ (weights * down)))
