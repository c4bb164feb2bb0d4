"""What tells one input device from another for good: the place it is plugged in, as udev names it.

X numbers change with every plug and two equal mice have equal names, but udev keeps a link for each socket of the
machine in /dev/input/by-path. All parts of one receiver (its mouse, its keyboard) have the same identity: they are in
the same hands. Pure but for reading the folders it is given.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

LINKS = Path("/dev/input/by-path")
CAPABILITIES = Path("/sys/class/input")
# As in udev's own test of a keyboard: the first 31 keys, from escape to S.
_LETTERS = 0xFFFFFFFE
_KIND = re.compile(r"-(event(-\w+)?|mouse|joystick)$")
_INTERFACE = re.compile(r"(-usb-\d+:[\d.]+):\d+\.\d+$")
_USB_VERSION = re.compile(r"-usbv\d-")


def identity(node: str | None, name: str, links: Path = LINKS) -> str:
    """`node`: the device's file ("/dev/input/event5"), from the X property "Device Node". `name`: its X name, which is
    all that is left where udev knows no place (Bluetooth, virtual devices)."""
    places = _places(node, links) if node else []
    return min(places, default=f"x:{name}")


def types_text(node: str | None, capabilities: Path = CAPABILITIES) -> bool:
    """Whether a keyboard has letters. A power button, a headset and the "consumer control" part of a mouse have not,
    though X calls them keyboards. Unknown counts as yes."""
    if not node:
        return True
    try:
        words = (capabilities / Path(node).name / "device/capabilities/key").read_text().split()
        return int(words[-1], 16) & _LETTERS == _LETTERS
    except (OSError, ValueError, IndexError):
        return True


def _places(node: str, links: Path) -> list[str]:
    try:
        names = sorted(os.listdir(links))
    except OSError:
        return []
    return [_place(name) for name in names if os.path.realpath(links / name) == os.path.realpath(node)]


def _place(link: str) -> str:
    """Without the kind of device and without the interface: a receiver's parts differ in both. Newer udev has each
    USB link twice, one saying the version of the controller."""
    return _INTERFACE.sub(r"\1", _USB_VERSION.sub("-usb-", _KIND.sub("", link)))
