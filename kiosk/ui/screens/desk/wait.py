"""A second or more in which nothing can be asked."""

from __future__ import annotations

from kiosk.documents.desk.scenes import Scene, WaitScene
from kiosk.ui import desk_stages
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.message import Message
from kiosk.ui.screens.desk.page import DeskPage

_ICONS = {"scanner": "scanner", "printer": "printer", "phone": "smartphone", "paper": "file-text"}


class WaitPage(DeskPage):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._message = Message()
        self.body.addStretch(2)
        self.body.addWidget(self._message)
        self.body.addStretch(3)

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, WaitScene)
        normal = translate("Desk", "Attendez un peu. C'est normal.")
        self._say_aloud(self._message.say(_ICONS[scene.what], desk_stages.waiting(scene.what), normal))
