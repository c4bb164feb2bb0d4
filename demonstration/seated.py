"""A person in one of the two chairs: eyes on the shared screen, hands on a mouse and a keyboard of their own."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from demonstration.person import Person
from demonstration.pointers import Pointers
from demonstration.seats import Hands, TwoSeats

_SHIFT_CODE = 50


class SeatedPerson(Person):
    """Everything goes through the person's devices, as a driver gives it to the server."""

    def __init__(self, display: str, mouse: Hands, keyboard: Hands) -> None:
        # The server's map of keys is that of the keyboard last used.
        keyboard.tap(_SHIFT_CODE)
        super().__init__(display)
        self.mouse = mouse
        self.keyboard = keyboard

    def move(self, x: int, y: int) -> None:
        self.mouse.move_to(x, y, steps=3)

    def nudge(self) -> None:
        """A hand on the mouse: it goes a little, and comes back."""
        for way in (12, -12):
            self.mouse.move(way, 0)
            self.mouse.sync()

    def tap(self) -> None:
        """A hand on the keyboard, that writes nothing."""
        self.keyboard.tap(_SHIFT_CODE)

    def hold(self) -> None:
        self.mouse.button(1, True)
        self.mouse.sync()

    def let_go(self) -> None:
        self.mouse.button(1, False)
        self.mouse.sync()

    def key(self, code: int, down: bool) -> None:
        self.keyboard.key(code, down)
        self.keyboard.sync()


class Chairs:
    """The user and the mediator, side by side."""

    def __init__(self, seats: TwoSeats) -> None:
        self.seats = seats
        self.user = SeatedPerson(seats.display, seats.user_mouse, seats.user_keyboard)
        self.mediator = SeatedPerson(seats.display, seats.mediator_mouse, seats.mediator_keyboard)
        self.pointers = Pointers(seats.display)

    def look(self) -> Image.Image:
        """The screen with both pointers on it."""
        return self.pointers.draw(self.user.look())

    def picture(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.look().save(file, optimize=True)

    def close(self) -> None:
        for one in (self.user, self.mediator, self.pointers):
            one.close()
