"""How the ring looks for one gesture: words, icon, colours and sizes, as the page's script needs them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from xml.etree import ElementTree

from kiosk.ui import theme
from kiosk.ui.i18n import QT_TRANSLATE_NOOP, translate

Gesture = Literal["write", "click", "choose", "send", "read"]
Who = Literal["user", "anyone"]

_WORDS: Mapping[Gesture, tuple[str, str]] = {
    "write": (QT_TRANSLATE_NOOP("Ring", "Écrivez ici"), "pencil"),
    "click": (QT_TRANSLATE_NOOP("Ring", "Cliquez ici"), "mouse-pointer-click"),
    "choose": (QT_TRANSLATE_NOOP("Ring", "Choisissez ici"), "list-checks"),
    "send": (QT_TRANSLATE_NOOP("Ring", "Envoyez ici"), "send"),
    "read": (QT_TRANSLATE_NOOP("Ring", "Regardez ici"), "eye"),
}
_SECRET = (QT_TRANSLATE_NOOP("Ring", "À vous de taper"), "lock")


def ring_look(gesture: Gesture, who: Who) -> dict[str, object]:
    """Sizes are in CSS pixels: the page's zoom is taken out of the theme's."""
    look = theme.current()
    words, icon = _SECRET if who == "user" and gesture == "write" else _WORDS[gesture]
    return {
        "text": translate("Ring", words),
        "icon": icon_shapes(icon),
        "colours": {"ink": look.ink.name(), "mark": look.mark.name(), "paper": look.surface.name()},
        "size": round(look.text(20) / look.page_zoom, 1),
        "rtl": look.rtl,
        "motion": look.motion_ms > 0,
    }


def icon_shapes(name: str) -> list[tuple[str, dict[str, str]]]:
    """The shapes of one of our line icons, so that the page's script can build it without any markup."""
    # Our own packaged file, never a page's: no hostile XML here.
    root = ElementTree.parse(theme.ASSETS / "icons" / f"{name}.svg").getroot()  # noqa: S314
    return [(shape.tag.rpartition("}")[2], dict(shape.attrib)) for shape in root]
