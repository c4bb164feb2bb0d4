"""What may reach the page, and from whom: one event in, a verdict out.

Pure: no clock, no Qt, no X. It pairs: what it let begin, it lets end, once; what it did not let begin never ends. It
is asked at every motion of two mice, so a state changes only when a button or key goes down or up.

Two pointers on one page are one mouse to a browser. So whoever holds a button keeps the other from pressing and moving,
except that the user's own buttons answer the user in every state (`Verdict.PREEMPT`).
"""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import NamedTuple

from kiosk.control.people import Mode, Person, Secrecy

FORGOTTEN_MS = 3_600_000
"""A barrier concerns what waited behind it, not times that the server's 32-bit clock comes back to after 49 days."""

TOUCH = 1 << 32
GESTURE = 1 << 33
"""Added to the numbers of touches and gestures, so that they are presses like those of buttons but none of them."""

MARKING_BUTTONS = (1, 2, 3)


class Region(IntEnum):
    """What lies under a pointer, or has the keyboard."""

    PAGE = 0  # needs the hand
    USER_CONTROLS = 1  # the user always, the mediator when both drive
    MEDIATOR_CONTROLS = 2  # the mediator only
    SHARED = 3  # the shell's other screens: both
    KEYBOARD = 4  # keys drawn on the screen: a press there is a key, and what holds for keys holds


class Kind(IntEnum):
    PRESS = 0  # a button, a touch, a gesture of a touchpad
    RELEASE = 1
    MOTION = 2  # also enter and leave
    SCROLL = 3
    KEY_PRESS = 4
    KEY_REPEAT = 5
    KEY_RELEASE = 6


class Verdict(Enum):
    PASS = "pass"  # noqa: S105
    DROP = "drop"
    MARK = "mark"
    """Dropped: the mediator shows a place of the page, "ici"."""
    PREEMPT = "preempt"
    """Dropped: the user pressed one of their own buttons in the middle of the mediator's gesture. It must work."""


class Happening(NamedTuple):
    """One event. `person`: None for a key whose keyboard is not known. `detail`: the number of the button, key, touch
    or gesture; 0 for a motion that belongs to none. `time`: server ms, 32 bits. `buttons`: those down on this person's
    pointer just before, as bits (1 << number), or None when the event does not say."""

    person: Person | None
    kind: Kind
    detail: int
    region: Region
    time: int
    buttons: int | None = None


class Press(NamedTuple):
    """A button, touch or gesture that passed and is not yet over. `region`: where it began; it owns the whole drag."""

    person: Person
    detail: int
    region: Region


class Key(NamedTuple):
    person: Person | None
    detail: int
    region: Region


class State(NamedTuple):
    """`presses`: of one person at a time. `keys`: one for each key that the page believes down."""

    mode: Mode = Mode.USER
    paired: bool = False
    barrier: int = 0
    secrecy: Secrecy = Secrecy.UNKNOWN
    presses: tuple[Press, ...] = ()
    keys: tuple[Key, ...] = ()

    @property
    def holder(self) -> Person | None:
        return self.presses[0].person if self.presses else None


def with_rules(
    state: State, mode: Mode, paired: bool, barrier: int, secrecy: Secrecy
) -> tuple[State, tuple[Press | Key, ...]]:
    """The same hands under other rules, and what is down that may not be: it must now be let go, harmlessly.

    It stays in the state until its release came: the release of what passed always passes.
    """
    presses = state.presses
    if not paired and presses:
        # One pointer is left, and it is the user's: so is what is still down.
        presses = tuple(Press(Person.USER, press.detail, press.region) for press in presses)
    state = State(mode, paired, barrier & 0xFFFFFFFF, secrecy, presses, state.keys)
    if not paired:
        return state, ()
    letting: list[Press | Key] = [p for p in presses if not may_point(state, p.person, p.region)]
    letting += [k for k in state.keys if not may_type(state, k.person, k.region)]
    return state, tuple(letting)


def may_point(state: State, person: Person, region: Region) -> bool:
    """Whether this person's pointer may touch what is there, when the other holds nothing."""
    if region == Region.PAGE:
        if person == Person.MEDIATOR and state.secrecy == Secrecy.SECRET:
            return False
        return state.mode.lets(person)
    if region == Region.KEYBOARD:
        return may_type(state, person, Region.PAGE)
    if region == Region.USER_CONTROLS:
        return person == Person.USER or state.mode == Mode.BOTH
    if region == Region.MEDIATOR_CONTROLS:
        return person == Person.MEDIATOR
    return True


def may_type(state: State, person: Person | None, region: Region) -> bool:
    """Whether a key may reach what has the keyboard. Who typed unknown keys could be either: only what both rules
    allow, the user's and the care for secrets, lets them through."""
    if person != Person.USER and state.secrecy != Secrecy.OPEN:
        return False
    if region == Region.PAGE:
        return state.mode.lets(Person.USER if person is None else person)
    return may_point(state, Person.USER if person is None else person, region)


