"""How does the paper come in? By the scanner, or by the person's own phone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.documents.desk.scenes import AddScene, Scene
from kiosk.documents.desk.wishes import Use
from kiosk.documents.trouble import Trouble
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.choices import Choices, big_tile
from kiosk.ui.screens.desk.page import DeskPage, TroubleNote
from kiosk.ui.widgets import Label


class AddPage(DeskPage):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self._scan = big_tile(
            "use_scan", translate("Desk", "Le scanner"), "scanner", translate("Desk", "Posez la feuille dessus.")
        )
        self._scan.clicked.connect(lambda: self._ask(Use("scan")))
        self._photo = big_tile(
            "use_photo",
            translate("Desk", "Mon téléphone"),
            "camera",
            translate("Desk", "Prenez le papier en photo."),
        )
        self._photo.clicked.connect(lambda: self._ask(Use("photo")))
        self._note = TroubleNote()
        self.body.setSpacing(look.px(24))
        self.body.addStretch(1)
        self.body.addWidget(Label(translate("Desk", "Ajouter un papier : avec quoi ?"), 46, 700))
        self.body.addWidget(self._note)
        self.body.addWidget(Choices((self._scan, self._photo)))
        self.body.addStretch(2)

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        first = next((one for one in (self._scan, self._photo) if one.isVisibleTo(self)), None)
        return (first, Qt.FocusReason.OtherFocusReason) if first is not None else None

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, AddScene)
        self._scan.setVisible(scene.scanner)
        self._photo.setVisible(scene.phone)
        none = not (scene.scanner or scene.phone)
        self._say_aloud(self._note.say(Trouble.NO_SCANNER if none else None))
