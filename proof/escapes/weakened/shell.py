"""Doors of the shell that are opened on purpose, by their word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial


def _with(door: str) -> None:
    from kiosk.ui.screen import Screen  # noqa: PLC0415 - Qt is loaded only now
    from proof.escapes.weakened import doors  # noqa: PLC0415

    doors.put_into(Screen, "reveal", getattr(doors, door))


SHELL: dict[str, Callable[[], None]] = {
    "browser-keys": partial(_with, "Shortcuts"),
    "menus": partial(_with, "Menus"),
}
