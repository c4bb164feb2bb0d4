"""Make a paper acceptable: what it weighs, what the site takes, and one button that mends it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.documents.acceptance import Reading
from kiosk.documents.desk.scenes import MendScene, Scene
from kiosk.documents.desk.wishes import (
    Keep,
    Lighten,
    OnlyPages,
    ShowPage,
    Straighten,
    ToFormat,
    TurnSheet,
    Undo,
    Wish,
)
from kiosk.ui import desk_words, theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.page import TroubleNote, WorkshopPage
from kiosk.ui.screens.desk.pager import Pager
from kiosk.ui.screens.desk.paper_view import PaperView
from kiosk.ui.widgets import Button, Card, CheckRow, Label, Picture


class MendPage(WorkshopPage):
    def __init__(self, context: Context) -> None:
        super().__init__(context, PaperView())
        look = theme.current()
        self._scene = MendScene("", "pdf", 0, 0, 1)
        self._chosen: set[int] = set()
        self._choosing_now = False
        self._pager = Pager()
        self._pager.turned.connect(lambda page: self._ask_now(ShowPage(page)))
        self.start.addWidget(self._pager)
        self._mending = QWidget()
        self._build_mending(QVBoxLayout(self._mending))
        self._choosing = QWidget()
        self._build_choosing(QVBoxLayout(self._choosing))
        self.side.setSpacing(look.px(12))
        self.side.addWidget(self._mending)
        self.side.addWidget(self._choosing)
        self.side.addStretch(1)
        self._build_actions()

    def _build_mending(self, column: QVBoxLayout) -> None:
        look = theme.current()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(14))
        self._title = Label("", 36, 700)
        column.addWidget(self._title)
        self._state = Card("green_tint", None, padding=18)
        self._state_icon = Picture("circle-check", 28, "green_deep")
        self._state_words = Label("", 24, 600)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self._state_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._state_words, 1)
        self._state.column.addLayout(row)
        self._done = Label("", 20)
        self._state.column.addWidget(self._done)
        self._reading = Label("", 20)
        self._state.column.addWidget(self._reading)
        column.addWidget(self._state)
        self._note = TroubleNote()
        column.addWidget(self._note)
        self._tools = QWidget()
        grid = QGridLayout(self._tools)
        grid.setContentsMargins(0, look.px(4), 0, 0)
        grid.setSpacing(look.px(12))
        self._grid = grid
        self._turn = self._tool("turn", translate("Desk", "Tourner"), "rotate-cw", TurnSheet())
        self._straighten = self._tool("straighten", translate("Desk", "Redresser"), "sheet-straight", Straighten())
        self._to_pdf = self._tool("to_pdf", translate("Desk", "En PDF"), "file-text", ToFormat("pdf"))
        self._to_image = self._tool("to_image", translate("Desk", "En image"), "image", ToFormat("jpeg"))
        self._lighter = self._tool("lighter", translate("Desk", "Plus léger"), "feather", Lighten())
        self._pages = self._tool("pages", translate("Desk", "Choisir des pages"), "files", None)
        self._pages.clicked.connect(lambda: self._show_choosing(True))
        self._undo = self._tool("undo", translate("Desk", "Comme avant"), "undo-2", Undo())
        column.addWidget(self._tools)

    def _build_choosing(self, column: QVBoxLayout) -> None:
        look = theme.current()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        column.addWidget(Label(translate("Desk", "Choisir des pages"), 46, 700))
        column.addWidget(Label(translate("Desk", "Regardez chaque page. Cochez celles à garder."), 24))
        self._page_place = QVBoxLayout()
        column.addLayout(self._page_place)
        self._page_row: CheckRow | None = None
        self._count = Label("", 22, 600)
        column.addWidget(self._count)
        self._choosing.hide()

    def _build_actions(self) -> None:
        self._cancel = self._action("pages_cancel", translate("Desk", "Annuler"), "undo-2")
        self._cancel.clicked.connect(lambda: self._show_choosing(False))
        self._only = self._action("pages_done", translate("Desk", "Garder ces pages"), "check", primary=True)
        self._only.clicked.connect(self._only_now)
        self._lighten = self._action("lighten", translate("Desk", "Rendre plus léger"), "feather", primary=True)
        self._lighten.clicked.connect(lambda: self._ask_now(Lighten()))
        self._convert = self._action("convert", "", "file-text", primary=True)
        self._convert.clicked.connect(self._convert_now)
        self._keep = self._action("keep", translate("Desk", "Garder"), "check", primary=True)
        self._keep.clicked.connect(lambda: self._ask_now(Keep()))

    def _tool(self, name: str, text: str, icon: str, wish: Wish | None) -> Button:
        # A child at once: shown before it has a parent, it would be a window for a moment.
        button = Button(text, icon, parent=self._tools)
        button.setObjectName(name)
        if wish is not None:
            button.clicked.connect(lambda: self._ask_now(wish))
        return button

    def _answers(self) -> Sequence[QWidget]:
        return self._only, self._lighten, self._convert, self._keep

    # --- scenes ---------------------------------------------------------------------------------------------------

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, MendScene)
        if scene.pages != self._scene.pages:
            self._chosen.clear()
        self._scene = scene
        self.view.show_picture(scene.picture)
        self.view.set_working(scene.working)
        if scene.working:
            self._rest()
        self._pager.show_page(scene.page, scene.pages)
        self._title.say(isolate(scene.title))
        self._show_state(scene)
        note = self._note.say(scene.trouble)
        self._arrange_tools(scene)
        if self._choosing_now:
            self._show_page_row()
        self._show_actions()
        if not scene.working:
            self._work_again()
        self._say_aloud(note or (self._done.text() if not scene.working else ""))

    def _asking(self) -> Sequence[QWidget]:
        return self._pager, self._tools, self._choosing, self._only, self._lighten, self._convert, self._keep

    def _show_state(self, scene: MendScene) -> None:
        self._state_words.say(desk_words.fitness(scene.kind, scene.size, scene.rule, fits=scene.fits))
        colour = "green_deep" if scene.fits else "ink"
        self._state_words.recolour(colour)
        self._state_icon.swap("circle-check" if scene.fits else "triangle-alert", colour)
        self._state.refill("green_tint" if scene.fits else "mark_tint")
        done = desk_words.done(scene.did, scene.before, scene.size)
        self._done.say(done)
        self._done.setVisible(bool(done))
        reading = ""
        if scene.reading is not None:
            good = desk_words.readable(scene.reading.readable)[1]
            reading = self._recognized(scene.reading) if good else translate("Desk", "On lit mal ce papier.")
        self._reading.say(reading)
        self._reading.setVisible(bool(reading))

    def _recognized(self, reading: Reading) -> str:
        """Said once: a paper is often named by what it is."""
        said = desk_words.recognized(reading)
        return "" if self._title.text() in said else said

    def _arrange_tools(self, scene: MendScene) -> None:
        """Only what can help; what the main button does is not said twice."""
        jpeg = scene.rule is None or "jpeg" in scene.rule.formats
        offered = (
            (self._turn, True),
            (self._straighten, True),
            (self._lighter, scene.fits),
            (self._pages, scene.pages > 1),
            (self._to_pdf, scene.kind == "image" and scene.fits),
            (self._to_image, scene.kind == "pdf" and scene.fits and jpeg and scene.pages == 1),
            (self._undo, bool(scene.did)),
        )
        columns = 3 if not theme.current().enlarged else 2
        shown = [tool for tool, on in offered if on]
        for tool, on in offered:
            tool.setVisible(on)
            if on and self._grid.indexOf(tool) != -1:
                self._grid.removeWidget(tool)
        for place, tool in enumerate(shown):
            self._grid.addWidget(tool, place // columns, place % columns)

    def _too_heavy(self) -> bool:
        rule = self._scene.rule
        return rule is not None and rule.max_bytes is not None and self._scene.size > rule.max_bytes

    def _show_actions(self) -> None:
        scene, choosing = self._scene, self._choosing_now
        self._mending.setVisible(not choosing)
        self._choosing.setVisible(choosing)
        self._cancel.setVisible(choosing)
        self._only.setVisible(choosing)
        unfit = not choosing and not scene.fits
        self._lighten.setVisible(unfit and self._too_heavy())
        self._convert.setVisible(unfit and not self._too_heavy())
        to_pdf = scene.kind == "image"
        self._convert.set_icon("file-text" if to_pdf else "image")
        self._convert.say(translate("Desk", "Mettre en PDF") if to_pdf else translate("Desk", "Mettre en image"))
        self._keep.setVisible(not choosing and scene.fits)

    # --- choosing pages -------------------------------------------------------------------------------------------

    def _show_choosing(self, on: bool) -> None:
        ringed = self._ringed()
        self._choosing_now = on
        self._chosen.clear()
        if on:
            self._show_page_row()
        self._show_actions()
        self._settle()
        target = self._page_row if on and self._page_row is not None else self._pages
        self._move_keyboard(target, ringed=ringed)

    def _show_page_row(self) -> None:
        """One row for the page that is seen."""
        page = self._scene.page
        if self._page_row is None:
            self._page_row = CheckRow(translate("Desk", "Garder cette page"), None, "file-check")
            self._page_row.setObjectName("keep_page")
            self._page_row.toggled.connect(self._toggle_page)
            self._page_place.addWidget(self._page_row)
            self._page_row.show()
        self._page_row.blockSignals(True)
        self._page_row.setChecked(page in self._chosen)
        self._page_row.blockSignals(False)
        self._page_row.update()
        text = translate("Desk", "%1 sur %2 à garder").replace("%1", str(len(self._chosen)))
        self._count.say(text.replace("%2", str(self._scene.pages)))

    def _toggle_page(self, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(self._scene.page)
        self._show_page_row()

    def _only_now(self) -> None:
        pages = tuple(sorted(self._chosen))
        if not pages:
            if self._page_row is not None:
                self._move_keyboard(self._page_row, ringed=True)
            return
        self._show_choosing(False)
        self._ask_now(OnlyPages(pages))

    # --- what the person does -------------------------------------------------------------------------------------

    def _convert_now(self) -> None:
        self._ask_now(ToFormat("pdf" if self._scene.kind == "image" else "jpeg"))

    def forget(self) -> None:
        super().forget()
        self._chosen.clear()
        self._scene = MendScene("", "pdf", 0, 0, 1)
