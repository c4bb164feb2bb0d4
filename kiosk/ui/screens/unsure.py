""" "I do not know": a person who cannot name what they need gets a person first, then the most asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.results import procedure_grid
from kiosk.ui.widgets import Card, Label, Picture


class UnsurePage(Page):
    procedure_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self.assemble_titled(translate("Unsure", "On va vous aider"))
        self.body.addWidget(self._person())
        self.body.addSpacing(look.px(28))
        self.body.addWidget(Label(translate("Results", "Ou choisissez ici"), 22, 700))
        self.body.addSpacing(look.px(10))
        self.body.addLayout(procedure_grid(context.shelf.frequent()[:4], context, self.procedure_chosen.emit))
        self.body.addStretch()

    def _person(self) -> Card:
        look = theme.current()
        card = Card(padding=28)
        row = QHBoxLayout()
        row.setSpacing(look.px(28))
        if not look.enlarged:
            row.addWidget(Picture("side-by-side", 132, drawing=True), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(look.px(6))
        texts.addStretch()
        texts.addWidget(Label(translate("Unsure", "Montrez votre lettre ou votre papier au médiateur."), 28, 700))
        texts.addWidget(Label(translate("Unsure", "Dites-lui ce qui vous amène. Il cherche avec vous."), 22))
        texts.addStretch()
        row.addLayout(texts, 1)
        card.column.addLayout(row)
        return card
