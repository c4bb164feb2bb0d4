"""For IT: what in the configuration or the procedures could not be read, with file, line and sentence."""

from __future__ import annotations

from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import Card, Label


class ProblemsPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self.assemble_titled(translate("Problems", "Pour l'informatique"))
        text = translate("Problems", "Ces lignes ont une erreur. Le poste marche sans elles.")
        self.body.addWidget(Label(text, 22))
        self.body.addSpacing(look.px(12))
        self.body.setSpacing(look.px(10))
        for problem in context.problems:
            card = Card(padding=16)
            # Written by the program for IT: French, whatever the screen's language.
            card.column.addWidget(Label(isolate(problem) if look.rtl else problem, 18))
            self.body.addWidget(card)
        self.body.addStretch()
