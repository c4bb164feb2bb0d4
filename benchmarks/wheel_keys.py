"""The mode keys of the rig's keyboards: X key codes, as the hands press them, and keysyms, as the shell hears them."""

from __future__ import annotations

from kiosk.control.people import Action

MODE_CODES = {Action.TAKE: 75, Action.GIVE: 76, Action.BOTH: 95, Action.BRAKE: 96}
"""F9 to F12."""

MODE_SYMS = {0xFFC6: Action.TAKE, 0xFFC7: Action.GIVE, 0xFFC8: Action.BOTH, 0xFFC9: Action.BRAKE}

LETTERS = {24 + place: f"Key{letter}" for place, letter in enumerate("QWERTYUIOP")} | {
    38 + place: f"Key{letter}" for place, letter in enumerate("ASDFGHJKL")
}
"""X key code to the page's name of the same key, which does not depend on the layout."""
