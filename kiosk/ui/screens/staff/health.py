"""What the doctor says of this post, for IT: what is wrong first, with what it means and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.checks import Check, Verdict
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.staff_scenes import HealthScene, LookAgain, StaffScene
from kiosk.ui.widgets import Card, Label, Picture

_TOP = Qt.AlignmentFlag.AlignTop
_PICTURES = {
    Verdict.FAILED: ("circle-alert", "red"),
    Verdict.WARNING: ("triangle-alert", "orange_deep"),
    Verdict.OK: ("circle-check", "green"),
}


class HealthPage(StaffPage):
    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Santé du poste"))
        look = theme.current()
        self._lead = Label("", 22, 600)
        self.body.addWidget(self._lead)
        self.body.addSpacing(look.px(12))
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(10))
        self.body.addLayout(self._list)
        self.body.addStretch()
        self._again = self._action("again", translate("Staff", "Regarder encore"), "rotate-cw")
        self._again.clicked.connect(lambda: self.ask(LookAgain()))
        self._cards: list[QWidget] = []
        self._tell(scene)

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return (self._again, Qt.FocusReason.OtherFocusReason) if self._again.isEnabled() else None

    def _tell(self, scene: StaffScene) -> None:
        assert isinstance(scene, HealthScene)
        self._again.setEnabled(scene.checks is not None or scene.fell)
        self._lead.say(_lead(scene))
        self._say_aloud(_lead(scene))
        for card in self._cards:
            card.hide()
            self._list.removeWidget(card)
            card.setParent(None)
            card.deleteLater()
        self._cards = [_card(one) for verdict in _PICTURES for one in scene.checks or () if one.verdict is verdict]
        for card in self._cards:
            self._list.addWidget(card)
        if self.isVisible():
            self.order_keyboard()


def _lead(scene: HealthScene) -> str:
    if scene.fell:
        said = translate("Staff", "Le poste n'a pas pu se regarder. Sur place ou à distance : sudo kiosk doctor")
        # Typed as it is read: a command stays on one line.
        return said.replace("sudo kiosk doctor", "sudo kiosk doctor".replace(" ", "\u00a0"))
    if scene.checks is None:
        return translate("Staff", "Le poste se regarde. Attendez une demi-minute.")
    wrong = [one.verdict for one in scene.checks]
    failed, warned = wrong.count(Verdict.FAILED), wrong.count(Verdict.WARNING)
    if not failed and not warned:
        return translate("Staff", "Tout est en ordre.")
    mend = translate("Staff", "À réparer : %n.", None, failed)
    look = translate("Staff", "À regarder : %n.", None, warned)
    return f"{mend} {look}"


def _card(one: Check) -> QWidget:
    """Written by the doctor for IT: French, whatever the screen's language."""
    look = theme.current()
    card = Card(padding=14)
    card.setObjectName(f"check_{one.code}")
    row = QHBoxLayout()
    row.setSpacing(look.px(16))
    row.addWidget(Picture(*_spread(one.verdict)), 0, _TOP)
    words = QVBoxLayout()
    words.setSpacing(look.px(4))
    wrong = one.verdict is not Verdict.OK
    words.addWidget(Label(isolate(one.what), 20 if wrong else 18, 700 if wrong else 400))
    if one.consequence:
        words.addWidget(Label(isolate(one.consequence), 18, 400, "ink_2"))
    if one.remedy:
        words.addWidget(Label(isolate(one.remedy), 18))
    row.addLayout(words, 1)
    if wrong and not look.enlarged:
        row.addWidget(Label(_word(one.verdict), 18, 600), 0, _TOP)
    card.column.addLayout(row)
    return card


def _word(verdict: Verdict) -> str:
    """The picture's colour is never alone."""
    return translate("Staff", "À réparer") if verdict is Verdict.FAILED else translate("Staff", "À regarder")


def _spread(verdict: Verdict) -> tuple[str, int, str]:
    icon, colour = _PICTURES[verdict]
    return icon, 28, colour
