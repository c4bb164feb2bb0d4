"""What most of them are: some keys, or something done with two hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from proof.escapes.field import Field
from proof.escapes.technique import Scene, Technique, Way


@dataclass(frozen=True, kw_only=True)
class Act(Technique):
    """`does`: all of it."""

    id: str
    title: str
    tries: str
    family: str
    does: Callable[[Field], None]
    shows: tuple[Way, ...] = (Way.WINDOW, Way.PROCESS, Way.FRONT)
    weakness: str = ""
    scene: Scene = Scene.PAGE
    short: bool = False
    settles: float = 0.2

    def attempt(self, field: Field) -> None:
        self.does(field)


def chord(*names: str, times: int = 1) -> Callable[[Field], None]:
    return lambda field: field.fingers.chord(*names, times=times)


def named(names: tuple[str, ...]) -> str:
    """« Ctrl+Alt+F1 », and CTRL-ALT-F1 for the technique's own name."""
    words = {"Control_L": "Ctrl", "Alt_L": "Alt", "Shift_L": "Shift", "Super_L": "Super"}
    return "+".join(words.get(name, name.removeprefix("XF86")) for name in names)
