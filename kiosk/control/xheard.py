"""What the X server says of devices and their events: the answers' bytes, and what they mean.

Read by hand: xcffib's generated code reads raw events beyond their end and forgets the padding of names. Asks the
server nothing: see `xinput`.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import xcffib
import xcffib.xproto
from xcffib.ffi import ffi

_GENERIC_EVENT = 35
_ERROR = 0
_KEY_CLASS, _BUTTON_CLASS, _VALUATOR_CLASS, _TOUCH_CLASS = 0, 1, 2, 8
_DIRECT_TOUCH = 1


class Use(IntEnum):
    MASTER_POINTER = 1
    MASTER_KEYBOARD = 2
    SLAVE_POINTER = 3
    SLAVE_KEYBOARD = 4
    FLOATING_SLAVE = 5


class Heard(IntEnum):
    """Kinds of XI2 events that are asked for here."""

    HIERARCHY = 11
    RAW_KEY_PRESS = 13
    RAW_KEY_RELEASE = 14
    RAW_BUTTON_PRESS = 15
    RAW_MOTION = 17
    RAW_TOUCH_BEGIN = 22


class XError(Exception):
    """The X server refused a request."""

    def __init__(self, code: int, major: int, minor: int) -> None:
        super().__init__(f"X error {code}, request {major}.{minor}")
        self.code, self.major, self.minor = code, major, minor


@dataclass(frozen=True)
class XDevice:
    """As in XIQueryDevice. `attachment`: the master of a slave, the other master of a master."""

    number: int
    use: Use
    attachment: int
    enabled: bool
    name: str
    points: bool
    """A pointer in the server's eyes: axes and buttons. Only a pointer can be attached to a master pointer."""
    has_keys: bool
    direct_touch: bool


@dataclass(frozen=True)
class Raw:
    """A raw event of a slave. `detail`: the key code or the button."""

    kind: Heard
    device: int
    detail: int
    time: int


@dataclass(frozen=True)
class Hierarchy:
    """Devices came, went, or were attached elsewhere."""


@dataclass(frozen=True)
class Mapped:
    """A window came on the screen. `parent`: its parent's number."""

    window: int
    parent: int


@dataclass(frozen=True)
class Other:
    """Of no interest here."""


Event = Raw | Hierarchy | Mapped | Other | XError


@dataclass(frozen=True)
class Pointer:
    x: float
    y: float
    buttons: int
    """Bit n is button n."""


class Connection(xcffib.Connection):
    """As xcffib's, but events are those of this module and errors are `XError`."""

    opcode = -1

    def hoist_event(self, e: Any) -> Event:
        kind = e.response_type & 0x7F
        if kind == _ERROR:
            return _error(e)
        if kind == _GENERIC_EVENT:
            (length,) = struct.unpack_from("=I", ffi.buffer(e, 8), 4)
            return _xi2(bytes(ffi.buffer(e, 36 + 4 * length)), self.opcode)
        content = bytes(ffi.buffer(e, 32))
        if kind == xcffib.xproto.MapNotifyEvent.event_number:
            parent, window = struct.unpack_from("=II", content, 4)
            return Mapped(window, parent)
        return Other()

    def _process_error(self, c_error: Any) -> None:
        self.invalid()  # type: ignore[no-untyped-call]
        if c_error != ffi.NULL:
            raise _error(c_error)


def _error(e: Any) -> XError:
    code, minor, major = struct.unpack_from("=xB6xHB", bytes(ffi.buffer(e, 32)))
    return XError(code, major, minor)


def _xi2(content: bytes, opcode: int) -> Event:
    if content[1] != opcode:
        return Other()
    kind, device, time, detail, source = struct.unpack_from("=HHIIH", content, 8)
    if kind == Heard.HIERARCHY:
        return Hierarchy()
    # Each raw event comes twice, of the slave and of its master. A cut slave has no master.
    if kind in list(Heard) and device == source:
        return Raw(Heard(kind), device, detail, time)
    return Other()


def read_device(content: bytes, at: int) -> tuple[XDevice, int]:
    """The device described at `at` in the answer to XIQueryDevice, and where the next one begins."""
    number, use, attachment, classes, length, enabled = struct.unpack_from("=HHHHHB", content, at)
    at += 12
    name = content[at : at + length].decode(errors="replace")
    at += -(-length // 4) * 4
    kinds, direct = set(), False
    for _ in range(classes):
        kind, words, _, mode = struct.unpack_from("=HHHB", content, at)
        kinds.add(kind)
        direct = direct or (kind == _TOUCH_CLASS and mode == _DIRECT_TOUCH)
        at += 4 * words
    points = kinds >= {_BUTTON_CLASS, _VALUATOR_CLASS}
    return XDevice(number, Use(use), attachment, bool(enabled), name, points, _KEY_CLASS in kinds, direct), at
