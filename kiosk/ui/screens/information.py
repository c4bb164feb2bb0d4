"""One of the State's information sheets, to read on this post without any network: its title, its day, what it says.

A copy that is said to be one. It opens no site: where this post has a guide for it, the guide is offered.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.procedures.model import Procedure
from kiosk.sheets.model import Sheet
from kiosk.ui import theme, words
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import HelpFooter
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.information_blocks import Blocks, Reader, french
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.results import procedure_grid
from kiosk.ui.widgets import Button, Label

_MOST_OFFERED = 3


class InformationPage(Page):
    procedure_chosen = Signal(str)

    def __init__(self, context: Context, sheet: Sheet) -> None:
        super().__init__(context)
        look = theme.current()
        header = Header(context.site_name, context.visit.appearance, back=translate("Page", "Retour"), tools=True)
        source = Label(_source(sheet, context), 18, 400, "ink_2")
        self.body.setSpacing(look.px(14))
        self.body.addSpacing(look.px(4))
        self.body.addWidget(Label(french(sheet.title), 36, 700, max_width=1080))
        if look.enlarged:  # each line that stands still is one less to read in
            header.add(self.middle.more)
            self.body.addWidget(source)
        self.assemble(
            header,
            HelpFooter(mediator_called=context.mediator_called),
            fixed=None if look.enlarged else self._standing(source),
        )
        guides = context.shelf.for_sheet(sheet.id)[:_MOST_OFFERED]
        self._offered = {one.id for one in guides}
        if guides:
            self.body.addWidget(Label(translate("Information", "Le poste peut vous guider"), 24, 700))
            self.body.addLayout(procedure_grid(guides, context, self.procedure_chosen.emit))
            self.body.addSpacing(look.px(10))
        self.body.addWidget(Blocks(sheet.blocks, Reader(sheet.id, context.visit.cases, self._offer, self._changed)))
        self.body.addStretch()

    def _standing(self, source: Label) -> QWidget:
        area = QWidget()
        row = QHBoxLayout(area)
        row.setContentsMargins(*(theme.current().px(space) for space in (40, 8, 40, 8)))
        row.addWidget(source, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.middle.more)
        return area

    def _offer(self, host: str) -> QWidget | None:
        """The guides of this post for a site, but for those that stand above already."""
        found = [one for one in self.context.shelf.at_host(host) if one.id not in self._offered]
        return self._guides(found[:_MOST_OFFERED]) if found else None

    def _guides(self, found: Sequence[Procedure]) -> QWidget:
        area = QWidget()
        column = QVBoxLayout(area)
        column.setContentsMargins(0, theme.current().px(8), 0, 0)
        column.setSpacing(theme.current().px(12))
        for procedure in found:
            title = procedure.title.get(self.context.language)
            button = Button(translate("Information", "Avec le guide : %1").replace("%1", title), procedure.icon)
            button.setObjectName(f"guide_{procedure.id}")
            button.clicked.connect(lambda _=False, chosen=procedure.id: self.procedure_chosen.emit(chosen))
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch()
            column.addLayout(row)
        return area

    def _changed(self, pressed: QWidget) -> None:
        """More stands on the page, or less: Tab finds it, and what was pressed stays in sight."""
        self.middle.watch()
        self.order_keyboard()
        # Once it is laid out.
        QTimer.singleShot(0, pressed, lambda: self.middle.bring_up(pressed))


def _source(sheet: Sheet, context: Context) -> str:
    """Whose words these are, of when, and that they may have changed since."""
    said = translate("Information", "Source : Service-Public.gouv.fr, le site de l'État. Ceci est une copie.")
    if sheet.day is not None:
        day = words.day(sheet.day, context.language)
        dated = translate("Information", "Fiche du %1").replace("%1", day)
        said = f"{dated}. {said}"
    if context.language != "fr":
        french = translate("Information", "Cette fiche est en français.")
        said = f"{said} {french}"
    return said
