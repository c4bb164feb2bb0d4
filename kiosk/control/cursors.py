"""Two pointers that nobody can mistake: a blue ring for the user, an orange one for the mediator, over every window.

Drawn here point by point, as neither Qt nor an image library may be where the devices are. The rings stay within 64
pixels: old graphics cards draw no larger cursor themselves, and a cursor that the processor draws flickers.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import xcffib.render
import xcffib.xinput
import xcffib.xproto

from kiosk.control.people import Person

SIZE = 62
CENTRE = SIZE / 2
_RADIUS = 26.0  # of the middle of the ring: 56 across with its colour
_WIDTH = 4.0
_HALO = 2.0
_EDGE = 1.0
_SUPERSAMPLES = 3

Colour = tuple[int, int, int]
WHITE: Colour = (0xFF, 0xFF, 0xFF)
INK: Colour = (0x1B, 0x25, 0x30)
BLUE: Colour = (0x1B, 0x5F, 0xAE)
ORANGE: Colour = (0xF6, 0x96, 0x2E)
ORANGE_LINE: Colour = (0xD2, 0x64, 0x00)

# An arrow whose tip is the hot spot, in the ring's middle.
_ARROW = ((0.0, 0.0), (0.0, 17.0), (4.0, 13.4), (6.8, 19.6), (9.6, 18.3), (6.9, 12.3), (12.2, 12.0))

_ARROW_WIDTH, _ARROW_HEIGHT = (max(point[axis] for point in _ARROW) for axis in (0, 1))


@dataclass(frozen=True)
class Ring:
    """`edge`: a thin line along both sides of the colour, where it alone would be too pale on white."""

    colour: Colour
    edge: Colour | None = None


RINGS: Mapping[Person, Ring] = {Person.USER: Ring(BLUE), Person.MEDIATOR: Ring(ORANGE, ORANGE_LINE)}


def picture(ring: Ring) -> bytes:
    """SIZE x SIZE pixels of premultiplied 32-bit ARGB, in the machine's own order."""
    return b"".join(_pixel(ring, x, y) for y in range(SIZE) for x in range(SIZE))


def _pixel(ring: Ring, x: int, y: int) -> bytes:
    red = green = blue = covered = 0
    for row in range(_SUPERSAMPLES):
        for column in range(_SUPERSAMPLES):
            offset = 0.5 / _SUPERSAMPLES
            colour = _at(ring, x + column / _SUPERSAMPLES + offset - CENTRE, y + row / _SUPERSAMPLES + offset - CENTRE)
            if colour is not None:
                red, green, blue, covered = red + colour[0], green + colour[1], blue + colour[2], covered + 255
    samples = _SUPERSAMPLES**2
    return struct.pack("=I", covered // samples << 24 | red // samples << 16 | green // samples << 8 | blue // samples)


def _at(ring: Ring, x: float, y: float) -> Colour | None:
    """The colour at this place from the hot spot. None: the page shows through."""
    if _is_near_arrow(x, y):
        if _in_arrow(x, y):
            return INK
        if _distance_to_arrow(x, y) <= _HALO:
            return WHITE
    off = abs(math.hypot(x, y) - _RADIUS)
    if off <= _WIDTH / 2:
        return ring.colour
    edged = _WIDTH / 2 + (_EDGE if ring.edge is not None else 0.0)
    if off <= edged:
        return ring.edge
    return WHITE if off <= edged + _HALO else None


def _is_near_arrow(x: float, y: float) -> bool:
    return -_HALO <= x <= _ARROW_WIDTH + _HALO and -_HALO <= y <= _ARROW_HEIGHT + _HALO


def _in_arrow(x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in zip(_ARROW, (*_ARROW[1:], _ARROW[0]), strict=True):
        if (y1 > y) is not (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _distance_to_arrow(x: float, y: float) -> float:
    return min(_distance(x, y, a, b) for a, b in zip(_ARROW, (*_ARROW[1:], _ARROW[0]), strict=True))


def _distance(x: float, y: float, a: tuple[float, float], b: tuple[float, float]) -> float:
    along_x, along_y = b[0] - a[0], b[1] - a[1]
    part = ((x - a[0]) * along_x + (y - a[1]) * along_y) / (along_x**2 + along_y**2)
    part = min(1.0, max(0.0, part))
    return math.hypot(x - a[0] - part * along_x, y - a[1] - part * along_y)


class Wardrobe:
    """The cursors on one connection to the server, made once. Raises xcffib.ProtocolException or the connection's own
    error type when the server refuses."""

    def __init__(self, connection: Any) -> None:
        self._input = connection(xcffib.xinput.key)
        make = _maker(connection)
        self._rings = {person: make(picture(ring)) for person, ring in RINGS.items()}
        self._nothing = make(bytes(4 * SIZE * SIZE))

    def dress(self, window: int, pointers: Mapping[Person, int], mediator_visible: bool) -> None:
        """Over this window and those in it, each master pointer has its person's cursor."""
        for person, pointer in pointers.items():
            visible = mediator_visible or person is Person.USER
            self._input.XIChangeCursor(window, self._rings[person] if visible else self._nothing, pointer)


def _maker(connection: Any) -> Callable[[bytes], int]:
    """From a picture to a cursor's number."""
    render = connection(xcffib.render.key)
    root = connection.get_setup().roots[0].root
    argb = next(
        one.id
        for one in render.QueryPictFormats().reply().formats
        if one.depth == 32 and one.direct.alpha_mask == 0xFF and one.direct.red_shift == 16
    )

    def make(pixels: bytes) -> int:
        core = connection.core
        cursor: int
        pixmap, context, drawn, cursor = (connection.generate_id() for _ in range(4))
        core.CreatePixmap(32, pixmap, root, SIZE, SIZE)
        core.CreateGC(context, pixmap, 0, [])
        core.PutImage(xcffib.xproto.ImageFormat.ZPixmap, pixmap, context, SIZE, SIZE, 0, 0, 0, 32, len(pixels), pixels)
        render.CreatePicture(drawn, pixmap, argb, 0, [])
        render.CreateCursor(cursor, drawn, int(CENTRE), int(CENTRE))
        render.FreePicture(drawn)
        core.FreeGC(context)
        core.FreePixmap(pixmap)
        return cursor

    return make
