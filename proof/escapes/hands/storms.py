"""By force and by chance: faster and longer than anybody, and without knowing where."""

from __future__ import annotations

import random

from proof.escapes.field import Field
from proof.escapes.hands.base import Act
from proof.escapes.hands.gestures import MENUS
from proof.escapes.technique import Scene, Technique, Way

_SHOWS = (Way.FROZEN, Way.SHELL, Way.WINDOW, Way.FRONT, Way.PROCESS)
FREEZE = "freeze"
"""A shell and a guest that stand still for a while at the hundredth press."""
_HELD = ("Control_L", "Alt_L", "Shift_L", "Super_L")
_KEYS = (*"abcdefghijklmnopqrstuvwxyz0123456789", *(f"F{number}" for number in range(1, 13)))
_KEYS += ("Tab", "Return", "Escape", "space", "BackSpace", "Delete", "Home", "End", "Prior", "Next", "Left", "Right")
_KEYS += ("Up", "Down", "Menu", "Insert", "Print", "Pause")


def _clicks(field: Field) -> None:
    """On one place that starts nothing, as fast as a machine can."""
    field.fingers.click((field.page.left + 30, field.page.top + 20), times=400)


def _keys(field: Field) -> None:
    code = field.fingers.code("Tab")
    field.fingers.taps([code] * 400)


def _long_text(field: Field) -> None:
    """Far more than any field takes."""
    field.fingers.taps([field.fingers.code("a")] * 1500)
    with field.fingers.holding("Control_L"):
        field.fingers.tap(field.fingers.code("a"))
    field.fingers.tap(field.fingers.code("BackSpace"))


def _monkey(field: Field) -> None:
    """Anywhere, anything. The same with the same seed."""
    chance = random.Random(f"{field.seed} {field.terminal.person.width}")
    width, height = field.person.width, field.person.height
    for _ in range(160):
        at = chance.randrange(width), chance.randrange(height)
        match chance.randrange(5):
            case 0 | 1:
                field.fingers.click(at, chance.choice((1, 1, 1, 3, 2)), chance.choice((1, 1, 2, 3)))
            case 2:
                held = chance.sample(_HELD, chance.choice((0, 1, 1, 2)))
                field.fingers.chord(*held, chance.choice(_KEYS))
            case 3:
                field.fingers.drag(at, (chance.randrange(width), chance.randrange(height)))
            case _:
                field.fingers.click(at, chance.choice((4, 5, 6, 7, 8, 9)))
    field.wait(0.5)


TECHNIQUES: tuple[Technique, ...] = (
    Act(
        id="ST-CLICKS",
        title="four hundred clicks at once",
        tries="a kiosk that no longer answers",
        family="storms",
        does=_clicks,
        shows=_SHOWS,
        weakness=FREEZE,
        short=True,
    ),
    Act(
        id="ST-TABS",
        title="Tab four hundred times",
        tries="the keyboard out of the kiosk, or a kiosk that no longer answers",
        family="storms",
        does=_keys,
        shows=_SHOWS,
        weakness=FREEZE,
    ),
    Act(
        id="ST-LONG-TEXT",
        title="1,500 letters in the search field",
        tries="a kiosk that no longer answers",
        family="storms",
        does=_long_text,
        shows=_SHOWS,
        weakness=FREEZE,
        scene=Scene.HOME,
    ),
    *(
        Act(
            id=f"ST-MONKEY-{scene.value.upper()}",
            title=f"160 gestures by chance, from « {scene.value} »",
            tries="whatever nobody thought of",
            family="storms",
            does=_monkey,
            shows=_SHOWS,
            weakness=MENUS,
            scene=scene,
        )
        for scene in (Scene.HOME, Scene.RESULTS, Scene.SHEET, Scene.PAGE, Scene.CLOSING, Scene.STAFF)
    ),
)
