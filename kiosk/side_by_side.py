"""Ties the wheel to the screens, the guest and the machine. Without a second pair it stays out of the way.

Knows the shell, the copilot and the messages; the rules are the copilot's, the pictures the shell's and the guest's.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from kiosk.config import ControlSection, Loaded
from kiosk.config.keys import KEYSYMS
from kiosk.control import assigning, wheel
from kiosk.control.arbiter import Region
from kiosk.control.assigning import STEPS, Assigning
from kiosk.control.backend import Backend, ControlUnavailableError, Device, DeviceKind, Used
from kiosk.control.copilot import Copilot, Settings
from kiosk.control.devices import Assignment, Remembered, absent_problems, assign, mediators_places
from kiosk.control.gate import Gate
from kiosk.control.key_origin import input_opcode
from kiosk.control.line import Line
from kiosk.control.people import Action, Person, Secrecy
from kiosk.control.watchdog import Watchdog
from kiosk.control.wheel import Wishes
from kiosk.control.x11 import X11Backend
from kiosk.errors import Problem
from kiosk.session import messages
from kiosk.ui import words
from kiosk.ui.regions import region_of
from kiosk.ui.shell import Shell

BEAT_SECONDS = 0.2
_BEATS_A_LOOK = 5  # the reminder is looked at once a second


class SideBySide:
    """`send`: a message to the guest. `sit_down`: a mediator uses their own keys. `record`: codes for IT."""

    def __init__(
        self,
        given: Loaded,
        shell: Shell,
        line: Line,
        *,
        send: Callable[[messages.ToGuest], object],
        sit_down: Callable[[], None],
        record: Callable[..., None],
    ) -> None:
        self._config = given.config.control
        self._lines = given.lines
        self._shell = shell
        self._line = line
        self._send = send
        self._sit_down = sit_down
        self._record = record
        self._remembered = Remembered.of(given.config.state.directory)
        self._assigning: Assigning | None = None
        self._later = False
        self._seated = False
        self._backend = self._open_backend()
        self._copilot: Copilot | None = None
        self._watchdog = Watchdog()
        self._gate: Gate | None = None
        self._beating: asyncio.Task[None] | None = None
        shell.drive_asked.connect(lambda action: self._tell(wheel.Asked, action=Action(action), by=Person.MEDIATOR))
        shell.devices_later.connect(self._put_off)
        shell.devices_again.connect(self._ask_devices)
        keys = self._config
        shell.set_keys(keys.take_key, keys.give_key, keys.both_key, keys.brake_key)

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with what the site wrote and the post remembers of its devices, for IT."""
        if self._backend is None:
            return self._remembered.problems
        absent = absent_problems(self._config, self._backend.devices(), self._lines)
        return (*self._remembered.problems, *absent)

    @property
    def mode_keycodes(self) -> frozenset[int]:
        """Keys that no page may get."""
        return frozenset() if self._backend is None else self._backend.keycodes(_actions(self._config))

    def _open_backend(self) -> Backend | None:
        if not self._config.pair:
            return None
        try:
            return X11Backend()
        except ControlUnavailableError as error:
            self._record("single-handed", code=error.code)
            return None

    def start(self, application: QApplication) -> None:
        """Take the X server's devices in hand, if it has two pointers to give."""
        if self._backend is None:
            return
        self._copilot = Copilot(
            self._backend,
            self._line,
            settings=Settings(_actions(self._config), self._config.remind_seconds),
            assign=self._assign,
            stage=self,
            clock=time.monotonic,
            record=self._record,
        )
        self._copilot.look_at_devices()
        self._backend.on_used = self._note_use
        self._gate = Gate(
            self._line,
            region_of,
            None,
            lambda: Secrecy.OPEN,
            opcode=input_opcode(),
            mode_keycodes=self.mode_keycodes,
            key_region=lambda: Region.SHARED,
        )
        self._gate.install(application)
        loop = asyncio.get_running_loop()
        loop.add_reader(self._backend.fileno(), self._backend.drain)
        self._beating = loop.create_task(self._beat())

    def end(self) -> None:
        """Give every device back while windows are still there."""
        if self._beating is not None:
            self._beating.cancel()
        if self._gate is not None:
            self._gate.remove()
        if self._backend is not None:
            asyncio.get_running_loop().remove_reader(self._backend.fileno())
        if self._copilot is not None:
            self._copilot.end()

    def leave(self) -> None:
        """When the last window is gone and no event is read any more: leave the X server as it was found."""
        if self._backend is not None:
            self._backend.unpair()
            self._backend.close()
        self._watchdog.end()
        self._line.close()

    # --- what the session tells -----------------------------------------------------------------------------------

    def show_home(self) -> None:
        self._tell(wheel.SessionEnded)
        if self._wants_devices():
            self._ask_devices()

    def show_session(self, with_mediator: bool) -> None:
        self._tell(wheel.SessionShown, beside=with_mediator)

    def cover(self) -> None:
        self._tell(wheel.SessionCovered)

    def end_session(self) -> None:
        self._tell(wheel.SessionEnded)

    def greet_guest(self) -> None:
        """A guest was given its procedure, for the first time or after its browser died: it knows nothing yet."""
        self._tell(wheel.GuestRestarted)
        if self._copilot is not None:
            self._send_drive(self._copilot.wishes)

    def hear_drive(self, action: str) -> None:
        self._tell(wheel.PanelPressed, action=Action(action))

    def hear_secrecy(self, secrecy: str) -> None:
        self._tell(wheel.FocusChanged, secrecy=Secrecy[secrecy.upper()])

    # --- what the copilot shows -----------------------------------------------------------------------------------

    def show_drive(self, wishes: Wishes) -> None:
        if wishes.paired:
            self._watchdog.start()
        self._shell.set_pairs(wishes.paired, self._may_ask_devices())
        self._shell.set_driving(wishes.mode.word, wishes.secret, wishes.paired, wishes.bar, wishes.remind_after)
        self._send_drive(wishes)
        if wishes.bar and not self._seated:
            self._record("mediator-seated")
            self._sit_down()
        self._seated = wishes.bar

    def device_gone(self, person: Person, kind: DeviceKind) -> None:
        said = words.device_gone(person.name.lower(), kind.value)
        self._shell.notice_device(said)
        if person is Person.USER:
            self._shell.set_missing(said)

    def device_back(self, person: Person, kind: DeviceKind) -> None:
        self._shell.notice_device(words.device_back(person.name.lower(), kind.value))
        if person is Person.USER:
            self._shell.set_missing("")

    # --- whose each device is -------------------------------------------------------------------------------------

    def _assign(self, devices: tuple[Device, ...]) -> Assignment:
        return assign(devices, mediators_places(self._config, self._remembered))

    def _wants_devices(self) -> bool:
        return not self._later and not mediators_places(self._config, self._remembered) and self._may_ask_devices()

    def _may_ask_devices(self) -> bool:
        """There are two of each, and the site has not said whose they are."""
        if self._backend is None or self._config.mediator_devices:
            return False
        return assigning.worth_asking(self._backend.devices())

    def _ask_devices(self) -> None:
        if self._backend is not None:
            self._assigning = Assigning()
            self._backend.listen_for_use(True)
            self._shell.show_devices(0)

    def _put_off(self) -> None:
        self._later = True
        self._stop_asking()

    def _note_use(self, used: Used) -> None:
        assert self._backend is not None
        device = next((one for one in self._backend.devices() if one.number == used.device), None)
        if self._assigning is None or device is None:
            return
        before, self._assigning = self._assigning, assigning.used(self._assigning, device)
        if self._assigning.done:
            self._remember(self._assigning)
            self._record("devices-assigned", count=len(STEPS))
            self._stop_asking()
            assert self._copilot is not None
            self._copilot.look_at_devices()
        elif self._assigning != before:
            self._shell.show_devices(self._assigning.step, taken=self._assigning.taken)

    def _remember(self, found: Assigning) -> None:
        try:
            self._remembered.save(found.user, found.mediator)
        except OSError as error:
            # Good until the post is switched off; then it asks again.
            self._record("devices-not-kept", kind=type(error).__name__)

    def _stop_asking(self) -> None:
        self._assigning = None
        assert self._backend is not None
        self._backend.listen_for_use(False)
        self._shell.show_home()

    # ----------------------------------------------------------------------------------------------------------------

    def _tell(self, event: type[wheel.Event], **fields: object) -> None:
        if self._copilot is not None:
            self._copilot.tell(event, **fields)

    def _send_drive(self, wishes: Wishes) -> None:
        self._send(messages.Drive(mode=wishes.mode.word, bar=wishes.bar))  # type: ignore[arg-type]

    async def _beat(self) -> None:
        turn = 0
        while True:
            self._watchdog.beat()
            turn += 1
            if turn % _BEATS_A_LOOK == 0:
                self._tell(wheel.Ticked)
            await asyncio.sleep(BEAT_SECONDS)


def _actions(control: ControlSection) -> dict[int, Action]:
    return {
        KEYSYMS[control.take_key]: Action.TAKE,
        KEYSYMS[control.give_key]: Action.GIVE,
        KEYSYMS[control.both_key]: Action.BOTH,
        KEYSYMS[control.brake_key]: Action.BRAKE,
    }
