"""Techniques that are tried, and were never seen to get out of any weakened kiosk: they prove less than the others.

Counted apart everywhere. A technique without a weakness belongs to them as well.
"""

from __future__ import annotations

from proof.escapes.technique import Technique

_NEVER_OUT: frozenset[str] = frozenset(
    (
        "GE-LONG-FIELD",
        "GE-LONG-PAGE",
        "GE-RIGHT-BAR",
        "GE-RIGHT-FIELD",
        "GE-RIGHT-HOME-TILE",
        "GE-RIGHT-STRIP",
        "PG-ASK-SAVE",
        "PG-ASK-SCREEN",
        "PG-FILE-BLOBS",
        "PG-FILE-DRAG-OUT",
        "PG-FILE-ENDLESS",
        "PG-FILE-PDF-LINKS",
        "PG-FILE-STORM",
        "PG-FULL-SCREEN-FRAME",
        "PG-HOST-TO-PORTS",
        "PG-SCHEME-ERROR",
        "PG-SCHEME-EXTERNAL-FRAME",
        "PG-SCHEME-FILESYSTEM",
        "PG-SCHEME-PROGRAMS",
        "PG-SCHEME-REDIRECT",
        "PG-SCHEME-SRCDOC",
        "PG-SCHEME-VIEW-SOURCE",
        "PG-STORM-ALERT-CLOSES",
        "PG-STORM-CHOOSER-CLOSES",
        "PG-STORM-CRASH",
        "PG-STORM-DEEP",
        "PG-STORM-ELEMENTS",
        "PG-STORM-FRAMES",
        "PG-STORM-HISTORY",
        "PG-STORM-LOOP",
        "PG-STORM-MEMORY",
        "PG-STORM-REFUSED",
        "PG-STORM-RELOAD",
        "PG-STORM-STORE",
        "PG-STORM-TITLE",
        "PG-STORM-WORDS",
        "PG-STORM-WORKERS",
        "PG-WINDOW-CHAIN",
        "PG-WINDOW-MOVED",
        "PG-WINDOW-NEW",
        "PG-WINDOW-STORM",
        "WS-CTRL+ALT+KP_ADD",
        "WS-CTRL+ALT+KP_SUBTRACT",
    )
)
"""Under the weakness that they name, nothing showed."""


def is_proven(technique: Technique) -> bool:
    """Whether it has a weakened twin, under which it must get out."""
    return bool(technique.weakness) and technique.id not in _NEVER_OUT
