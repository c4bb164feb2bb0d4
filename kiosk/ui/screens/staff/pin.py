"""The door of the staff area: a mediator's PIN, or what IT must do where nobody has one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.pin_pad import PinPad, refusal
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.staff_scenes import StaffPinScene, StaffScene, TellPin
from kiosk.ui.widgets import Card, Label, Note

COMMAND = "sudo kiosk staff add NOM"


class StaffPinPage(StaffPage):
    leaves = True

    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Espace médiateur"))
        assert isinstance(scene, StaffPinScene)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Desk", "Médiateur, tapez votre\u00a0code."))
        self._pad = PinPad()
        self._pad.told.connect(lambda digits: self.ask(TellPin(digits)))
        self._note = Note("", "clock")
        self._note.setObjectName("pin_note")
        self._note.hide()
        if scene.nobody:
            self._add_nobody()
        else:
            self._add_pad()
        self._tell(scene)

    def can_show(self, scene: StaffScene) -> bool:
        """With keys or without."""
        before = self.scene
        same = isinstance(before, StaffPinScene) and isinstance(scene, StaffPinScene) and before.nobody == scene.nobody
        return same and super().can_show(scene)

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self, Qt.FocusReason.OtherFocusReason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pad.takes(event):
            super().keyPressEvent(event)

    def forget(self) -> None:
        super().forget()
        self._pad.clear()

    def _tell(self, scene: StaffScene) -> None:
        assert isinstance(scene, StaffPinScene)
        self._pad.set_open(not (scene.nobody or scene.locked) and scene.wait_seconds <= 0)
        text = refusal(wrong=scene.wrong, wait_seconds=scene.wait_seconds, locked=scene.locked)
        self._note.setVisible(bool(text) and not scene.nobody)
        self._note.words.say(text)
        # Seconds that go by are not worth saying each.
        self._say_aloud("" if scene.wait_seconds else text)

    def _add_pad(self) -> None:
        look = theme.current()
        row = QHBoxLayout()
        row.setSpacing(look.px(48 if not look.enlarged else 24))
        saying = QVBoxLayout()
        saying.setSpacing(look.px(16))
        saying.addStretch(1)
        saying.addWidget(Label(translate("Desk", "Médiateur, tapez votre\u00a0code."), 28, 700))
        saying.addWidget(Label(translate("Staff", "C'est le code que l'informatique vous a donné."), 22))
        saying.addWidget(self._note)
        saying.addStretch(1)
        row.addStretch(1)
        row.addLayout(saying, 4)
        row.addWidget(self._pad, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.body.addLayout(row, 1)
        self._action("confirm", translate("Desk", "Valider"), "check", main=True).clicked.connect(self._pad.confirm)

    def _add_nobody(self) -> None:
        look = theme.current()
        self._pad.setParent(self)
        self._pad.hide()
        self._note.setParent(self)
        card = Card(padding=32)
        card.setObjectName("nobody")
        card.column.setSpacing(look.px(14))
        card.column.addWidget(Label(translate("Staff", "Personne n'a encore de code."), 28, 700))
        card.column.addWidget(
            Label(translate("Staff", "L'informatique peut en donner un. Elle tape sur ce poste :"), 22)
        )
        command = Label(isolate(COMMAND) if look.rtl else COMMAND, 22, 700)
        command.setObjectName("command")
        card.column.addWidget(command)
        self.body.addWidget(card)
        self.body.addStretch()
