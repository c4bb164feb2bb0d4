"""The situations of a procedure ("alone", "as a couple"): one is always chosen, the first to begin with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.procedures.model import Language, Procedure
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.visit import Visit
from kiosk.ui.widgets import Button, Label


class Cases(QWidget):
    """`changed()`: another situation has other steps."""

    changed = Signal()

    def __init__(self, procedure: Procedure, visit: Visit, language: Language) -> None:
        super().__init__()
        look = theme.current()
        self._procedure, self._visit = procedure, visit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.px(16))
        column.setSpacing(look.px(10))
        column.addWidget(Label(translate("Sheet", "Votre situation"), 26, 700))
        grid = QGridLayout()
        grid.setSpacing(look.px(12))
        self._buttons: dict[str, Button] = {}
        columns = 1 if look.enlarged else 2
        for index, case in enumerate(procedure.cases):
            button = Button(case.label.get(language), "check")
            button.setCheckable(True)
            button.setObjectName(f"case_{case.id}")
            button.clicked.connect(lambda _=False, chosen=case.id: self._choose(chosen))
            self._buttons[case.id] = button
            grid.addWidget(button, index // columns, index % columns)
        column.addLayout(grid)
        self._refresh()

    @property
    def chosen(self) -> str:
        return self._visit.cases.get(self._procedure.id, self._procedure.cases[0].id)

    def _choose(self, case: str) -> None:
        self._visit.cases[self._procedure.id] = case
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        for case, button in self._buttons.items():
            chosen = case == self.chosen
            button.setChecked(chosen)
            button.set_kind("ink" if chosen else "secondary")
            button.set_icon("check" if chosen else None)
