"""The X Input extension 2 over xcffib, as far as two seats need it: devices, masters, raw events.

Asks and orders; what the server answers is read in `xheard`. Requests are packed by hand: xcffib's generated code packs
properties and hierarchy changes too long. Knows no person: see `x11`.
"""

from __future__ import annotations

import contextlib
import io
import os
import select
import struct
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

import xcffib
import xcffib.sync
import xcffib.xinput
import xcffib.xproto
import xcffib.xtest
from xcffib.ffi import ffi

from kiosk.control.xheard import Connection, Event, Heard, Other, Pointer, XDevice, XError, read_device

ALL_DEVICES = 0
OLDEST = (2, 2)
"""The first that sends raw events during grabs, and touches."""
_QUERY_POINTER, _WARP_POINTER, _CHANGE_HIERARCHY, _SELECT_EVENTS = 40, 41, 43, 46
_QUERY_VERSION, _QUERY_DEVICE, _GET_PROPERTY = 47, 48, 59
_DEVICE_KEY_MAPPING = 24
_FIXED = 65536  # FP1616
_CORE_BAD_WINDOW, _CORE_BAD_DRAWABLE = 3, 9


class NoInputExtensionError(Exception):
    """The X server has no XI2 of 2.2 or later, or lacks what goes with it."""


