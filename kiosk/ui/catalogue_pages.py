"""The pages that a person walks among by themselves, before a session: home, what is found, what a procedure asks for.

Ties each to the next. What leads out of them is a signal; which of them is on the screen is the shell's to know.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kiosk.sheets.model import Entry, Sheet
from kiosk.ui import words
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.guide import GuidePage
from kiosk.ui.screens.home import HomePage
from kiosk.ui.screens.information import InformationPage
from kiosk.ui.screens.information_list import InformationListPage
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.problems import ProblemsPage
from kiosk.ui.screens.results import ResultsPage
from kiosk.ui.screens.sheet import SheetPage
from kiosk.ui.screens.unsure import UnsurePage

Go = Callable[[Callable[[], Page]], None]


class CataloguePages(QObject):
    start_asked = Signal(str, str, bool)
    listen_asked = Signal(str)
    staff_asked = Signal()
    devices_asked = Signal()

    def __init__(self, context: Context, go: Go, go_further: Go) -> None:
        """`go` shows a page; `go_further` one whose way back is the page that is there now."""
        super().__init__()
        self._context = context
        self._go = go
        self._go_further = go_further

    def home(self) -> HomePage:
        page = HomePage(self._context)
        page.procedure_chosen.connect(self.open_sheet)
        page.theme_chosen.connect(lambda key: self._go(lambda: self.theme(key)))
        page.searched.connect(self.search)
        page.unsure.connect(lambda: self._go(self.unsure))
        page.problems_asked.connect(lambda: self._go(self.problems))
        page.guide_asked.connect(lambda: self._go(self.guide))
        page.staff_asked.connect(self.staff_asked)
        return page

    def guide(self) -> GuidePage:
        page = GuidePage(self._context)
        page.devices_asked.connect(self.devices_asked)
        return page

    def problems(self) -> ProblemsPage:
        return ProblemsPage(self._context)

    def theme(self, key: str) -> ResultsPage:
        found = self._context.shelf.by_theme(key)
        return self._results(ResultsPage(self._context, words.theme_name(key), found))

    def search(self, query: str) -> None:
        self._context.visit.query = query
        self._go(lambda: self._found(query))

    def _found(self, query: str) -> ResultsPage:
        title = translate("Results", "Résultats pour « %1 »").replace("%1", query)
        sheets = self._context.sheets.search(query)
        page = ResultsPage(self._context, title, self._context.shelf.search(query), query, sheets)
        page.all_sheets_asked.connect(lambda: self._go_further(lambda: self._all_sheets(query, sheets)))
        return self._results(page)

    def _results(self, page: ResultsPage) -> ResultsPage:
        page.procedure_chosen.connect(self.open_sheet)
        page.searched.connect(self.search)
        page.sheet_chosen.connect(self.read)
        return page

    def _all_sheets(self, query: str, found: Sequence[Entry]) -> InformationListPage:
        page = InformationListPage(self._context, query, found)
        page.sheet_chosen.connect(self.read)
        return page

    def read(self, sheet_id: str) -> None:
        """One of the State's information sheets; nothing happens when the library has lost it."""
        sheet = self._context.sheets.get(sheet_id)
        if sheet is not None:
            self._go_further(lambda: self._information(sheet))

    def _information(self, sheet: Sheet) -> InformationPage:
        page = InformationPage(self._context, sheet)
        page.procedure_chosen.connect(self.open_sheet)
        return page

    def unsure(self) -> UnsurePage:
        page = UnsurePage(self._context)
        page.procedure_chosen.connect(self.open_sheet)
        return page

    def open_sheet(self, procedure_id: str) -> None:
        procedure = self._context.shelf.get(procedure_id)
        if procedure is None:
            self._go(self.home)
            return

        def sheet() -> SheetPage:
            page = SheetPage(self._context, procedure)
            page.start_asked.connect(self.start_asked)
            page.listen_asked.connect(self.listen_asked)
            page.reading_asked.connect(self.read)
            return page

        self._go_further(sheet)
