"""To the person's own USB stick: plug it in, wait, pull it out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.documents.desk.scenes import Scene, StickScene
from kiosk.documents.desk.wishes import Again, Leave
from kiosk.ui import desk_stages, theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.bar import Bar
from kiosk.ui.screens.desk.message import Message
from kiosk.ui.screens.desk.page import DeskPage, TroubleNote


class StickPage(DeskPage):
    within_another = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self._message = Message()
        self._bar = Bar(translate("Desk", "La copie avance"))
        self._bar.setFixedWidth(look.px(520))
        self._note = TroubleNote()
        centre = Qt.AlignmentFlag.AlignHCenter
        self.body.setSpacing(look.px(24))
        self.body.addStretch(2)
        self.body.addWidget(self._message)
        self.body.addWidget(self._bar, 0, centre)
        # Not by alignment: a centred widget is not asked how tall its words are at its width.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._note, 8 if look.enlarged else 2)
        middle.addStretch(1)
        self.body.addLayout(middle)
        self.body.addStretch(3)
        self._again = self._action("again", translate("Desk", "Réessayer"), "rotate-ccw", primary=True)
        self._again.clicked.connect(lambda: self._ask(Again()))
        self._leave = self._action("leave", translate("Desk", "C'est fini"), "check", primary=True)
        self._leave.clicked.connect(lambda: self._ask(Leave()))

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        for one in (self._again, self._leave):
            if one.isVisibleTo(self):
                return one, Qt.FocusReason.OtherFocusReason
        return None

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, StickScene)
        title, sentence = desk_stages.stick(scene.stage, scene.count)
        over = scene.stage in ("copied", "gone")
        said = self._message.say("usb-stick", title, sentence, done=over)
        self._bar.setVisible(scene.stage == "copying")
        self._bar.setValue(scene.percent)
        note = self._note.say(scene.trouble)
        self._again.setVisible(scene.stage == "failed")
        self._leave.setVisible(over)
        self._say_aloud(f"{said} {note}".strip())
