"""A window system in memory, for tests of what stands on `Backend`. It keeps the same promises: `test_backend` runs on
both."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from kiosk.control.backend import Backend, ControlUnavailableError, Device, DeviceKind, KeyHeard, Seat, Used
from kiosk.control.people import Person

MASTER = 12
KEYCODES = {0xFFC6: 75, 0xFFC7: 76, 0xFFC8: 95, 0xFFC9: 96}
"""F9 to F12, as evdev numbers them for X."""
_PERSON_OF = {Seat.USER: Person.USER, Seat.MEDIATOR: Person.MEDIATOR}

USER_MOUSE = Device(6, DeviceKind.MOUSE, "x:user-mouse", "user-mouse")
USER_KEYBOARD = Device(7, DeviceKind.KEYBOARD, "x:user-keyboard", "user-keyboard")
MEDIATOR_MOUSE = Device(8, DeviceKind.MOUSE, "x:mediator-mouse", "mediator-mouse")
MEDIATOR_KEYBOARD = Device(9, DeviceKind.KEYBOARD, "x:mediator-keyboard", "mediator-keyboard")
TWO_PAIRS = (USER_MOUSE, USER_KEYBOARD, MEDIATOR_MOUSE, MEDIATOR_KEYBOARD)


class FakeBackend(Backend):
    """`can_pair`: False plays an X server without a second pointer."""

    def __init__(self, devices: tuple[Device, ...] = TWO_PAIRS, *, can_pair: bool = True) -> None:
        self.on_devices = lambda: None
        self.on_key = lambda _: None
        self.on_pressed = lambda _: None
        self.on_used = lambda _: None
        self.can_pair = can_pair
        self.is_paired = False
        self.clock = 1000
        self.mediator_visible: bool | None = None
        self.partings = 0
        self.neutral_releases: list[Person] = []
        self.is_closed = False
        self._devices = {one.number: one for one in devices}
        self._seats = dict.fromkeys(self._devices, Seat.USER)
        self._held: dict[int, set[int]] = {}
        self._listens = False
        self._said: deque[Callable[[], None]] = deque()
        self._next_number = max(self._devices, default=5) + 10
        self._waiting = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)

    # --- the hands --------------------------------------------------------------------------------------------

    def key(self, device: int, keysym: int) -> None:
        """The key is pressed and let go of."""
        heard = KeyHeard(device, keysym, self._tick())
        self._say(lambda: self.on_key(heard))
        self.use(device)

    def use(self, device: int) -> None:
        if self._listens:
            self._say(lambda: self.on_used(Used(device)))

    def press(self, device: int, button: int = 1) -> None:
        self._tick()
        self._held.setdefault(device, set()).add(button)
        self._say(lambda: self.on_pressed(Used(device)))
        self.use(device)

    def release(self, device: int, button: int = 1) -> None:
        self._tick()
        self._held.get(device, set()).discard(button)

    def unplug(self, device: int) -> None:
        del self._devices[device]
        del self._seats[device]
        self._held.pop(device, None)
        self._say(self._tell_devices)

    def plug(self, device: Device) -> Device:
        """It gets a new number, and the server's own pointer or keyboard, as the server does with any new device."""
        plugged = replace(device, number=self._next_number)
        self._next_number += 1
        self._devices[plugged.number] = plugged
        self._seats[plugged.number] = Seat.USER
        self._say(self._tell_devices)
        return plugged

    # --- Backend ----------------------------------------------------------------------------------------------

    def fileno(self) -> int:
        return self._waiting

    def drain(self) -> None:
        if self._said:
            os.eventfd_read(self._waiting)
        for _ in range(len(self._said)):
            self._said.popleft()()

    def devices(self) -> tuple[Device, ...]:
        return tuple(self._devices.values())

    def pair(self) -> int:
        if not self.can_pair:
            raise ControlUnavailableError
        self.is_paired = True
        return MASTER

    def give_back(self) -> None:
        self.seat(dict.fromkeys(self._devices, Seat.USER))

    def unpair(self) -> None:
        self.give_back()
        self.is_paired = False

    def seats(self) -> Mapping[int, Seat]:
        return dict(self._seats)

    def seat(self, wanted: Mapping[int, Seat]) -> None:
        new = {number: seat for number, seat in wanted.items() if self._seats.get(number) not in (None, seat)}
        if not self.is_paired:
            new = {number: seat for number, seat in new.items() if seat is not Seat.MEDIATOR}
        self._seats |= new
        for number in new:
            self._held.pop(number, None)
        if new:
            self._say(self._tell_devices)

    def neutral_release(self, person: Person, devices: tuple[int, ...]) -> bool:
        if not self.held(person):
            return False
        for number in self._pointers(person):
            self._held.pop(number, None)
        self.neutral_releases.append(person)
        return True

    def part_pointers(self) -> None:
        self.partings += 1

    def held(self, person: Person) -> int:
        return len(set().union(*(self._held.get(number, set()) for number in self._pointers(person))))

    def server_time(self) -> int:
        return self._tick()

    def dress(self, mediator_visible: bool) -> None:
        self.mediator_visible = mediator_visible

    def keycodes(self, keysyms: Collection[int]) -> frozenset[int]:
        return frozenset(KEYCODES[one] for one in keysyms if one in KEYCODES)

    def listen_for_use(self, on: bool) -> None:
        self._listens = on

    def close(self) -> None:
        if not self.is_closed:
            self.is_closed = True
            os.close(self._waiting)

    # ----------------------------------------------------------------------------------------------------------

    def _pointers(self, person: Person) -> list[int]:
        return [
            number
            for number, device in self._devices.items()
            if device.kind is not DeviceKind.KEYBOARD and _PERSON_OF.get(self._seats[number]) is person
        ]

    def _tell_devices(self) -> None:
        """To whoever listens when it is told, not when it was said."""
        self.on_devices()

    def _tick(self) -> int:
        self.clock += 1
        return self.clock

    def _say(self, what: Callable[[], None]) -> None:
        self._said.append(what)
        os.eventfd_write(self._waiting, 1)
