"""What lies under a pointer in the shell's windows, as the arbiter asks it. Asked at each event of a pointer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.control.arbiter import Region
from kiosk.ui.wheelbar import WheelBar


def region_of(window_id: int, _x: int, _y: int) -> Region:
    """The mediator's bar is theirs; the shell's other screens are for both."""
    if isinstance(QWidget.find(window_id), WheelBar):
        return Region.MEDIATOR_CONTROLS
    return Region.SHARED
