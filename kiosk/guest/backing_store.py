"""Has the X server keep the guest's picture while the shell covers it: uncovered, it is there at once.

Without it the server would ask the guest to draw again, at the moment when it is busiest with its new page.
"""

from __future__ import annotations

from typing import Any

import xcffib
import xcffib.xproto
from PySide6.QtGui import QGuiApplication, QWindow


def keep_picture(window: QWindow) -> None:
    """A wish: a server that keeps no pictures asks for a new one, as ever. Nothing to do where there is no X server."""
    if QGuiApplication.platformName() != "xcb":
        return
    connection: Any = xcffib.connect()
    attribute, always = xcffib.xproto.CW.BackingStore, xcffib.xproto.BackingStore.Always
    connection.core.ChangeWindowAttributes(window.winId(), attribute, [always])
    # A round trip: the server has it before the window is mapped.
    connection.core.GetInputFocus().reply()
    connection.disconnect()
