"""The first time: each person uses their device, and the post knows whose it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.control.assigning import STEPS, Assigning, used, worth_asking
from kiosk.control.backend import Device, DeviceKind

UM = Device(1, DeviceKind.MOUSE, "usb-1", "Mouse")
UK = Device(2, DeviceKind.KEYBOARD, "usb-2", "Keyboard")
MM = Device(3, DeviceKind.MOUSE, "usb-3", "Mouse")
MK = Device(4, DeviceKind.KEYBOARD, "usb-4", "Keyboard")


def after(*devices: Device) -> Assigning:
    state = Assigning()
    for device in devices:
        state = used(state, device)
    return state


def test_four_devices_in_turn_and_it_is_known_whose_each_is() -> None:
    state = after(UM, UK, MM, MK)
    assert state.done
    assert (state.user, state.mediator) == ({"usb-1", "usb-2"}, {"usb-3", "usb-4"})


def test_another_kind_than_the_one_asked_for_does_not_count() -> None:
    assert after(UK, MK) == Assigning()


def test_the_users_device_is_not_taken_for_the_mediators() -> None:
    state = after(UM, UK, UM)
    assert state.taken
    assert state.step == 2
    assert not used(state, MM).taken


def test_one_receiver_may_carry_both_devices_of_one_person() -> None:
    keyboard = Device(9, DeviceKind.KEYBOARD, UM.identity, "Receiver")
    assert after(UM, keyboard, MM, MK).user == {UM.identity}


def test_asking_is_worth_it_only_with_two_mice_and_two_keyboards_in_different_places() -> None:
    assert worth_asking((UM, UK, MM, MK))
    assert not worth_asking((UM, UK, MM))
    assert not worth_asking((UM, UK, MK, Device(5, DeviceKind.MOUSE, UM.identity, "its second half")))


@given(st.lists(st.sampled_from([UM, UK, MM, MK]), max_size=20))
def test_no_device_is_ever_both_persons(devices: list[Device]) -> None:
    state = after(*devices)
    assert not state.user & state.mediator
    assert 0 <= state.step <= len(STEPS)