class XInput:
    """One connection. Raises OSError without an X server, NoInputExtensionError without XI2 of 2.2 or later."""

    def __init__(self, display: str | None = None) -> None:
        try:
            connection: Any = Connection(display=display)  # type: ignore[no-untyped-call]
        except xcffib.ConnectionException as error:
            raise OSError("no X server") from error
        self.connection = connection
        setup = connection.get_setup()
        self.root = int(setup.roots[0].root)
        self.width = int(setup.roots[0].width_in_pixels)
        self._codes = int(setup.min_keycode), int(setup.max_keycode)
        self._events: deque[Event] = deque()
        self._atoms: dict[str, int] = {}
        # Readable also when an answer brought events with it, which the socket does not show any more.
        self._waiting = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        self._readable = select.epoll(flags=select.EPOLL_CLOEXEC)
        self._readable.register(self._waiting, select.EPOLLIN)
        self._readable.register(connection.get_file_descriptor(), select.EPOLLIN)
        name = xcffib.xinput.key.name
        extension = connection.core.QueryExtension(len(name), name).reply()
        if not extension.present:
            self.close()
            raise NoInputExtensionError("no X Input extension")
        connection.opcode = int(extension.major_opcode)
        self._bad_device = int(extension.first_error)
        self._xinput = connection(xcffib.xinput.key)
        try:
            version = struct.unpack_from("=HH", self._ask(_QUERY_VERSION, "HH", *OLDEST), 8)
        except XError:
            version = (1, 0)
        if version < OLDEST:
            self.close()
            raise NoInputExtensionError(f"X Input extension {version}")
        self._clock = self._find_clock()

    def close(self) -> None:
        if self.connection is None:
            return
        self._readable.close()
        os.close(self._waiting)
        self.connection.disconnect()
        self.connection = None

    # --- devices ----------------------------------------------------------------------------------------------

    def devices(self) -> tuple[XDevice, ...]:
        """Every device, masters first."""
        content = self._ask(_QUERY_DEVICE, "H2x", ALL_DEVICES)
        (count,) = struct.unpack_from("=H", content, 8)
        found, at = [], 32
        for _ in range(count):
            device, at = read_device(content, at)
            found.append(device)
        return tuple(sorted(found, key=lambda one: (one.use, one.number)))

    def texts(self, name: str, devices: Iterable[int]) -> dict[int, str]:
        """The property `name` of those devices that have it, as text. Asked all at once."""
        atom = self.atom(name)
        asked = {
            one: self._xinput.send_request(
                _GET_PROPERTY, _packed("HBxIIII", one, 0, atom, 0, 0, 1024), _Cookie, is_checked=True
            )
            for one in devices
        }
        found = {}
        for device, cookie in asked.items():
            with _GoneIsFine(self):
                content = cookie.reply().content
                kind, _, length, form = struct.unpack_from("=IIIB", content, 8)
                if kind:
                    found[device] = content[32 : 32 + length * form // 8].rstrip(b"\0").decode(errors="replace")
        self._collect()
        return found

    def keysyms(self, device: int) -> dict[int, int]:
        """First level of each key of this keyboard. Empty when it is gone."""
        first, last = self._codes
        with _GoneIsFine(self):
            content = self._ask(_DEVICE_KEY_MAPPING, "BBBx", device, first, last - first + 1)
            (each,) = struct.unpack_from("=B", content, 8)
            keysyms = struct.unpack_from(f"={(len(content) - 32) // 4}I", content, 32)
            return dict(enumerate(keysyms[::each], first)) if each else {}
        return {}

    # --- masters ----------------------------------------------------------------------------------------------

    def add_master(self, name: str) -> None:
        """A pointer called "NAME pointer" and its keyboard. Raises XError."""
        raw = name.encode()
        form = f"B3xHHHBB{len(raw)}s{-len(raw) % 4}x"
        self._do(_CHANGE_HIERARCHY, form, 1, 1, 2 + -(-len(raw) // 4), len(raw), True, True, raw)

    def remove_master(self, number: int, pointer: int, keyboard: int) -> None:
        """Its devices go to `pointer` and `keyboard`."""
        with _GoneIsFine(self):
            self._do(_CHANGE_HIERARCHY, "B3xHHHBxHH", 1, 2, 3, number, 1, pointer, keyboard)

    def attach(self, device: int, master: int) -> None:
        with _GoneIsFine(self):
            self._do(_CHANGE_HIERARCHY, "B3xHHHH", 1, 3, 2, device, master)

    def detach(self, device: int) -> None:
        with _GoneIsFine(self):
            self._do(_CHANGE_HIERARCHY, "B3xHHH2x", 1, 4, 2, device)

    def pointer(self, master: int) -> Pointer | None:
        """None when there is no such master."""
        with _GoneIsFine(self):
            content = self._ask(_QUERY_POINTER, "IH2x", self.root, master)
            x, y, _, _, _, words = struct.unpack_from("=iiiiBxH", content, 16)
            buttons = int.from_bytes(content[56 : 56 + 4 * words], "little")
            return Pointer(x / _FIXED, y / _FIXED, buttons)
        return None

    def warp(self, master: int, x: float, y: float) -> None:
        place = (int(x * _FIXED), int(y * _FIXED))
        with _GoneIsFine(self):
            self._do(_WARP_POINTER, "IIiiHHiiH2x", 0, self.root, 0, 0, 0, 0, *place, master)

    # --- events -----------------------------------------------------------------------------------------------

    def select(self, *kinds: Heard) -> None:
        """Hear these of every device, on the root window; not the others any more."""
        mask = sum(1 << kind for kind in kinds)
        self._do(_SELECT_EVENTS, "IH2xHHI", self.root, 1, ALL_DEVICES, 1, mask)

    def watch_windows(self) -> None:
        """Hear of windows that come on the screen."""
        wanted = xcffib.xproto.EventMask.SubstructureNotify
        self.connection.core.ChangeWindowAttributes(self.root, xcffib.xproto.CW.EventMask, [wanted])
        self.connection.flush()

    def windows(self) -> tuple[int, ...]:
        """The children of the root window."""
        try:
            return tuple(self.connection.core.QueryTree(self.root).reply().children)
        finally:
            self._collect()

    def fileno(self) -> int:
        return self._readable.fileno()

    def events(self) -> Iterator[Event]:
        """What came until now, in its order. What comes meanwhile is for the next time."""
        with contextlib.suppress(BlockingIOError):
            os.eventfd_read(self._waiting)
        self._collect()
        for _ in range(len(self._events)):
            yield self._events.popleft()
        if self._events:
            os.eventfd_write(self._waiting, 1)

    def is_gone(self, error: XError) -> bool:
        """Whether this error only says that a device or a window is not there any more."""
        return error.code in (self._bad_device, _CORE_BAD_WINDOW, _CORE_BAD_DRAWABLE)

    def server_time(self) -> int:
        cookie = self._clock[0].QueryCounter(self._clock[1])
        value = cookie.reply().counter_value
        self._collect()
        return int(value.lo) & 0xFFFFFFFF

    def atom(self, name: str) -> int:
        if name not in self._atoms:
            self._atoms[name] = int(self.connection.core.InternAtom(False, len(name), name).reply().atom)
        return self._atoms[name]

    def release_test_button(self, button: int) -> None:
        """Let go of a button that a test program holds on the server's own pointer."""
        xtest = self.connection(xcffib.xtest.key)
        xtest.FakeInput(xcffib.xproto.ButtonReleaseEvent.event_number, button, 0, self.root, 0, 0, 0)

    # --- the wire ---------------------------------------------------------------------------------------------

    def _ask(self, request: int, form: str, *values: Any) -> bytes:
        try:
            cookie = self._xinput.send_request(request, _packed(form, *values), _Cookie, is_checked=True)
            content: bytes = cookie.reply().content
            return content
        finally:
            self._collect()

    def _do(self, request: int, form: str, *values: Any) -> None:
        """Returns when the server has done it."""
        try:
            self._xinput.send_request(request, _packed(form, *values), is_checked=True).check()
        finally:
            self._collect()

    def _collect(self) -> None:
        before = len(self._events)
        while (event := self.connection.poll_for_event()) is not None:
            if not isinstance(event, Other):
                self._events.append(event)
        if len(self._events) > before:
            os.eventfd_write(self._waiting, 1)

    def _find_clock(self) -> tuple[Any, int]:
        """SYNC's counter of the server's time: one answer, no event."""
        sync = self.connection(xcffib.sync.key)
        sync.Initialize(3, 1).reply()
        content = sync.send_request(1, io.BytesIO(b"\0" * 4), _Cookie, is_checked=True).reply().content
        (count,) = struct.unpack_from("=I", content, 8)
        at = 32
        for _ in range(count):
            counter, length = struct.unpack_from("=I8xH", content, at)
            if content[at + 14 : at + 14 + length] == b"SERVERTIME":
                return sync, counter
            at += -(-(14 + length) // 4) * 4
        raise NoInputExtensionError("no clock")


class _GoneIsFine:
    """Passes over the error of a device that is not there any more."""

    def __init__(self, x: XInput) -> None:
        self._x = x

    def __enter__(self) -> None: ...

    def __exit__(self, _: object, error: BaseException | None, __: object) -> bool:
        return isinstance(error, XError) and self._x.is_gone(error)


class _Content:
    def __init__(self, unpacker: Any) -> None:
        self.content = bytes(ffi.buffer(unpacker.cdata, unpacker.known_max))


class _Cookie(xcffib.Cookie):
    reply_type: Any = _Content


def _packed(form: str, *values: Any) -> io.BytesIO:
    return io.BytesIO(struct.pack(f"=4x{form}", *values))
