"""Two chairs at a window system, a real one or one in memory: what the contract suite needs of either."""

from __future__ import annotations

import select
from abc import ABC, abstractmethod
from collections.abc import Callable
from time import monotonic

from demonstration.seats import Hands, TwoSeats
from kiosk.control.backend import Backend, Device
from kiosk.control.x11 import X11Backend
from tests.control.fake import FakeBackend

PATIENCE = 10.0
F9, F9_CODE = 0xFFC6, 75


class Chairs(ABC):
    backend: Backend

    def device(self, name: str) -> Device:
        return next(one for one in self.backend.devices() if one.name == name)

    def number(self, name: str) -> int:
        return self.device(name).number

    def is_readable(self) -> bool:
        return bool(select.select([self.backend.fileno()], [], [], 0)[0])

    def drain_until(self, condition: Callable[[], bool]) -> None:
        """As a loop does: `drain` only when there is something to read."""
        deadline = monotonic() + PATIENCE
        while not condition():
            assert select.select([self.backend.fileno()], [], [], deadline - monotonic())[0], "nothing came"
            self.backend.drain()

    def drain_all(self) -> None:
        while self.is_readable():
            self.backend.drain()

    @abstractmethod
    def press(self, mouse: str) -> None: ...

    @abstractmethod
    def release(self, mouse: str) -> None: ...

    @abstractmethod
    def tap_f9(self, keyboard: str) -> None: ...

    @abstractmethod
    def unplug(self, name: str) -> None: ...

    @abstractmethod
    def replug(self, name: str) -> None: ...


class XChairs(Chairs):
    def __init__(self, seats: TwoSeats) -> None:
        self.seats = seats
        self.backend = X11Backend(seats.display)

    def hands(self, name: str) -> Hands:
        return next(one for one in self.seats.all if one.name == name)

    def press(self, mouse: str) -> None:
        self.hands(mouse).button(1, True)
        self.hands(mouse).sync()

    def release(self, mouse: str) -> None:
        self.hands(mouse).button(1, False)
        self.hands(mouse).sync()

    def tap_f9(self, keyboard: str) -> None:
        self.hands(keyboard).tap(F9_CODE)

    def unplug(self, name: str) -> None:
        self.hands(name).unplug()

    def replug(self, name: str) -> None:
        self.hands(name).replug()


class FakeChairs(Chairs):
    def __init__(self) -> None:
        self.fake = FakeBackend()
        self.backend = self.fake
        self._away: dict[str, Device] = {}

    def press(self, mouse: str) -> None:
        self.fake.press(self.number(mouse))

    def release(self, mouse: str) -> None:
        self.fake.release(self.number(mouse))

    def tap_f9(self, keyboard: str) -> None:
        self.fake.key(self.number(keyboard), F9)

    def unplug(self, name: str) -> None:
        self._away[name] = self.device(name)
        self.fake.unplug(self.number(name))

    def replug(self, name: str) -> None:
        self.fake.plug(self._away.pop(name))
