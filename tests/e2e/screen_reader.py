"""A screen reader, as far as a test needs one: a desktop's buses of its own, and what can be heard and read on them
from outside of the program. It speaks AT-SPI as Orca does; it knows nothing of the kiosk.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from demonstration.person import Box

Place = tuple[str, str]
"""A bus name and an object path: where one accessible thing is."""

ROOT: Place = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
WAIT = 30.0
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_MOST = 4000
_SHOWING = 25


@dataclass(frozen=True)
class Thing:
    place: Place
    name: str
    role: str
    showing: bool


class BusError(Exception):
    """The bus, or who was called, refused."""


class Bus:
    """One connection."""

    def __init__(self, address: str) -> None:
        self.connection: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        self.connection.close()

    def call(
        self, place: Place, interface: str, method: str, signature: str = "", *body: object, timeout: float = 5.0
    ) -> Any:
        address = DBusAddress(place[1], bus_name=place[0], interface=interface)
        message = new_method_call(address, method, signature or None, body)
        reply = self.connection.send_and_get_reply(message, timeout=timeout)
        if reply.header.message_type is MessageType.error:
            raise BusError(reply.header.fields.get(HeaderFields.error_name), *reply.body)
        return reply.body[0] if reply.body else None

    def property(self, place: Place, interface: str, name: str) -> Any:
        return self.call(place, _PROPERTIES, "Get", "ss", interface, name)[1]


class ScreenReader:
    """`session`: the address of the desktop's bus. `bus`: ours, on the accessibility bus, once it is on."""

    def __init__(self, session: str) -> None:
        self.session = session
        self._desktop = Bus(session)
        self.bus: Bus | None = None
        self.heard: list[str] = []
        self._signals: deque[Any] = deque(maxlen=_MOST)

    def close(self) -> None:
        for one in (self._desktop, self.bus):
            if one is not None:
                one.close()

    @property
    def on(self) -> Bus:
        assert self.bus is not None, "the reader is not switched on"
        return self.bus

    def switch_on(self) -> str:
        """As the person does, with Super+Alt+S. The accessibility bus's address."""
        place = ("org.a11y.Bus", "/org/a11y/bus")
        self._desktop.call(place, _PROPERTIES, "Set", "ssv", "org.a11y.Status", "ScreenReaderEnabled", ("b", True))
        self._desktop.call(place, _PROPERTIES, "Set", "ssv", "org.a11y.Status", "IsEnabled", ("b", True))
        address: str = self._desktop.call(place, "org.a11y.Bus", "GetAddress")
        self.bus = Bus(address)
        registry = (ROOT[0], "/org/a11y/atspi/registry")
        for event in ("object:announcement", "object:state-changed:focused"):
            self.bus.call(registry, "org.a11y.atspi.Registry", "RegisterEvent", "sass", event, [], "")
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        self.bus.connection.send_and_get_reply(message_bus.AddMatch(rule))
        # Kept from now on, whatever is read meanwhile.
        self.bus.connection.filter(rule, queue=self._signals)
        return address

    # --- reading ----------------------------------------------------------------------------------------------

    def children(self, place: Place) -> list[Place]:
        return [tuple(one) for one in self.on.call(place, _ACCESSIBLE, "GetChildren")]

    def thing(self, place: Place) -> Thing:
        low, _ = self.on.call(place, _ACCESSIBLE, "GetState")
        return Thing(
            place,
            self.on.property(place, _ACCESSIBLE, "Name"),
            self.on.call(place, _ACCESSIBLE, "GetRoleName"),
            bool(low >> _SHOWING & 1),
        )

    def everything(self, below: Place = ROOT) -> Iterator[Thing]:
        """The whole tree, or a part of it, from outside inwards. What goes meanwhile is passed over."""
        waiting = [below]
        for _ in range(_MOST):
            if not waiting:
                return
            place = waiting.pop(0)
            with contextlib.suppress(BusError):
                if place != ROOT:
                    yield self.thing(place)
                waiting += self.children(place)

    def wait_for(self, fits: Callable[[Thing], bool], what: str) -> Thing:
        deadline = time.monotonic() + WAIT
        seen: list[Thing] = []
        while time.monotonic() < deadline:
            seen = list(self.everything())
            found = next((one for one in seen if fits(one)), None)
            if found is not None:
                return found
        raise AssertionError(f"no {what} in {[(one.role, one.name) for one in seen if one.name]}")

    def wait_for_button(self, words: str) -> Thing:
        return self.wait_for(
            lambda one: one.showing and one.role in ("button", "push button") and words in one.name,
            f"button « {words} »",
        )

    def wait_for_words(self, words: str) -> Thing:
        return self.wait_for(lambda one: one.showing and words in one.name, f"words « {words} »")

    def box(self, thing: Thing) -> Box:
        """Where it is on the screen now."""
        left, top, width, height = self._extents(thing)
        return Box(left, top, left + width, top + height)

    def text(self, thing: Thing) -> str:
        """What is written in it."""
        written: str = self.on.call(thing.place, "org.a11y.atspi.Text", "GetText", "ii", 0, -1)
        return written

    def _extents(self, thing: Thing) -> tuple[int, int, int, int]:
        found: tuple[int, int, int, int] = self.on.call(thing.place, "org.a11y.atspi.Component", "GetExtents", "u", 0)
        return found

    # --- listening --------------------------------------------------------------------------------------------

    def wait_to_hear(self, words: str) -> None:
        """Until it is announced."""
        deadline = time.monotonic() + WAIT
        while not any(words in one for one in self.heard):
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"never heard « {words} », only {self.heard}")
            with contextlib.suppress(TimeoutError):
                self._hear(self.on.connection.recv_until_filtered(self._signals, timeout=left))

    def _hear(self, message: Any) -> None:
        fields = message.header.fields
        if message.header.message_type is MessageType.signal and fields.get(HeaderFields.member) == "Announcement":
            self.heard.append(str(message.body[3][1]))


@contextlib.contextmanager
def desktop(folder: Path) -> Iterator[ScreenReader]:
    """A session bus as a desktop has it, which starts the accessibility bus when it is asked for it."""
    (folder / "home").mkdir(parents=True)
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder / "home")}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    environment.pop("AT_SPI_BUS_ADDRESS", None)
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert daemon.stdout is not None
        reader = ScreenReader(daemon.stdout.readline().strip())
        try:
            yield reader
        finally:
            reader.close()
    finally:
        daemon.terminate()
        daemon.communicate(timeout=10)
