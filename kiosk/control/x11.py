"""The X server's side of the wheel: two pointers by multi-pointer X, devices attached, cut and listened to.

There is one keyboard in use, the server's own: it takes the layout of the slave that types, so each person keeps
theirs, and a keyboard that may not type is detached. The pointer called "mediator" is ours. Everything here is the
server's state: it outlives this connection, which is why `watchdog` exists.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

import xcffib

from kiosk.control import identity
from kiosk.control.backend import Backend, ControlUnavailableError, Device, DeviceKind, KeyHeard, Seat, Used
from kiosk.control.cursors import Wardrobe
from kiosk.control.people import Person
from kiosk.control.xheard import Event, Heard, Hierarchy, Mapped, Raw, Use, XDevice, XError
from kiosk.control.xinput import NoInputExtensionError, XInput

MASTER = "mediator"
_POINTER = f"{MASTER} pointer"
_TRIAL = "kiosk doctor"
_TEST_DEVICE = "XTEST Device"
_NODE = "Device Node"
_MASTERS = (Use.MASTER_POINTER, Use.MASTER_KEYBOARD)
_ALWAYS = (Heard.HIERARCHY, Heard.RAW_KEY_PRESS, Heard.RAW_BUTTON_PRESS, Heard.RAW_TOUCH_BEGIN)
_USES = (Heard.RAW_MOTION,)
# A corner of the screen, where the shell's own bar is: never over a page.
_NEUTRAL = (0, 0)
_BUTTONS = range(1, 32)
# Between the tips: three rings across, so that two are seen at a glance.
_APART = 168


class Dresser(Protocol):
    """Gives windows their cursors, as `cursors.Wardrobe` does."""

    def dress(self, window: int, pointers: Mapping[Person, int], mediator_visible: bool) -> None: ...


def _nobody(*_: object) -> None:
    """Until somebody listens."""


class X11Backend(Backend):
    """`display`: as in DISPLAY. `wardrobe` makes the cursors on this connection. Raises ControlUnavailableError
    without XI2."""

    def __init__(
        self,
        display: str | None = None,
        *,
        links: Path = identity.LINKS,
        capabilities: Path = identity.CAPABILITIES,
        wardrobe: Callable[[Any], Dresser] = Wardrobe,
    ) -> None:
        self.on_devices = _nobody
        self.on_key = _nobody
        self.on_pressed = _nobody
        self.on_used = _nobody
        self._links = links
        self._capabilities = capabilities
        try:
            self._x = XInput(display)
        except (OSError, NoInputExtensionError) as error:
            raise ControlUnavailableError from error
        self._listed: tuple[Device, ...] | None = None
        self._keysyms: dict[int, Mapping[int, int]] = {}
        self._hears_use = False
        self._make_wardrobe = wardrobe
        self._wardrobe: Dresser | None = None
        self._mediator_visible = True
        self._dressed: dict[Person, int] = {}
        self._x.select(*_ALWAYS)

    def fileno(self) -> int:
        return self._x.fileno()

    def close(self) -> None:
        self._x.close()

    # --- what there is ----------------------------------------------------------------------------------------

    def devices(self) -> tuple[Device, ...]:
        if self._listed is None:
            slaves = _slaves(self._x.devices())
            numbers = [one.number for one in slaves]
            tests, nodes = self._x.texts(_TEST_DEVICE, numbers), self._x.texts(_NODE, numbers)
            real = (self._device(one, nodes.get(one.number)) for one in slaves if one.number not in tests)
            self._listed = tuple(one for one in real if one is not None)
        return self._listed

    def _device(self, slave: XDevice, node: str | None) -> Device | None:
        if slave.direct_touch:
            kind = DeviceKind.TOUCH
        elif slave.points:
            kind = DeviceKind.MOUSE
        elif slave.has_keys and identity.types_text(node, self._capabilities):
            kind = DeviceKind.KEYBOARD
        else:
            return None
        return Device(slave.number, kind, identity.identity(node, slave.name, self._links), slave.name)

    def seats(self) -> Mapping[int, Seat]:
        found = self._x.devices()
        mediator = _mediator(found)
        known = {one.number for one in self.devices()}
        return {one.number: _seat(one, mediator) for one in _slaves(found) if one.number in known}

    def held(self, person: Person) -> int:
        return _held_buttons(self._x, self._masters().get(person, 0)).bit_count()

    def server_time(self) -> int:
        return self._x.server_time()

    def _masters(self) -> dict[Person, int]:
        """The pointer of each person who has one."""
        found = self._x.devices()
        mediator = _mediator(found)
        own = {Person.USER: _core(found)[0]}
        return own if mediator is None else own | {Person.MEDIATOR: mediator.number}

    # --- who has what -----------------------------------------------------------------------------------------

    def pair(self) -> int:
        found = _mediator(self._x.devices())
        if found is None:
            try:
                self._x.add_master(MASTER)
            except XError as error:
                raise ControlUnavailableError from error
            found = _mediator(self._x.devices())
        if found is None:
            raise ControlUnavailableError
        return found.number

    def give_back(self) -> None:
        found = self._x.devices()
        pointer, keyboard = _core(found)
        for slave in _slaves(found):
            home = pointer if slave.points else keyboard
            if slave.attachment != home and not _is_test(slave):
                self._x.attach(slave.number, home)

    def unpair(self) -> None:
        self.give_back()
        found = self._x.devices()
        mediator = _mediator(found)
        if mediator is not None:
            self._x.remove_master(mediator.number, *_core(found))

    def seat(self, wanted: Mapping[int, Seat]) -> None:
        found = self._x.devices()
        pointer, keyboard = _core(found)
        mediator = _mediator(found)
        for slave in _slaves(found):
            seat = wanted.get(slave.number)
            if seat is None or seat is _seat(slave, mediator):
                continue
            if seat is Seat.CUT:
                self._x.detach(slave.number)
            elif seat is Seat.USER:
                self._x.attach(slave.number, pointer if slave.points else keyboard)
            elif mediator is not None:
                # A master keyboard is known by the pointer it belongs to.
                self._x.attach(slave.number, mediator.number if slave.points else mediator.attachment)

    def neutral_release(self, person: Person, devices: tuple[int, ...]) -> bool:
        found = self._x.devices()
        mediator = _mediator(found)
        master = _core(found)[0] if person is Person.USER else mediator.number if mediator is not None else 0
        before = self._x.pointer(master)
        if before is None or not _held_buttons(self._x, master):
            return False
        self._x.warp(master, *_NEUTRAL)
        theirs = [one.number for one in _slaves(found) if one.attachment == master and one.points]
        # First those that are known to be this person's, then any other that may hold the button.
        for slave in sorted(theirs, key=lambda number: number not in devices):
            if not _held_buttons(self._x, master):
                break
            self._x.detach(slave)
            self._x.attach(slave, master)
        self._release_tests(person, master)
        self._x.warp(master, before.x, before.y)
        return True

    def part_pointers(self) -> None:
        masters = self._masters()
        theirs = masters.get(Person.MEDIATOR, 0)
        user, mediator = self._x.pointer(masters[Person.USER]), self._x.pointer(theirs) if theirs else None
        if user is None or mediator is None or mediator.buttons:
            return
        if max(abs(user.x - mediator.x), abs(user.y - mediator.y)) >= _APART:
            return
        beside = user.x + _APART
        self._x.warp(theirs, beside if beside < self._x.width else user.x - _APART, user.y)

    def _release_tests(self, person: Person, master: int) -> None:
        """A test program's hand cannot be detached; its button can be let go of."""
        held = _held_buttons(self._x, master) if person is Person.USER else 0
        for button in _BUTTONS:
            if held >> button & 1:
                self._x.release_test_button(button)

    # --- what is heard ----------------------------------------------------------------------------------------

    def drain(self) -> None:
        devices_moved = False
        for event in self._x.events():
            devices_moved = isinstance(event, Hierarchy) or devices_moved
            self._handle(event)
        if devices_moved:
            self.on_devices()

    def _handle(self, event: Event) -> None:
        match event:
            case Hierarchy():
                self._listed = None
                self._keysyms.clear()
            case Mapped(window, parent) if parent == self._x.root:
                self._dress_each([window])
            case Raw():
                self._hear(event)
            case XError() if not self._x.is_gone(event):
                _warn(event)

    def _hear(self, raw: Raw) -> None:
        if raw.device not in {one.number for one in self.devices()}:
            return
        if self._hears_use:
            self.on_used(Used(raw.device))
        if raw.kind in (Heard.RAW_BUTTON_PRESS, Heard.RAW_TOUCH_BEGIN):
            self.on_pressed(Used(raw.device))
        if raw.kind is Heard.RAW_KEY_PRESS:
            keysym = self._layout(raw.device).get(raw.detail, 0)
            self.on_key(KeyHeard(raw.device, keysym, raw.time))

    def _layout(self, device: int) -> Mapping[int, int]:
        if device not in self._keysyms:
            self._keysyms[device] = self._x.keysyms(device)
        return self._keysyms[device]

    def keycodes(self, keysyms: Collection[int]) -> frozenset[int]:
        keyboards = [one.number for one in self.devices() if one.kind is DeviceKind.KEYBOARD]
        return frozenset(
            code for number in keyboards for code, keysym in self._layout(number).items() if keysym in keysyms
        )

    def listen_for_use(self, on: bool) -> None:
        self._hears_use = on
        self._x.select(*_ALWAYS, *(_USES if on else ()))

    # --- what is seen -----------------------------------------------------------------------------------------

    def dress(self, mediator_visible: bool) -> None:
        if self._wardrobe is None:
            self._wardrobe = self._make_wardrobe(self._x.connection)
            self._x.watch_windows()
        self._mediator_visible = mediator_visible
        self._dressed = self._masters()
        self._dress_each((self._x.root, *self._x.windows()))

    def _dress_each(self, windows: Iterable[int]) -> None:
        if self._wardrobe is None:
            return
        for window in windows:
            try:
                self._wardrobe.dress(window, self._dressed, self._mediator_visible)
            except (XError, xcffib.ProtocolException) as error:
                if not (isinstance(error, XError) and self._x.is_gone(error)):
                    raise
        self._x.connection.flush()


