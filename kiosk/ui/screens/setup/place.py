"""Where this post is: the name that people read, and the one that IT knows it by."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.setup.fields import Asked
from kiosk.ui.screens.setup.page import SetupPage
from kiosk.ui.setup_scenes import FromStick, Later, Placed, PlaceScene
from kiosk.ui.widgets import Label


class PlacePage(SetupPage):
    def __init__(self, context: Context, scene: PlaceScene) -> None:
        super().__init__(context, scene, translate("Setup", "Où est ce poste ?"), on=translate("Setup", "Continuer"))
        self._name = Asked("name", translate("Setup", "Le nom du lieu, en haut de chaque écran"), scene.name)
        self._post = Asked("post", translate("Setup", "Le nom de ce poste, pour l'informatique"), scene.post, most=40)
        self._name.field.entered.connect(self._post.line.setFocus)
        self._post.field.entered.connect(self.on.click)
        self.body.addWidget(self._name)
        self.body.addWidget(self._post)
        example = translate("Setup", "Des lettres, des chiffres et des tirets. Exemple : accueil-1.")
        self.body.addWidget(Label(example, 18, 400, "ink_2"))
        self.body.addStretch()
        self.action("later", translate("Setup", "Plus tard"), "clock", Later())
        self.action("stick", translate("Setup", "J'ai un fichier sur une clé"), "usb-stick", FromStick())

    def wish_on(self) -> Placed:
        return Placed(self._name.line.text().strip(), self._post.line.text().strip())

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        asked = self._post if isinstance(self.scene, PlaceScene) and self.scene.wrong == "post" else self._name
        return asked.line, Qt.FocusReason.OtherFocusReason
