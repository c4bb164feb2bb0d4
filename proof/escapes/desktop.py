"""A desktop as people have it, for weakened kiosks: a window manager whose shortcuts and menus start programs."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from proof.escapes.ground import Ground

_HEAD = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
<keyboard>
"""
_KEY = """<keybind key="{key}"><action name="Execute"><command>sleep 3</command></action></keybind>
"""
_TAIL = """</keyboard>
<mouse><context name="Root"><mousebind button="Right" action="Press"><action name="ShowMenu">
<menu>root-menu</menu></action></mousebind></context></mouse>
</openbox_config>
"""
_MANAGED = "C-A-Delete A-Tab A-S-Tab A-Escape A-F4 A-space A-F1 A-F2 A-F10 W-d W-e W-l W-r W-p W-Tab C-Escape"
_MANAGED += " C-S-Escape C-A-t C-A-Right Print A-Print C-A-l C-A-KP_Add C-A-KP_Subtract C-A-KP_Multiply C-A-KP_Divide"
_MEDIA = "Mail HomePage WWW Calculator Explorer MyComputer Search Tools AudioPlay Eject Sleep PowerOff"
_KEYS = (*_MANAGED.split(), "Super_L", *(f"XF86{name}" for name in _MEDIA.split()))


@contextlib.contextmanager
def window_manager(post: Ground, *, on: bool) -> Iterator[None]:
    """Over the kiosk while the block runs. Raises FileNotFoundError without openbox."""
    if not on:
        yield
        return
    program = shutil.which("openbox")
    if program is None:
        raise FileNotFoundError("openbox, which plays the desktop of weakened kiosks")
    settings = Path(post.folder) / "openbox.xml"
    settings.write_text(_HEAD + "".join(_KEY.format(key=key) for key in _KEYS) + _TAIL)
    surroundings = {**os.environ, "DISPLAY": post.screen.display, "HOME": str(post.folder), "LANG": "C.UTF-8"}
    command = [program, "--config-file", str(settings), "--sm-disable"]
    process = subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()
        process.wait()
