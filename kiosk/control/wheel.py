"""The rules of the wheel: who drives, what that means for each device, and when it changes. Pure.

`react` gives the next state; `wishes` says what the post should look like in it. Whoever carries the wishes out
compares them with the last ones: there is no list of steps to forget one of. The rule above the others: the user can
always take the wheel back or brake, and when nobody else can drive, they do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kiosk.control.backend import Seat
from kiosk.control.line import MAX_KEYBOARDS, Wheel
from kiosk.control.people import Action, Mode, Person, Secrecy


@dataclass(frozen=True)
class Pair:
    """The X numbers of one person's devices now plugged in: pointers and keyboards, usually one of each."""

    pointers: tuple[int, ...] = ()
    keyboards: tuple[int, ...] = ()


@dataclass(frozen=True)
class State:
    """mediator_pointer: their master pointer's X id, 0 while the post is single-handed.
    in_front: a session's page is in front, not a screen of ours. `since`: when the mode began, monotonic seconds."""

    mode: Mode = Mode.USER
    secrecy: Secrecy = Secrecy.UNKNOWN
    mediator_pointer: int = 0
    user: Pair = Pair()
    mediator: Pair = Pair()
    in_session: bool = False
    in_front: bool = False
    beside: bool = False
    since: float = 0.0
    now: float = 0.0

    @property
    def mediator_can_drive(self) -> bool:
        return bool(self.mediator_pointer and self.mediator.pointers)


@dataclass(frozen=True)
class Event:
    now: float


@dataclass(frozen=True)
class Asked(Event):
    """`by`: whose key or pointer it was; the user's own buttons and the mediator's bar know their owner."""

    action: Action
    by: Person


@dataclass(frozen=True)
class PanelPressed(Event):
    """A button of the guest's step panel. The guest is not trusted: it gets no more than its panel has buttons for.
    They are the user's, but for the one at the brake by which the mediator takes the wheel."""

    action: Action


@dataclass(frozen=True)
class MediatorSeen(Event):
    """A hand on the mediator's own devices. Whoever uses them sits there, whether they said so or not."""


@dataclass(frozen=True)
class FocusChanged(Event):
    secrecy: Secrecy


@dataclass(frozen=True)
class SessionShown(Event):
    """The page is in front. Repeated when a mediator sits down."""

    beside: bool


@dataclass(frozen=True)
class SessionCovered(Event):
    """A screen of ours lies over the page: a question, the end."""


@dataclass(frozen=True)
class SessionEnded(Event):
    pass


@dataclass(frozen=True)
class GuestRestarted(Event):
    """Nothing is known any more of what has the keyboard."""


@dataclass(frozen=True)
class DevicesChanged(Event):
    mediator_pointer: int
    user: Pair
    mediator: Pair


@dataclass(frozen=True)
class Ticked(Event):
    pass


@dataclass(frozen=True)
class Wishes:
    """What should be. `bar`: the mediator's bar is on screen. `remind_after`: seconds that the mediator has driven,
    once that is long; 0 before."""

    wheel: Wheel
    seats: Mapping[int, Seat] = field(default_factory=lambda: MappingProxyType({}))
    mediator_visible: bool = True
    secret: bool = False
    bar: bool = False
    remind_after: int = 0

    @property
    def mode(self) -> Mode:
        return self.wheel.mode

    @property
    def paired(self) -> bool:
        return self.wheel.paired

    def touches_page(self, person: Person) -> bool:
        return self.mode.lets(person) and not (self.secret and person is Person.MEDIATOR)


