"""Which mouse and keyboard are whose, told by using them: one device a screen.

The buttons never have the keyboard: the key that somebody is asked to tap must not press one.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import Button, Card, Label, Picture

STEPS = 4
_MODAL = 860
_ICONS = ("mouse", "keyboard", "mouse", "keyboard")


class DevicesPage(Page):
    """`step` counts from 0. `taken`: the device just used is already the user's."""

    later = Signal()
    again = Signal()

    def __init__(self, context: Context, step: int, taken: bool) -> None:
        super().__init__(context)
        look = theme.current()
        user = step < STEPS // 2
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.assemble(None, None)
        card = Card(border="blue" if user else "orange_line", padding=24 if look.enlarged else 40)
        card.setFixedWidth(min(look.px(_MODAL + (340 if look.enlarged else 0)), look.width - look.px(48)))
        centre = Qt.AlignmentFlag.AlignHCenter
        column = card.column
        column.setSpacing(look.px(16))
        count = translate("Devices", "Étape %1 sur %2").replace("%1", str(step + 1)).replace("%2", str(STEPS))
        column.addWidget(Label(count, 20, 600, "ink_2", align="centre"))
        picture = Picture(
            _ICONS[step],
            64 if look.enlarged else 96,
            "surface" if user else "ink",
            plate=96 if look.enlarged else 160,
            plate_colour="blue" if user else "orange",
        )
        column.addWidget(picture, 0, centre)
        sentence = Label(self._words(step), 46, 700, align="centre")
        sentence.setObjectName("asked")
        column.addWidget(sentence)
        other = Label(translate("Devices", "C'est déjà à l'usager. Prenez l'autre."), 22, 600, align="centre")
        other.setObjectName("taken")
        # Keeps its room: the buttons below stay under the hand that goes to them.
        policy = other.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        other.setSizePolicy(policy)
        column.addWidget(other)
        other.setVisible(taken)
        self.setAccessibleName(sentence.accessibleName())
        self.setAccessibleDescription(other.accessibleName() if taken else "")
        self.body.addStretch()
        self.body.addWidget(card, 0, centre)
        self.body.addSpacing(look.px(24))
        self.body.addLayout(self._answers())
        self.body.addStretch()

    def _answers(self) -> QHBoxLayout:
        look = theme.current()
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(12))
        buttons.addStretch()
        for name, text, icon, signal in (
            ("again", translate("Devices", "Recommencer"), "rotate-ccw", self.again),
            ("later", translate("Devices", "Plus tard"), "clock", self.later),
        ):
            button = Button(text, icon, "quiet")
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch()
        return buttons

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self, Qt.FocusReason.OtherFocusReason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    @staticmethod
    def _words(step: int) -> str:
        return (
            translate("Devices", "Usager : bougez votre souris."),
            translate("Devices", "Usager : tapez une touche."),
            translate("Devices", "Médiateur : bougez votre souris."),
            translate("Devices", "Médiateur : tapez une touche."),
        )[step]
