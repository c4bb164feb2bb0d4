"""How large the pictures of a PDF are shown: a picture has more pixels than can be seen only beside its size on paper.

Reads the drawing instructions that move, scale and show, and no others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Matrix, Name, Pdf

_DEEPEST = 8  # drawings within drawings
_MOST_OPERATIONS = 200_000
_POINTS_PER_INCH = 72


@dataclass
class Placed:
    """A picture, and the inches of its largest showing."""

    picture: pikepdf.Stream
    width: float = 0.0
    height: float = 0.0


def placed_pictures(pdf: Pdf) -> dict[tuple[int, int], Placed]:
    """By the object's number. A picture whose place cannot be told counts as large as its page."""
    found: dict[tuple[int, int], Placed] = {}
    left = [_MOST_OPERATIONS]
    for page in pdf.pages:
        unit = float(page.obj.get("/UserUnit", 1)) / _POINTS_PER_INCH
        box = [float(side) for side in page.mediabox]
        whole = Matrix((abs(box[2] - box[0]), 0, 0, abs(box[3] - box[1]), 0, 0))
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        for picture in _all_pictures(resources, 0):
            found.setdefault(picture.objgen, Placed(picture))
        for picture, matrix in _shown(page, resources, Matrix(), 0, left):
            _note(found, picture, matrix, unit)
        for picture in _all_pictures(resources, 0):
            if not found[picture.objgen].width:
                _note(found, picture, whole, unit)
    return found


def _note(found: dict[tuple[int, int], Placed], picture: pikepdf.Stream, matrix: Matrix, unit: float) -> None:
    one = found.setdefault(picture.objgen, Placed(picture))
    one.width = max(one.width, (matrix.a**2 + matrix.b**2) ** 0.5 * unit)
    one.height = max(one.height, (matrix.c**2 + matrix.d**2) ** 0.5 * unit)


def _all_pictures(resources: Any, depth: int) -> Iterator[pikepdf.Stream]:
    for one in _drawn_things(resources).values():
        if one.get("/Subtype") == Name.Image:
            yield one
        elif one.get("/Subtype") == Name.Form and depth < _DEEPEST:
            yield from _all_pictures(one.get("/Resources", pikepdf.Dictionary()), depth + 1)


def _shown(
    drawing: Any, resources: Any, matrix: Matrix, depth: int, left: list[int]
) -> Iterator[tuple[pikepdf.Stream, Matrix]]:
    things = _drawn_things(resources)
    if not things:
        return
    stack: list[Matrix] = []
    for operation in pikepdf.parse_content_stream(drawing, "q Q cm Do"):
        left[0] -= 1
        if left[0] < 0:
            return
        match str(operation.operator):
            case "q":
                stack.append(matrix)
            case "Q" if stack:
                matrix = stack.pop()
            case "cm":
                matrix = Matrix(tuple(float(one) for one in operation.operands)) @ matrix  # type: ignore[arg-type]
            case "Do" if str(operation.operands[0]) in things:
                yield from _done(things[str(operation.operands[0])], resources, matrix, depth, left)


def _done(
    thing: pikepdf.Stream, resources: Any, matrix: Matrix, depth: int, left: list[int]
) -> Iterator[tuple[pikepdf.Stream, Matrix]]:
    """A picture, or the pictures of a drawing."""
    if thing.get("/Subtype") == Name.Image:
        yield thing, matrix
    elif thing.get("/Subtype") == Name.Form and depth < _DEEPEST:
        own = Matrix(tuple(float(one) for one in thing.get("/Matrix", (1, 0, 0, 1, 0, 0))))  # type: ignore[arg-type]
        yield from _shown(thing, thing.get("/Resources", resources), own @ matrix, depth + 1, left)


def _drawn_things(resources: Any) -> dict[str, pikepdf.Stream]:
    things = resources.get("/XObject", pikepdf.Dictionary())
    return {name: one for name, one in things.items() if isinstance(one, pikepdf.Stream)}
