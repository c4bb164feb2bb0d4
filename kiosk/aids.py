"""The aids of this post, as its configuration and its devices have them: the keyboard on the screen, the screen reader.

Decides once, before Qt starts, what the shell and each guest are told of them. Draws nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.config import Config
from kiosk.control.backend import ControlUnavailableError, DeviceKind
from kiosk.control.x11 import X11Backend
from kiosk.ui import reader_status, touch


class Aids:
    """Make it before the application; `start` with it."""

    def __init__(self, config: Config, runtime: Path) -> None:
        """`runtime`: a folder in memory. Ours lies beside it: the wipe takes the other one away."""
        self._reader = config.accessibility.screen_reader
        wish = config.touch.keyboard
        self.touch_keyboard = wish == "on" or (wish == "auto" and _has_touch_screen())
        if self.touch_keyboard:
            touch.prepare(runtime.with_name(f"{runtime.name}-settings"))
        reader_status.prepare(self._reader)

    def start(self, application: QCoreApplication) -> None:
        if self.touch_keyboard:
            from kiosk.ui.touch.dead_keys import DeadKeys  # noqa: PLC0415 - only where it is needed

            application.installEventFilter(DeadKeys(application))

    @property
    def for_guest(self) -> Mapping[str, str]:
        """What a guest finds in its environment."""
        return {touch.VARIABLE: "1"} if self.touch_keyboard else {}

    def reader_bus(self) -> str:
        """The address of the accessibility bus, while a reader is on. Asked for each guest."""
        return reader_status.reader_bus(self._reader)


def _has_touch_screen() -> bool:
    try:
        backend = X11Backend()
    except ControlUnavailableError:
        return False
    try:
        return any(one.kind is DeviceKind.TOUCH for one in backend.devices())
    finally:
        backend.close()
