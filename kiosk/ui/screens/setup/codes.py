"""Who has a code: names on the left as they come, and three lines to give one more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.setup.fields import Asked
from kiosk.ui.screens.setup.page import SetupPage
from kiosk.ui.setup_scenes import CodesScene, GiveCode, Next, TakeBackCode
from kiosk.ui.widgets import Button, Card, Label, Picture

_FORM = 520


class CodesPage(SetupPage):
    fault_above = False

    def __init__(self, context: Context, scene: CodesScene) -> None:
        if scene.it:
            title = translate("Setup", "Le code de l'informatique")
            sentence = translate("Setup", "Il ouvre tout : l'état du poste et l'espace médiateur.")
        else:
            title = translate("Setup", "Les codes des médiateurs")
            sentence = translate("Setup", "Un code par personne. Il ouvre l'espace médiateur.")
        super().__init__(context, scene, title, on=translate("Setup", "Continuer"))
        look = theme.current()
        row = QHBoxLayout()
        row.setSpacing(look.px(32))
        row.addWidget(self._form(scene), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._people(scene, sentence), 1)
        self.body.addLayout(row)
        self.body.addStretch()

    def _form(self, scene: CodesScene) -> QWidget:
        card = Card(padding=20)
        card.setFixedWidth(theme.current().px(_FORM))
        self._name = Asked("person", translate("Setup", "Prénom, sans majuscule ni accent"), scene.name, most=20)
        self._pin = Asked("pin", translate("Setup", "Code secret, de 6 à 12 chiffres"), "", secret=True)
        self._again = Asked("pin_again", translate("Setup", "Le même code, encore une fois"), "", secret=True)
        give = Button(translate("Setup", "Donner ce code"), "key-round", height=64)
        give.setObjectName("give")
        give.clicked.connect(self._give)
        self._name.field.entered.connect(self._pin.line.setFocus)
        self._pin.field.entered.connect(self._again.line.setFocus)
        self._again.field.entered.connect(give.click)
        for part in (self._name, self._pin, self._again, give):
            card.column.addWidget(part)
        return card

    def _people(self, scene: CodesScene, sentence: str) -> QVBoxLayout:
        look = theme.current()
        column = QVBoxLayout()
        column.setSpacing(look.px(12))
        column.addWidget(Label(sentence, 22))
        column.addWidget(self.fault)
        if not scene.people:
            column.addWidget(Label(translate("Setup", "Personne n'a encore de code."), 22, 400, "ink_2"))
        for name, new in scene.people:
            card = Card(padding=12)
            row = QHBoxLayout()
            row.setSpacing(look.px(12))
            row.addWidget(Picture("circle-check", 28, "green"), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(Label(name, 22, 600), 1)
            if new:
                back = Button(translate("Setup", "Enlever"), "x", "quiet")
                back.setObjectName(f"take_back_{name}")
                back.clicked.connect(lambda _=False, name=name: self.wished.emit(TakeBackCode(name)))
                row.addWidget(back)
            card.column.addLayout(row)
            column.addWidget(card)
        column.addStretch()
        return column

    def _give(self) -> None:
        wish = GiveCode(self._name.line.text().strip(), self._pin.line.text(), self._again.line.text())
        self.forget()
        self.wished.emit(wish)

    def wish_on(self) -> GiveCode | Next:
        """What was typed and not given yet is not lost in silence."""
        if self._pin.line.text() or self._again.line.text():
            wish = GiveCode(self._name.line.text().strip(), self._pin.line.text(), self._again.line.text())
            self.forget()
            return wish
        return Next()

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        start = self._pin.line if self.scene.fault and self._name.line.text() else self._name.line
        return start, Qt.FocusReason.OtherFocusReason
