"""The door of a Qt program: each event of the X server passes here, or does not, before Qt knows of it.

Reads events as they lie in memory, asks the arbiter, and answers. It decides nothing itself and draws nothing: marks
and pre-empted clicks are told to whoever draws. The line is read at each event, so that what waited in a frozen program
meets the rules of now, not those of when it was sent.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QWindow

from kiosk.control.arbiter import (
    GESTURE,
    TOUCH,
    Happening,
    Kind,
    Region,
    State,
    Verdict,
    judge,
    with_rules,
)
from kiosk.control.key_origin import Typed, input_opcode
from kiosk.control.line import Wheel
from kiosk.control.people import Mode, Person, Secrecy

# xcb puts four bytes of its own at 32 into the events of extensions.
_HEAD = struct.Struct("=BBHIHHI")  # response type, extension, sequence, length, type, device, time
_DEVICE = struct.Struct("=IIII4xiiiiHHHxxI")  # from 16: detail, windows, places in 1/65536, lengths, source, flags
_CROSSING = struct.Struct("=HBBIII4xiiiiBBH")  # from 16: source, mode, detail, windows, places, screen, focus, length
_KEY = struct.Struct("=BBHIIIIhhhh")
_DEVICE_MASK, _CROSSING_MASK = 84, 76
_GENERIC = 35
_KEY_PRESS, _KEY_RELEASE = 2, 3

_PRESS, _RELEASE, _MOTION, _ENTER, _LEAVE = 4, 5, 6, 7, 8
_TOUCH_BEGIN, _TOUCH_UPDATE, _TOUCH_END = 18, 19, 20
_PINCH, _SWIPE = 27, 30
_DEVICE_KINDS = {
    _PRESS: Kind.PRESS,
    _RELEASE: Kind.RELEASE,
    _MOTION: Kind.MOTION,
    _TOUCH_BEGIN: Kind.PRESS,
    _TOUCH_UPDATE: Kind.MOTION,
    _TOUCH_END: Kind.RELEASE,
    _PINCH: Kind.PRESS,
    _PINCH + 1: Kind.MOTION,
    _PINCH + 2: Kind.RELEASE,
    _SWIPE: Kind.PRESS,
    _SWIPE + 1: Kind.MOTION,
    _SWIPE + 2: Kind.RELEASE,
}
_BEGINNINGS = (Kind.PRESS, Kind.KEY_PRESS, Kind.KEY_REPEAT)
_OF_THE_PAGE = (Region.PAGE, Region.KEYBOARD)
_HANDS = frozenset((*_DEVICE_KINDS, _ENTER, _LEAVE))
# The server makes it first, always.
_CORE_POINTER = 2
F9_TO_F12 = frozenset((75, 76, 95, 96))
"""Their codes on every PC keyboard, whatever its layout."""

_WHEEL_BUTTONS = range(4, 8)
_WHEEL_BITS = 0xF0
_WINDOW_AT, _PLACE_AT, _FLAGS_AT = 24, 36, 60
_EMULATED = 1 << 16
# Valuators of a motion; the others are wheels and pressures.
_PLACE_AXES = 0b11
_MASK32 = 0xFFFFFFFF
# One turn of the wheel is a burst of notches.
_TURN_MS = 500


class Gesture(StrEnum):
    """What the share of hands counts."""

    POINTER = "pointer"
    KEY = "key"
    WHEEL = "wheel"


class WheelSource(Protocol):
    def read(self) -> Wheel: ...


class Origin(Protocol):
    """`key_origin.KeyOrigin`."""

    @property
    def modifiers(self) -> frozenset[int]: ...
    def fileno(self) -> int: ...
    def drain(self) -> None: ...
    def typed(self, code: int, down: bool, time: int) -> Typed | None: ...


class Gate(QAbstractNativeEventFilter):
    """opcode: that of the X input extension, asked of the server by default; 0 lets everything through.
    secrecy: of the field that has the keyboard. A program without secrets says nothing.
    region_of: what lies at x, y of that window, in the server's pixels.
    key_region: what has the keyboard.
    on_mark, on_preempt: the place on the screen, in the server's pixels. Called when the event is over.
    on_press: whose press or key passes to the page, before Qt hears of it. Of a key that nobody owns: the mediator's.
    on_gesture: who, what, and when it began and ended in server ms, of what passed on the page and the user's controls.
    mode_keycodes: keys that never reach the program while two people sit there.
    """

    def __init__(
        self,
        wheel: WheelSource,
        region_of: Callable[[int, int, int], Region],
        origin: Origin | None = None,
        secrecy: Callable[[], Secrecy] = lambda: Secrecy.OPEN,
        *,
        opcode: int | None = None,
        on_mark: Callable[[int, int], None] = lambda _x, _y: None,
        on_preempt: Callable[[int, int], None] = lambda _x, _y: None,
        on_press: Callable[[Person], None] = lambda _person: None,
        on_gesture: Callable[[Person, Gesture, int, int], None] = lambda _person, _kind, _began, _ended: None,
        mode_keycodes: frozenset[int] = F9_TO_F12,
        key_region: Callable[[], Region] = lambda: Region.PAGE,
    ) -> None:
        super().__init__()
        self.on_mark = on_mark
        self.on_preempt = on_preempt
        self.on_press = on_press
        self.on_gesture = on_gesture
        self.mode_keycodes = mode_keycodes
        self.passed = 0
        self.dropped = 0
        self.faults = 0
        """Events that could not be judged. They were dropped where two people sit."""
        self._source = wheel
        self._region_of = region_of
        self._origin = origin
        self._secrecy = secrecy
        self._opcode = input_opcode() if opcode is None else opcode
        self._key_region = key_region
        self._state = State()
        self._wheel = Wheel()
        self._braked_on: Wheel | None = None
        self._sink: QWindow | None = None
        self._place = (0, 0)
        self._began: dict[tuple[bool, int], int] = {}
        self._turning: dict[Person, tuple[int, int]] = {}
        self._came_up: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None
        self._installed: QCoreApplication | None = None

    def install(self, app: QCoreApplication) -> None:
        """Stand before every window of the program."""
        if self._installed is not None or not self._opcode:
            return
        self._installed = app
        app.installNativeEventFilter(self)
        self._sink = QWindow()
        self._sink.create()
        if self._origin is not None:
            self._notifier = QSocketNotifier(self._origin.fileno(), QSocketNotifier.Type.Read)
            self._notifier.activated.connect(self._origin.drain)

    def remove(self) -> None:
        if self._installed is not None:
            self._installed.removeNativeEventFilter(self)
            self._installed = None
            self._sink = None
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None

    def brake_now(self) -> None:
        """Somebody pressed the brake here: nobody touches the page, before the shell has even heard of it."""
        self._braked_on = self._source.read()

    @property
    def state(self) -> State:
        """What is down, and under which rules. For tests and the soak: a gate at rest holds nothing."""
        return self._state

    def nativeEventFilter(  # type: ignore[override]
        self, _event_type: QByteArray | bytes, message: int
    ) -> tuple[bool, int]:
        try:
            drop = self._drops(int(message))
        except Exception:  # An exception here would leave the decision to Qt.
            self.faults += 1
            drop = self._wheel.paired
        if drop:
            self.dropped += 1
        else:
            self.passed += 1
        return drop, 0

    def _drops(self, address: int) -> bool:
        head = ctypes.string_at(address, 32)
        response = head[0] & 0x7F
        if response == _GENERIC:
            if head[1] != self._opcode:
                return False
            _, _, _, length, kind, device, time = _HEAD.unpack_from(head)
            return kind in _HANDS and self._hand(address, length, kind, device, time)
        if response in (_KEY_PRESS, _KEY_RELEASE):
            self._refresh()
            return self._key(address, head, response == _KEY_PRESS)
        return False

    def _hand(self, address: int, length: int, kind: int, device: int, time: int) -> bool:
        self._refresh()
        if device not in (_CORE_POINTER, self._wheel.mediator_pointer):
            # Each event comes twice: from the mouse, which Qt passes over unless it does not know it, and from the
            # pointer that it moves.
            return self._wheel.paired
        event = ctypes.string_at(address, 36 + 4 * length)
        if kind in _DEVICE_KINDS:
            return self._device_event(address, event, kind, device, time)
        return self._crossing(event, device, time)

    def _refresh(self) -> None:
        """The rules of this instant."""
        wheel, secrecy = self._source.read(), self._secrecy()
        braked = self._braked_on is not None
        if self._braked_on is not None and wheel != self._braked_on:
            self._braked_on, braked = None, False
        mode = Mode.BRAKE if braked else wheel.mode
        if wheel is self._wheel and mode == self._state.mode and secrecy == self._state.secrecy:
            return
        if wheel.paired != self._state.paired:
            # Qt would take a motion of one pointer for superseded by the next motion of the other.
            attribute = Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents
            QCoreApplication.setAttribute(attribute, not wheel.paired)
        self._wheel = wheel
        self._state, _ = with_rules(self._state, mode, wheel.paired, wheel.barrier, secrecy)

    def _person(self, device: int) -> Person:
        mediator = self._wheel.mediator_pointer
        return Person.MEDIATOR if mediator and device == mediator else Person.USER

    def _device_event(self, address: int, event: bytes, kind: int, device: int, time: int) -> bool:
        detail, _, window, _, root_x, root_y, x, y, buttons_length, axes_length, _, _ = _DEVICE.unpack_from(event, 16)
        what, buttons = _DEVICE_KINDS[kind], None
        if kind >= _PINCH:
            detail = GESTURE | (_SWIPE if kind >= _SWIPE else _PINCH)
        elif kind >= _TOUCH_BEGIN:
            detail |= TOUCH
        else:
            buttons = _buttons(event, _DEVICE_MASK, buttons_length)
            if kind == _MOTION:
                detail = 0
            elif detail in _WHEEL_BUTTONS:
                what = Kind.SCROLL
        person = self._person(device)
        region = self._region_of(window, x >> 16, y >> 16)
        happening = Happening(person, what, detail, region, time, buttons)
        heard = _heard(self._state, person, buttons) if buttons is not None else 0
        verdict = self._ask(happening)
        told = self.on_mark if verdict is Verdict.MARK else self.on_preempt if verdict is Verdict.PREEMPT else None
        if told is not None:
            QTimer.singleShot(0, lambda: told(root_x >> 16, root_y >> 16))
        if verdict is Verdict.PASS:
            self._place = root_x, root_y
            if heard != (buttons or 0) and self._wheel.paired:
                _believe(address, buttons_length, heard)
            return False
        if kind == _MOTION and self._sink is not None:
            at = _DEVICE_MASK + 4 * buttons_length
            turns = int.from_bytes(event[at : at + 4 * axes_length], "little") & ~_PLACE_AXES
            drags = self._state.holder == person
            if turns or drags:
                self._divert(address, int(self._sink.winId()), moves=drags)
                _believe(address, buttons_length, heard)
                self.dropped, self.passed = self.dropped + 1, self.passed - 1
                return False
        return True

    def _divert(self, address: int, sink: int, moves: bool) -> None:
        """Send a motion, where it lies in memory, to a window that nobody sees. Qt must know two things of it:

        Wheels come as sums since the mouse was plugged in, and Qt remembers the last one it saw. After turns that it
        did not see, the next one would be all of them at once. As an emulated motion, it is no motion to Qt.

        A drag that was stopped is released elsewhere. To a release in a new place, Qt adds the motion to that place: a
        slider would follow it, and a selection. Unless it already knows of the place.
        """
        event = (ctypes.c_char * _DEVICE_MASK).from_address(address)
        struct.pack_into("=I", event, _WINDOW_AT, sink)
        if not moves:
            struct.pack_into("=ii", event, _PLACE_AT, *self._place)
            struct.pack_into("=I", event, _FLAGS_AT, _EMULATED)

    def _crossing(self, event: bytes, device: int, time: int) -> bool:
        _, _, _, _, window, _, _, _, x, y, _, _, length = _CROSSING.unpack_from(event, 16)
        buttons = _buttons(event, _CROSSING_MASK, length)
        region = self._region_of(window, x >> 16, y >> 16)
        happening = Happening(self._person(device), Kind.MOTION, 0, region, time, buttons)
        return self._ask(happening) is not Verdict.PASS

    def _key(self, address: int, event: bytes, down: bool) -> bool:
        _, code, _, time, *_ = _KEY.unpack_from(event)
        drop = self._drops_key(event, down)
        came_up, self._came_up = self._came_up, None if drop or down else (code, time)
        if drop and down and came_up == (code, time):
            # The key came up and went down again within one ms. Qt saw both in its queue, took the first for a held
            # key's repeating and did not tell the page. As this one is dropped, the page must hear that it came up.
            _come_up(address)
            return False
        return drop

    def _drops_key(self, event: bytes, down: bool) -> bool:
        _, code, _, time, *_ = _KEY.unpack_from(event)
        if self._wheel.paired and code in self.mode_keycodes:
            return True
        typed = self._origin.typed(code, down, time) if self._origin is not None else None
        person = None
        if typed is not None:
            person = Person.MEDIATOR if typed.device in self._wheel.mediator_keyboards else Person.USER
        elif not self._wheel.paired:
            person = Person.USER
        kind = Kind.KEY_PRESS if down else Kind.KEY_RELEASE
        if typed is not None and typed.repeat:
            kind = Kind.KEY_REPEAT
        return self._ask(Happening(person, kind, code, self._key_region(), time)) is not Verdict.PASS

    def _ask(self, happening: Happening) -> Verdict:
        before = self._state
        self._state, verdict = judge(before, happening)
        if verdict is Verdict.PASS and (self._state is not before or happening.kind is Kind.SCROLL):
            self._count(before, happening)
        if verdict is Verdict.PASS and happening.region in _OF_THE_PAGE and happening.kind in _BEGINNINGS:
            self.on_press(Person.MEDIATOR if happening.person is None else happening.person)
        return verdict

    def _count(self, before: State, happening: Happening) -> None:
        """The share of hands. A gesture is counted when it is over: what is down is not yet done."""
        kind, detail, time = happening.kind, happening.detail, happening.time
        is_key = kind >= Kind.KEY_PRESS
        if is_key and self._origin is not None and detail in self._origin.modifiers:
            return
        if kind in (Kind.PRESS, Kind.KEY_PRESS):
            self._began.setdefault((is_key, detail), time)
        elif kind in (Kind.RELEASE, Kind.KEY_RELEASE):
            began = self._began.pop((is_key, detail), time)
            downs: tuple[tuple[Person | None, int, Region], ...] = before.keys if is_key else before.presses
            person, _, region = next(one for one in downs if one[1] == detail)
            if person is not None:
                self._tell(person, Gesture.KEY if is_key else Gesture.POINTER, region, began, time)
        elif kind == Kind.SCROLL and happening.person is not None:
            self._turn(happening.person, happening.region, time)

    def _turn(self, person: Person, region: Region, time: int) -> None:
        last = self._turning.get(person)
        self._turning[person] = time, time
        if last is None or (time - last[1]) & _MASK32 > _TURN_MS:
            self._tell(person, Gesture.WHEEL, region, time, time)

    def _tell(self, person: Person, gesture: Gesture, region: Region, began: int, ended: int) -> None:
        if region in (Region.PAGE, Region.USER_CONTROLS):
            self.on_gesture(person, gesture, began, ended)


def _heard(state: State, person: Person, down: int) -> int:
    """Of the buttons that are down, as bits, those that Qt heard of. Qt knows one mouse: while the other person holds
    it, their buttons are those that are down."""
    heard = 0
    for press in state.presses:
        if press.detail < TOUCH:
            heard |= 1 << press.detail
    return heard if state.holder not in (None, person) else heard & down


def _believe(address: int, length: int, buttons: int) -> None:
    """Write which buttons are down into the event where it lies: Qt takes each event's word for it, even for those
    whose press it never got and whose release will not come."""
    if length:
        struct.pack_into("=I", (ctypes.c_char * (_DEVICE_MASK + 4)).from_address(address), _DEVICE_MASK, buttons)


def _come_up(address: int) -> None:
    """Make the release of a press, where it lies."""
    kind = ctypes.c_uint8.from_address(address)
    kind.value = (kind.value & 0x80) | _KEY_RELEASE


def _buttons(event: bytes, offset: int, length: int) -> int:
    """Those down before this event. A turn of the wheel is no button that is held."""
    return int.from_bytes(event[offset : offset + 4 * length], "little") & ~_WHEEL_BITS & ~1
