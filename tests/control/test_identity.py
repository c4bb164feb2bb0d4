"""A device is known by the place it is plugged in, as in the links that udev makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.control.identity import identity, types_text

PLACES = {
    # Two equal mice on two sockets.
    "pci-0000:00:14.0-usb-0:1:1.0-event-mouse": "event3",
    "pci-0000:00:14.0-usb-0:2:1.0-event-mouse": "event4",
    # One receiver for a keyboard and a mouse, behind a hub; newer udev says each twice.
    "pci-0000:00:14.0-usb-0:3.1:1.0-event-kbd": "event5",
    "pci-0000:00:14.0-usb-0:3.1:1.1-event-mouse": "event6",
    "pci-0000:00:14.0-usb-0:3.1:1.1-event": "event7",
    "pci-0000:00:14.0-usbv2-0:3.1:1.0-event-kbd": "event5",
    "pci-0000:00:14.0-usbv2-0:3.1:1.1-event-mouse": "event6",
    "platform-i8042-serio-0-event-kbd": "event0",
    "platform-i8042-serio-1-event-mouse": "event1",
    # Not a file of events: the old mouse interface.
    "pci-0000:00:14.0-usb-0:1:1.0-mouse": "mouse0",
}


@pytest.fixture
def links(tmp_path: Path) -> Path:
    folder = tmp_path / "by-path"
    folder.mkdir()
    for name, node in PLACES.items():
        (tmp_path / node).touch()
        (folder / name).symlink_to(f"../{node}")
    (tmp_path / "event9").touch()
    return folder


def _of(links: Path, node: str, name: str = "USB Optical Mouse") -> str:
    return identity(str(links.parent / node), name, links)


def test_two_equal_mice_are_told_apart_by_their_sockets(links: Path) -> None:
    assert _of(links, "event3") == "pci-0000:00:14.0-usb-0:1"
    assert _of(links, "event4") == "pci-0000:00:14.0-usb-0:2"


def test_all_parts_of_one_receiver_are_in_the_same_hands(links: Path) -> None:
    assert {_of(links, node) for node in ("event5", "event6", "event7")} == {"pci-0000:00:14.0-usb-0:3.1"}


def test_old_sockets_have_a_place_too(links: Path) -> None:
    assert _of(links, "event0") == "platform-i8042-serio-0"
    assert _of(links, "event1") == "platform-i8042-serio-1"


def test_a_device_without_a_place_has_its_name(links: Path) -> None:
    assert _of(links, "event9", "Bluetooth Mouse") == "x:Bluetooth Mouse"
    assert identity(None, "user-mouse", links) == "x:user-mouse"
    assert identity("/dev/input/event3", "Mouse", links / "absent") == "x:Mouse"


def test_another_number_after_replugging_is_the_same_place(links: Path) -> None:
    before = _of(links, "event3")
    link = links / "pci-0000:00:14.0-usb-0:1:1.0-event-mouse"
    link.unlink()
    (links.parent / "event12").touch()
    link.symlink_to("../event12")
    assert _of(links, "event12") == before
    assert _of(links, "event3").startswith("x:")


@pytest.mark.parametrize(
    ("keys", "types"),
    [
        ("402000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe", True),  # a keyboard
        ("10000000000000 0", False),  # a power button
        ("3f000300000000 0 0 483ffff17aff32d bfd4444600000000 1 130ff38b17c000 677bfad9415fed e19effdf00000000", False),
        ("", True),
        ("?", True),
    ],
)
def test_a_button_that_x_calls_a_keyboard_is_none(tmp_path: Path, keys: str, types: bool) -> None:
    folder = tmp_path / "event5/device/capabilities"
    folder.mkdir(parents=True)
    (folder / "key").write_text(keys + "\n")
    assert types_text("/dev/input/event5", tmp_path) is types


def test_a_keyboard_of_which_nothing_is_known_types(tmp_path: Path) -> None:
    assert types_text(None, tmp_path)
    assert types_text("/dev/input/event6", tmp_path)
