"""Lets techniques try, one after the other, and lets every observer look after each. Prints nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import xcffib

from proof.escapes.ground import Ground
from proof.escapes.keys import NoSuchKeyError
from proof.escapes.observers import Observer, all_observers
from proof.escapes.observers.base import Scenery
from proof.escapes.technique import Scene, Technique, Way
from proof.escapes.weakened import DESKTOP

_TRIES = 2
_SHOWS_WITHIN = 4.0
"""Seconds, on a weakened kiosk: what a desktop was told to start takes its time on a busy machine."""
_ENDS_WITHIN = 2.0
"""Seconds that a program lives which a weakened kiosk has started."""
_LEAVES_ALL_AS_IT_WAS = {Way.LEFT, Way.TOLD, Way.TERMINAL, Way.PROCESS, Way.FILE, Way.WINDOW, Way.FRONT, Way.ORIGIN}
"""What the next technique on a weakened kiosk may find: windows are put away, the scene is looked at anyway."""


@dataclass
class Outcome:
    """`out`: by which ways it got out, with what was seen. `untried`: why it could not even be tried."""

    technique: Technique
    seconds: float = 0.0
    out: dict[Way, str] = field(default_factory=dict)
    untried: str = ""


def run(ground: Ground, techniques: Iterable[Technique], tell: Callable[[Outcome], None]) -> list[Outcome]:
    """In the order of scenes, so that a scene is reached once where it stays."""
    places = list(Scene)
    outcomes = []
    for technique in sorted(techniques, key=lambda one: places.index(one.scene)):
        outcome = tried(ground, technique)
        outcomes.append(outcome)
        tell(outcome)
        if not ground.screen.alive or Way.SERVER in outcome.out:
            break
        if ground.opened and Way.KEYBOARD in outcome.out:
            # Keys that mean something else are no hands for the next one: it needs a server of its own.
            break
    return outcomes


def tried(ground: Ground, technique: Technique) -> Outcome:
    outcome = Outcome(technique)
    began = time.monotonic()
    for _ in range(_TRIES):
        outcome.untried = ""
        try:
            _try(ground, technique, outcome)
        except NoSuchKeyError as error:
            outcome.untried = f"no key {error} on this keyboard"
        except (AssertionError, OSError, LookupError, ValueError) as error:
            outcome.untried = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
        except xcffib.ConnectionException:
            outcome.out[Way.SERVER] = "the X server has closed the door"
        if not outcome.untried or not ground.screen.alive:
            break
        # Perhaps what came before has left something: the second time everything is new.
        ground.scene = None
    outcome.seconds = round(time.monotonic() - began, 2)
    return outcome


def _try(ground: Ground, technique: Technique, outcome: Outcome) -> None:
    observers = all_observers()
    # A desktop obeys its keys wherever they are pressed, and moves the kiosk's windows from where hands look for them.
    scenery = ground.reach(Scene.HOME if DESKTOP in ground.opened else technique.scene)
    for observer in observers:
        observer.note(scenery)
    # On a weakened kiosk something may show from the start: that is not this technique's work.
    before = seen_by(observers, scenery) if ground.opened else {}
    if Way.PROCESS in before:
        time.sleep(_ENDS_WITHIN)
        before = seen_by(observers, scenery)
    there = {one.number for one in scenery.glass.windows()}
    trouble: AssertionError | None = None
    try:
        technique.attempt(scenery.field)
    except AssertionError as error:
        trouble = error
    time.sleep(technique.settles)
    deadline = time.monotonic() + (_SHOWS_WITHIN if ground.opened else 0.0)
    while True:
        outcome.out.update({way: seen for way, seen in seen_by(observers, scenery).items() if way not in before})
        if outcome.out or time.monotonic() >= deadline:
            break
        time.sleep(0.1)
    if ground.opened and set(outcome.out) <= _LEAVES_ALL_AS_IT_WAS:
        scenery.glass.put_away([one for one in scenery.glass.windows() if one.number not in there])
    elif outcome.out:
        ground.scene = None
    if outcome.out:
        return
    if trouble is not None:
        raise trouble


def seen_by(observers: Iterable[Observer], scenery: Scenery) -> dict[Way, str]:
    """What each of them sees. Once the server or the kiosk has ended, there is nothing more to look at."""
    seen: dict[Way, str] = {}
    for observer in observers:
        what = observer.look(scenery)
        if what is not None:
            seen[observer.way] = what
            if observer.way in (Way.SERVER, Way.SHELL):
                break
    return seen
