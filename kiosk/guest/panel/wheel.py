"""The panel when two people share the wheel: the mediator drives, nobody drives, and what is added to a usual step.

The user's buttons act on one press, without a question. They leave the keyboard where it is: in the page's field. The
orange button answers to the mediator's pointer alone (`OWNER`, read by `regions`).
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.control.people import Mode
from kiosk.guest.layout import row
from kiosk.guest.panel import parts
from kiosk.guest.panel.scene import Choice, Scene
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Card, Label, Picture
from kiosk.ui.widgets.button import Kind

OWNER = "owner"
MEDIATOR = "mediator"


def watch(scene: Scene, choose: parts.Choose) -> parts.View:
    """The mediator drives; the person looks, and may take the wheel back at any time."""
    shown = [*_progress(scene), Label(translate("Guest", "Regardez. Le médiateur vous montre."), 28, 700)]
    with_you = Label(translate("Guest", "Il fait cette étape avec vous. Il ne fait rien sans votre accord."))
    ask = translate("Guest", "**Vous pouvez demander**\n« Où cliquez-vous ? »\n« Pourquoi ? »")
    buttons = [
        _button(translate("Guest", "Je reprends la main"), "seat", "user-drives", choose, "primary"),
        _button(translate("Guest", "Frein : tout arrêter"), "circle-pause", "brake", choose),
    ]
    lead = Label(translate("Guest", "Vous pouvez toujours :"), 20, 600)
    extras: list[QWidget] = [with_you, parts.small_card("message-circle-question-mark", ask)]
    return parts.View(shown, buttons, extras, lead=lead)


def pause(scene: Scene, choose: parts.Choose) -> parts.View:
    """The brake is on: nobody drives until one of the two says who does."""
    calm = translate("Guest", "Rien n'est perdu. Parlez ensemble.")
    if not theme.current().enlarged:
        calm = translate("Guest", "Rien n'est perdu. Parlez ensemble. Puis choisissez qui conduit.")
    shown = [*_progress(scene), Label(translate("Guest", "On fait une pause."), 28, 700), Label(calm)]
    theirs = _button(translate("Guest", "Le médiateur conduit"), "seat", "mediator-drives", choose, "mediator")
    theirs.setProperty(OWNER, MEDIATOR)
    # The user's keyboard must not come here either.
    theirs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    mine = _button(translate("Guest", "Je conduis"), "seat", "user-drives", choose, "primary")
    lead = Label(translate("Guest", "Qui conduit maintenant ?"), 20, 700)
    return parts.View(shown, [mine, theirs], lead=lead)


def add_to(view: parts.View, scene: Scene, choose: parts.Choose) -> None:
    """What a usual view gains when a mediator has a mouse too: the brake beside "Retour". While both drive, "Je
    conduis" stands there instead: the wheel matters more than the step before."""
    if not scene.driving.paired:
        return
    if scene.driving.looks_away:
        view.shown.append(_looks_away())
    if scene.driving.mode is Mode.BOTH:
        view.shown.append(_together())
        view.buttons = [button for button in view.buttons if button.kind != "quiet"]
        view.buttons.append(_button(translate("Guest", "Je conduis"), "seat", "user-drives", choose, "quiet"))
    view.brake = _button(translate("Guest", "Frein"), "circle-pause", "brake", choose, "quiet")


def _looks_away() -> QWidget:
    """Beside no field and over none: said in the panel."""
    card = Card("ink", None, radius=12, padding=16)
    title = Label(translate("Guest", "C'est secret"), 22, 700, "surface")
    words = translate("Guest", "Le médiateur regarde ailleurs. Sa souris est coupée.")
    card.column.addWidget(row(Picture("eye-off", 30, "surface"), title))
    card.setAccessibleDescription(words)
    if not theme.current().enlarged:
        card.column.addWidget(Label(words, 20, 400, "surface"))
    return card


def _together() -> QWidget:
    if theme.current().enlarged:
        return row(Picture("seats", 28), Label(translate("Guest", "Ensemble"), 20, 600))
    return parts.small_card("seats", translate("Guest", "**Vous conduisez ensemble.** Parlez avant de cliquer."))


def _progress(scene: Scene) -> list[QWidget]:
    return [] if scene.site or scene.phase in ("without_guide", "finished") else parts.progress(scene)


def _button(text: str, icon: str, choice: Choice, choose: parts.Choose, kind: Kind = "secondary") -> Button:
    strong = kind in ("primary", "mediator")
    button = Button(text, icon, kind, size=22 if strong else 20, height=68 if strong else 56)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda: choose(choice))
    return button
