"""What the wheel needs of a window system, whatever keeps the promise. The contract suite runs on each subclass.

The real one is `x11`; tests have a fake. Device numbers are the X server's own and change with every plug: what lasts
is a device's `identity`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.control.people import Person
from kiosk.errors import KioskError


class ControlUnavailableError(KioskError):
    """No X input extension 2, or no second pointer: the kiosk runs single-handed."""

    code = "E-502"
    what = "Ce poste ne peut pas avoir deux souris et deux claviers."
    kept = "Le poste marche avec une seule paire, comme avant."
    todo = "Faites : sudo kiosk doctor. Il dit ce qui manque."


class DeviceKind(StrEnum):
    MOUSE = "mouse"
    KEYBOARD = "keyboard"
    TOUCH = "touch"


@dataclass(frozen=True)
class Device:
    """One input device (an X slave). `identity`: the place it is plugged in, stable over restarts and replugging, as
    in udev's path without the interface ("pci-0000:00:14.0-usb-0:2"); "x:" and its X name where it has no udev path.
    `name` is what the maker calls it: shown, never used to tell devices apart."""

    number: int
    kind: DeviceKind
    identity: str
    name: str


class Seat(StrEnum):
    """Where a device is attached. A device that is cut reaches nobody's window; its keys are still heard by us."""

    USER = "user"
    MEDIATOR = "mediator"
    CUT = "cut"


@dataclass(frozen=True)
class KeyHeard:
    """A key on any keyboard, cut or not. `keysym`: of the first level. Never logged, never kept. `time`: server ms."""

    device: int
    keysym: int
    time: int


@dataclass(frozen=True)
class Used:
    """A hand on a device: it moved, pressed or typed. What it did is not said."""

    device: int


class Backend(ABC):
    """All calls return at once. `attend` and `follow` callbacks come from `drain`, in the caller's loop."""

    on_devices: Callable[[], None]
    """Devices came or went, or somebody changed where they are attached."""
    on_key: Callable[[KeyHeard], None]
    on_pressed: Callable[[Used], None]
    """A button or a finger went down on a pointer. A mouse that is only pushed aside says nothing."""
    on_used: Callable[[Used], None]
    """Only between `listen_for_use(True)` and `(False)`."""

    @abstractmethod
    def fileno(self) -> int:
        """Readable when `drain` has something to do."""

    @abstractmethod
    def drain(self) -> None:
        """Handle what the server said. Never blocks."""

    @abstractmethod
    def devices(self) -> tuple[Device, ...]:
        """Every real device now plugged in; the server's own virtual and test devices are not among them."""

    @abstractmethod
    def pair(self) -> int:
        """Make the mediator's own pointer, if there is none. Returns its master id. Raises ControlUnavailableError."""

    @abstractmethod
    def give_back(self) -> None:
        """Give every device to the user. The mediator's pointer stays, without a hand. Idempotent."""

    @abstractmethod
    def unpair(self) -> None:
        """Give every device back to the user, and remove the mediator's pointer. Idempotent. Only when no Qt program
        is left on the server: Qt frees the devices of a pointer that vanishes twice."""

    @abstractmethod
    def seats(self) -> Mapping[int, Seat]:
        """Where each device is attached now, as the server says."""

    @abstractmethod
    def seat(self, wanted: Mapping[int, Seat]) -> None:
        """Attach these devices so. A device that is gone is passed over. Held keys of a cut device are released by the
        server. Asking for what already is does nothing."""

    @abstractmethod
    def neutral_release(self, person: Person, devices: tuple[int, ...]) -> bool:
        """Let go of every button that this person's pointer holds, so that it means nothing to a page: no click, no
        drop, no choice. The pointer is where it was when this returns. True when something was held."""

    @abstractmethod
    def part_pointers(self) -> None:
        """Where one pointer hides the other, the mediator's moves beside the user's, unless it holds a button."""

    @abstractmethod
    def held(self, person: Person) -> int:
        """How many buttons this person's pointer holds, as the server says."""

    @abstractmethod
    def server_time(self) -> int:
        """The X server's clock now, in ms (32 bits)."""

    @abstractmethod
    def dress(self, mediator_visible: bool) -> None:
        """Give both pointers their cursor over every window, present and to come: blue ring, orange ring. The
        mediator's is invisible over the page while a secret is typed."""

    @abstractmethod
    def keycodes(self, keysyms: Collection[int]) -> frozenset[int]:
        """The key codes that give one of these keysyms on any keyboard that is there."""

    @abstractmethod
    def listen_for_use(self, on: bool) -> None: ...

    @abstractmethod
    def close(self) -> None:
        """Let go of the server. Devices stay as they are: call `unpair` first to give them back."""
