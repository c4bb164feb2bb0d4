"""The first time: which device is whose, told by using it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.control.backend import Device, DeviceKind
from kiosk.control.people import Person

STEPS = (
    (Person.USER, DeviceKind.MOUSE),
    (Person.USER, DeviceKind.KEYBOARD),
    (Person.MEDIATOR, DeviceKind.MOUSE),
    (Person.MEDIATOR, DeviceKind.KEYBOARD),
)


@dataclass(frozen=True)
class Assigning:
    """`step` counts from 0; `len(STEPS)` when done. `taken`: the device was already the other person's."""

    step: int = 0
    user: frozenset[str] = frozenset()
    mediator: frozenset[str] = frozenset()
    taken: bool = False

    @property
    def done(self) -> bool:
        return self.step == len(STEPS)


def worth_asking(devices: tuple[Device, ...]) -> bool:
    """Two mice and two keyboards, in different places."""
    places = {
        kind: {one.identity for one in devices if one.kind is kind} for kind in (DeviceKind.MOUSE, DeviceKind.KEYBOARD)
    }
    return all(len(found) >= 2 for found in places.values())


def used(state: Assigning, device: Device) -> Assigning:
    """Somebody used `device`. Only the kind that is asked for counts: the other hand may rest on a keyboard."""
    if state.done:
        return state
    person, kind = STEPS[state.step]
    if device.kind is not kind:
        return state
    if person is Person.USER:
        return replace(state, step=state.step + 1, user=state.user | {device.identity}, taken=False)
    if device.identity in state.user:
        return replace(state, taken=True)
    return replace(state, step=state.step + 1, mediator=state.mediator | {device.identity}, taken=False)
