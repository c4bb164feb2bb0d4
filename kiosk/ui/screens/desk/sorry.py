"""A service that cannot go on: what happened, what was not lost, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.documents.desk.scenes import Scene, SorryScene
from kiosk.documents.desk.wishes import Again
from kiosk.documents.trouble import Trouble
from kiosk.ui import desk_words
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.message import Message
from kiosk.ui.screens.desk.page import DeskPage

# By the first word of the code.
_ICONS = {
    **dict.fromkeys(("no-scanner", "scanner", "feeder"), "scanner"),
    **dict.fromkeys(("no-network", "second", "code", "phone"), "smartphone"),
    **dict.fromkeys(("no-printer", "printer"), "printer"),
    "stick": "usb-stick",
}


class SorryPage(DeskPage):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._message = Message()
        self.body.addStretch(2)
        self.body.addWidget(self._message)
        self.body.addStretch(3)
        self._again = self._action("again", translate("Desk", "Réessayer"), "rotate-ccw", primary=True)
        self._again.clicked.connect(lambda: self._ask(Again()))

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return (self._again, Qt.FocusReason.OtherFocusReason) if self._again.isVisibleTo(self) else None

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, SorryScene)
        calm = desk_words.calm(scene.trouble)
        self._say_aloud(self._message.say(icon_of(scene.trouble), calm.happened, f"{calm.kept}\n{calm.do}"))
        self._again.setVisible(scene.again)


def icon_of(trouble: Trouble) -> str:
    code = trouble.value
    return _ICONS.get(code) or _ICONS.get(code.split("-", maxsplit=1)[0], "file-question-mark")
