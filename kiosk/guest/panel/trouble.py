"""The panel when the page and the guide do not meet: the words take over, and there is always a way out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.guest.panel import parts
from kiosk.guest.panel.scene import Scene
from kiosk.procedures.model import Target
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.widgets import Button, Label, Note


def not_found(scene: Scene, choose: parts.Choose) -> parts.View:
    shown = [
        *parts.progress(scene),
        parts.title(translate("Guest", "Ce n'est pas grave."), "life-buoy"),
        Label(scene.step.do.get(scene.language)),
        *_what_to_look_for(scene),
        Label(translate("Guest", "C'est peut-être plus bas dans la page. La page a peut-être changé.")),
        *_ask_beside(scene),
    ]
    return parts.View(shown, _ways_out(scene, choose), _other_ways(choose))


def page_changed(scene: Scene, choose: parts.Choose) -> parts.View:
    shown = [
        *parts.progress(scene),
        parts.title(translate("Guest", "La page a changé."), "map-pin-off"),
        Label(translate("Guest", "Le guide ne connaît pas cette page. Ce n'est pas votre faute. Rien n'est perdu.")),
        *_what_to_look_for(scene),
        Note(translate("Guest", "**Ne cliquez pas au hasard.** Choisissez ici."), "hand"),
        *_ask_beside(scene),
    ]
    return parts.View(shown, _ways_out(scene, choose), _other_ways(choose))


def elsewhere(scene: Scene, choose: parts.Choose) -> parts.View:
    """On another site, or in another window of the same one. Some steps lead there: it is no fault."""
    here, home = isolate(scene.page.host), isolate(scene.page.home)
    other_site = scene.page.host != scene.page.home
    title = translate("Guest", "Vous êtes sur un autre site.")
    where = translate("Guest", "Ici : **{here}**. Le guide continue sur **{home}**.").format(here=here, home=home)
    if not other_site:
        title = translate("Guest", "Vous êtes dans une autre fenêtre.")
        where = translate("Guest", "La page du guide est toujours ouverte. Elle est derrière.")
    shown = [
        *parts.progress(scene),
        parts.title(title, "map-pin"),
        Label(where),
        Label(translate("Guest", "Vous n'avez pas fini ici ? Continuez. Le guide vous attend.")),
        *_ask_beside(scene),
    ]
    buttons = [go_back(choose), _done(choose), *parts.call_mediator(scene, choose)]
    return parts.View(shown, buttons, _other_ways(choose))


def go_back(choose: parts.Choose) -> Button:
    return parts.primary(translate("Guest", "Revenir à la bonne page"), "undo-2", "return", choose)


def site_down(choose: parts.Choose) -> Button:
    return parts.secondary(translate("Guest", "Le site est en panne"), "site-down", choose, icon="wifi-off")


def without_guide(scene: Scene, choose: parts.Choose) -> parts.View:
    shown = [
        parts.title(translate("Guest", "Vous continuez sans le guide."), "map-pin-off"),
        Label(translate("Guest", "Le guide ne montre plus les cases. La page marche comme d'habitude.")),
        Label(translate("Guest", "Vous pouvez revenir au guide à tout moment.")),
        *_ask_beside(scene),
    ]
    buttons = [parts.primary(translate("Guest", "Revenir au guide"), "undo-2", "restart", choose)]
    return parts.View(shown, [*buttons, *parts.call_mediator(scene, choose)])


def _ways_out(scene: Scene, choose: parts.Choose) -> list[Button]:
    back = translate("Guest", "Revenir à l'étape {number}").format(number=scene.number)
    return [
        parts.primary(back, "undo-2", "restart", choose),
        *parts.call_mediator(scene, choose),
        _done(choose),
    ]


def _done(choose: parts.Choose) -> Button:
    """Whatever the guide sees or does not see, the person may know better."""
    return parts.secondary(translate("Guest", "C'est fait"), "done", choose, icon="check")


def _other_ways(choose: parts.Choose) -> list[QWidget]:
    without = parts.secondary(translate("Guest", "Continuer sans le guide"), "without-guide", choose)
    return [site_down(choose), without]


def _ask_beside(scene: Scene) -> list[QWidget]:
    return [Label(translate("Guest", "Demandez au médiateur à côté de vous."), 20, 600)] if scene.mediator else []


def _what_to_look_for(scene: Scene) -> list[QWidget]:
    """The target in words, by the name that stands on the page."""
    target = scene.step.target
    name = target.name.replace("*", " ").strip() if target else ""
    if target is None or not name:
        return []
    sentence = _looked_for(target).format(name=isolate(" ".join(name.split())))
    return [parts.small_card("search", sentence)]


def _looked_for(target: Target) -> str:
    match target.role:
        case "button" | "switch" | "tab" | "menuitem":
            return translate("Guest", "Cherchez le bouton **« {name} »**.")
        case "link":
            return translate("Guest", "Cherchez le lien **« {name} »**.")
        case "textbox" | "searchbox" | "spinbutton" | "slider" | "password" | "combobox" | "listbox":
            return translate("Guest", "Cherchez la case **« {name} »**.")
        case "checkbox" | "radio" | "option" | "gridcell" | "treeitem" | "menuitemradio" | "menuitemcheckbox":
            return translate("Guest", "Cherchez le choix **« {name} »**.")
        case _:
            return translate("Guest", "Cherchez les mots **« {name} »**.")
