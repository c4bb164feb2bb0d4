"""One step of a draft: its sentence, why, who does it. What is hard to read is said under the field, as it is typed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.screens.written_field import WrittenField
from kiosk.ui.staff_scenes import StaffScene
from kiosk.ui.widgets import Button, CheckRow, Label, Note
from kiosk.ui.writing_scenes import (
    GoToStep,
    MarkUserOnly,
    MoveStep,
    RemoveStep,
    SayStep,
    StepScene,
    TryIt,
)

_LONGEST = 200


class StepPage(StaffPage):
    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, "")
        look = theme.current()
        self._filling = False
        self.body.setSpacing(look.px(6))
        self._where = Label("", 20, 600, "ink_2")
        self.body.addWidget(self._where)
        self._sentence, self._sentence_note = self._field(
            "sentence", translate("Staff", "La phrase : une action, 12 mots au plus")
        )
        self._why, self._why_note = self._field("why", translate("Staff", "Pourquoi ? (si c'est utile)"))
        self._user_only = CheckRow(translate("Staff", "Seul l'usager peut le faire : un secret, une signature"))
        self._user_only.setObjectName("user_only")
        self._user_only.toggled.connect(self._mark)
        self.body.addWidget(self._user_only)
        self.body.addSpacing(look.px(4))
        self._add_buttons()
        self.body.addStretch()
        if not look.enlarged:
            self._before = self._action("previous", translate("Staff", "Étape d'avant"), "arrow-left")
        self._before.clicked.connect(lambda: self.ask(GoToStep(-1)))
        self._next = self._action("following", translate("Staff", "Étape suivante"), "arrow-right", main=True)
        self._next.clicked.connect(lambda: self.ask(GoToStep(1)))
        self._try = self._action("try", translate("Staff", "Essayer maintenant"), "check", main=True)
        self._try.clicked.connect(lambda: self.ask(TryIt()))
        self._tell(scene)

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self._sentence.line, Qt.FocusReason.OtherFocusReason

    def _tell(self, scene: StaffScene) -> None:
        assert isinstance(scene, StepScene)
        title = translate("Staff", "Étape %1 sur %2").replace("%1", str(scene.number))
        self._title.say(title.replace("%2", str(scene.total)))
        self._where.say(self._where_words(scene))
        self._filling = True
        try:
            for field, text in ((self._sentence, scene.sentence), (self._why, scene.why)):
                if field.line.text() != text:
                    field.line.setText(text)
                    field.line.setCursorPosition(0)
            self._user_only.setChecked(scene.user_only)
        finally:
            self._filling = False
        for note, text in ((self._sentence_note, scene.sentence_remark), (self._why_note, scene.why_remark)):
            note.setVisible(bool(text))
            note.words.say(text)
        last = scene.number == scene.total
        held = self.focusWidget()
        self._before.setVisible(scene.number > 1)
        self._next.setVisible(not last)
        self._try.setVisible(last)
        self._up.setEnabled(scene.number > 1)
        self._down.setEnabled(not last)
        if held is not None and not held.isVisibleTo(self):
            self._sentence.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.isVisible():
            self.order_keyboard()

    def _field(self, name: Literal["sentence", "why"], words: str) -> tuple[WrittenField, Note]:
        field = WrittenField(words, "", _LONGEST, "orange_line")
        field.line.setObjectName(name)
        note = Note("", "info")
        note.setObjectName(f"{name}_remark")
        field.line.textEdited.connect(lambda text: self.ask(SayStep(name, text)))
        self.body.addWidget(Label(words, 20, 700))
        self.body.addWidget(field)
        self.body.addWidget(note)
        return field, note

    def _add_buttons(self) -> None:
        look = theme.current()
        grid = QGridLayout()
        grid.setSpacing(look.px(12))
        self._up = Button(translate("Staff", "Monter"), "arrow-up")
        self._up.clicked.connect(lambda: self.ask(MoveStep(-1)))
        self._down = Button(translate("Staff", "Descendre"), "arrow-down")
        self._down.clicked.connect(lambda: self.ask(MoveStep(1)))
        self._remove = Button(translate("Staff", "Enlever cette étape"), "trash-2")
        self._remove.clicked.connect(lambda: self.ask(RemoveStep()))
        # In large text the footer has room for one.
        self._before = Button(translate("Staff", "Étape d'avant"), "arrow-left")
        every = [("up", self._up), ("down", self._down), ("remove", self._remove)]
        if look.enlarged:
            every.insert(0, ("previous", self._before))
        columns = 1 if look.enlarged else 3
        for place, (name, button) in enumerate(every):
            button.setObjectName(name)
            grid.addWidget(button, place // columns, place % columns)
        self.body.addLayout(grid)

    def _mark(self, on: bool) -> None:
        if not self._filling:
            self.ask(MarkUserOnly(on))

    @staticmethod
    def _where_words(scene: StepScene) -> str:
        if not scene.where:
            return translate("Staff", "Le guide ne montre rien sur la page : le nom manque.")
        return translate("Staff", "Sur la page : %1").replace("%1", isolate(f"« {scene.where} »"))
