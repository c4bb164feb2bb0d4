"""The address of a site that has no guide: one field, one button, and the sentence that helps when it is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.procedures.other_site import LONGEST, Fault
from kiosk.ui import theme
from kiosk.ui.i18n import QT_TRANSLATE_NOOP, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.screens.written_field import WrittenField
from kiosk.ui.staff_scenes import OpenSite, SiteScene, StaffScene
from kiosk.ui.widgets import Button, Label, Note

# The field takes more than an address may have, so that one which is too long is said to be.
_LETTERS = LONGEST + 200

FAULTS: dict[Fault, str] = {
    "empty": QT_TRANSLATE_NOOP("Staff", "**Écrivez une adresse.** Exemple : www.exemple.fr"),
    "words": QT_TRANSLATE_NOOP("Staff", "**Il faut une adresse, pas des mots.** Exemple : www.exemple.fr"),
    "scheme": QT_TRANSLATE_NOOP("Staff", "**Ce poste ouvre seulement des sites sûrs.** L'adresse commence par https."),
    "user": QT_TRANSLATE_NOOP("Staff", "**Il y a un @ dans l'adresse.** Écrivez seulement le nom du site."),
    "number": QT_TRANSLATE_NOOP("Staff", "**Une adresse en chiffres ne s'ouvre pas ici.** Écrivez le nom du site."),
    "port": QT_TRANSLATE_NOOP("Staff", "**Enlevez les deux points et ce qui suit.** Exemple : www.exemple.fr"),
    "name": QT_TRANSLATE_NOOP("Staff", "**Ce n'est pas un nom de site.** Regardez les points et les lettres."),
    "whole": QT_TRANSLATE_NOOP("Staff", "**Cette adresse est celle de beaucoup de sites.** Écrivez l'adresse entière."),
    "inside": QT_TRANSLATE_NOOP("Staff", "**C'est une adresse du lieu.** Ce poste ouvre seulement des sites publics."),
    "practice": QT_TRANSLATE_NOOP("Staff", "**C'est un site d'entraînement.** Choisissez-le sur le premier écran."),
    "long": QT_TRANSLATE_NOOP("Staff", "**L'adresse est trop longue.** Gardez le début, jusqu'au nom du site."),
}


class SitePage(StaffPage):
    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Ouvrir un autre site"))
        look = theme.current()
        name = translate("Staff", "Adresse du site")
        self._field = WrittenField(name, "www.exemple.fr", _LETTERS, "orange_line", address=True)
        self._field.line.setObjectName("address")
        self._field.line.setText(context.visit.address)
        self._field.line.textChanged.connect(self._remember)
        self._field.entered.connect(self._open)
        button = Button(translate("Staff", "Ouvrir"), "arrow-right", "mediator", size=22, height=56)
        button.setObjectName("open_site")
        button.clicked.connect(self._open)
        self._field.add(button)
        self._note = Note("", "info")
        self._note.setObjectName("fault")
        self._note.hide()
        self.body.setSpacing(look.px(14))
        self.body.addWidget(Label(name, 22, 700))
        self.body.addWidget(self._field)
        self.body.addWidget(self._note)
        self.body.addSpacing(look.px(10))
        for sentence in (
            translate("Staff", "Vérifiez l'adresse avec l'usager. Il n'y a pas de guide pour ce site."),
            translate("Staff", "Le poste ouvre ce site, et FranceConnect. Tout est effacé à la fin."),
            translate("Staff", "Le poste compte ce site. Il ne note rien de l'usager."),
        ):
            self.body.addWidget(Label(sentence, 20))
        self.body.addStretch()
        self._tell(scene)

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self._field.line, Qt.FocusReason.OtherFocusReason

    def _tell(self, scene: StaffScene) -> None:
        assert isinstance(scene, SiteScene)
        text = translate("Staff", FAULTS[scene.fault]) if scene.fault is not None else ""
        self._note.setVisible(bool(text))
        self._note.words.say(text)
        self._said = ""
        self._say_aloud(text)
        if scene.fault is not None:
            self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self, text: str) -> None:
        self.context.visit.address = text

    def _open(self) -> None:
        self.ask(OpenSite(self._field.line.text()))
