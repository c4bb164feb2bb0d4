"""Two people who never rest: seeded random motions, drags, clicks, turns of the wheel and keys.

Each is told from the other in the page: the user stays in the left half and types the upper row of letters, the
mediator in the right half and the row below. Both press mode keys at any time, and let go of everything when asked.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.wheel_keys import MODE_CODES
from benchmarks.wheel_rig import Heard, Rig
from kiosk.control.people import Action, Person

MIDDLE = 640
_HALVES = {Person.USER: (40, 600), Person.MEDIATOR: (680, 1240)}
_ROWS = {Person.USER: range(24, 34), Person.MEDIATOR: range(38, 47)}
_TOP, _BOTTOM = 120, 760
_MODE_KEYS = {Person.USER: (Action.GIVE, Action.BRAKE), Person.MEDIATOR: tuple(MODE_CODES)}
_BUTTONS = (1, 1, 1, 2, 3)


def whose(heard: Heard) -> Person:
    """By where it was, or by which key it was."""
    if heard.kind.startswith("key"):
        return Person.USER if str(heard.detail)[3:] in "QWERTYUIOP" else Person.MEDIATOR
    return Person.USER if heard.x < MIDDLE else Person.MEDIATOR


class Restless:
    """One of the two. `act` does the next small thing."""

    def __init__(self, rig: Rig, person: Person, chance: random.Random) -> None:
        self.done = 0
        self._chance = chance
        self._person = person
        self._mouse = rig.mouse(person)
        self._keyboard = rig.keyboard(person)
        self._x = self._y = 0.0
        self._buttons: set[int] = set()
        self._keys: set[int] = set()
        self._acts: tuple[Callable[[], None], ...] = (self._move, self._button, self._key, self._wheel)
        self.look()

    def look(self) -> None:
        """Where the pointer is, which somebody may have moved; then into this person's half."""
        left, right = _HALVES[self._person]
        self._x, self._y = (left + right) / 2, (_TOP + _BOTTOM) / 2
        self._mouse.move_to(int(self._x), int(self._y))

    def act(self) -> None:
        self._chance.choices(self._acts, (70, 12, 14, 4))[0]()
        self.done += 1

    def turn_the_mode(self) -> None:
        code = MODE_CODES[self._chance.choice(_MODE_KEYS[self._person])]
        self._keyboard.tap(code)

    def brake(self) -> None:
        self._keyboard.tap(MODE_CODES[Action.BRAKE])

    def pull_a_cable(self) -> None:
        """In the middle of anything, and plug it in again: what was down on it is down no more."""
        if self._chance.random() < 0.5:
            self._buttons.clear()
            device = self._mouse
        else:
            self._keys.clear()
            device = self._keyboard
        device.unplug()
        device.replug()

    def let_go(self) -> None:
        for button in sorted(self._buttons):
            self._mouse.button(button, False)
        for key in sorted(self._keys):
            self._keyboard.key(key, False)
        self._buttons.clear()
        self._keys.clear()
        self._mouse.sync()
        self._keyboard.sync()

    def _move(self) -> None:
        left, right = _HALVES[self._person]
        dx, dy = (self._chance.randint(-25, 25) for _ in "xy")
        dx = min(max(self._x + dx, left), right) - self._x
        dy = min(max(self._y + dy, _TOP), _BOTTOM) - self._y
        self._x, self._y = self._x + dx, self._y + dy
        self._mouse.move(dx, dy)

    def _button(self) -> None:
        _toggle(self._chance.choice(_BUTTONS), self._buttons, self._mouse.button)

    def _key(self) -> None:
        # Nobody holds more keys than fingers.
        held = sorted(self._keys)
        key = self._chance.choice(held if len(held) > 3 else _ROWS[self._person])
        _toggle(key, self._keys, self._keyboard.key)

    def _wheel(self) -> None:
        self._mouse.wheel(self._chance.choice((-1, 1)))


def _toggle(number: int, down: set[int], press: Callable[[int, bool], None]) -> None:
    is_down = number in down
    press(number, not is_down)
    down.symmetric_difference_update({number})
