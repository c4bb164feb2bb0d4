"""The rules of a walkthrough: what the page shows and the person says in, the next step and what to point at out.

Pure: no clock (times come with events), no page, no Qt. Facts come from the page probe, which may be late or partial:
a thing that is not in the facts is not there, and nothing is ever "done" on a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Literal

from kiosk.procedures import model
from kiosk.procedures.model import Condition, Procedure, Step, Target

MISSING_AFTER = 3.0
"""Seconds that a target may be absent from a loaded page before the page counts as changed."""

LOOK_AHEAD = 3
"""How many steps further a person may be, having done things in their own order."""

Outcome = Literal["todo", "page", "user"]
How = Literal["page", "user"]
Phase = Literal["guiding", "not_found", "page_changed", "lost", "without_guide", "finished"]


@dataclass(frozen=True)
class Sight:
    """One target on the page. `filled` holds once the person has finished with the field, not while they type."""

    visible: bool
    filled: bool
    many: bool = False


@dataclass(frozen=True)
class Facts:
    """What is known of the page. `address` is "host/path?query"; an absent target has no entry in `sights`."""

    address: str = ""
    loading: bool = True
    sights: Mapping[Target, Sight] = field(default_factory=dict)
    downloads: tuple[str, ...] = ()


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
    """`fresh`: whether what the page shows already may complete the step; after going back, only a change may.

    `held_at_start`: the addresses of later steps that the page had already when this step began: no proof of progress.
    """

    steps: tuple[Step, ...]
    outcomes: tuple[Outcome, ...]
    index: int = 0
    phase: Phase = "guiding"
    facts: Facts = Facts()
    fresh: bool = True
    seen: frozenset[Target] = frozenset()
    held_at_start: frozenset[int] = frozenset()
    downloads_before: int = 0
    missing_since: float | None = None
    drifted: frozenset[str] = frozenset()
    pointed: Target | None = None
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
    return _enter(State(steps, outcomes), index, fresh=True)


def react(state: State, event: Event) -> Reaction:
    """The state after `event`, and what must be done, in order. Never raises."""
    match event:
        case Saw(facts=facts, now=now):
            return _saw(state, facts, now)
        case Tick(now=now):
            return _time_passed(state, now)
        case SaidDone() if state.step is not None:
            return _complete(state, "user")
        case WentBack() if state.index > 0:
            return _back(state, state.index - 1)
        case Restart(step=step) if state.step is not None and step == state.step.id:
            return _back(state, state.index)
        case SaidNotFound() if state.step is not None:
            return replace(state, phase="not_found"), ()
        case AskedWhere() if state.step is not None:
            return replace(state, phase="lost"), ()
        case ClosedWhere() if state.step is not None:
            return _pointed(replace(state, phase="guiding", missing_since=None))
        case ContinueWithoutGuide() if state.step is not None:
            return _pointed(replace(state, phase="without_guide"))
    return state, ()


# --- what the page shows ----------------------------------------------------------------------------------------


def _saw(state: State, facts: Facts, now: float) -> Reaction:
    state = replace(state, facts=facts, seen=state.seen | set(facts.sights))
    todo: list[Command] = []
    # A page can show several steps done at once; each is shown done, in order.
    while (reached := _reached(state)) is not None:
        for _ in range(reached - state.index + 1):
            state, more = _complete(state, "page")
            todo += more
    if not state.fresh and state.step is not None and not _holds(state.step.done, state):
        state = replace(state, fresh=True)
    if state.phase == "page_changed" and _visible_target(state) is not None:
        state = replace(state, phase="guiding")
    state, more = _pointed(state)
    todo += more
    state, more = _time_passed(state, now)
    return state, (*todo, *more)


def _reached(state: State) -> int | None:
    """The furthest step that the page shows done, from the current one on; None when there is none."""
    ahead = range(min(state.index + LOOK_AHEAD, len(state.steps) - 1), state.index, -1)
    for place in ahead:
        if place not in state.held_at_start and _address_holds(state.steps[place], state.facts):
            return place
    if state.step is not None and state.fresh and _holds(state.step.done, state):
        return state.index
    return None


def _address_holds(step: Step, facts: Facts) -> bool:
    """Only an address proves that everything before was done: a visible word may be anywhere."""
    return isinstance(step.done, model.Address) and match_address(step.done.address, facts.address)


def _holds(condition: Condition | None, state: State) -> bool:
    facts = state.facts
    match condition:
        case model.Address(address=pattern):
            return match_address(pattern, facts.address)
        case model.Visible(visible=target):
            return any(leaf in facts.sights and facts.sights[leaf].visible for leaf in _leaves(target))
        case model.Filled(filled=target):
            return any(leaf in facts.sights and facts.sights[leaf].filled for leaf in _leaves(target))
        case model.Gone(gone=target):
            leaves = set(_leaves(target))
            return not facts.loading and bool(leaves & state.seen) and not leaves & set(facts.sights)
        case model.Downloaded(downloaded=pattern):
            new = facts.downloads[state.downloads_before :]
            return any(fnmatchcase(name.lower(), pattern.lower()) for name in new)
        case model.All(all=parts):
            return all(_holds(part, state) for part in parts)
        case model.AnyOf(any=parts):
            return any(_holds(part, state) for part in parts)
    return False


def match_address(pattern: str, address: str) -> bool:
    """Whether "host/path?query" fits a pattern. The host counts exactly, `*` stands for any text, and the query is
    looked at only when the pattern has one. Case counts in paths, not in hosts."""
    if "?" not in pattern:
        address = address.split("?", 1)[0]
    wanted_host, _, wanted_path = pattern.partition("/")
    host, _, path = address.partition("/")
    return _fits(host.lower(), wanted_host.lower()) and _fits(path, wanted_path)


def _fits(text: str, pattern: str) -> bool:
    # Only `*` is special: what else fnmatch knows is written as itself.
    return fnmatchcase(text, pattern.replace("[", "[[]").replace("?", "[?]"))


# --- from step to step ------------------------------------------------------------------------------------------


def _complete(state: State, how: How) -> Reaction:
    step = state.step
    if step is None:
        return state, ()
    outcomes = (*state.outcomes[: state.index], how, *state.outcomes[state.index + 1 :])
    state, todo = _enter(replace(state, outcomes=outcomes), state.index + 1, fresh=True)
    return state, (Done(step.id, how), *todo)


def _back(state: State, index: int) -> Reaction:
    outcomes = (*state.outcomes[:index], "todo", *state.outcomes[index + 1 :])
    return _enter(replace(state, outcomes=outcomes), index, fresh=False)


def _enter(state: State, index: int, fresh: bool) -> Reaction:
    later = range(index + 1, min(index + LOOK_AHEAD + 1, len(state.steps)))
    state = replace(
        state,
        index=index,
        phase="guiding" if index < len(state.steps) else "finished",
        fresh=fresh,
        seen=frozenset(state.facts.sights),
        held_at_start=frozenset(place for place in later if _address_holds(state.steps[place], state.facts)),
        downloads_before=len(state.facts.downloads),
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
    for place in range(state.index, min(state.index + LOOK_AHEAD, len(state.steps))):
        step = state.steps[place]
        if step.target is not None:
            wanted |= dict.fromkeys(_leaves(step.target))
        wanted |= dict.fromkeys(_condition_leaves(step.done))
    targets = tuple(wanted)
    if targets == state.watched:
        return state, ()
    return replace(state, watched=targets), (Watch(targets),)


def _pointed(state: State) -> Reaction:
    target = None if state.phase == "without_guide" else _visible_target(state)
    if target == state.pointed or (state.facts.loading and target is None and state.step is not None):
        # While a page loads nothing flickers: the ring stays until the new page is there.
        return state, ()
    state = replace(state, pointed=target)
    step = state.step
    if target is None or step is None:
        return state, (Unpoint(),)
    return state, (Point(target, step.gesture, step.who),)


def _visible_target(state: State) -> Target | None:
    if state.step is None or state.step.target is None:
        return None
    sights = state.facts.sights
    return next((leaf for leaf in _leaves(state.step.target) if leaf in sights and sights[leaf].visible), None)


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


# --- pieces -----------------------------------------------------------------------------------------------------


def _leaves(target: Target) -> tuple[Target, ...]:
    """The target and its alternatives, each alone, as the probe knows them."""
    return tuple(leaf.model_copy(update={"or_": ()}) if leaf.or_ else leaf for leaf in target.alternatives)


def _condition_leaves(condition: Condition | None) -> Iterator[Target]:
    match condition:
        case model.Visible(visible=target) | model.Filled(filled=target) | model.Gone(gone=target):
            yield from _leaves(target)
        case model.All(all=parts) | model.AnyOf(any=parts):
            for part in parts:
                yield from _condition_leaves(part)
