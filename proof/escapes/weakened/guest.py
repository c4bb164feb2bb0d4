"""Doors of the guest's own window that are opened on purpose, by their word. Those of its pages are in `pages`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial


def _with(door: str) -> None:
    from kiosk.guest.window import GuestWindow  # noqa: PLC0415 - Qt is loaded only now
    from proof.escapes.weakened import doors  # noqa: PLC0415

    doors.put_into(GuestWindow, "show_behind", getattr(doors, door))


GUEST: dict[str, Callable[[], None]] = {
    "browser-keys": partial(_with, "Shortcuts"),
    "menus": partial(_with, "Menus"),
    "drops": partial(_with, "Drops"),
    "drags-out": partial(_with, "DragsOut"),
    "freeze": partial(_with, "Freeze"),
}
