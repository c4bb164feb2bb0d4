"""A number that the person writes themselves, and a button to put it on the receipt."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from kiosk.ui.i18n import translate
from kiosk.ui.screens.written_field import WrittenField
from kiosk.ui.widgets import Button

MOST_LETTERS = 40


class NumberField(WrittenField):
    """`written(str)`: not empty."""

    written = Signal(str)

    def __init__(self) -> None:
        name = translate("Desk", "Un autre numéro à garder")
        super().__init__(name, translate("Desk", "Un autre numéro"), MOST_LETTERS)
        self.line.setObjectName("number")
        self.entered.connect(self._write)
        button = Button(translate("Desk", "Ajouter"), "plus")
        button.setObjectName("add_number")
        button.clicked.connect(self._write)
        self.add(button)

    def _write(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            self.written.emit(text)
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
