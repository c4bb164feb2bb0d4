"""The button of a step that needs the paper desk: it opens that service, on the paper that came last."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kiosk.guest.panel import parts
from kiosk.guest.panel.scene import Scene
from kiosk.procedures.model import StepService
from kiosk.ui.i18n import QT_TRANSLATE_NOOP, translate
from kiosk.ui.widgets import Button

_FACES: Mapping[StepService, tuple[str, str]] = {
    "scan": (QT_TRANSLATE_NOOP("Guest", "Scanner mon papier"), "scan"),
    "photo": (QT_TRANSLATE_NOOP("Guest", "Photographier mon papier"), "camera"),
    "add": (QT_TRANSLATE_NOOP("Guest", "Ajouter un papier"), "file-plus"),
    "print": (QT_TRANSLATE_NOOP("Guest", "Imprimer"), "printer"),
    "take": (QT_TRANSLATE_NOOP("Guest", "Emporter"), "download"),
    "mend": (QT_TRANSLATE_NOOP("Guest", "Rendre plus léger"), "file-check"),
    "receipt": (QT_TRANSLATE_NOOP("Guest", "Mon reçu"), "clipboard-check"),
}
_NEEDS_A_PAPER = ("print", "take", "mend")


def is_missing_paper(scene: Scene) -> bool:
    """The step is about a paper that is not here yet."""
    return scene.step.papers in _NEEDS_A_PAPER and not scene.has_paper


def button(scene: Scene, service: StepService, choose: parts.Choose) -> Button:
    wanted = "add" if is_missing_paper(scene) else service
    words, icon = _face(wanted)
    return parts.primary(words, icon, wanted, choose)


def missing(scene: Scene) -> list[QWidget]:
    """What must come first, before the button that brings it."""
    if not is_missing_paper(scene):
        return []
    return [parts.small_card("file-plus", translate("Guest", "**Il manque le papier.** Ajoutez-le d'abord."))]


def receipt(choose: parts.Choose) -> Button:
    words, icon = _face("receipt")
    return parts.secondary(words, "receipt", choose, icon=icon)


def _face(service: StepService) -> tuple[str, str]:
    words, icon = _FACES[service]
    return translate("Guest", words), icon
