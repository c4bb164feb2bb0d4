"""Where a photographed sheet of paper lies on its table.

Pure functions on pixels (BGR). The finder proposes many quadrilaterals, from areas of paper and from straight lines,
and believes one only when there is a step from table to paper along each of its four sides. It would rather find
nothing than cut a paper: the whole photograph is then kept.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.documents.workshop.inside.light import even_light
from kiosk.documents.workshop.inside.perspective import A4_RATIO, Corners, Pixels, flatten, lengths_of

__all__ = ["even_light", "find", "flatten"]

_LOOK = 900  # the longer side while looking
_SMALLEST = 0.12  # of the photograph
_STEP = 7.0  # in Lab units: paper is at least this much lighter, or less coloured, than what it lies on
_SIDE_SURE = 0.6  # of one side's length must show the step
_MEAN_SURE = 0.8
_OUTSIDE = 0.02  # a corner may lie this much outside of the photograph
_LINES = 11  # kept in each direction: 11 choose 2, squared, are 3025 quadrilaterals


class _View(NamedTuple):
    """What is looked at: the photograph made small, its print closed over, and where its edges are."""

    lab: NDArray[np.float32]
    edges: Pixels
    distance: NDArray[np.float32]  # to the next edge, in pixels


def find(image: Pixels) -> Corners | None:
    """The sheet's corners, or None when unsure."""
    height, width = image.shape[:2]
    scale = min(1.0, _LOOK / max(height, width))
    small = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    view = _view(small)
    found = [quad for quad in (*_from_areas(view), *_from_lines(view)) if _is_sheet_like(quad, view)]
    best, best_score = None, 0.0
    for quad in _most_edged(found, view):
        rough = _refined(quad, view)
        # A second time: from a rough place, a side may have met only a part of its step.
        fine = None if rough is None else _refined(rough, view)
        if fine is None or not _is_sheet_like(fine, view):
            continue
        sides = _sides_with_step(fine, view)
        score = float(np.mean(sides)) * _area(fine) ** 0.5 * _nearness_to_a4(fine)
        if min(sides) >= _SIDE_SURE and np.mean(sides) >= _MEAN_SURE and score > best_score:
            best, best_score = fine, score
    return None if best is None else (((best + 0.5) / scale) - 0.5).astype(np.float32)


# --- looking ------------------------------------------------------------------------------------------------------


def _view(small: Pixels) -> _View:
    smooth = cv2.medianBlur(small, 5)
    closed = cv2.morphologyEx(smooth, cv2.MORPH_CLOSE, np.ones((13, 13), np.uint8))  # no print is left on the paper
    lab = cv2.cvtColor(closed, cv2.COLOR_BGR2LAB)
    edges = np.zeros(lab.shape[:2], np.uint8)
    for channel in cv2.split(lab):
        for low in (12, 30):
            edges |= cv2.Canny(channel, low, 2.5 * low)
    distance = cv2.distanceTransform(255 - edges, cv2.DIST_L2, 3)
    return _View(cv2.GaussianBlur(lab, (0, 0), 1.0).astype(np.float32), edges, np.asarray(distance, np.float32))


