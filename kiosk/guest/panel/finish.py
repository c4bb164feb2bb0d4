"""The panel at the end of the walkthrough."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.guest.panel import papers, parts
from kiosk.guest.panel.scene import Scene
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Label, Progress


def build(scene: Scene, choose: parts.Choose) -> parts.View:
    bar = Progress(scene.total)
    bar.set_step(scene.total, frozenset(range(1, scene.total + 1)))
    bar.setAccessibleName(translate("Guest", "Toutes les étapes sont passées."))
    shown: list[QWidget] = [
        bar,
        parts.title(translate("Guest", "C'est fini. Bravo."), "circle-check"),
        *([] if theme.current().enlarged else [Label(translate("Guest", "Toutes les étapes sont passées."))]),
        *_to_keep(scene),
        parts.small_card("eraser", translate("Guest", "**Rien n'est gardé.** Tout est effacé à la fin.")),
    ]
    back = Button(translate("Guest", "Retour"), "arrow-left", "quiet")
    back.clicked.connect(lambda: choose("back"))
    end = parts.primary(translate("Guest", "Terminer"), "log-out", "finish", choose)
    return parts.View(shown, [end, papers.receipt(choose), back])


def _to_keep(scene: Scene) -> list[QWidget]:
    if not scene.documents:
        return []
    where = translate("Guest", "**Vos papiers sont en bas de l'écran.** Cliquez sur un papier pour le lire.")
    return [parts.small_card("files", where)]
