"""What nobody has made sure of, said plainly: a guide that was never tried on the real site, facts not found at their
source. A person who knows it looks at the page and not only at the guide."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kiosk.guest.panel.scene import Scene
from kiosk.procedures.model import Doubt
from kiosk.ui.i18n import QT_TRANSLATE_NOOP, translate
from kiosk.ui.widgets import Note

_DOUBTS: Mapping[Doubt, str] = {
    "start": QT_TRANSLATE_NOOP("Guest", "l'adresse du site"),
    "papers": QT_TRANSLATE_NOOP("Guest", "les papiers"),
    "minutes": QT_TRANSLATE_NOOP("Guest", "le temps"),
    "sheet": QT_TRANSLATE_NOOP("Guest", "la fiche officielle"),
    "phone": QT_TRANSLATE_NOOP("Guest", "le téléphone"),
    "cases": QT_TRANSLATE_NOOP("Guest", "les situations"),
    "steps": QT_TRANSLATE_NOOP("Guest", "les étapes"),
}


def verified(scene: Scene) -> list[QWidget]:
    """Nothing when somebody tried the guide."""
    if not scene.about.unverified:
        return []
    words = translate("Guest", "**Ce guide n'est pas encore vérifié sur le vrai site.** La page peut être différente.")
    return [Note(words, "info")]


def doubts(scene: Scene) -> list[QWidget]:
    if not scene.about.doubts:
        return []
    what = ", ".join(translate("Guest", _DOUBTS[doubt]) for doubt in scene.about.doubts)
    return [Note(translate("Guest", "**À vérifier :** {what}.").format(what=what), "info")]
