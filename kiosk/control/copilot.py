"""Carries the wishes of the wheel out: on the line first, then on the X server, then on the screens.

Holds no rule (`wheel` does) and knows no X (`backend` does): with a fake backend the whole runs in a unit test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from kiosk.control import wheel
from kiosk.control.backend import Backend, ControlUnavailableError, Device, DeviceKind, KeyHeard, Used
from kiosk.control.devices import Assignment
from kiosk.control.line import Line
from kiosk.control.people import Action, Person
from kiosk.control.wheel import Pair, Wishes


class Stage(Protocol):
    """Those who show who drives: the shell's screens, and the guest by a message."""

    def show_drive(self, wishes: Wishes) -> None: ...
    def device_gone(self, person: Person, kind: DeviceKind) -> None: ...
    def device_back(self, person: Person, kind: DeviceKind) -> None: ...


@dataclass(frozen=True)
class Settings:
    """`keys`: X keysym to action. `remind_after`: seconds."""

    keys: Mapping[int, Action]
    remind_after: float = 120.0


class Copilot:
    """`assign` says whose each device is. `clock`: monotonic seconds. `record` is told codes, never what was typed."""

    def __init__(
        self,
        backend: Backend,
        line: Line,
        *,
        settings: Settings,
        assign: Callable[[tuple[Device, ...]], Assignment],
        stage: Stage,
        clock: Callable[[], float],
        record: Callable[..., None],
    ) -> None:
        self._backend = backend
        self._line = line
        self._settings = settings
        self._assign = assign
        self._stage = stage
        self._clock = clock
        self._record = record
        self._state = wheel.State()
        self._wishes = Wishes(line.wheel)
        self._refused = False
        self._known: dict[tuple[Person, DeviceKind], int] = {}
        self._gone: set[tuple[Person, DeviceKind]] = set()
        backend.on_devices = self.look_at_devices
        backend.on_key = self._hear_key
        backend.on_pressed = self._hear_press

    @property
    def wishes(self) -> Wishes:
        return self._wishes

    def tell(self, event: type[wheel.Event], **fields: object) -> None:
        """Something happened, now."""
        self._take(wheel.react(self._state, event(now=self._clock(), **fields)))
        if event is wheel.SessionEnded:
            self._backend.part_pointers()

    def look_at_devices(self) -> None:
        """Devices came or went, were assigned anew, or were moved by somebody else: put things right again."""
        devices = self._backend.devices()
        assignment = self._assign(devices)
        # Once two people sit there, a mediator's mouse that is unplugged is on its way back.
        two = assignment.paired or self._state.mediator_pointer
        pointer = self._second_pointer() if two else 0
        kinds = {one.number: one.kind for one in devices}
        user, mediator = _pair(assignment.user, kinds), _pair(assignment.mediator, kinds)
        new = bool(pointer) and not self._state.mediator_pointer
        event = wheel.DevicesChanged(self._clock(), pointer, user, mediator)
        self._take(wheel.react(self._state, event), devices_moved=True)
        if new:
            # The server makes it in the middle of the screen, just over the user's.
            self._backend.part_pointers()
        # After what it changed: a change of driver is said in the place of what was said before.
        self._notice(user, mediator)

    def _second_pointer(self) -> int:
        """0 where the server refuses one: the post stays single-handed, whenever that shows."""
        try:
            return self._backend.pair()
        except ControlUnavailableError as error:
            if not self._refused:
                self._record("single-handed", code=error.code)
            self._refused = True
            return 0

    def end(self) -> None:
        """Give every device back to the user."""
        self._backend.give_back()

    def _hear_key(self, heard: KeyHeard) -> None:
        theirs = heard.device in self._state.mediator.keyboards
        action = self._settings.keys.get(heard.keysym)
        if theirs and not self._state.beside:
            self.tell(wheel.MediatorSeen)
        if action is None:
            return
        by = Person.MEDIATOR if theirs else Person.USER
        self.tell(wheel.Asked, action=action, by=by)

    def _hear_press(self, pressed: Used) -> None:
        if pressed.device in self._state.mediator.pointers and not self._state.beside:
            self.tell(wheel.MediatorSeen)

    def _take(self, state: wheel.State, devices_moved: bool = False) -> None:
        before, was_in_session, self._state = self._wishes, self._state.in_session, state
        wanted = wheel.wishes(state, self._settings.remind_after)
        # The barrier is not a wish: it is the time at which the last ones were carried out.
        wanted = replace(wanted, wheel=replace(wanted.wheel, barrier=self._line.wheel.barrier))
        if wanted == before and not devices_moved:
            return
        self._wishes = wanted
        turned = wanted.mode is not before.mode
        # Until the barrier stands, nobody gets what they did not have: a press from before could pass otherwise.
        narrow = wanted.mode.narrowed(before.mode) if turned and wanted.paired else wanted.mode
        self._line.write(replace(wanted.wheel, mode=narrow))
        if wanted.paired:
            self._release(before, wanted)
            self._backend.seat(wanted.seats)
            if turned:
                self._raise_barrier()
            if wanted.mediator_visible is not before.mediator_visible or devices_moved:
                self._backend.dress(wanted.mediator_visible)
        if turned and was_in_session and state.in_session:
            self._record("wheel", mode=wanted.mode.word)
        if replace(self._wishes, wheel=before.wheel, seats=before.seats) != before or turned or devices_moved:
            self._stage.show_drive(self._wishes)

    def _release(self, before: Wishes, wanted: Wishes) -> None:
        for person, hands in ((Person.USER, self._state.user), (Person.MEDIATOR, self._state.mediator)):
            if before.touches_page(person) and not wanted.touches_page(person):
                self._backend.neutral_release(person, hands.pointers)

    def _raise_barrier(self) -> None:
        raised = replace(self._wishes.wheel, barrier=self._backend.server_time())
        self._wishes = replace(self._wishes, wheel=raised)
        self._line.write(raised)

    def _notice(self, user: Pair, mediator: Pair) -> None:
        for person, hands in ((Person.USER, user), (Person.MEDIATOR, mediator)):
            for kind, count in ((DeviceKind.MOUSE, len(hands.pointers)), (DeviceKind.KEYBOARD, len(hands.keyboards))):
                known = self._known.get((person, kind))
                self._known[person, kind] = count
                if known and not count:
                    self._gone.add((person, kind))
                    self._record("device-gone", person=person.name.lower(), kind=kind.value)
                    self._stage.device_gone(person, kind)
                elif (person, kind) in self._gone and count:
                    self._gone.discard((person, kind))
                    self._record("device-back", person=person.name.lower(), kind=kind.value)
                    self._stage.device_back(person, kind)


def _pair(numbers: tuple[int, ...], kinds: Mapping[int, DeviceKind]) -> Pair:
    return Pair(
        pointers=tuple(one for one in numbers if kinds[one] is not DeviceKind.KEYBOARD),
        keyboards=tuple(one for one in numbers if kinds[one] is DeviceKind.KEYBOARD),
    )
