"""Doors opened on purpose, each by a word. Only the compositions of the proof load this, and only `--weakened` asks.

A word is applied where it belongs: to the X server's surroundings (`DESKTOP`, known to the runner alone), to the shell,
to the network process or to the guest. Knows where the words are written down, and nothing of what they do.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

VARIABLE = "KIOSK_PROOF_WEAK"
DESKTOP = "desktop"
"""A server whose keys obey, every screen lit, and a window manager with its usual shortcuts and menu."""
STICKY = "sticky"
"""Keyboard aids, mouse keys and another layout that keys switch on."""
STICKY_ON = "sticky-on"
"""Sticky keys that are on from the start: what is pressed once stays."""
MIRROR = "mirror"
"""A session start that does not look after second screens, and a server whose bare ground is not black."""

SERVER_WORDS = frozenset({DESKTOP, STICKY, STICKY_ON, MIRROR})

Side = Literal["shell", "gateway", "guest"]
_REPOSITORY = Path(__file__).resolve().parents[3]
_TABLES = {
    "shell": (("proof.escapes.weakened.shell", "SHELL"),),
    "gateway": (("proof.escapes.pages.weaknesses", "GATEWAY"),),
    "guest": (("proof.escapes.weakened.guest", "GUEST"), ("proof.escapes.pages.weaknesses", "GUEST")),
}


def words() -> tuple[str, ...]:
    """Those that this composition was started with."""
    return tuple(filter(None, os.environ.get(VARIABLE, "").split(",")))


def apply(side: Side) -> None:
    """Open this side's doors, before it starts."""
    asked = words()
    if not asked:
        return
    for module, name in _TABLES[side]:
        table: Mapping[str, Callable[[], None]] = getattr(importlib.import_module(module), name)
        for word in asked:
            if word in table:
                table[word]()


def folders() -> dict[str, Path]:
    """What the sandbox of a weakened guest sees besides."""
    return {str(_REPOSITORY / "proof"): _REPOSITORY / "proof"}


def for_guest() -> dict[str, str]:
    """The environment of a weakened guest: Python looks into `site` first, see there."""
    site = Path(__file__).parent / "site"
    return {VARIABLE: ",".join(words()), "PYTHONPATH": f"{site}:{_REPOSITORY}"}
