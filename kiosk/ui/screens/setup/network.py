"""Whether the sites of the procedures can be reached from here, one row each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.setup.page import SetupPage
from kiosk.ui.setup_scenes import LookAgain, NetworkScene, Next
from kiosk.ui.widgets import Card, Label, Note, Picture

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class NetworkPage(SetupPage):
    def __init__(self, context: Context, scene: NetworkScene) -> None:
        super().__init__(context, scene, translate("Setup", "Internet répond-il ?"), on=translate("Setup", "Continuer"))
        look = theme.current()
        self.body.addWidget(Label(_sentence(scene), 22, 600))
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(20))
        grid.setVerticalSpacing(look.px(12))
        grid.setColumnStretch(1, 1)
        for place, (host, reached) in enumerate(scene.hosts):
            icon, colour = ("hourglass", "ink_2") if not reached else ("circle-check", "green")
            if reached not in ("", "ok"):
                icon, colour = "circle-alert", "ink"
            grid.addWidget(Picture(icon, 28, colour), place, 0, _MIDDLE)
            grid.addWidget(Label(host, 22, 600), place, 1, _MIDDLE)
            grid.addWidget(Label(_words(reached), 20), place, 2, _MIDDLE)
        card.column.addLayout(grid)
        if scene.hosts:
            self.body.addWidget(card)
        if any(reached not in ("", "ok") for _, reached in scene.hosts):
            self.body.addWidget(
                Note(
                    translate("Setup", "**Le poste peut ouvrir quand même.** L'entraînement marche sans Internet."),
                    "info",
                )
            )
        self.body.addStretch()
        if all(reached for _, reached in scene.hosts):
            self.action("again", translate("Setup", "Réessayer"), "rotate-ccw", LookAgain())

    def wish_on(self) -> Next:
        return Next()


def _sentence(scene: NetworkScene) -> str:
    if not all(reached for _, reached in scene.hosts):
        return translate("Setup", "Le poste essaie les sites des démarches.")
    if all(reached == "ok" for _, reached in scene.hosts):
        return translate("Setup", "Oui. Tous ces sites répondent.")
    return translate("Setup", "Pas partout. Voici ce qui manque.")


def _words(reached: str) -> str:
    match reached:
        case "":
            return translate("Setup", "Essai en cours")
        case "ok":
            return translate("Setup", "Répond")
        case "no-network":
            return translate("Setup", "Pas de réseau")
        case "inside":
            return translate("Setup", "Mène au réseau du lieu")
        case "certificate":
            return translate("Setup", "Ne prouve pas son nom")
        case _:
            return translate("Setup", "Ne répond pas")