class SecondPointer(StrEnum):
    """What became of the try to make a second pointer."""

    MADE = "made"
    REFUSED = "refused"
    IN_USE = "in-use"
    UNTRIED = "untried"


def try_second_pointer() -> SecondPointer:
    """Make a second pointer and remove it again: whether this server gives one. Moves no device. Not tried while a
    program is open: a pointer that vanishes makes every Qt program there crash. Raises as `XInput` does."""
    server = XInput()
    try:
        before = server.devices()
        if _mediator(before) is not None:
            return SecondPointer.IN_USE
        if server.windows():
            return SecondPointer.UNTRIED
        server.add_master(_TRIAL)
        made = next((one for one in server.devices() if one.name == f"{_TRIAL} pointer"), None)
        if made is None:
            return SecondPointer.REFUSED
        server.remove_master(made.number, *_core(before))
        return SecondPointer.MADE if server.devices() == before else SecondPointer.REFUSED
    except XError:
        return SecondPointer.REFUSED
    finally:
        server.close()


def _slaves(devices: Iterable[XDevice]) -> tuple[XDevice, ...]:
    """Those that are there: one that is switched off is as good as unplugged."""
    return tuple(one for one in devices if one.use not in _MASTERS and one.enabled)


def _core(devices: Iterable[XDevice]) -> tuple[int, int]:
    """The server's own pointer and keyboard: the first it made."""
    masters = [one for one in devices if one.use is Use.MASTER_POINTER]
    first = min(masters, key=lambda one: one.number)
    return first.number, first.attachment


def _mediator(devices: Iterable[XDevice]) -> XDevice | None:
    return next((one for one in devices if one.use is Use.MASTER_POINTER and one.name == _POINTER), None)


def _seat(slave: XDevice, mediator: XDevice | None) -> Seat:
    if slave.use is Use.FLOATING_SLAVE:
        return Seat.CUT
    if mediator is not None and slave.attachment in (mediator.number, mediator.attachment):
        return Seat.MEDIATOR
    return Seat.USER


def _is_test(slave: XDevice) -> bool:
    """XTEST devices belong to their master for ever."""
    return " XTEST " in slave.name


def _held_buttons(x: XInput, master: int) -> int:
    pointer = x.pointer(master) if master else None
    return 0 if pointer is None else pointer.buttons


def _warn(refused: XError) -> None:
    import structlog  # noqa: PLC0415 - half of what the watchdog would load, and it must watch soon

    structlog.get_logger().warning("x11-refused", code=refused.code, number=refused.minor)
