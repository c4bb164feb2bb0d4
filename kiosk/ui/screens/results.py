"""What the catalogue has for some words or for a theme, then what there is to read; without a guide, the mediator."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.procedures.model import Procedure
from kiosk.sheets.model import Entry
from kiosk.ui import theme, words
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import HelpFooter
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.information_list import sheet_grid
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.search_field import SearchField
from kiosk.ui.screens.tile import Tile, wide_grid
from kiosk.ui.widgets import Button, Card, Label, Picture

_FEW_SHEETS = 5


class ResultsPage(Page):
    procedure_chosen = Signal(str)
    searched = Signal(str)
    sheet_chosen = Signal(str)
    all_sheets_asked = Signal()

    def __init__(
        self,
        context: Context,
        title: str,
        found: Sequence[Procedure],
        query: str = "",
        sheets: Sequence[Entry] = (),
    ) -> None:
        super().__init__(context)
        look = theme.current()
        header = Header(context.site_name, context.visit.appearance, back=translate("Page", "Retour"), tools=True)
        self._search = SearchField(query)
        self._search.searched.connect(self.searched)
        fixed = QWidget()
        top = QVBoxLayout(fixed)
        top.setContentsMargins(look.px(40), look.px(14), look.px(40), look.px(16))
        top.setSpacing(look.px(14))
        line = QHBoxLayout()
        line.addWidget(Label(title, 46, 700), 1)
        line.addWidget(self.middle.more, 0, Qt.AlignmentFlag.AlignBottom)
        top.addLayout(line)
        top.addWidget(self._search)
        self.assemble(header, HelpFooter(mediator_called=context.mediator_called), fixed=fixed)
        self._has_guide = bool(found)
        if found:
            self.body.addLayout(self._list(found))
        else:
            self._add_nothing()
        if sheets:
            self._add_sheets(sheets)
        elif not found:
            self._add_frequent()
        self.body.addStretch()

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        """The first answer: Return is enough after a search. In large letters, what is said above it would move out of
        sight: it is read first."""
        if theme.current().enlarged and not self._has_guide:
            return None
        first = self.middle.findChild(Tile)
        return (first, Qt.FocusReason.OtherFocusReason) if first else None

    def _list(self, found: Sequence[Procedure]) -> QGridLayout:
        return procedure_grid(found, self.context, self.procedure_chosen.emit)

    def _add_nothing(self) -> None:
        look = theme.current()
        card = Card(padding=32)
        row = QHBoxLayout()
        row.setSpacing(look.px(24))
        row.addWidget(Picture("hand", 56, "orange_deep"), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.addWidget(Label(translate("Results", "Pas encore de guide."), 28, 700))
        texts.addWidget(Label(translate("Results", "Appelez un médiateur. Il va faire la démarche avec vous."), 22))
        row.addLayout(texts, 1)
        card.column.addLayout(row)
        self.body.addWidget(card)

    def _add_frequent(self) -> None:
        look = theme.current()
        self.body.addSpacing(look.px(28))
        self.body.addWidget(Label(translate("Results", "Ou choisissez ici"), 22, 700))
        self.body.addSpacing(look.px(10))
        self.body.addLayout(self._list(self.context.shelf.frequent()[:4]))

    def _add_sheets(self, sheets: Sequence[Entry]) -> None:
        """To read, where there is nothing to do online or before it is done."""
        look = theme.current()
        self.body.addSpacing(look.px(24))
        self.body.addWidget(Label(translate("Results", "Fiches d'information"), 22, 700))
        self.body.addSpacing(look.px(10))
        self.body.addLayout(sheet_grid(sheets[:_FEW_SHEETS], self.context, self.sheet_chosen.emit))
        if len(sheets) > _FEW_SHEETS:
            every = Button(translate("Results", "Voir toutes les fiches"), "book-open", "quiet")
            every.setObjectName("all_sheets")
            every.clicked.connect(self.all_sheets_asked)
            self.body.addSpacing(look.px(8))
            self.body.addWidget(every, 0, Qt.AlignmentFlag.AlignLeading)


def procedure_grid(found: Sequence[Procedure], context: Context, chosen: Callable[[str], None]) -> QGridLayout:
    """Procedures as wide tiles: title, then how long and where."""
    tiles = []
    for procedure in found:
        tile = Tile(
            procedure.title.get(context.language),
            procedure.icon,
            detail=_detail(procedure, context),
            icon_size=40,
            icon_colour="blue",
            height=92,
        )
        tile.clicked.connect(lambda _=False, procedure_id=procedure.id: chosen(procedure_id))
        tiles.append(tile)
    return wide_grid(tiles)


def _detail(procedure: Procedure, context: Context) -> str:
    parts = [words.minutes(procedure.known_minutes), _place(procedure, context)]
    if procedure.practice:
        parts.append(translate("Results", "Entraînement"))
    return " · ".join(parts)


def _place(procedure: Procedure, context: Context) -> str:
    if procedure.stays_here:
        return translate("Results", "Sur ce poste")
    if procedure.starts_here:
        return translate("Results", "Site au choix")
    return isolate(procedure.host) if context.is_rtl else procedure.host
