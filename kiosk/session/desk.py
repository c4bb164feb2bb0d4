"""The rules of a visit to the paper desk: which service is open, where the person returns to, what was done.

Pure, like the controller. Knows nothing of devices: those are the composition root's.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.session import idleness
from kiosk.session.commands import Command, OpenDesk, SendServiceDone
from kiosk.session.records import MAX_COUNT
from kiosk.session.state import DeskVisit, Phase, Settings, State


def opened(state: State, now: float, visit: DeskVisit, settings: Settings) -> tuple[State, tuple[Command, ...]]:
    """One service at a time."""
    if state.session is None or state.session.desk is not None:
        return state, ()
    state = replace(state, session=replace(state.session, desk=visit))
    return at_desk(state, now, settings), (OpenDesk(),)


def at_desk(state: State, now: float, settings: Settings) -> State:
    """The screen is the desk's; the person may be idle there as on the page."""
    return replace(state.enter(Phase.PAPERS, now, idleness.allowed(state, settings)), seconds_left=0)


def left(state: State) -> tuple[State, Phase | None]:
    """The visit is over. The phase to return to, or None when the person is not at the desk's screen."""
    session = state.session
    if session is None or session.desk is None:
        return state, None
    back = session.desk.back
    state = replace(state, session=replace(session, desk=None))
    # Under the idle question, or once the wipe has begun, nothing moves.
    return state, back if state.phase is Phase.PAPERS else None


def served(state: State, service: str) -> tuple[State, tuple[Command, ...]]:
    """One service was done: counted, and told to the walkthrough."""
    if state.session is None:
        return state, ()
    counts = dict(state.session.served)
    counts[service] = min(counts.get(service, 0) + 1, MAX_COUNT)
    session = replace(state.session, served=tuple(counts.items()))
    return replace(state, session=session), (SendServiceDone(service),)
