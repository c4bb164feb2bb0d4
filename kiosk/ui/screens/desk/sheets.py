"""Scanned or photographed sheets: looked at one by one, mended, kept as one paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.documents.desk.scenes import Scene, SheetsScene
from kiosk.documents.desk.wishes import (
    AnotherPhoto,
    Cancel,
    CropSheet,
    Keep,
    RemoveSheet,
    Scan,
    Select,
    TurnSheet,
)
from kiosk.documents.scanner.base import Source
from kiosk.ui import desk_words, theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.bar import Bar
from kiosk.ui.screens.desk.cropper import CropView
from kiosk.ui.screens.desk.page import TroubleNote, WorkshopPage
from kiosk.ui.screens.desk.sheet_row import SheetRow
from kiosk.ui.widgets import Button, Label, Picture

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SheetsPage(WorkshopPage):
    def __init__(self, context: Context) -> None:
        self._crop = CropView()
        super().__init__(context, self._crop)
        self._scene = SheetsScene("scan")
        self._build_looking()
        self._build_cropping()
        self.side.addStretch(1)
        self._build_actions()

    # --- parts ----------------------------------------------------------------------------------------------------

    def _build_looking(self) -> None:
        look = theme.current()
        self._looking = QWidget()
        column = QVBoxLayout(self._looking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        self._title = Label("", 46, 700)
        column.addWidget(self._title)
        self._how = QWidget()
        how = QVBoxLayout(self._how)
        how.setContentsMargins(0, 0, 0, 0)
        how.setSpacing(look.px(14))
        how.addWidget(Label(translate("Desk", "Ouvrez le scanner."), 24))
        how.addWidget(Label(translate("Desk", "Posez la feuille. Le texte est contre la vitre."), 24))
        how.addWidget(Label(translate("Desk", "Fermez le couvercle."), 24))
        column.addWidget(self._how)
        self._readable, self._readable_icon, self._readable_words = self._line("circle-check")
        column.addWidget(self._readable)
        self._progress = QWidget()
        going = QVBoxLayout(self._progress)
        going.setContentsMargins(0, 0, 0, 0)
        going.setSpacing(look.px(8))
        self._going_words = Label("", 22)
        self._bar = Bar(translate("Desk", "Le scanner avance"))
        going.addWidget(self._going_words)
        going.addWidget(self._bar)
        column.addWidget(self._progress)
        self._note = TroubleNote()
        column.addWidget(self._note)
        self._row = SheetRow()
        self._row.chosen.connect(lambda sheet: self._ask_now(Select(sheet)))
        column.addWidget(self._row)
        self._tools = QWidget()
        grid = QGridLayout(self._tools)
        grid.setContentsMargins(0, look.px(4), 0, 0)
        grid.setSpacing(look.px(12))
        self._turn = self._tool("turn", translate("Desk", "Tourner"), "rotate-cw")
        self._turn.clicked.connect(lambda: self._ask_now(TurnSheet()))
        self._edges = self._tool("crop", translate("Desk", "Couper les bords"), "crop")
        self._edges.clicked.connect(self._cut)
        self._remove = self._tool("remove", translate("Desk", "Enlever"), "trash-2")
        self._remove.clicked.connect(lambda: self._ask_now(RemoveSheet()))
        for place, tool in enumerate((self._turn, self._edges, self._remove)):
            columns = 3 if not look.enlarged else 2
            grid.addWidget(tool, place // columns, place % columns)
        column.addWidget(self._tools)
        self.side.addWidget(self._looking)

    def _build_cropping(self) -> None:
        look = theme.current()
        self._cropping = QWidget()
        column = QVBoxLayout(self._cropping)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        column.addWidget(Label(translate("Desk", "Couper les bords"), 46, 700))
        column.addWidget(Label(translate("Desk", "Tirez les ronds bleus."), 24))
        column.addWidget(Label(translate("Desk", "Gardez tout le papier dans le cadre."), 24))
        self._cropping.hide()
        self.side.addWidget(self._cropping)

    def _build_actions(self) -> None:
        self._stop = self._action("stop", translate("Desk", "Arrêter"), "x")
        self._stop.clicked.connect(lambda: self._ask(Cancel()))
        self._cancel = self._action("crop_cancel", translate("Desk", "Annuler"), "undo-2")
        self._cancel.clicked.connect(lambda: self._show_cropping(False))
        self._cut_now = self._action("crop_done", translate("Desk", "Couper"), "check", primary=True)
        self._cut_now.clicked.connect(self._crop_now)
        self._feeder = self._action("scan_feeder", "", "files")
        self._feeder.clicked.connect(lambda: self._ask_now(Scan(Source.FEEDER)))
        self._glass = self._action("scan_glass", "", "scanner")
        self._glass.clicked.connect(lambda: self._ask_now(Scan(Source.GLASS)))
        self._photo = self._action("another_photo", translate("Desk", "Une autre photo"), "camera")
        self._photo.clicked.connect(lambda: self._ask_now(AnotherPhoto()))
        self._keep = self._action("keep", translate("Desk", "Garder ce papier"), "check", primary=True)
        self._keep.clicked.connect(lambda: self._ask_now(Keep()))

    @staticmethod
    def _tool(name: str, text: str, icon: str) -> Button:
        button = Button(text, icon)
        button.setObjectName(name)
        return button

    @staticmethod
    def _line(icon: str) -> tuple[QWidget, Picture, Label]:
        area = QWidget()
        row = QHBoxLayout(area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(12))
        picture, words = Picture(icon, 28, "green_deep"), Label("", 22, 600, "green_deep")
        row.addWidget(picture, 0, _MIDDLE)
        row.addWidget(words, 1)
        return area, picture, words

    # --- scenes ---------------------------------------------------------------------------------------------------

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        if self._crop.cropping:
            return self._crop.first_corner(), Qt.FocusReason.OtherFocusReason
        return super().first_focus()

    def _answers(self) -> Sequence[QWidget]:
        return self._keep, self._photo, self._glass, self._feeder, self._stop

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, SheetsScene)
        if self._crop.cropping and (scene.selected != self._scene.selected or not scene.sheets):
            self._show_cropping(False)
        self._scene = scene
        count, scanning = len(scene.sheets), scene.percent is not None
        self._title.say(self._heading(scene, count))
        self._crop.show_picture(scene.large)
        self._crop.set_working(scene.working)
        if scene.working:
            self._rest()
        self._row.show_sheets(scene.sheets, scene.selected)
        self._row.setVisible(count > 1)
        # One idea: how to lay a sheet, or what just went wrong.
        nothing_yet = not count and not scanning and scene.trouble is None
        self._how.setVisible(nothing_yet and scene.origin == "scan" and Source.GLASS in scene.sources)
        self._show_reading(scene)
        self._progress.setVisible(scanning)
        if scene.percent is not None:
            self._bar.setValue(scene.percent)
            self._going_words.say(translate("Desk", "Attendez la fin du bruit. Laissez le couvercle fermé."))
        self._tools.setVisible(bool(count) and not scanning)
        cropped = bool(count) and scene.sheets[scene.selected].cropped
        self._edges.say(translate("Desk", "Remettre les bords") if cropped else translate("Desk", "Couper les bords"))
        words = self._note.say(scene.trouble)
        self._show_actions()
        if not scene.working:
            self._work_again()
        self._say_aloud(words or (self._readable_words.text() if scene.readable is not None else ""))

    def _asking(self) -> Sequence[QWidget]:
        return self._row, self._tools, self._feeder, self._glass, self._photo, self._keep

    @staticmethod
    def _heading(scene: SheetsScene, count: int) -> str:
        if scene.percent is not None:
            return translate("Desk", "Le scanner travaille")
        if not count:
            return translate("Desk", "Posez votre papier")
        if count == 1:
            return translate("Desk", "Regardez votre papier")
        return translate("Desk", "Feuille %1 sur %2").replace("%1", str(scene.selected + 1)).replace("%2", str(count))

    def _show_reading(self, scene: SheetsScene) -> None:
        self._readable.setVisible(scene.readable is not None and scene.percent is None)
        if scene.readable is None:
            return
        words, good = desk_words.readable(scene.readable)
        colour = "green_deep" if good else "ink"
        self._readable_words.say(words)
        self._readable_words.recolour(colour)
        self._readable_icon.swap("circle-check" if good else "triangle-alert", colour)

    def _show_actions(self) -> None:
        scene, cropping = self._scene, self._crop.cropping
        count, scanning = len(scene.sheets), scene.percent is not None
        more = not cropping and not scanning and not scene.full
        self._stop.setVisible(scanning)
        self._cancel.setVisible(cropping)
        self._cut_now.setVisible(cropping)
        self._keep.setVisible(not cropping and not scanning and bool(count))
        self._photo.setVisible(more and scene.origin == "photo")
        two = len(scene.sources) > 1
        for button, source in ((self._glass, Source.GLASS), (self._feeder, Source.FEEDER)):
            button.setVisible(more and scene.origin == "scan" and source in scene.sources)
            button.set_kind("primary" if not count and (source is Source.GLASS or not two) else "secondary")
        self._glass.say(self._scan_words(Source.GLASS, count, two=two))
        self._feeder.say(self._scan_words(Source.FEEDER, count, two=two))

    @staticmethod
    def _scan_words(source: Source, count: int, *, two: bool) -> str:
        if source is Source.FEEDER:
            return translate("Desk", "Plusieurs feuilles") if two else translate("Desk", "Scanner les feuilles")
        if count:
            return translate("Desk", "Une autre feuille")
        return translate("Desk", "Scanner une feuille")

    # --- what the person does -------------------------------------------------------------------------------------

    def _cut(self) -> None:
        if self._scene.sheets[self._scene.selected].cropped:
            self._ask_now(CropSheet(0.0, 0.0, 1.0, 1.0))
        elif not self._scene.working:
            self._show_cropping(True)

    def _crop_now(self) -> None:
        frame = self._crop.frame
        self._show_cropping(False)
        self._ask_now(CropSheet(*frame))

    def _show_cropping(self, on: bool) -> None:
        ringed = self._ringed()
        self._crop.set_cropping(on)
        self._looking.setVisible(not on)
        self._cropping.setVisible(on)
        self._show_actions()
        self._settle()
        self._move_keyboard(self._crop.first_corner() if on else self._edges, ringed=ringed)

    def forget(self) -> None:
        super().forget()
        self._scene = SheetsScene("scan")
        self._row.forget()
