"""The rules of a walkthrough: what the page shows and the person says in, the next step and what to point at out.

Pure: no clock (times come with events), no page, no Qt. Nothing is ever "done" on a guess: see `conditions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from kiosk.procedures.conditions import Before, Facts, Sight, holds, is_at, is_refuted, leaves, leaves_of
from kiosk.procedures.model import Procedure, Step, Target

__all__ = [
    "AskedWhere",
    "ClosedWhere",
    "Command",
    "ContinueWithoutGuide",
    "Done",
    "Drifted",
    "Event",
    "Facts",
    "Finished",
    "Point",
    "Restart",
    "SaidDone",
    "SaidNotFound",
    "Saw",
    "Show",
    "Sight",
    "State",
    "Tick",
    "Unpoint",
    "Watch",
    "WentBack",
    "begin",
    "react",
]

MISSING_AFTER = 3.0
"""Seconds that a target may be absent from a loaded page before the page counts as changed."""

LOOK_AHEAD = 3
"""How many steps further a person may be, having done things in their own order."""

Outcome = Literal["todo", "page", "user"]
How = Literal["page", "user"]
Phase = Literal["guiding", "not_found", "page_changed", "lost", "without_guide", "finished"]


# --- events -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Event:
    pass


@dataclass(frozen=True)
class Saw(Event):
    facts: Facts
    now: float


@dataclass(frozen=True)
class Tick(Event):
    now: float


@dataclass(frozen=True)
class SaidDone(Event):
    """ "C'est fait"."""


@dataclass(frozen=True)
class SaidNotFound(Event):
    """ "Je ne trouve pas"."""


@dataclass(frozen=True)
class WentBack(Event):
    """To the step before."""


@dataclass(frozen=True)
class AskedWhere(Event):
    """ "Je suis perdu"."""


@dataclass(frozen=True)
class ClosedWhere(Event):
    """The person sees again where they are."""


@dataclass(frozen=True)
class Restart(Event):
    """Begin this step again, whatever the page shows of it already."""

    step: str


@dataclass(frozen=True)
class ContinueWithoutGuide(Event):
    pass


# --- commands ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Command:
    pass


@dataclass(frozen=True)
class Watch(Command):
    """Look for these from now on, and for nothing else."""

    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Point(Command):
    target: Target
    gesture: str
    who: str


@dataclass(frozen=True)
class Unpoint(Command):
    pass


@dataclass(frozen=True)
class Show(Command):
    step_id: str
    number: int
    total: int


@dataclass(frozen=True)
class Done(Command):
    step_id: str
    how: How


@dataclass(frozen=True)
class Drifted(Command):
    step_id: str


@dataclass(frozen=True)
class Finished(Command):
    pass


@dataclass(frozen=True)
class State:
    """Before `index` every step has an outcome; from there on, none.

    `fresh`: whether what the page shows already may complete the step; after going back, only a change may.
    `held_at_start`: the later steps whose address the page had already when this step began: no proof of progress.
    `looked`: whether any facts have come; until then, what lies in the tray and what was served are not known.
    """

    steps: tuple[Step, ...]
    outcomes: tuple[Outcome, ...]
    index: int = 0
    phase: Phase = "guiding"
    facts: Facts = field(default_factory=Facts)
    looked: bool = False
    fresh: bool = True
    before: Before = field(default_factory=Before)
    held_at_start: frozenset[int] = frozenset()
    missing_since: float | None = None
    drifted: frozenset[str] = frozenset()
    pointed: Point | None = None
    watched: tuple[Target, ...] = ()

    @property
    def step(self) -> Step | None:
        """The step to do now; None once all are done."""
        return self.steps[self.index] if self.index < len(self.steps) else None


Reaction = tuple[State, tuple[Command, ...]]


def begin(procedure: Procedure, case: str | None = None, resume_step: str | None = None) -> Reaction:
    """The first step of a case, or the step to come back to; an unknown one is the first."""
    steps = procedure.steps_for(case)
    index = next((place for place, step in enumerate(steps) if step.id == resume_step), 0)
    outcomes: tuple[Outcome, ...] = tuple("page" if place < index else "todo" for place in range(len(steps)))
    return _enter(State(steps, outcomes), index)


def react(state: State, event: Event) -> Reaction:
    """The state after `event`, and what must be done, in order. Never raises."""
    reaction: Reaction = state, ()
    match event:
        case Saw(facts=facts, now=now):
            reaction = _saw(state, facts, now)
        case Tick(now=now):
            reaction = _time_passed(state, now)
        case WentBack() if state.index > 0:
            reaction = _back(state, state.index - 1)
        case _ if state.step is not None:
            reaction = _said(state, state.step, event)
    return reaction


def _said(state: State, step: Step, event: Event) -> Reaction:
    reaction: Reaction = state, ()
    match event:
        case SaidDone():
            reaction = _complete(state, state.index, "user")
        case Restart(step=asked) if asked == step.id:
            reaction = _back(state, state.index)
        case SaidNotFound():
            reaction = replace(state, phase="not_found"), ()
        case AskedWhere():
            reaction = replace(state, phase="lost"), ()
        case ClosedWhere():
            reaction = _pointed(replace(state, phase="guiding", missing_since=None))
        case ContinueWithoutGuide():
            reaction = _pointed(replace(state, phase="without_guide"))
    return reaction


# --- what the page shows ----------------------------------------------------------------------------------------


def _saw(state: State, facts: Facts, now: float) -> Reaction:
    # What the tray kept of a browser that died is no news. A document may also be taken out of it: what comes next is.
    came, served = len(facts.downloads), len(facts.served)
    old = state.before if state.looked else Before(downloads=came, served=served)
    before = Before(state.before.seen | facts.visible, min(old.downloads, came), min(old.served, served))
    state = replace(state, facts=facts, looked=True, before=before)
    todo: list[Command] = []
    # A page can show several steps done at once; each is said, in order.
    while (reached := _reached(state)) is not None:
        state, more = _complete(state, reached, "page")
        todo += more
    if not state.fresh and state.step is not None and is_refuted(state.step.done, facts, state.before):
        state = replace(state, fresh=True)
    if state.phase == "page_changed" and _visible_target(state) is not None:
        state = replace(state, phase="guiding")
    state, more = _pointed(state)
    todo += more
    state, more = _time_passed(state, now)
    return state, (*todo, *more)


def _reached(state: State) -> int | None:
    """The furthest step that the page shows done, from the current one on; None when there is none.

    Only an address proves that everything before was done: a word that is visible may be anywhere.
    """
    for place in range(min(state.index + LOOK_AHEAD, len(state.steps) - 1), state.index, -1):
        if place not in state.held_at_start and is_at(state.steps[place].done, state.facts):
            return place
    if state.step is not None and state.fresh and holds(state.step.done, state.facts, state.before):
        return state.index
    return None


# --- from step to step ------------------------------------------------------------------------------------------


def _complete(state: State, last: int, how: How) -> Reaction:
    """The current step is done, and with it all those up to `last`."""
    done = tuple(Done(step.id, how) for step in state.steps[state.index : last + 1])
    outcomes = (*state.outcomes[: state.index], *(how for _ in done), *state.outcomes[last + 1 :])
    state, todo = _enter(replace(state, outcomes=outcomes), last + 1)
    return state, (*done, *todo)


def _back(state: State, index: int) -> Reaction:
    outcomes = (*state.outcomes[:index], "todo", *state.outcomes[index + 1 :])
    return _enter(replace(state, outcomes=outcomes, phase="guiding"), index, fresh=False)


def _enter(state: State, index: int, fresh: bool = True) -> Reaction:
    later = range(index + 1, min(index + LOOK_AHEAD + 1, len(state.steps)))
    # Whoever went on without the guide is not called back to it.
    phase: Phase = "without_guide" if state.phase == "without_guide" else "guiding"
    state = replace(
        state,
        index=index,
        phase=phase if index < len(state.steps) else "finished",
        fresh=fresh,
        before=Before(state.facts.visible, len(state.facts.downloads), len(state.facts.served)),
        held_at_start=frozenset(place for place in later if is_at(state.steps[place].done, state.facts)),
        missing_since=None,
    )
    todo: tuple[Command, ...] = (Finished(),)
    if (step := state.step) is not None:
        todo = (Show(step.id, index + 1, len(state.steps)),)
    state, watch = _watched(state)
    state, point = _pointed(state)
    return state, (*todo, *watch, *point)


def _watched(state: State) -> Reaction:
    wanted: dict[Target, None] = {}
    for step in state.steps[state.index : state.index + LOOK_AHEAD]:
        if step.target is not None:
            wanted |= dict.fromkeys(leaves(step.target))
        wanted |= dict.fromkeys(leaves_of(step.done))
    targets = tuple(wanted)
    if targets == state.watched:
        return state, ()
    return replace(state, watched=targets), (Watch(targets),)


def _pointed(state: State) -> Reaction:
    step, target = state.step, _visible_target(state)
    point: Point | None = None
    if step is not None and state.phase != "without_guide":
        if target is not None:
            point = Point(target, step.gesture, step.who)
        elif state.facts.loading and state.pointed is not None and _is_of(state.pointed, step):
            # While a page loads nothing flickers: the ring stays until the new page is there.
            point = state.pointed
    if point == state.pointed:
        return state, ()
    return replace(state, pointed=point), (point or Unpoint(),)


def _is_of(point: Point, step: Step) -> bool:
    return step.target is not None and point.target in leaves(step.target)


def _visible_target(state: State) -> Target | None:
    if state.step is None or state.step.target is None:
        return None
    sights: Mapping[Target, Sight] = state.facts.sights
    return next((leaf for leaf in leaves(state.step.target) if leaf in sights and sights[leaf].visible), None)


def _time_passed(state: State, now: float) -> Reaction:
    step = state.step
    here = step is None or step.target is None or _visible_target(state) is not None
    if here or state.facts.loading or state.phase in ("without_guide", "finished"):
        return replace(state, missing_since=None), ()
    if state.missing_since is None:
        return replace(state, missing_since=now), ()
    if step is None or now - state.missing_since < MISSING_AFTER or state.phase == "page_changed":
        return state, ()
    changed = replace(state, phase="page_changed" if state.phase == "guiding" else state.phase)
    if step.id in state.drifted:
        return changed, ()
    return replace(changed, drifted=state.drifted | {step.id}), (Drifted(step.id),)
