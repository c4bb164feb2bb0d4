"""The panel on a site that has no guide: it says so and names the site; help stays where it always is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.guest.panel import parts
from kiosk.guest.panel.scene import Scene
from kiosk.procedures.other_site import shown
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.widgets import Label


def build(scene: Scene, choose: parts.Choose) -> parts.View:
    site = translate("Guest", "**Site : %1**").replace("%1", isolate(shown(scene.site)))
    back = parts.secondary(translate("Guest", "Revenir au début du site"), "site-start", choose, icon="undo-2")
    if scene.phase == "lost":
        seen = parts.primary(translate("Guest", "J'ai compris"), "check", "close-where", choose)
        return parts.View([*_calm(scene), *_ask(scene)], [seen, *parts.call_mediator(scene, choose), back])
    shown_first: list[QWidget] = [
        parts.title(translate("Guest", "Pas de guide pour ce site."), "map-pin-off"),
        parts.small_card("globe", site),
        *([] if theme.current().enlarged else [Label(translate("Guest", "Lisez la page tranquillement."))]),
        *_ask(scene),
    ]
    extras: list[QWidget] = [
        parts.small_card("eraser", translate("Guest", "**Rien n'est gardé.** Tout est effacé à la fin.")),
    ]
    return parts.View(shown_first, [*parts.call_mediator(scene, choose), back], extras)


def _calm(scene: Scene) -> list[QWidget]:
    where = translate("Guest", "Vous êtes sur %1.").replace("%1", isolate(shown(scene.site)))
    return [
        parts.title(translate("Guest", "Ce n'est pas grave."), "life-buoy"),
        Label(where, 20, 600),
        Label(translate("Guest", "Ce poste n'a pas de guide pour ce site. Vous pouvez revenir au début.")),
    ]


def _ask(scene: Scene) -> list[QWidget]:
    if scene.mediator:
        return [Label(translate("Guest", "Demandez au médiateur à côté de vous."), 20, 600)]
    return [Label(translate("Guest", "Appelez un médiateur pour être aidé."), 20, 600)]
