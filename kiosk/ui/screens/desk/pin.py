"""A mediator's PIN, for a sheet that is held until they let it out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.documents.desk.scenes import PinScene, Scene
from kiosk.documents.desk.wishes import Pin
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.page import DeskPage
from kiosk.ui.screens.pin_pad import PinPad, refusal
from kiosk.ui.widgets import Button, Label, Note, Picture


class PinPage(DeskPage):
    within_another = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Desk", "Médiateur, tapez votre\u00a0code."))
        self._pad = PinPad()
        self._pad.told.connect(lambda digits: self._ask(Pin(digits)))
        row = QHBoxLayout()
        row.setSpacing(look.px(48 if not look.enlarged else 24))
        row.addStretch(1)
        row.addLayout(self._saying(), 4)
        row.addWidget(self._pad, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.body.addLayout(row, 1)
        self._confirm = Button(translate("Desk", "Valider"), "check", "mediator", size=22, height=64)
        self._confirm.setObjectName("confirm")
        self._confirm.clicked.connect(self._pad.confirm)
        self.desk_footer.add(self._confirm)
        self.desk_footer.give_way(True)

    def _saying(self) -> QVBoxLayout:
        look = theme.current()
        column = QVBoxLayout()
        column.setSpacing(look.px(16))
        column.addStretch(1)
        if not look.enlarged:
            column.addWidget(Picture("seat", 72, "ink", plate=112, plate_colour="orange"))
        column.addWidget(Label(translate("Desk", "Médiateur, tapez votre\u00a0code."), 46, 700))
        column.addWidget(Label(translate("Desk", "Usager : regardez ailleurs un instant."), 22))
        self._note = Note("", "clock")
        self._note.setObjectName("pin_note")
        self._note.hide()
        column.addWidget(self._note)
        column.addStretch(1)
        return column

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self, Qt.FocusReason.OtherFocusReason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pad.takes(event):
            super().keyPressEvent(event)

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, PinScene)
        self._pad.set_open(not scene.locked and scene.wait_seconds <= 0)
        text = refusal(wrong=scene.wrong, wait_seconds=scene.wait_seconds, locked=scene.locked)
        self._note.setVisible(bool(text))
        self._note.words.say(text)
        # Seconds that go by are not worth saying each.
        self._say_aloud("" if scene.wait_seconds else self._note.words.text())

    def forget(self) -> None:
        super().forget()
        self._pad.clear()
