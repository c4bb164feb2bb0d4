"""The walkthrough for who hears it: each new step, what is done, and where the guide is at a loss, announced once.

Knows scenes and their words; the panel shows them, this says them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kiosk.guest.panel.scene import Scene
from kiosk.ui.announcing import announce
from kiosk.ui.i18n import translate


class SpokenScenes:
    """Give it each scene, in order. `widget`: whose words they are."""

    def __init__(self, widget: QWidget, say: Callable[[QWidget, str], None] = announce) -> None:
        self._widget = widget
        self._say = say
        self._last: Scene | None = None

    def show(self, scene: Scene) -> None:
        before, self._last = self._last, scene
        if before is not None and _key(before) == _key(scene):
            return
        said = [_of_phase(scene)]
        if before is not None and before.number in scene.done and before.number not in before.done:
            said.insert(0, translate("Guest", "C'est fait."))
        self._say(self._widget, " ".join(filter(None, said)))


def _key(scene: Scene) -> tuple[object, ...]:
    return scene.phase, scene.number, scene.steps, scene.site


def _of_phase(scene: Scene) -> str:
    if scene.site:
        return translate("Guest", "Ce site n'a pas de guide.")
    at_a_loss = {
        "finished": translate("Guest", "C'est fini."),
        "not_found": translate("Guest", "Ce n'est pas grave. Le guide vous aide à trouver."),
        "page_changed": translate("Guest", "La page a changé. Rien n'est perdu."),
        "elsewhere": translate("Guest", "Vous êtes sur un autre site, ou dans une autre fenêtre."),
        "down": translate("Guest", "Le site est en panne. Ce n'est pas votre faute."),
    }
    if scene.phase in at_a_loss:
        return at_a_loss[scene.phase]
    where = translate("Guest", "Étape {number} sur {total}.").format(number=scene.number, total=scene.total)
    return f"{where} {scene.step.do.get(scene.language)}"
