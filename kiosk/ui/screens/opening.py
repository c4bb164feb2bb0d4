"""While a page takes its time to come: one calm sentence, nothing that moves."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.procedures.other_site import shown
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import Label, Picture


class OpeningPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self.assemble(Header(context.site_name, context.visit.appearance), None)
        self.body.addStretch(2)
        self.body.addWidget(Picture("side-by-side", 132, drawing=True), 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addSpacing(look.px(28))
        self.body.addWidget(Label(translate("Opening", "La page arrive…"), 60, 700, align="centre"))
        self.body.addSpacing(look.px(8))
        if context.visit.host:
            self.body.addWidget(Label(isolate(shown(context.visit.host)), 26, 700, align="centre"))
            self.body.addSpacing(look.px(8))
        text = translate("Opening", "Attendez un peu. C'est normal.")
        self.body.addWidget(Label(text, 26, align="centre"))
        self.body.addStretch(3)
