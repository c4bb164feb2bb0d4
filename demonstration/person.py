"""A person's eyes and hands: the screen's pixels, the pointer and the keys, through the X server only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xcffib
import xcffib.xproto
import xcffib.xtest
from PIL import Image, ImageChops, ImageDraw

BLUE = (0x1B, 0x5F, 0xAE)
MARK = (0xFF, 0xDF, 0x6B)
INK = (0x1B, 0x25, 0x30)
ORANGE = (0xF6, 0x96, 0x2E)

_KEY_PRESS, _KEY_RELEASE, _BUTTON_PRESS, _BUTTON_RELEASE, _MOTION = 2, 3, 4, 5, 6
_NAMED_KEYS = {"Return": 0xFF0D, "Tab": 0xFF09, "Escape": 0xFF1B, "space": 0x20, "Down": 0xFF54, "Up": 0xFF52}
_NAMED_KEYS |= {"BackSpace": 0xFF08}
_NAMED_KEYS |= {f"F{number}": 0xFFBD + number for number in range(1, 13)}
_SHIFT, _CONTROL = 0xFFE1, 0xFFE3
_FOUND = 128  # a grey that no mask has
PATIENCE = 30.0


@dataclass(frozen=True)
class Box:
    """Pixels of the screen; `right` and `bottom` are outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def centre(self) -> tuple[int, int]:
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


class UnseenError(AssertionError):
    """What the person looks for does not come on the screen."""


class Person:
    patience = PATIENCE
    """Seconds that something is waited for."""
    look_every = 0.03

    def __init__(self, display: str) -> None:
        self._connection: Any = xcffib.connect(display=display)  # type: ignore[no-untyped-call]
        setup = self._connection.get_setup()
        self._root = setup.roots[0].root
        self.width, self.height = setup.roots[0].width_in_pixels, setup.roots[0].height_in_pixels
        self._xtest = self._connection(xcffib.xtest.key)
        self._keys = _keyboard(self._connection, setup)
        self._at = (self.width // 2, self.height // 2)

    def close(self) -> None:
        self._connection.disconnect()

    # --- eyes -------------------------------------------------------------------------------------------------

    def look(self, within: Box | None = None) -> Image.Image:
        """The screen as it is now, or a part of it, without the pointer."""
        box = within or self.screen()
        form = xcffib.xproto.ImageFormat.ZPixmap
        place = (box.left, box.top, box.width, box.height)
        reply = self._connection.core.GetImage(form, self._root, *place, 0xFFFFFFFF).reply()
        return Image.frombuffer("RGB", (box.width, box.height), bytes(reply.data.buf()), "raw", "BGRX", 0, 1)

    def picture(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.look().save(file, optimize=True)

    def find(self, colour: tuple[int, int, int], within: Box) -> Box | None:
        """The box around everything of exactly this colour, or None."""
        box = self._mask(colour, within).getbbox()
        return _moved(box, within) if box else None

    def much(self, colour: tuple[int, int, int], within: Box) -> int:
        """How many points have this colour: some of any dark text have that of ink."""
        return self._mask(colour, within).histogram()[-1]

    def find_frame(self, colour: tuple[int, int, int], within: Box) -> Box | None:
        """The largest closed shape of this colour that is empty in its middle, or None."""
        mask = self._mask(colour, within)
        frames = []
        while (rest := mask.getbbox()) is not None:
            row = mask.crop((rest[0], rest[1], rest[2], rest[1] + 1)).getbbox()
            assert row is not None
            ImageDraw.floodfill(mask, (rest[0] + row[0], rest[1]), _FOUND)
            shape = mask.point(lambda value: 255 if value == _FOUND else 0)
            box = shape.getbbox()
            assert box is not None
            if shape.getpixel(((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)) == 0:
                frames.append(_moved(box, within))
            mask = mask.point(lambda value: 255 if value == 255 else 0)
        return max(frames, key=lambda frame: frame.width * frame.height, default=None)

    def _mask(self, colour: tuple[int, int, int], within: Box) -> Image.Image:
        """White where the screen has exactly this colour."""
        image = self.look(within)
        difference = ImageChops.difference(image, Image.new("RGB", image.size, colour)).convert("L")
        return difference.point(lambda value: 0 if value else 255)

    def wait_to_see(self, what: str, look: Callable[[], Box | None]) -> Box:
        """Look until it is there and stands still."""
        deadline = time.monotonic() + self.patience
        before = None
        while time.monotonic() < deadline:
            seen = look()
            if seen is not None and seen == before:
                return seen
            before = seen
            time.sleep(self.look_every)
        raise UnseenError(f"{what} was not seen within {self.patience} s")

    def screen(self) -> Box:
        return Box(0, 0, self.width, self.height)

    # --- hands ------------------------------------------------------------------------------------------------

    def move(self, x: int, y: int) -> None:
        # A hand passes over what lies between: pages that react to hovering must cope.
        for share in (0.4, 0.8, 1.0):
            at = (round(self._at[0] + (x - self._at[0]) * share), round(self._at[1] + (y - self._at[1]) * share))
            self._fake(_MOTION, 0, at)
        self._at = (x, y)

    def hold(self) -> None:
        """The mouse button goes down, and stays."""
        self._fake(_BUTTON_PRESS, 1)

    def let_go(self) -> None:
        self._fake(_BUTTON_RELEASE, 1)

    def click(self, x: int, y: int) -> None:
        self.move(x, y)
        self.hold()
        self.let_go()

    def type(self, text: str) -> None:
        for character in text:
            self.press(character)

    def press(self, key: str, *, control: bool = False) -> None:
        """One key by its name or its character, with the control key held or without."""
        keysym = _NAMED_KEYS.get(key) or ord(key)
        code, shifted = self._keys[keysym]
        wanted = ((_SHIFT, shifted), (_CONTROL, control))
        held = [self._keys[modifier][0] for modifier, is_held in wanted if is_held]
        for one in (*held, code):
            self.key(one, True)
        for one in (code, *reversed(held)):
            self.key(one, False)

    def key(self, code: int, down: bool) -> None:
        """`code`: the X key code."""
        self._fake(_KEY_PRESS if down else _KEY_RELEASE, code)

    def _fake(self, kind: int, detail: int, at: tuple[int, int] = (0, 0)) -> None:
        self._xtest.FakeInput(kind, detail, 0, self._root, at[0], at[1], 0)
        # A round trip: the server has the event before the next one is sent.
        self._connection.core.GetInputFocus().reply()


def _moved(box: tuple[int, int, int, int], within: Box) -> Box:
    """From the region's own pixels to the screen's."""
    return Box(box[0] + within.left, box[1] + within.top, box[2] + within.left, box[3] + within.top)


def _keyboard(connection: Any, setup: Any) -> dict[int, tuple[int, bool]]:
    """For each keysym: its key code, and whether shift is needed."""
    first, count = setup.min_keycode, setup.max_keycode - setup.min_keycode + 1
    mapping = connection.core.GetKeyboardMapping(first, count).reply()
    return dict(reversed(list(_keysyms(mapping, first, count))))


def _keysyms(mapping: Any, first: int, count: int) -> Iterator[tuple[int, tuple[int, bool]]]:
    each = mapping.keysyms_per_keycode
    for column in (0, 1):
        for key in range(count):
            keysym = mapping.keysyms[key * each + column]
            if keysym:
                yield keysym, (first + key, column == 1)
