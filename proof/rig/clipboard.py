"""The X server's selections, as any other program of the screen sees them."""

from __future__ import annotations

import os
import subprocess

from kiosk.session.selections import X11Selections


def content(display: str, selection: str) -> bytes:
    """What a paste would give; nothing when nobody answers."""
    command = ["xclip", "-o", "-selection", selection.lower()]
    environment = {**os.environ, "DISPLAY": display}
    return subprocess.run(command, env=environment, capture_output=True, check=False, timeout=10).stdout


def held(display: str) -> int:
    """How many selections and cut buffers have an owner or a content."""
    return X11Selections(display).remains()
