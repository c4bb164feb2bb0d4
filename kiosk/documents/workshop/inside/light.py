"""The light of a photographed sheet, evened. Pure functions on pixels (BGR)."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

_TINY = 16  # pixels: nothing is written there


def even_light(image: Pixels) -> Pixels:
    """Paper white and ink dark under a lamp on one side, a yellow bulb or a shadow. Stamps and pictures keep their
    colour: each pixel is measured by the paper around it."""
    height, width = image.shape[:2]
    if min(height, width) < _TINY:
        return image
    scale = 280 / max(height, width)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    # The lightest around each place is the paper between the strokes.
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 9)
    paper = _without_pictures(np.asarray(paper, np.uint8))
    paper = cv2.resize(cv2.GaussianBlur(paper, (0, 0), 4), (width, height), interpolation=cv2.INTER_LINEAR)
    white = cv2.divide(image, np.maximum(paper, 1).astype(np.uint8), scale=255)
    ink = float(np.percentile(cv2.resize(white, (width // 4, height // 4), interpolation=cv2.INTER_AREA), 0.5))
    dark, light = min(ink, 90.0), 232.0
    ramp = np.clip((np.arange(256) - dark) * 255 / (light - dark), 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(white, ramp), np.uint8)


def _without_pictures(paper: Pixels) -> Pixels:
    """Where a dark logo or photograph hides the paper, the paper around it."""
    lab = cv2.cvtColor(paper, cv2.COLOR_BGR2LAB).astype(np.float32)
    light = lab[..., 0]
    # A shadow takes less than half of the light and little of the colour: what is darker or coloured is no paper.
    white = float(np.percentile(light, 90))
    typical = np.median(lab[light > 0.6 * white][:, 1:], axis=0)
    hidden = (light < 0.38 * white) | (np.hypot(*(lab[..., 1:] - typical).transpose(2, 0, 1)) > 16)
    if not hidden.any() or hidden.mean() > 0.6:
        return paper
    hidden = cv2.dilate(hidden.astype(np.uint8), np.ones((5, 5), np.uint8))
    known = (1 - hidden).astype(np.float32)
    filled = paper.astype(np.float32) * known[..., None]
    for spread in (8, 24, 80):  # wider and wider, until every hidden place has paper around it
        around = cv2.GaussianBlur(filled, (0, 0), spread)
        weight = cv2.GaussianBlur(known, (0, 0), spread)
        near = (weight > 0.05) & (known == 0)
        filled[near] = around[near] / weight[near][..., None]
        known[near] = 1
    return np.where(known[..., None] > 0, filled, paper).astype(np.uint8)
