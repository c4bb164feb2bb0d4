"""All that was answered, before it is written down; and the same page once it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.setup.page import SetupPage
from kiosk.ui.setup_scenes import Next, Save, SummaryScene
from kiosk.ui.widgets import Card, Label, Picture


class SummaryPage(SetupPage):
    def __init__(self, context: Context, scene: SummaryScene) -> None:
        title = translate("Setup", "Le poste est prêt") if scene.saved else translate("Setup", "Est-ce juste ?")
        on = translate("Setup", "Ouvrir le poste") if scene.saved else translate("Setup", "Enregistrer")
        super().__init__(context, scene, title, on=on, icon="check")
        if scene.saved:
            said = translate("Setup", "**C'est enregistré.** Pour changer : sudo kiosk setup.")
            self.body.addWidget(_done(said))
        card = Card()
        for line in scene.lines:
            card.column.addWidget(Label(line, 22))
        self.body.addWidget(card)
        self.body.addStretch()

    def wish_on(self) -> Next | Save:
        scene = self.scene
        assert isinstance(scene, SummaryScene)
        return Next() if scene.saved else Save()


def _done(said: str) -> Card:
    """What is done is green, here as everywhere."""
    card = Card("green_tint", "green", padding=14)
    row = QHBoxLayout()
    row.setSpacing(theme.current().px(14))
    row.addWidget(Picture("circle-check", 28, "green_deep"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(said, 20), 1)
    card.column.addLayout(row)
    return card
