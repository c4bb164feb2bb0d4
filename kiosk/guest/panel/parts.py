"""The pieces that the panel's views are made of: the same title, the same cards, the same buttons everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from kiosk.control.people import Mode
from kiosk.guest.layout import row
from kiosk.guest.panel.scene import Choice, Scene
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Card, Label, Picture, Progress

Choose = Callable[[Choice], None]

LISTEN = "listen"
COUNT = "count"
"""What the panel may put elsewhere, or leave out, where there is no room."""


@dataclass
class View:
    """From top to bottom: what must be seen, what may go behind "Plus", what always does, and the buttons pinned at the
    bottom.

    `lead` stands above the buttons; `brake` comes below them, beside a quiet one when there is one.
    """

    shown: list[QWidget]
    buttons: list[Button]
    extras: list[QWidget] = field(default_factory=list)
    behind: list[QWidget] = field(default_factory=list)
    lead: Label | None = None
    brake: Button | None = None


def progress(scene: Scene) -> list[QWidget]:
    bar = Progress(scene.total)
    bar.set_step(scene.number, scene.done)
    words = translate("Guest", "Étape {number} sur {total}").format(number=scene.number, total=scene.total)
    bar.setAccessibleName(words)
    crowded = scene.driving.looks_away or scene.driving.mode is Mode.BOTH
    if crowded and theme.current().enlarged:
        # The room goes to what is said of the two people.
        return [bar]
    left = _time_left(scene) if scene.phase == "guiding" and not theme.current().enlarged else None
    count = Label(words, 20, 600)
    count.setObjectName(COUNT)
    return [count, bar, *([left] if left is not None else [])]


def _time_left(scene: Scene) -> QWidget | None:
    minutes = scene.about.minutes
    if minutes is None:
        return None
    if minutes == 1:
        return Label(translate("Guest", "Encore environ 1 minute"), 18, 400, "ink_2")
    return Label(translate("Guest", "Encore environ {minutes} minutes").format(minutes=minutes), 18, 400, "ink_2")


def time_left(scene: Scene) -> list[QWidget]:
    """Behind "Plus" in large text: the room goes to the step."""
    left = _time_left(scene) if theme.current().enlarged else None
    return [left] if left is not None else []


def listen(scene: Scene, choose: Choose) -> list[QWidget]:
    """Nothing where the post has no voice."""
    if scene.voice == "none":
        return []
    if scene.voice == "reading":
        button = secondary(translate("Guest", "Arrêter"), "stop-listening", choose, icon="volume-2")
    else:
        button = secondary(translate("Guest", "Écouter"), "listen", choose, icon="volume-2")
    button.setObjectName(LISTEN)
    return [button]


def title(text: str, icon: str) -> QWidget:
    return row(Picture(icon, 36), Label(text, 28, 700))


def flat_card(fill: str = "paper", padding: int = 16) -> Card:
    """Set apart by its ground; in high contrast, where all grounds are white, by a line."""
    border = "line" if theme.current().appearance.contrast == "high" else None
    return Card(fill, border, radius=12, padding=padding)


def small_card(icon: str, text: str, fill: str = "paper") -> Card:
    card = flat_card(fill)
    card.column.addWidget(row(Picture(icon, 28), Label(text)))
    return card


def primary(text: str, icon: str, choice: Choice, choose: Choose) -> Button:
    button = Button(text, icon, "primary", size=22, height=68)
    button.clicked.connect(lambda: choose(choice))
    return button


def secondary(text: str, choice: Choice, choose: Choose, icon: str | None = None) -> Button:
    button = Button(text, icon)
    button.clicked.connect(lambda: choose(choice))
    return button


def call_mediator(scene: Scene, choose: Choose) -> list[Button]:
    """Nothing when the mediator sits here already."""
    if scene.mediator:
        return []
    if scene.mediator_called:
        called = Button(translate("Guest", "Médiateur appelé"), "hand", "ink", height=68)
        called.setEnabled(False)
        return [called]
    button = Button(translate("Guest", "Appeler un médiateur"), "hand", "mediator", height=68)
    button.clicked.connect(lambda: choose("mediator"))
    return [button]