def is_over(time: int, barrier: int) -> bool:
    """Whether this server time is not after the barrier. 0 is no barrier."""
    return barrier != 0 and (barrier - time) & 0xFFFFFFFF < FORGOTTEN_MS


def judge(state: State, happening: Happening) -> tuple[State, Verdict]:
    kind = happening.kind
    if kind >= Kind.KEY_PRESS:
        return _judge_key(state, happening)
    if happening.buttons is not None and state.presses:
        state = _without_lost(state, happening.person, happening.buttons)
    if not state.paired:
        return _follow(state, happening), Verdict.PASS
    if kind == Kind.RELEASE:
        return _release(state, happening)
    if kind == Kind.PRESS:
        return _press(state, happening)
    return state, Verdict.PASS if _may_move(state, happening) else Verdict.DROP


def _may_move(state: State, happening: Happening) -> bool:
    person, region = happening.person, happening.region
    assert person is not None
    if is_over(happening.time, state.barrier) and not _is_own(person, region):
        return False
    if state.presses:
        first = state.presses[0]
        if first.person != person:
            return False
        region = first.region
    if happening.detail and happening.kind == Kind.MOTION and not _holds(state, happening):
        return False
    return not _has_unheard(state, happening) and may_point(state, person, region)


def _press(state: State, happening: Happening) -> tuple[State, Verdict]:
    person, region = happening.person, happening.region
    assert person is not None
    users = person == Person.USER and region == Region.USER_CONTROLS
    if _holds(state, happening):
        # A gesture whose end was lost with a window begins again: the page's own pair is still open.
        return state, Verdict.PASS
    if not users and is_over(happening.time, state.barrier) and not _is_own(person, region):
        return state, Verdict.DROP
    busy = (state.presses and state.presses[0].person != person) or _has_unheard(state, happening)
    if may_point(state, person, region) and not busy:
        press = Press(person, happening.detail, region)
        return state._replace(presses=(*state.presses, press)), Verdict.PASS
    if users:
        return state, Verdict.PREEMPT
    shows = (
        person == Person.MEDIATOR
        and region == Region.PAGE
        and state.mode == Mode.USER
        and state.secrecy != Secrecy.SECRET
        and happening.detail in MARKING_BUTTONS
    )
    return state, Verdict.MARK if shows else Verdict.DROP


def _release(state: State, happening: Happening) -> tuple[State, Verdict]:
    for index, press in enumerate(state.presses):
        if press.detail == happening.detail and press.person == happening.person:
            return state._replace(presses=state.presses[:index] + state.presses[index + 1 :]), Verdict.PASS
    return state, Verdict.DROP


def _judge_key(state: State, happening: Happening) -> tuple[State, Verdict]:
    # The server says "down" at the first keyboard's press of a key and "up" at the last one's release: a key is down
    # or not, whoever pressed it.
    held = next((index for index, key in enumerate(state.keys) if key.detail == happening.detail), None)
    if happening.kind == Kind.KEY_RELEASE:
        if held is None:
            return state, Verdict.DROP if state.paired else Verdict.PASS
        return state._replace(keys=state.keys[:held] + state.keys[held + 1 :]), Verdict.PASS
    if state.paired:
        if happening.kind == Kind.KEY_REPEAT and held is None:
            return state, Verdict.DROP
        if is_over(happening.time, state.barrier) or not may_type(state, happening.person, happening.region):
            return state, Verdict.DROP
    if held is None:
        key = Key(happening.person, happening.detail, happening.region)
        state = state._replace(keys=(*state.keys, key))
    return state, Verdict.PASS


def _is_own(person: Person, region: Region) -> bool:
    """No mode concerns a person on their own buttons, so no barrier does."""
    own = Region.USER_CONTROLS if person == Person.USER else Region.MEDIATOR_CONTROLS
    return region == own


def _holds(state: State, happening: Happening) -> bool:
    return any(p.detail == happening.detail and p.person == happening.person for p in state.presses)


def _has_unheard(state: State, happening: Happening) -> bool:
    """A button is down whose press was dropped. The event carries it, so Qt would take this for a drag."""
    if not happening.buttons:
        return False
    heard = 0
    for press in state.presses:
        if press.detail < TOUCH and press.person == happening.person:
            heard |= 1 << press.detail
    return bool(happening.buttons & ~heard)


def _without_lost(state: State, person: Person | None, buttons: int) -> State:
    """A window that vanishes under a held button takes its release with it; the server then says the button is up."""
    for press in state.presses:
        if press.person == person and press.detail < TOUCH and not buttons >> press.detail & 1:
            kept = tuple(p for p in state.presses if p.person != person or p.detail >= TOUCH or buttons >> p.detail & 1)
            return state._replace(presses=kept)
    return state


def _follow(state: State, happening: Happening) -> State:
    """Nobody is beside: everything passes. What is down is still known, for the moment when somebody comes."""
    if happening.kind == Kind.PRESS and not _holds(state, happening):
        press = Press(Person.USER, happening.detail, happening.region)
        return state._replace(presses=(*state.presses, press))
    if happening.kind == Kind.RELEASE:
        return _release(state, happening)[0]
    return state
