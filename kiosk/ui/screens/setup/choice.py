"""One of a few: the language, how many hands, the printer, the scanner. The tick says which."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.setup.page import SetupPage
from kiosk.ui.setup_scenes import ChoiceScene, LookAgain, Next
from kiosk.ui.widgets import CheckRow, Label

_ICONS = {"language": "languages", "hands": "mouse", "printer": "printer", "scanner": "scanner"}
_LOOKED_FOR = ("printer", "scanner")


class ChoicePage(SetupPage):
    def __init__(self, context: Context, scene: ChoiceScene) -> None:
        title, sentence = _words(scene.question)
        super().__init__(context, scene, title, on=translate("Setup", "Continuer"))
        self._rows: dict[str, CheckRow] = {}
        self.body.addWidget(Label(sentence, 22))
        if scene.looking:
            self.body.addWidget(Label(translate("Setup", "Le poste cherche. Cela prend quelques secondes."), 22, 600))
        group = QButtonGroup(self)
        group.setExclusive(True)
        for choice in scene.choices:
            row = CheckRow(choice.text, choice.detail or None, _ICONS[scene.question])
            row.setObjectName(f"choice_{choice.key}")
            row.setChecked(choice.key == scene.chosen)
            group.addButton(row)
            self._rows[choice.key] = row
            self.body.addWidget(row)
        self.body.addStretch()
        if scene.question in _LOOKED_FOR and not scene.looking:
            self.action("again", translate("Setup", "Chercher encore"), "rotate-ccw", LookAgain())

    def wish_on(self) -> Next:
        return Next(next((key for key, row in self._rows.items() if row.isChecked()), None))

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        ticked = [row for row in self._rows.values() if row.isChecked()]
        start = (*ticked, *self._rows.values(), self.on)[0]
        return start, Qt.FocusReason.OtherFocusReason


def _words(question: str) -> tuple[str, str]:
    """The title, and one sentence that explains it."""
    match question:
        case "language":
            return (
                translate("Setup", "Quelle langue sur le premier écran ?"),
                translate("Setup", "Chaque usager peut en changer."),
            )
        case "hands":
            return (
                translate("Setup", "Combien de souris ?"),
                translate("Setup", "À deux, chacun a sa souris et son clavier."),
            )
        case "printer":
            return (
                translate("Setup", "Quelle imprimante ?"),
                translate("Setup", "Celles que CUPS connaît sont ici."),
            )
        case _:
            return (
                translate("Setup", "Quel scanner ?"),
                translate("Setup", "Branchez-le et allumez-le."),
            )
