"""The mediator's "ici": marks on the page where they pointed, drawn by the probe in the main document. They fade by
themselves and touch nothing."""

from __future__ import annotations

import json

from PySide6.QtWebEngineWidgets import QWebEngineView

from kiosk.guest.probe.source import WORLD
from kiosk.ui import theme
from kiosk.ui.i18n import translate

SIDE = 56
EDGE = 3


class Marks:
    def __init__(self, view: QWebEngineView) -> None:
        self._view = view

    def show(self, x: float, y: float) -> None:
        """At (x, y) in the view, in Qt's pixels."""
        page = self._view.page()
        zoom = page.zoomFactor()
        words = f"{x / zoom:.1f}, {y / zoom:.1f}, {json.dumps(mark_look(zoom))}"
        page.mainFrame().runJavaScript(f"globalThis.pageProbe?.mark({words})", WORLD)


def mark_look(zoom: float) -> dict[str, object]:
    """Sizes are in CSS pixels: the page's zoom is taken out of the theme's."""
    look = theme.current()
    return {
        "text": translate("Marks", "ici"),
        "colours": {"orange": look.orange.name(), "line": look.orange_line.name(), "ink": look.ink.name()},
        "size": round(look.text(20) / zoom, 1),
        "side": round(look.px(SIDE) / zoom, 1),
        "edge": round(look.px(EDGE) / zoom, 1),
        "rtl": look.rtl,
        "motion": look.motion_ms > 0,
    }
