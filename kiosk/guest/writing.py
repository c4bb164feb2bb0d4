"""While the keyboard on the screen is there: the field that is written in stays in sight, in a page become low.

The page is asked to scroll to whatever has its focus, in every frame, once it knows its new size. Knows no value and no
name of a field.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.guest.probe.probe import Probe
from kiosk.guest.probe.source import WORLD
from kiosk.ui.touch.keyboard import TouchKeyboard

# A frame hears of its size a moment after us: it scrolls now, and again each time it hears, for a while.
_SHOW_FIELD = """
(() => {
  const show = () => {
    const field = document.activeElement
    if (field && field !== document.body && !/^I?FRAME$/.test(field.tagName)) {
      field.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" })
    }
  }
  show()
  addEventListener("resize", show)
  setTimeout(() => removeEventListener("resize", show), 1000)
})()
"""


class Writing(QObject):
    def __init__(self, keyboard: TouchKeyboard, probe: Probe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._probe = probe
        keyboard.shown.connect(self._show_field)

    def _show_field(self, shown: bool) -> None:
        if shown:
            for frame in self._probe.living_frames():
                frame.runJavaScript(_SHOW_FIELD, WORLD)
