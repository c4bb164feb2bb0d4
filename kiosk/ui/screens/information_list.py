"""The information sheets that some words lead to, as wide tiles: a few below the procedures, or all on a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from kiosk.sheets.model import Entry
from kiosk.ui import words
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.information_blocks import french
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.tile import Tile, wide_grid


class InformationListPage(Page):
    sheet_chosen = Signal(str)

    def __init__(self, context: Context, query: str, found: Sequence[Entry]) -> None:
        super().__init__(context)
        self.assemble_titled(translate("Results", "Fiches pour « %1 »").replace("%1", query))
        self.body.addLayout(sheet_grid(found, context, self.sheet_chosen.emit))
        self.body.addStretch()


def sheet_grid(found: Sequence[Entry], context: Context, chosen: Callable[[str], None]) -> QGridLayout:
    tiles = []
    for entry in found:
        tile = Tile(french(entry.title), "book-open", detail=_day(entry, context), height=74)
        tile.setObjectName(f"information_{entry.id}")
        tile.clicked.connect(lambda _=False, sheet_id=entry.id: chosen(sheet_id))
        tiles.append(tile)
    return wide_grid(tiles)


def _day(entry: Entry, context: Context) -> str | None:
    if entry.day is None:
        return None
    return translate("Information", "Fiche du %1").replace("%1", words.day(entry.day, context.language))
