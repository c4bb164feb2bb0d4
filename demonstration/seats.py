"""Two chairs without hardware: a real X server with two mice and two keyboards that are ours.

Xorg with the dummy screen and `inputtest` devices, which take events from a socket and hand them to the server as a
driver does. What the server and its clients see is what they see of real devices, but for the cable: pulling it is
played by switching the device off.
"""

from __future__ import annotations

import contextlib
import os
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from demonstration.display import memory_folder, x_server
from kiosk.control.xinput import XInput
from kiosk.forgetting import X_SERVER, X_SERVER_OPTIONS

XORG = "/usr/lib/xorg/Xorg"
USER_MOUSE, USER_KEYBOARD = "user-mouse", "user-keyboard"
MEDIATOR_MOUSE, MEDIATOR_KEYBOARD = "mediator-mouse", "mediator-keyboard"
TOUCH_SCREEN = "touch-screen"

_DUMMY_SCREEN = """
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "{width}x{height}" 60 {modeline}
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "{width}x{height}"
    Virtual {width} {height}
  EndSubSection
EndSection
"""
_FLAGS = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "DontVTSwitch" "true"
  Option "BlankTime" "0"
EndSection
"""
# No acceleration: a hand that moves 10 moves the pointer by 10.
_DEVICE = """
Section "InputDevice"
  Identifier "{name}"
  Driver "inputtest"
  Option "DeviceType" "{kind}"
  Option "SocketPath" "{socket}"
  Option "AccelerationScheme" "none"
  Option "XkbLayout" "{layout}"
