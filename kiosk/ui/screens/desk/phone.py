"""The person's own phone: a square to point at, then what the phone does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.documents.desk.scenes import PhoneScene, Scene
from kiosk.documents.desk.wishes import Leave, Look, NewCode
from kiosk.ui import desk_stages, theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.message import Message
from kiosk.ui.screens.desk.page import DeskPage, TroubleNote
from kiosk.ui.screens.desk.qr_code import QrCode
from kiosk.ui.widgets import Label, Note, Picture

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ICONS = ("camera", "scan-qr-code")


class PhonePage(DeskPage):
    within_another = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self._code = QWidget()
        self._build_code(QHBoxLayout(self._code))
        self._message = Message("smartphone")
        self._note = TroubleNote()
        self.body.setSpacing(look.px(16))
        self.body.addStretch(1)
        self.body.addWidget(self._note)
        self.body.addWidget(self._code)
        self.body.addWidget(self._message)
        self.body.addStretch(2)
        self._look = self._action("look", translate("Desk", "Voir les photos"), "image", primary=True)
        self._look.clicked.connect(lambda: self._ask(Look()))
        self._new = self._action("new_code", translate("Desk", "Nouveau carré"), "qr-code", primary=True)
        self._new.clicked.connect(lambda: self._ask(NewCode()))
        self._leave = self._action("leave", translate("Desk", "C'est fini"), "check", primary=True)
        self._leave.clicked.connect(lambda: self._ask(Leave()))

    def _build_code(self, row: QHBoxLayout) -> None:
        look = theme.current()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(56 if not look.enlarged else 32))
        self._qr = QrCode()
        row.addWidget(self._qr, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(look.px(14))
        self._title = Label("", 46, 700)
        column.addWidget(self._title)
        column.addWidget(self._step("1", _ICONS[0], Label(translate("Desk", "Ouvrez l'appareil photo."), 24)))
        column.addWidget(self._step("2", _ICONS[1], Label(translate("Desk", "Visez le carré. Touchez le lien."), 24)))
        self._third = Label("", 24)
        self._third_icon = Picture("file-image", 36, "blue", plate=56, plate_colour="surface")
        column.addWidget(self._line("3", self._third_icon, self._third))
        warning = translate(
            "Desk",
            "**Votre téléphone va montrer une alerte.** C'est normal ici. "
            "Touchez « Paramètres avancés ». Puis « Continuer ».",
        )
        self._certificate = Note(warning, "smartphone")
        self._certificate.setObjectName("certificate")
        column.addWidget(self._certificate)
        self._minutes = Label("", 20, 400, "ink_2")
        column.addWidget(self._minutes)
        column.addStretch(1)
        row.addLayout(column, 1)

    def _step(self, number: str, icon: str, words: Label) -> QWidget:
        return self._line(number, Picture(icon, 36, "blue", plate=56, plate_colour="surface"), words)

    @staticmethod
    def _line(number: str, picture: Picture, words: Label) -> QWidget:
        area = QWidget()
        row = QHBoxLayout(area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(14))
        digit = Label(number, 28, 700, "blue")
        # Digits differ in width; the pictures below each other must not.
        digit.setMinimumWidth(theme.current().text(28) * 2 // 3)
        row.addWidget(digit, 0, _MIDDLE)
        row.addWidget(picture, 0, _MIDDLE)
        row.addWidget(words, 1, _MIDDLE)
        return area

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        for one in (self._new, self._look, self._leave):
            if one.isVisibleTo(self):
                return one, Qt.FocusReason.OtherFocusReason
        return None

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, PhoneScene)
        bring, code = scene.mode == "bring", scene.stage == "code"
        self._code.setVisible(code)
        self._message.setVisible(not code)
        self._qr.show_modules(scene.qr if code else ())
        self._qr.setVisible(code and bool(scene.qr))
        self._certificate.setVisible(code and scene.own_certificate)
        # An expired code is the stage itself: it needs no note besides.
        note = self._note.say(scene.trouble if scene.stage != "expired" else None)
        if code:
            said = self._say_code(scene, bring=bring)
        else:
            title, sentence = desk_stages.phone(scene.mode, scene.stage, scene.count, scene.total)
            over = scene.stage == "finished"
            icon = "smartphone" if scene.stage == "joined" else "clock"
            said = self._message.say(icon, title, sentence, done=over)
        self._new.setVisible(scene.stage == "expired")
        self._look.setVisible(bring and scene.count > 0)
        self._look.set_kind("secondary" if scene.stage == "expired" else "primary")
        self._leave.setVisible(not bring and scene.stage == "finished")
        self._say_aloud(f"{note} {said}".strip())

    def _say_code(self, scene: PhoneScene, *, bring: bool) -> str:
        title = translate("Desk", "Avec votre téléphone") if bring else translate("Desk", "Sur votre téléphone")
        self._title.say(title)
        self._third.say(
            translate("Desk", "Photographiez le papier.") if bring else translate("Desk", "Touchez « Enregistrer ».")
        )
        self._third_icon.swap("file-image" if bring else "download")
        left = desk_stages.time_left(scene.seconds_left)
        address = translate("Desk", "L'adresse est %1.").replace("%1", isolate(scene.host)) if scene.host else ""
        # One sentence a line: an address with a hyphen would break in two.
        self._minutes.say(f"{left}\n{address}".strip())
        return title

    def forget(self) -> None:
        super().forget()
        self._qr.show_modules(())
