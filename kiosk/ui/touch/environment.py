"""What Qt reads of its environment before it starts, so that its on-screen keyboard comes without a window of its own,
and writes nothing. Knows no Qt.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from pathlib import Path

VARIABLE = "KIOSK_TOUCH_KEYBOARD"
"""Set in the environment of a guest whose post has the keyboard on the screen."""


def is_on(environment: MutableMapping[str, str] = os.environ) -> bool:
    return environment.get("QT_IM_MODULE") == "qtvirtualkeyboard"


def prepare(settings: Path, environment: MutableMapping[str, str] = os.environ) -> None:
    """`settings`: a folder in memory. Qt makes an empty one for words it might learn, which it never does here."""
    environment["QT_IM_MODULE"] = "qtvirtualkeyboard"
    # Without this the keyboard opens a window of its own over everything, the field included.
    environment["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
    environment["QML_DISABLE_DISK_CACHE"] = "1"
    environment["QT_QUICK_BACKEND"] = "software"
    environment["XDG_CONFIG_HOME"] = str(settings)
    environment["XDG_DATA_HOME"] = str(settings)
    # Key sounds are off; what Qt's sound says of a machine without PipeWire concerns nobody.
    environment["QT_LOGGING_RULES"] = "qt.multimedia.*=false;qt.qml.propertyCache.append=false"
