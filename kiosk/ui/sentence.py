"""A sentence of a bar: it takes the room that the buttons leave, whatever the language and the size of the letters."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui import theme
from kiosk.ui.widgets import Label
from kiosk.ui.widgets.paragraph import Paragraph, plain

MIN_LETTERS_PX = 18
_SIZES = (20, 18)
_SMALLER_SIZES = (16, 14, 12, 10, 9)


class Sentence(Label):
    """Takes the room that the buttons leave: whole if it fits, else shorter, else smaller."""

    def __init__(self, text: str, short: str) -> None:
        self._spoken = plain(text)
        # A colon stays with its word.
        self._whole, self._short = (each.replace(" :", "\u00a0:") for each in (text, short))
        self._chosen = (self._whole, _SIZES[0])
        super().__init__(self._whole, _SIZES[0])
        self.setAccessibleName(self._spoken)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        chosen = next((one for one in self._choices() if self._fits(*one)), self._chosen)
        if chosen != self._chosen:
            self._chosen = chosen
            self._size = chosen[1]
            self.say(chosen[0])
            self.setAccessibleName(self._spoken)

    def _choices(self) -> list[tuple[str, int]]:
        look = theme.current()
        choices = [(text, size) for text in (self._whole, self._short) for size in _SIZES]
        return choices + [(self._short, size) for size in _SMALLER_SIZES if look.text(size) >= MIN_LETTERS_PX]

    def _fits(self, text: str, size: int) -> bool:
        words = Paragraph(text, size)
        return words.least_width() <= self.width() and words.height(self.width()) <= self.height()