EndSection
"""


def dummy_screen(width: int, height: int) -> str:
    """A card, a monitor and a "screen" without hardware, as xorg.conf(5) writes them."""
    modeline = " ".join(str(one) for start in (width, height) for one in (start, start + 8, start + 16, start + 24))
    return _DUMMY_SCREEN.format(width=width, height=height, modeline=modeline)


class Hands:
    """One device, and the hands on it. Calls return when the server has read them; `sync`: when it has acted."""

    def __init__(self, server: _Server, name: str, path: Path) -> None:
        self.name = name
        self._server = server
        self._path = path
        self._socket = _plug(path)
        self._unsettled = False

    def move(self, dx: float, dy: float) -> None:
        self._send(_MOTION, struct.pack("=I4x", False) + _valuators({0: dx, 1: dy}))

    def move_to(self, x: int, y: int, steps: int = 1) -> None:
        """Over the screen to this pixel, in so many motions."""
        for step in range(steps, 0, -1):
            at_x, at_y = self.at()
            self.move((x - at_x) / step, (y - at_y) / step)
            self.sync()

    def at(self) -> tuple[float, float]:
        """Where the pointer that this device moves is on the screen."""
        self.sync()
        return self._server.where(self.name)

    def button(self, number: int, down: bool) -> None:
        self._send(_BUTTON, struct.pack("=iiI4x", False, number, down) + _valuators({}))

    def click(self, number: int = 1) -> None:
        self.button(number, True)
        self.button(number, False)
        self.sync()

    def wheel(self, notches: int) -> None:
        """Down is positive. The server makes the old button clicks of it, too."""
        self.scroll(notches * _NOTCH)

    def scroll(self, amount: float) -> None:
        """Smooth scrolling: a notch is 120."""
        self._send(_MOTION, struct.pack("=I4x", False) + _valuators({3: amount}))
        self.sync()

    def key(self, code: int, down: bool) -> None:
        """`code`: the X key code, evdev's and 8. What letter it is depends on this keyboard's layout."""
        self._send(_KEY, struct.pack("=iI", code, down))

    def tap(self, code: int) -> None:
        self.key(code, True)
        self.key(code, False)
        self.sync()

    def touch(self, x: int, y: int, kind: str, finger: int = 0) -> None:
        """`kind`: begin, update or end. Pixels of the screen."""
        width, height = self._server.size
        valuators = {0: x * _TOUCH_MAX / width, 1: y * _TOUCH_MAX / height, 4: 1000}
        self._send(_TOUCH, struct.pack("=II", finger, _TOUCH_KINDS[kind]) + _valuators(valuators))
        self.sync()

    def sync(self) -> None:
        """Returns when the server has dealt with everything that these hands did."""
        if not self._unsettled:
            return  # The driver answers only after an event.
        self._send(_WAIT, b"")
        self._unsettled = False
        answer = self._socket.recv(_ANSWER)
        if len(answer) != _ANSWER:
            raise ConnectionError(f"{self.name}: the server has closed it")

    @property
    def number(self) -> int:
        """Its X number."""
        return self._server.numbers[self.name]

    def say_node(self, node: str) -> None:
        """Make it tell a device file ("/dev/input/event5"), as the drivers of real devices do."""
        self._server.set_node(self.name, node)

    def unplug(self) -> None:
        """As if the cable was pulled, even with a button or a key down."""
        self._server.switch(self.name, False)
        self._socket.close()

    def replug(self) -> None:
        """The server attaches it to its own first pointer or keyboard, as it does with any new device."""
        self._server.switch(self.name, True)
        self._socket = _plug(self._path)

    def close(self) -> None:
        self._socket.close()

    def _send(self, kind: int, content: bytes) -> None:
        self._unsettled = True
        self._socket.sendall(struct.pack("=II", _HEADER + len(content), kind) + content)


@dataclass
class TwoSeats:
    display: str
    server: int
    """The process of the X server."""
    user_mouse: Hands
    user_keyboard: Hands
    mediator_mouse: Hands
    mediator_keyboard: Hands
    _touch: Hands | None = field(default=None, repr=False)

    @property
    def touch(self) -> Hands:
        assert self._touch is not None, "two_seats(touch=True)"
        return self._touch

    @property
    def all(self) -> tuple[Hands, ...]:
        four = (self.user_mouse, self.user_keyboard, self.mediator_mouse, self.mediator_keyboard)
        return four if self._touch is None else (*four, self._touch)


@contextlib.contextmanager
def two_seats(
    width: int = 1280, height: int = 800, *, touch: bool = False, layouts: tuple[str, str] = ("fr", "fr")
) -> Iterator[TwoSeats]:
    """A server with all devices, ready when the block begins, gone when it ends. All devices are attached to the
    server's own pointer and keyboard, as at the boot of a post.

    `layouts`: of the user's and of the mediator's keyboard.
    """
    kinds = {
        USER_MOUSE: ("Pointer", ""),
        USER_KEYBOARD: ("Keyboard", layouts[0]),
        MEDIATOR_MOUSE: ("Pointer", ""),
        MEDIATOR_KEYBOARD: ("Keyboard", layouts[1]),
        **({TOUCH_SCREEN: ("Touch", "")} if touch else {}),
    }
    with memory_folder() as folder, _running(_settings(folder, width, height, kinds), folder) as (process, display):
        server = _Server(display, (width, height))
        hands: list[Hands] = []
        try:
            hands.extend(Hands(server, name, folder / name) for name in kinds)
            yield TwoSeats(display, process, *hands)
        finally:
            for one in hands:
                one.close()
            server.close()


@contextlib.contextmanager
def plugged(display: str, name: str, path: Path, size: tuple[int, int]) -> Iterator[Hands]:
    """Hands on one `inputtest` device of another server, whose socket is `path`. `size`: of its screen, in pixels."""
    server = _Server(display, size)
    try:
        with contextlib.closing(Hands(server, name, path)) as hands:
            yield hands
    finally:
        server.close()


def _settings(folder: Path, width: int, height: int, kinds: dict[str, tuple[str, str]]) -> Path:
    text = _FLAGS + dummy_screen(width, height)
    layout = 'Section "ServerLayout"\n  Identifier "layout"\n  Screen "screen"\n'
    for name, (kind, keys) in kinds.items():
        text += _DEVICE.format(name=name, kind=kind, socket=folder / name, layout=keys or "us")
        core = {USER_MOUSE: "CorePointer", USER_KEYBOARD: "CoreKeyboard"}.get(name, "SendCoreEvents")
        layout += f'  InputDevice "{name}" "{core}"\n'
    file = folder / "xorg.conf"
    file.write_text(text + layout + "EndSection\n")
    return file


@contextlib.contextmanager
def _running(settings: Path, folder: Path) -> Iterator[tuple[int, str]]:
    if not os.access(XORG, os.X_OK):
        raise RuntimeError(f"{XORG} is missing: packages xserver-xorg-core and xserver-xorg-video-dummy")
    log = folder / "xorg.log"
    command = [XORG, "-config", str(settings), "-logfile", str(log), "-dpi", "96"]
    command += ["-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp", *X_SERVER_OPTIONS]
    with x_server(command, X_SERVER, lambda: why_not(log)) as (server, display):
        yield server.pid, display


def why_not(log: Path) -> str:
    """Why an Xorg did not start, from its own words."""
    return f"Xorg did not start:\n{log.read_text()[-2000:]}"


class _Server(XInput):
    """What the rig itself asks of the server: where a pointer is, and a device switched off or on."""

    def __init__(self, display: str, size: tuple[int, int]) -> None:
        super().__init__(display)
        self.size = size
        self.numbers = {device.name: device.number for device in self.devices()}

    def where(self, name: str) -> tuple[float, float]:
        number = self.numbers[name]
        master = next(device.attachment for device in self.devices() if device.number == number)
        # Floating, it has a pointer of its own.
        seen = self.pointer(master or number)
        assert seen is not None
        return seen.x, seen.y

    def switch(self, name: str, on: bool) -> None:
        property_ = self.atom("Device Enabled")
        self._do(_CHANGE_PROPERTY, "HBBIIIB3x", self.numbers[name], _REPLACE, 8, property_, _INTEGER, 1, on)

    def set_node(self, name: str, node: str) -> None:
        content = node.encode() + b"\0"
        form = f"HBBIII{len(content)}s{-len(content) % 4}x"
        property_ = self.atom("Device Node")
        self._do(_CHANGE_PROPERTY, form, self.numbers[name], _REPLACE, 8, property_, _STRING, len(content), content)


_CHANGE_PROPERTY = 57  # XI2
_INTEGER, _STRING, _REPLACE = 19, 31, 0  # X11

# The driver's protocol (xf86-input-inputtest-protocol.h): a length, a kind, then the form of that kind.
_VERSION, _WAIT, _MOTION, _BUTTON, _KEY, _TOUCH = 0, 1, 2, 4, 5, 6
_HEADER, _ANSWER = 8, 8
_AXES = 64
_NOTCH = 120
_TOUCH_MAX = 0xFFFF
_TOUCH_KINDS = {"begin": 18, "update": 19, "end": 20}


def _plug(path: Path) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
    connection.settimeout(10)
    connection.connect(str(path))
    connection.sendall(struct.pack("=IIHH", _HEADER + 4, _VERSION, 1, 0))
    if len(connection.recv(_HEADER + 4)) != _HEADER + 4:
        raise ConnectionError(f"{path.name} does not answer")
    return connection


def _valuators(values: dict[int, float]) -> bytes:
    mask, axes = 0, [0.0] * _AXES
    for axis, value in values.items():
        mask |= 1 << axis
        axes[axis] = value
    # Accelerated and not: the same.
    return struct.pack(f"=IQ4x{2 * _AXES}d", True, mask, *axes, *axes)
