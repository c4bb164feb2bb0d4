"""The panel when the site does not work: what to do instead, and a way to try again where the page has none.

Only what the procedure knows is said: a telephone number that nobody could look up is no number.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.guest.panel import parts
from kiosk.guest.panel.scene import Scene
from kiosk.procedures.model import Help
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.widgets import Button, Label


def build(scene: Scene, choose: parts.Choose) -> parts.View:
    known = _known(scene, scene.about.help) if scene.about.help is not None else []
    shown: list[QWidget] = [
        parts.title(translate("Guest", "Le site est en panne."), "wifi-off"),
        Label(_calm(scene)),
        *_instead(known),
    ]
    again = [] if scene.page.covered else [_again(choose)]
    # While the post itself sees that the site is down, the guide would come and go at once.
    back = [] if scene.page.down else [_back(choose)]
    buttons = [*again, *parts.call_mediator(scene, choose), *back]
    # What can be done at once is seen; the other ways wait behind "Plus" where they have no room.
    return parts.View(shown, buttons, [*known[1:], *parts.listen(scene, choose)])


def _again(choose: parts.Choose) -> Button:
    return parts.primary(translate("Guest", "Réessayer"), "rotate-ccw", "try-again", choose)


def _back(choose: parts.Choose) -> Button:
    back = Button(translate("Guest", "Revenir au guide"), "arrow-left", "quiet")
    back.clicked.connect(lambda: choose("close-where"))
    return back


def _calm(scene: Scene) -> str:
    if theme.current().enlarged or scene.page.covered:
        return translate("Guest", "Ce n'est pas votre faute.")
    return translate("Guest", "Ce n'est pas votre faute. Attendez un peu. Puis réessayez.")


def _instead(known: list[QWidget]) -> list[QWidget]:
    if not known:
        return [Label(translate("Guest", "Le médiateur peut chercher une autre solution avec vous."))]
    if theme.current().enlarged:
        # The room goes to the way itself, which says what to do.
        return known[:1]
    return [Label(translate("Guest", "Vous pouvez aussi :"), 22, 700), *known[:1]]


def _known(scene: Scene, help_: Help) -> list[QWidget]:
    found: list[QWidget] = []
    if help_.phone not in (None, "?"):
        call = translate("Guest", "**Téléphoner :** {name}, {phone}")
        said = call.format(
            name=help_.name.get(scene.language), phone=isolate((help_.phone or "").replace(" ", "\u00a0"))
        )
        found.append(parts.small_card("phone", said))
    if help_.counter is not None:
        go = translate("Guest", "**Aller sur place :** {where}").format(where=help_.counter.get(scene.language))
        found.append(parts.small_card("map-pin", go))
    if help_.later is not None:
        wait = translate("Guest", "**Plus tard :** {when}").format(when=help_.later.get(scene.language))
        found.append(parts.small_card("clock", wait))
    return found
