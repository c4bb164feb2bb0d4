"""The rules of a walkthrough: what the page shows and the person says in, the next step and what to point at out.

Pure: no clock (times come with events), no page, no Qt. Nothing is ever "done" on a guess: see `conditions`.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.procedures.conditions import (
    Before,
    Facts,
    Sight,
    holds,
    is_at,
    is_of_fields,
    is_refuted,
    leaves,
    leaves_of,
)
from kiosk.procedures.model import Procedure, Step, Target
from kiosk.procedures.walk import (
    AskedReturn,
    AskedWhere,
    ClosedWhere,
    Command,
    ContinueWithoutGuide,
    Done,
    Drifted,
    Event,
    Finished,
    How,
    Outcome,
    Phase,
    Place,
    Point,
    Reload,
    ReportDown,
    Restart,
    Return,
    SaidDone,
    SaidDown,
    SaidNotFound,
    Saw,
    Show,
    State,
    Tick,
    TriedAgain,
    Unpoint,
    Watch,
    WentBack,
)

__all__ = [
    "AskedReturn",
    "AskedWhere",
    "ClosedWhere",
    "Command",
    "ContinueWithoutGuide",
    "Done",
    "Drifted",
    "Event",
    "Facts",
    "Finished",
    "Phase",
    "Place",
    "Point",
    "Reload",
    "ReportDown",
    "Restart",
    "Return",
    "SaidDone",
    "SaidDown",
    "SaidNotFound",
    "Saw",
    "Show",
    "Sight",
    "State",
    "Tick",
    "TriedAgain",
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

# Where the guide speaks for itself: what the person chose to read stays until they close it.
_SPEAKS: frozenset[Phase] = frozenset({"guiding", "page_changed", "elsewhere"})


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
        case AskedReturn():
            reaction = replace(state, phase="guiding", missing_since=None), (Return(state.home),)
        case SaidDown():
            reaction = _down(replace(state, said_down=True))
        case TriedAgain():
            reaction = replace(state, phase="guiding", said_down=False, missing_since=None), (Reload(),)
        case ClosedWhere():
            reaction = _pointed(replace(state, phase="guiding", missing_since=None))
        case ContinueWithoutGuide():
            reaction = _pointed(replace(state, phase="without_guide"))
    return reaction


# --- what the page shows ----------------------------------------------------------------------------------------


def _saw(state: State, facts: Facts, now: float) -> Reaction:
    state = _noted(state, facts)
    todo: list[Command] = []
    # A page can show several steps done at once; each is said, in order.
    while (reached := _reached(state)) is not None:
        state, more = _complete(state, reached, "page")
        todo += more
    if not state.fresh and state.step is not None and is_refuted(state.step.done, facts, state.before):
        state = replace(state, fresh=True)
    if state.visible_target is not None and facts.settled:
        phase: Phase = "guiding" if state.phase in ("page_changed", "elsewhere") else state.phase
        state = replace(state, phase=phase, home=Place(facts.tab, facts.address))
    state, more = _down_or_up(state)
    todo += more
    state, more = _pointed(state)
    todo += more
    state, more = _time_passed(state, now)
    return state, (*todo, *more)


def _noted(state: State, facts: Facts) -> State:
    """What is known now, and what must be remembered of it."""
    # What the tray kept of a browser that died is no news. A document may also be taken out of it: what comes next is.
    came, served = len(facts.downloads), len(facts.served)
    old = state.before if state.looked else Before(downloads=came, served=served)
    shown = old.shown
    if facts.settled:
        shown = facts.visible if shown is None else shown & facts.visible
    before = Before(old.seen | facts.visible, shown, min(old.downloads, came), min(old.served, served))
    return replace(state, facts=facts, looked=True, before=before, filled_ahead=_filled_ahead(state, facts))


def _filled_ahead(state: State, facts: Facts) -> frozenset[int]:
    """A field that was filled and is out of sight stays filled; one that is seen empty again does not."""
    kept = {place for place in state.filled_ahead if not is_refuted(state.steps[place].done, facts, state.before)}
    for place in _next_places(state):
        done = state.steps[place].done
        if is_of_fields(done) and holds(done, facts, state.before):
            kept.add(place)
    return frozenset(kept)


def _next_places(state: State) -> range:
    return range(state.index + 1, min(state.index + LOOK_AHEAD + 1, len(state.steps)))


def _down_or_up(state: State) -> Reaction:
    if state.facts.down:
        return _down(state) if state.phase in _SPEAKS else (state, ())
    if state.phase == "down" and not state.said_down and not state.facts.loading:
        return replace(state, phase="guiding", missing_since=None), ()
    return state, ()


def _down(state: State) -> Reaction:
    todo = () if state.reported_down else (ReportDown(),)
    return replace(state, phase="down", reported_down=True), todo


def _reached(state: State) -> int | None:
    """The furthest step that the page shows done, from the current one on; None when there is none.

    Only an address proves that everything before was done: a word that is visible may be anywhere.
    """
    for place in reversed(_next_places(state)):
        if place not in state.held_at_start and is_at(state.steps[place].done, state.facts):
            return place
    if state.step is None or not state.fresh:
        return None
    done = state.index in state.filled_ahead or holds(state.step.done, state.facts, state.before)
    return state.index if done else None


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
    # Whoever went on without the guide is not called back to it.
    phase: Phase = "without_guide" if state.phase == "without_guide" else "guiding"
    facts = state.facts
    state = replace(
        state,
        index=index,
        phase=phase if index < len(state.steps) else "finished",
        fresh=fresh,
        before=Before(facts.visible, facts.visible if facts.settled else None, len(facts.downloads), len(facts.served)),
        home=None,
        said_down=False,
        missing_since=None,
    )
    # Going back is to do it again: what was seen of it counts no more.
    known = state.filled_ahead if fresh else frozenset(place for place in state.filled_ahead if place != index)
    state = replace(
        state,
        held_at_start=frozenset(place for place in _next_places(state) if is_at(state.steps[place].done, facts)),
        filled_ahead=frozenset(place for place in known if place >= index),
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
    step, target = state.step, state.certain_target
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


def _time_passed(state: State, now: float) -> Reaction:
    step = state.step
    here = step is None or step.target is None or state.visible_target is not None
    if here or not state.facts.settled or state.phase in ("without_guide", "finished", "down"):
        return replace(state, missing_since=None), ()
    if state.missing_since is None:
        return replace(state, missing_since=now), ()
    if step is None or now - state.missing_since < MISSING_AFTER:
        return state, ()
    if state.is_elsewhere:
        # The page has not changed: it is another one.
        return replace(state, phase="elsewhere" if state.phase in _SPEAKS else state.phase), ()
    changed = replace(state, phase="page_changed" if state.phase in _SPEAKS else state.phase)
    if step.id in state.drifted:
        return changed, ()
    return replace(changed, drifted=state.drifted | {step.id}), (Drifted(step.id),)
