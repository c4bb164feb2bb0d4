"""The life of the guest as the controller sees it: started ahead, replaced when it dies unused, never used twice.

Pure, like the controller. Knows nothing of processes: those are the sandbox's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from kiosk.session import events
from kiosk.session.commands import Command, Log, OpenGuest, StartGuest, StopGuest
from kiosk.session.state import Guest, GuestStage, Session, Settings, State

# Seconds before a lost standby guest is replaced: doubled each time, up to the last.
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
# As long a time may the start of one take, on a slow machine, after it has failed some times.
LONGEST_START = 240.0
# Longer than this between two ticks and it is the shell that stood still: the guest's silence proves nothing.
SHELL_STALLED = 5.0

LossCode = Literal["guest-exited", "guest-refused", "guest-slow", "guest-silent"]


def started(state: State, now: float, settings: Settings) -> tuple[State, Command]:
    """A new standby guest, with a number of its own."""
    guest = replace(
        state.guest,
        number=state.guest.number + 1,
        stage=GuestStage.STARTING,
        deadline=now + _patience(state, settings),
        heard_at=None,
    )
    return replace(state, guest=guest), StartGuest(guest.number)


def _patience(state: State, settings: Settings) -> float:
    """Longer after each failure. Nobody waits for it yet, and one that was stopped for being slow comes no sooner."""
    return max(settings.opening, min(LONGEST_START, settings.opening * 2.0 ** min(state.guest.failures, 10)))


def heard(state: State, now: float) -> State:
    """Any word of a guest is a sign of life."""
    return replace(state, guest=replace(state.guest, heard_at=now))


def opened(state: State, session: Session) -> tuple[State, OpenGuest]:
    """The guest is this session's from now on: given the procedure, at the step last shown if there was one."""
    guest = replace(state.guest, stage=GuestStage.USED, deadline=None)
    return replace(state, guest=guest), OpenGuest(
        guest.number,
        session.procedure_id,
        session.case,
        session.with_mediator,
        session.step,
        session.mode,
        session.site,
        session.allowed,
        session.trial,
    )


def proved(state: State) -> State:
    """It painted a person's page: the failures before it are forgotten."""
    return replace(state, guest=replace(state.guest, failures=0))


def gone(state: State) -> State:
    """Killed by a wipe: no other before that wipe is verified."""
    return replace(state, guest=Guest(number=state.guest.number, failures=state.guest.failures))


def lost(state: State, now: float, code: LossCode) -> tuple[State, tuple[Command, ...]]:
    """A guest that nobody used is no more. Another follows, later each time: a guest that cannot live must not
    keep the machine busy."""
    failures = state.guest.failures
    # The exponent is capped too: after a night of failures 2**failures would not fit in a float.
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(failures, 10))
    guest = Guest(number=state.guest.number, deadline=now + wait, failures=failures + 1)
    return replace(state, guest=guest), (Log(code, (("count", guest.failures),)),)


def stopped(state: State, now: float, code: LossCode) -> tuple[State, tuple[Command, ...]]:
    """The same, for one that is still alive."""
    after, todo = lost(state, now, code)
    return after, (StopGuest(state.guest.number), *todo)


def unused(state: State, event: events.GuestEvent) -> tuple[State, tuple[Command, ...]]:
    """What a guest that nobody uses says, or how it ends."""
    match event:
        case events.GuestReady():
            return replace(state, guest=replace(state.guest, stage=GuestStage.READY, deadline=None)), ()
        case events.GuestExited():
            return lost(state, event.now, "guest-exited")
        case events.UntrustedMessage():
            return stopped(state, event.now, "guest-refused")
    return state, ()


def ticked(state: State, now: float, settings: Settings) -> tuple[State, tuple[Command, ...]]:
    """Time passes for a guest that nobody uses."""
    guest = state.guest
    late = guest.deadline is not None and now >= guest.deadline
    if guest.stage is GuestStage.ABSENT and late:
        state, command = started(state, now, settings)
        return state, (command,)
    if guest.stage is GuestStage.STARTING and late:
        return stopped(state, now, "guest-slow")
    if guest.stage is GuestStage.READY and silent(state, now, settings):
        return stopped(state, now, "guest-silent")
    return state, ()


def silent(state: State, now: float, settings: Settings) -> bool:
    """Whether the guest has said nothing for too long while the shell was listening."""
    heard_at = state.guest.heard_at
    listening = now - state.ticked_at <= SHELL_STALLED
    return heard_at is not None and listening and now - heard_at > settings.heartbeat