def react(state: State, event: Event) -> State:
    """The state after `event`. Never raises, whatever the sequence of events."""
    state = replace(state, now=event.now)
    match event:
        case Asked(action=action, by=by):
            state = _asked(state, action, by)
        case PanelPressed(action=action):
            offered = state.mode is Mode.BRAKE and action is Action.TAKE
            state = _asked(state, action, Person.MEDIATOR if offered else Person.USER)
        case MediatorSeen() if state.in_session and state.in_front:
            state = replace(state, beside=True)
        case FocusChanged(secrecy=secrecy):
            state = replace(state, secrecy=secrecy)
        case SessionShown(beside=beside):
            state = _shown(state, beside)
        case SessionCovered():
            state = replace(state, in_front=False)
        case SessionEnded():
            state = replace(
                _turn(state, Mode.USER), in_session=False, in_front=False, beside=False, secrecy=Secrecy.UNKNOWN
            )
        case GuestRestarted():
            state = replace(state, secrecy=Secrecy.UNKNOWN)
        case DevicesChanged(mediator_pointer=pointer, user=user, mediator=mediator):
            state = replace(state, mediator_pointer=pointer, user=user, mediator=mediator)
    return _user_has_it_if_nobody_else(state)


def wishes(state: State, remind_after: float) -> Wishes:
    """What the post should look like. `remind_after`: seconds of driving that are long for a mediator."""
    paired = state.mediator_pointer != 0
    if not paired:
        return Wishes(Wheel(), secret=state.secrecy is Secrecy.SECRET)
    # Out of a session there is no page to keep from anybody.
    mode = state.mode if state.in_session else Mode.BOTH
    secret = state.in_front and state.secrecy is Secrecy.SECRET
    held = state.now - state.since if mode is Mode.MEDIATOR and state.in_front else 0.0
    return Wishes(
        wheel=Wheel(
            mode=mode,
            paired=True,
            mediator_pointer=state.mediator_pointer,
            mediator_keyboards=state.mediator.keyboards[:MAX_KEYBOARDS],
        ),
        seats=MappingProxyType(_seats(state, mode)),
        mediator_visible=not secret,
        secret=secret,
        bar=state.in_session and state.beside,
        remind_after=_whole_minutes(held) if held >= remind_after else 0,
    )


def _whole_minutes(seconds: float) -> int:
    """The words change once a minute, not at each look."""
    return max(60, int(seconds // 60 * 60))


def _seats(state: State, mode: Mode) -> dict[int, Seat]:
    """Pointers stay where they are: the gate keeps them from the page, and their owner's buttons go on working. A
    keyboard has no place of its own on screen, so one that may not type reaches nothing."""
    seats = dict.fromkeys(state.user.pointers, Seat.USER) | dict.fromkeys(state.mediator.pointers, Seat.MEDIATOR)
    user_types = not state.in_front or mode.lets(Person.USER)
    mediator_types = not state.in_front or (mode.lets(Person.MEDIATOR) and state.secrecy is Secrecy.OPEN)
    seats |= dict.fromkeys(state.user.keyboards, Seat.USER if user_types else Seat.CUT)
    # Beyond what the line can name a keyboard would be taken for the user's.
    named = state.mediator.keyboards[:MAX_KEYBOARDS]
    seats |= dict.fromkeys(state.mediator.keyboards, Seat.CUT)
    return seats | dict.fromkeys(named, Seat.USER if mediator_types else Seat.CUT)


def _asked(state: State, action: Action, by: Person) -> State:
    if not (state.in_session and state.in_front and state.mediator_pointer):
        return state
    if action.for_mediator_only and by is not Person.MEDIATOR:
        return state
    return _turn(replace(state, beside=state.beside or by is Person.MEDIATOR), action.mode)


def _shown(state: State, beside: bool) -> State:
    if state.in_session:
        return replace(state, in_front=True, beside=beside or state.beside)
    # What is known of the focus stays: the guest has begun before its page came to the front.
    return _turn(replace(state, in_session=True, in_front=True, beside=beside), Mode.USER)


def _turn(state: State, mode: Mode) -> State:
    return state if mode is state.mode else replace(state, mode=mode, since=state.now)


def _user_has_it_if_nobody_else(state: State) -> State:
    """A secret is the user's to type, and a wheel without a hand on it is the user's too."""
    if state.mode is Mode.MEDIATOR and (state.secrecy is Secrecy.SECRET or not state.mediator_can_drive):
        return _turn(state, Mode.USER)
    return state
