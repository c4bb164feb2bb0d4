"""Which keyboard typed a key. Qt takes core key events, and these do not say.

A second connection hears the raw key events of the keyboards, which do. Both are stamped by the server with the same
code and time, so that the one names the other. The server repeats a held key by itself, without a raw event.

Knows key codes while it runs; keeps none longer than it takes to find its pair, and never says one to anybody.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

import xcffib

from kiosk.control.xheard import Heard, Raw, XError
from kiosk.control.xinput import NoInputExtensionError, XInput

MOST_WAITING = 1024


class Typed(NamedTuple):
    """`device`: X id of the slave keyboard. `repeat`: the server repeats a key that is held."""

    device: int
    repeat: bool


def input_opcode() -> int:
    """The number of the X input extension, which marks its events. 0 without version 2.2 of it or without a server."""
    try:
        input_ = XInput()
    except (OSError, NoInputExtensionError):
        return 0
    opcode = int(input_.connection.opcode)
    input_.close()
    return opcode


class KeyOrigin:
    """Raises OSError without an X server, NoInputExtensionError without XI2."""

    def __init__(self) -> None:
        self._input = XInput()
        self._input.select(Heard.RAW_KEY_PRESS, Heard.RAW_KEY_RELEASE)
        self.opcode = int(self._input.connection.opcode)
        self._waiting: deque[Raw] = deque(maxlen=MOST_WAITING)
        self._down: dict[int, int] = {}
        self._pressed: frozenset[int] = frozenset()
        self._lost = False
        codes = self._input.connection.core.GetModifierMapping().reply().keycodes
        self.modifiers = frozenset(code for code in map(int, codes) if code)
        """Codes of Shift, Control and the like: pressed for another key, they are no gesture of their own."""

    def fileno(self) -> int:
        """Readable when `drain` has something to do; nobody may leave it so, or the server would keep it all."""
        return self._input.fileno()

    def drain(self) -> None:
        """Take in what the server said so far."""
        if self._lost:
            return
        try:
            self._waiting.extend(event for event in self._input.events() if isinstance(event, Raw))
        except (xcffib.ConnectionException, XError):
            self._lost = True

    def typed(self, code: int, down: bool, time: int) -> Typed | None:
        """Who typed this core key event. None: nobody knows.

        The server wrote the raw event before the core one, but to another client: it may still be on its way. One
        question to the server, then, and it has arrived.
        """
        self.drain()
        device = self._find(code, down, time)
        if device is None:
            self._settle()
            device = self._find(code, down, time)
        if device is not None:
            if down:
                self._down[code] = device
            return Typed(device, repeat=False)
        held = self._down.get(code)
        # The server repeats a key as a release and a press. It also releases the keys of a keyboard that is cut,
        # without a raw event either; but then the key is up.
        return None if held is None or self._lost else Typed(held, repeat=down or code in self._pressed)

    def close(self) -> None:
        self._lost = True
        self._input.close()

    def _find(self, code: int, down: bool, time: int) -> int | None:
        kind = Heard.RAW_KEY_PRESS if down else Heard.RAW_KEY_RELEASE
        for index, raw in enumerate(self._waiting):
            if raw.detail == code and raw.kind is kind and raw.time == time:
                # Core events come in the same order: what lies before it went elsewhere.
                for _ in range(index + 1):
                    self._waiting.popleft()
                return raw.device
        return None

    def _settle(self) -> None:
        if self._lost:
            return
        try:
            bits = bytes(self._input.connection.core.QueryKeymap().reply().keys)
            self._pressed = frozenset(code for code in range(256) if bits[code >> 3] >> (code & 7) & 1)
        except (xcffib.ConnectionException, XError):
            self._lost = True
        else:
            self.drain()
