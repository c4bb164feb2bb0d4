"""How does the paper go home? On a stick, on the phone, on paper; by mail, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.documents.desk.scenes import Scene, TakeScene
from kiosk.documents.desk.wishes import Use
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.choices import Choices, big_tile
from kiosk.ui.screens.desk.page import DeskPage
from kiosk.ui.widgets import Label, Picture

_NAMED = 2


class TakePage(DeskPage):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self._phone = big_tile(
            "use_phone", translate("Desk", "Mon téléphone"), "smartphone", translate("Desk", "Avec un carré à viser.")
        )
        self._phone.clicked.connect(lambda: self._ask(Use("phone")))
        self._print = big_tile(
            "use_print", translate("Desk", "Imprimer"), "printer", translate("Desk", "Sur une feuille.")
        )
        self._print.clicked.connect(lambda: self._ask(Use("print")))
        self._stick = big_tile(
            "use_stick", translate("Desk", "Ma clé USB"), "usb-stick", translate("Desk", "Branchez-la au poste.")
        )
        self._stick.clicked.connect(lambda: self._ask(Use("stick")))
        self._titles = Label("", 22, 400, "ink_2")
        self.body.setSpacing(look.px(16))
        self.body.addStretch(1)
        self.body.addWidget(Label(translate("Desk", "Emporter : comment ?"), 46, 700))
        self.body.addWidget(self._titles)
        self.body.addSpacing(look.px(8))
        self.body.addWidget(Choices((self._phone, self._print, self._stick)))
        self.body.addSpacing(look.px(8))
        self.body.addWidget(self._by_mail())
        self.body.addStretch(2)

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        first = next((one for one in (self._phone, self._print, self._stick) if one.isVisibleTo(self)), None)
        return (first, Qt.FocusReason.OtherFocusReason) if first is not None else None

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, TakeScene)
        self._phone.setVisible(scene.phone)
        self._print.setVisible(scene.printer)
        self._stick.setVisible(scene.stick)
        comma = translate("Desk", "%1, %2").replace("%1", "").replace("%2", "")
        named = comma.join(isolate(title) for title in scene.titles[:_NAMED])
        more = len(scene.titles) - _NAMED
        if more > 0:
            named = translate("Desk", "%1 et %n autre(s)", None, more).replace("%1", named)
        self._titles.say(named)

    @staticmethod
    def _by_mail() -> QWidget:
        look = theme.current()
        area = QWidget()
        row = QHBoxLayout(area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(14))
        row.addWidget(Picture("mail", 28), 0, Qt.AlignmentFlag.AlignVCenter)
        words = translate(
            "Desk",
            "**Par mail :** ouvrez votre boîte mail. Cliquez sur « Joindre ». Votre papier est là.",
        )
        row.addWidget(Label(words, 20), 1)
        return area
