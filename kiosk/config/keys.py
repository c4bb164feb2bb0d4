"""The keys that may steer the wheel: their names on a French keyboard, and their X numbers. None is needed to type,
to move, or by a browser."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Keysyms of the first level, as X numbers them in its keysymdef list.
KEYSYMS: Mapping[str, int] = MappingProxyType(
    {
        "F2": 0xFFBF,
        "F4": 0xFFC1,
        "F7": 0xFFC4,
        "F8": 0xFFC5,
        "F9": 0xFFC6,
        "F10": 0xFFC7,
        "F11": 0xFFC8,
        "F12": 0xFFC9,
        "Pause": 0xFF13,
        "Scroll_Lock": 0xFF14,
        "Print": 0xFF61,
    }
)
"""F1 is help, F3 searches, F5 loads again, F6 leads from the page to the guide: people need those."""
