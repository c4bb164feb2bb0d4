"""Whose each device is, on the devices that are there, and what the post remembers of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.config import load
from kiosk.control.backend import Device, DeviceKind
from kiosk.control.devices import Remembered, absent_problems, assign, mediators_places

UM = Device(1, DeviceKind.MOUSE, "usb-1", "Mouse")
UK = Device(2, DeviceKind.KEYBOARD, "usb-2", "Keyboard")
MM = Device(3, DeviceKind.MOUSE, "usb-3", "Mouse")
MK = Device(4, DeviceKind.KEYBOARD, "usb-4", "Keyboard")
TOUCH = Device(5, DeviceKind.TOUCH, "usb-3", "Screen")
USER, MEDIATOR = {"usb-1", "usb-2"}, {"usb-3", "usb-4"}


def test_two_pairs_are_two_people() -> None:
    found = assign((UM, UK, MM, MK), MEDIATOR)
    assert (found.user, found.mediator, found.paired) == ((1, 2), (3, 4), True)


def test_what_is_nobodys_is_the_users() -> None:
    assert assign((UM, UK, MM, MK), {"usb-4"}).user == (1, 2, 3)


def test_a_touch_screen_is_the_users_whoever_was_said_to_have_it() -> None:
    assert TOUCH.number in assign((UM, UK, MM, MK, TOUCH), MEDIATOR).user


@pytest.mark.parametrize("missing", [UM, UK, MM, MK])
def test_one_device_less_and_there_are_no_two_pairs(missing: Device) -> None:
    there = tuple(one for one in (UM, UK, MM, MK) if one is not missing)
    assert not assign(there, MEDIATOR).paired


def test_each_absent_place_of_the_configuration_is_a_problem_with_its_line_and_the_choices() -> None:
    lines = {("control", "user_devices"): ("kiosk.toml", 4)}
    control = load((), (f"control.user_devices={sorted(USER)}", f"control.mediator_devices={sorted(MEDIATOR)}"))
    (problem,) = absent_problems(control.config.control, (UM, MM, MK), lines)
    assert (problem.file, problem.line) == ("kiosk.toml", 4)
    assert "usb-2" in problem.what
    assert problem.expected == "une des prises : usb-1, usb-3, usb-4"


def test_what_the_site_has_written_goes_before_what_the_post_remembers(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path / "devices.json")
    remembered.save(USER, MEDIATOR)
    assert mediators_places(load().config.control, remembered) == MEDIATOR
    written = load((), ('control.mediator_devices=["usb-9"]',)).config.control
    assert mediators_places(written, remembered) == {"usb-9"}


def test_a_touch_screen_and_a_keyboard_are_a_pair_for_the_user() -> None:
    screen = Device(6, DeviceKind.TOUCH, "screen", "Screen")
    assert assign((screen, UK, MM, MK), MEDIATOR).paired


def test_the_post_remembers(tmp_path: Path) -> None:
    file = tmp_path / "state" / "devices.json"
    Remembered(file).save(USER, MEDIATOR)
    again = Remembered(file)
    assert (again.user, again.mediator, again.problems) == (USER, MEDIATOR, ())
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"user": []}', '{"user": [1], "mediator": []}', '{"user": ["a"], "mediator": ["a"]}', '{"user": "a"}'],
)
def test_a_spoilt_memory_is_a_problem_with_its_file_and_nobodys_devices(tmp_path: Path, content: str) -> None:
    file = tmp_path / "devices.json"
    file.write_text(content)
    found = Remembered(file)
    assert not found.user
    assert not found.mediator
    (problem,) = found.problems
    assert str(file) in str(problem)
    assert "Attendu" in str(problem)


def test_a_post_never_asked_has_no_problem(tmp_path: Path) -> None:
    assert not Remembered(tmp_path / "devices.json").problems
