"""More fingers than `Person` has: any key of the keyboard by the name of its symbol, chords, any button, long and fast.

Everything goes through the server's XTEST devices, or through a device of the rig, as a driver would give it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import xcffib
import xcffib.keysymdef
import xcffib.xf86keysym
import xcffib.xproto
import xcffib.xtest

_KEY_PRESS, _KEY_RELEASE, _BUTTON_PRESS, _BUTTON_RELEASE, _MOTION = 2, 3, 4, 5, 6
_LONG_PRESS = 1.2


class NoSuchKeyError(LookupError):
    """The keyboard has no key for that symbol."""


class Fingers:
    """`pressed`: the key codes since `forget`, for who wants to know what those keys could have meant."""

    def __init__(self, display: str) -> None:
        self._connection: Any = xcffib.connect(display=display)  # type: ignore[no-untyped-call]
        self._setup = self._connection.get_setup()
        self._root = self._setup.roots[0].root
        self._xtest = self._connection(xcffib.xtest.key)
        self.pressed: set[int] = set()
        self._codes: dict[int, int] = {}
        self.learn()

    def learn(self) -> None:
        """What is on which key. Again after the keyboard was told another layout."""
        first, count = self._setup.min_keycode, self._setup.max_keycode - self._setup.min_keycode + 1
        mapping = self._connection.core.GetKeyboardMapping(first, count).reply()
        each = mapping.keysyms_per_keycode
        self._codes = {}
        for column in range(each):
            for key in range(count):
                if symbol := mapping.keysyms[key * each + column]:
                    self._codes.setdefault(symbol, first + key)

    def close(self) -> None:
        self._connection.disconnect()

    def has(self, *names: str) -> bool:
        return all(symbol_of(name) in self._codes for name in names)

    def code(self, name: str) -> int:
        try:
            return self._codes[symbol_of(name)]
        except KeyError as error:
            raise NoSuchKeyError(name) from error

    def forget(self) -> None:
        self.pressed.clear()

    # --- keys ---------------------------------------------------------------------------------------------------------

    @contextmanager
    def holding(self, *names: str) -> Iterator[None]:
        codes = [self.code(name) for name in names]
        for code in codes:
            self.key(code, True)
        try:
            yield
        finally:
            for code in reversed(codes):
                self.key(code, False)

    def chord(self, *names: str, times: int = 1) -> None:
        """The last is tapped while the others are down."""
        with self.holding(*names[:-1]):
            for _ in range(times):
                self.tap(self.code(names[-1]))

    def tap(self, code: int) -> None:
        self.key(code, True)
        self.key(code, False)

    def taps(self, codes: Iterable[int]) -> None:
        for code in codes:
            self.tap(code)

    def hold(self, name: str, seconds: float) -> None:
        with self.holding(name):
            time.sleep(seconds)

    def key(self, code: int, down: bool) -> None:
        self.pressed.add(code)
        self._fake(_KEY_PRESS if down else _KEY_RELEASE, code)

    # --- buttons ------------------------------------------------------------------------------------------------------

    def move(self, x: int, y: int) -> None:
        self._fake(_MOTION, 0, (x, y))

    def press(self, button: int, down: bool) -> None:
        self._fake(_BUTTON_PRESS if down else _BUTTON_RELEASE, button)

    def click(self, at: tuple[int, int], button: int = 1, times: int = 1) -> None:
        self.move(*at)
        for _ in range(times):
            self.press(button, True)
            self.press(button, False)

    def press_long(self, at: tuple[int, int]) -> None:
        self.move(*at)
        self.press(1, True)
        time.sleep(_LONG_PRESS)
        self.press(1, False)

    def drag(self, start: tuple[int, int], end: tuple[int, int], button: int = 1) -> None:
        """Slowly enough for a drag and drop to begin."""
        self.move(*start)
        self.press(button, True)
        for step in range(1, 13):
            share = step / 12
            self.move(*(round(start[one] + (end[one] - start[one]) * share) for one in (0, 1)))
            time.sleep(0.015)
        time.sleep(0.1)
        self.press(button, False)

    def _fake(self, kind: int, detail: int, at: tuple[int, int] = (0, 0)) -> None:
        self._xtest.FakeInput(kind, detail, 0, self._root, at[0], at[1], 0)
        # A round trip: the server has the event before the next one is sent.
        self._connection.core.GetInputFocus().reply()


def symbol_of(name: str) -> int:
    """As `xmodmap` writes them: F1, Super_L, XF86Mail, XF86Switch_VT_1."""
    media = name.startswith("XF86")
    module = xcffib.xf86keysym if media else xcffib.keysymdef
    symbol: int = getattr(module, f"XF86XK_{name[4:]}" if media else f"XK_{name}")
    return symbol
