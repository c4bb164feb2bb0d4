"""A person at the computer in software: eyes on its screen, hands on one of its mice and one of its keyboards.

Does what the demonstration's person does, so that the same ways over the screens serve. A mouse has an acceleration
of its own: the hand looks where its pointer is, and goes on until it is there. Knows the two rings of the pointers.
"""

from __future__ import annotations

import time

import cv2
import numpy
from PIL import Image

from demonstration.person import BLUE, ORANGE, Box, Person, UnseenError
from kiosk.control.cursors import CENTRE, SIZE
from tests.image.machine import MOST_COUNTS, Machine

PATIENCE = 300.0
"""Seconds. A computer in software is some twenty times slower than a real one."""

NEAR = 4
"""Pixels from where the hand wanted to go."""

_USER, _MEDIATOR = 0, 1
_LOOK_EVERY = 0.4
_MOVES_WITHIN = 15.0
_MOST_MOVES = 60
_ASIDE = (0, MOST_COUNTS // 2)
_RING_SEEN = 0.55
# Of the ring: its colour, and the white beside it.
_COLOURED, _BESIDE = (24.5, 27.5), ((21.0, 23.0), (29.0, 30.5))
_NAMED = {"Return": "ret", "Tab": "tab", "Escape": "esc", "space": "spc", " ": "spc"}
_NAMED |= {"BackSpace": "backspace", "PageDown": "pgdn"}
# Letters that are elsewhere on a French keyboard than on the American one after which QEMU names the keys.
_FRENCH = {"a": "q", "q": "a", "z": "w", "w": "z", "m": "semicolon", ",": "m", ";": "comma"}
_DIGITS = {"1": "1", "2": "2", "3": "3", "4": "4", "5": "5", "6": "6", "7": "7", "8": "8", "9": "9", "0": "0"}


class Seated(Person):
    """`seat`: 0 for the first mouse and the first keyboard, 1 for the second."""

    patience = PATIENCE
    look_every = _LOOK_EVERY

    def __init__(self, machine: Machine, seat: int) -> None:
        self.machine = machine
        self.seat = seat
        self.width, self.height = machine.screen().size

    def close(self) -> None:
        """The machine is not ours."""

    # --- eyes -----------------------------------------------------------------------------------------------------

    def look(self, within: Box | None = None) -> Image.Image:
        picture = self.machine.screen()
        return picture.crop((within.left, within.top, within.right, within.bottom)) if within else picture

    def where(self) -> tuple[int, int] | None:
        """The hot spot of this person's pointer."""
        return ring_in(self.machine.screen(), (BLUE, ORANGE)[self.seat])

    # --- hands ----------------------------------------------------------------------------------------------------

    def nudge(self) -> None:
        for way in (40, -40):
            self.machine.move(self.seat, way, 0)
            time.sleep(_LOOK_EVERY)

    def tap(self) -> None:
        """A key that writes nothing."""
        self._strike("shift")

    def move(self, x: int, y: int) -> None:
        """Until the pointer is there, as an eye sees it."""
        for _ in range(_MOST_MOVES):
            at = self._still_pointer()
            away = (x - at[0], y - at[1])
            if max(map(abs, away)) <= NEAR:
                return
            # A slow hand is not accelerated; a mouse that was slowed down just needs another turn.
            self.machine.move(self.seat, *(max(-MOST_COUNTS, min(MOST_COUNTS, way)) for way in away))
            self._wait_moved(at)
        raise UnseenError(f"the pointer does not come to {x}, {y}")

    def hold(self) -> None:
        self.machine.button(self.seat, True)
        time.sleep(_LOOK_EVERY)

    def let_go(self) -> None:
        self.machine.button(self.seat, False)
        time.sleep(_LOOK_EVERY)

    def press(self, key: str, *, control: bool = False) -> None:
        if control:
            raise ValueError("no hand here holds the control key")
        if key in _DIGITS:
            self._strike("shift", _DIGITS[key])
        else:
            self._strike(_NAMED.get(key) or _FRENCH.get(key) or key.lower())

    def _strike(self, *names: str) -> None:
        self.machine.keys(self.seat, names, True)
        time.sleep(_LOOK_EVERY / 2)
        self.machine.keys(self.seat, names[::-1], False)
        time.sleep(_LOOK_EVERY / 2)

    def _still_pointer(self) -> tuple[int, int]:
        seen: tuple[int, int] | None = None
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            before, seen = seen, self.where()
            if seen is not None and seen == before:
                return seen
            if seen is None and before is None:
                # It may lie below the other person's: who does not see theirs moves their mouse.
                self.machine.move(self.seat, *_ASIDE)
            time.sleep(_LOOK_EVERY)
        raise UnseenError("the person's pointer is not on the screen")

    def _wait_moved(self, before: tuple[int, int]) -> None:
        deadline = time.monotonic() + _MOVES_WITHIN
        while self.where() == before and time.monotonic() < deadline:
            time.sleep(_LOOK_EVERY)


def ring_in(picture: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int] | None:
    """The middle of the ring of this colour, wherever its parts beyond the edge of the screen are."""
    edge = SIZE // 2 + 1
    pixels = numpy.asarray(picture, dtype=numpy.int16)
    close = (numpy.abs(pixels - numpy.array(colour, dtype=numpy.int16)).max(axis=2) <= 24).astype(numpy.float32)
    wide = cv2.copyMakeBorder(close, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=0)
    found = cv2.matchTemplate(wide, _ring(), cv2.TM_CCORR)
    _, score, _, place = cv2.minMaxLoc(found)
    if score < _RING_SEEN:
        return None
    return round(place[0] + CENTRE - edge), round(place[1] + CENTRE - edge)


def _ring() -> numpy.ndarray:
    """What a ring is worth: one, when all its colour is there and nothing of that colour beside it."""
    from_middle = numpy.arange(SIZE) - CENTRE + 0.5
    off = numpy.hypot(from_middle[:, None], from_middle[None, :])
    on = (off >= _COLOURED[0]) & (off <= _COLOURED[1])
    beside = numpy.zeros_like(on)
    for nearest, farthest in _BESIDE:
        beside |= (off >= nearest) & (off <= farthest)
    weights = numpy.zeros((SIZE, SIZE), dtype=numpy.float32)
    weights[on] = 1 / on.sum()
    weights[beside] = -1 / beside.sum()
    return weights