def _from_areas(view: _View) -> Iterator[Corners]:
    """Light, colourless areas, and what edges enclose."""
    light = view.lab[..., 0]
    coloured = np.hypot(view.lab[..., 1] - 128, view.lab[..., 2] - 128)
    masks = [cv2.dilate(view.edges, np.ones((3, 3), np.uint8))]
    for likeness in (light, light - 1.5 * coloured):
        eight = cv2.normalize(likeness, None, 0, 255, cv2.NORM_MINMAX).astype(np.uint8)  # type: ignore[call-overload]
        level, mask = cv2.threshold(eight, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
        masks += [mask, cv2.threshold(eight, min(250, level * 1.25), 255, cv2.THRESH_BINARY)[1]]
        # What is lighter than its wide surroundings: a sheet half in the shadow.
        masks.append(
            cv2.adaptiveThreshold(eight, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, _LOOK // 3 | 1, -4)
        )
    for mask in masks:
        outlines, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        for outline in sorted(outlines, key=cv2.contourArea, reverse=True)[:4]:
            hull = cv2.convexHull(outline)
            for tolerance in (0.02, 0.05):
                corners = cv2.approxPolyDP(hull, tolerance * cv2.arcLength(hull, True), True)
                if len(corners) == 4:
                    yield _in_order(corners.reshape(4, 2).astype(np.float32))


def _from_lines(view: _View) -> Iterator[Corners]:
    """Two long lines across and two down: finds sheets of which a hand or a pen covers a corner."""
    found = cv2.HoughLinesP(view.edges, 1, np.pi / 360, 60, minLineLength=_LOOK * 0.12, maxLineGap=_LOOK * 0.03)
    if found is None:
        return
    across: list[tuple[float, NDArray[np.float64]]] = []
    down: list[tuple[float, NDArray[np.float64]]] = []
    for x1, y1, x2, y2 in found.reshape(-1, 4).astype(np.float64):
        length = float(np.hypot(x2 - x1, y2 - y1))
        line = np.array((y1 - y2, x2 - x1, x1 * y2 - x2 * y1)) / length
        (across if abs(x2 - x1) >= abs(y2 - y1) else down).append((length, line))
    middle = np.array((view.edges.shape[1] / 2, view.edges.shape[0] / 2, 1.0))
    for above, below in itertools.combinations(_different(across, middle), 2):
        for left, right in itertools.combinations(_different(down, middle), 2):
            pairs = ((above, left), (above, right), (below, right), (below, left))
            points = [np.cross(one, other) for one, other in pairs]
            if all(abs(point[2]) > 1e-9 for point in points):
                yield _in_order(np.array([point[:2] / point[2] for point in points], np.float32))


def _different(
    lines: list[tuple[float, NDArray[np.float64]]], middle: NDArray[np.float64]
) -> list[NDArray[np.float64]]:
    """The longest lines that are not nearly one another."""
    kept: list[NDArray[np.float64]] = []
    for _, line in sorted(lines, key=lambda one: -one[0]):
        if not any(_is_nearly(line, one, middle) for one in kept):
            kept.append(line)
            if len(kept) == _LINES:
                break
    return kept


def _is_nearly(line: NDArray[np.float64], other: NDArray[np.float64], middle: NDArray[np.float64]) -> bool:
    """Along each other, and as far from the middle on the same side of it."""
    alike = float(line[:2] @ other[:2])
    return abs(abs(alike) - 1) < 0.002 and abs(float(line @ middle - np.sign(alike) * (other @ middle))) < 6


# --- judging ------------------------------------------------------------------------------------------------------


def _is_sheet_like(corners: Corners, view: _View) -> bool:
    height, width = view.edges.shape
    room = np.array((width, height)) * _OUTSIDE
    if (corners < -room).any() or (corners > np.array((width, height)) + room).any():
        return False
    sides = np.roll(corners, -1, 0) - corners
    lengths = np.hypot(*sides.T)
    if lengths.min() < 40 or _area(corners) < _SMALLEST * width * height:
        return False
    turns = sides[:, 0] * np.roll(sides, -1, 0)[:, 1] - sides[:, 1] * np.roll(sides, -1, 0)[:, 0]
    angles = turns / (lengths * np.roll(lengths, -1))
    if angles.min() < 0.64:  # convex, and no corner sharper than 40 degrees
        return False
    opposite = (lengths[0] / lengths[2], lengths[1] / lengths[3])
    return all(0.5 < one < 2.0 for one in opposite)


def _most_edged(found: list[Corners], view: _View) -> list[Corners]:
    """The few whose sides lie on edges nearly everywhere, the larger first among equals."""
    if not found:
        return []
    quads = np.array(found)
    along = np.linspace(0.04, 0.96, 40, dtype=np.float32)
    points = quads[:, :, None] + (np.roll(quads, -1, 1) - quads)[:, :, None] * along[:, None]
    on_edge = (_at(view.distance[..., None], points)[..., 0] <= 3.5).mean(-1)
    sizes = np.array([_area(one) for one in found]) / view.edges.size
    worth = on_edge.mean(-1) + on_edge.min(-1) + 0.5 * np.sqrt(sizes)
    kept: list[Corners] = []
    for index in np.argsort(-worth):
        if all(np.abs(quads[index] - one).max() > 4 for one in kept):
            kept.append(quads[index])
            if len(kept) == 24:
                break
    return kept


def _sides_with_step(corners: Corners, view: _View) -> list[float]:
    """For each side, the part of its length with paper inside and something else outside."""
    shares = []
    for start, end in zip(corners, np.roll(corners, -1, 0), strict=True):
        points = start + (end - start) * np.linspace(0.03, 0.97, 64, dtype=np.float32)[:, None]
        outwards = _outwards(start, end)
        inside = _at(view.lab, points - 7 * outwards)
        outside = _at(view.lab, points + 7 * outwards)
        lighter = (inside[:, 0] - outside[:, 0]) * (100 / 255)
        greyer = np.hypot(*(outside[:, 1:] - 128).T) - np.hypot(*(inside[:, 1:] - 128).T)
        seen = _within(points + 4 * outwards, view.edges.shape)
        shares.append(float(np.mean(seen & ((lighter + np.maximum(greyer, 0)) > _STEP) & (lighter > -_STEP / 2))))
    return shares


def _refined(corners: Corners, view: _View) -> Corners | None:
    """Each side laid on the strongest step near it, then the sides crossed again."""
    reach = np.arange(-9, 9.5, 0.5, dtype=np.float32)
    lines = []
    for start, end in zip(corners, np.roll(corners, -1, 0), strict=True):
        outwards = _outwards(start, end)
        points = start + (end - start) * np.linspace(0.05, 0.95, 70, dtype=np.float32)[:, None]
        profile = _at(view.lab, points[:, None] + reach[:, None] * outwards)
        step = profile[:, :-4, 0] - profile[:, 4:, 0] + np.abs(profile[:, 4:, 1:] - profile[:, :-4, 1:]).sum(-1)
        where = step.argmax(1)
        shift = reach[where + 2]
        usable = step[np.arange(len(where)), where] > 12
        if usable.sum() < 20:
            return None
        usable &= np.abs(shift - np.median(shift[usable])) < 4
        on_side = (points + shift[:, None] * outwards)[usable].astype(np.float32)
        along_x, along_y, x, y = cv2.fitLine(on_side, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        lines.append(np.array((-along_y, along_x, along_y * x - along_x * y)))
    crossed = [np.cross(lines[side - 1], lines[side]) for side in range(4)]
    if any(abs(point[2]) < 1e-9 for point in crossed):
        return None
    return np.array([point[:2] / point[2] for point in crossed], np.float32)


# --- geometry -----------------------------------------------------------------------------------------------------


def _in_order(corners: Corners) -> Corners:
    """Clockwise, from the top left one."""
    middle = corners.mean(0)
    clockwise = corners[np.argsort(np.arctan2(*(corners - middle).T[::-1]))]
    return np.roll(clockwise, -int(np.argmin(clockwise.sum(1))), 0)


def _area(corners: Corners) -> float:
    x, y = corners.astype(np.float64).T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def _outwards(start: NDArray[np.float32], end: NDArray[np.float32]) -> NDArray[np.float32]:
    along = (end - start) / max(1e-6, float(np.hypot(*(end - start))))
    return np.array((along[1], -along[0]), np.float32)


def _within(points: NDArray[np.float32], shape: tuple[int, ...]) -> NDArray[np.bool_]:
    return np.asarray(((points >= 0) & (points < (shape[1], shape[0]))).all(-1))


def _at(pixels: NDArray[np.float32], points: NDArray[np.float32]) -> NDArray[np.float32]:
    """The pixels at these places, the nearest ones."""
    columns = np.clip(np.rint(points[..., 0]), 0, pixels.shape[1] - 1).astype(np.intp)
    rows = np.clip(np.rint(points[..., 1]), 0, pixels.shape[0] - 1).astype(np.intp)
    return pixels[rows, columns]


def _nearness_to_a4(corners: Corners) -> float:
    """1 for the shape of A4, down to 0.7 for anything else: nearly all papers are A4."""
    lengths = lengths_of(corners)
    across, down = lengths[0] + lengths[2], lengths[1] + lengths[3]
    off = abs(np.log(max(across, down) / min(across, down) / A4_RATIO))
    return 0.7 + 0.3 * float(np.exp(-((off / 0.2) ** 2)))
