"""From one phase of a person's time to another: the ways there are, what each forgets and what it asks for.

Pure. When one of them is taken is the `controller`'s to say. From a session they all lead through `wipe`.
"""

from __future__ import annotations

import math
from dataclasses import replace

from kiosk.session import commands, events, guests, idleness, staff
from kiosk.session.commands import Command
from kiosk.session.receipt import Receipt, WipeReport
from kiosk.session.records import hands, summary
from kiosk.session.state import NOBODY_LEFT, EndReason, GuestStage, Phase, Session, Settings, Site, State

# The phases in which a screen of ours lies over the guest.
_COVERED = (Phase.OPENING, Phase.PAPERS, Phase.NOTICE, Phase.STAFF, Phase.WARNING, Phase.CLOSING)

Reaction = tuple[State, tuple[Command, ...]]


def start(state: State, asked: events.StartAsked, settings: Settings) -> Reaction:
    session = Session(asked.procedure_id, asked.case, asked.with_mediator, asked.steps, started_at=asked.now)
    return _begin(state, session, settings)


def start_site(state: State, asked: events.SiteAsked, settings: Settings) -> Reaction:
    """The mediator who opens a site sits beside the person."""
    session = Session(
        asked.procedure_id,
        case=None,
        with_mediator=True,
        steps=(),
        started_at=asked.now,
        mode=asked.mode,
        site=Site(asked.host, asked.address),
        staff_until=asked.now + settings.staff,
    )
    return _begin(replace(state, staff=None), session, settings)


def start_trial(state: State, asked: events.TrialAsked, settings: Settings) -> Reaction:
    session = Session(
        asked.procedure_id,
        case=asked.case,
        with_mediator=True,
        steps=asked.steps,
        started_at=asked.now,
        staff_until=asked.now + settings.staff,
        trial=True,
    )
    return _begin(replace(state, staff=None), session, settings)


def _begin(state: State, session: Session, settings: Settings) -> Reaction:
    now = session.started_at
    state = replace(state.enter(Phase.OPENING, now, settings.opening), session=session, receipt=None)
    todo: tuple[Command, ...] = (
        commands.Log("session-started", (("procedure", session.procedure_id), ("mode", session.mode))),
        commands.ShowOpening(session.site.host if session.site is not None else ""),
    )
    if state.guest.stage is GuestStage.READY:
        # The guest first: it sends for the page while the screen is drawn.
        state, more = open_guest(state)
        return state, (*more, *todo)
    if state.guest.stage is GuestStage.ABSENT:
        # Somebody waits: no time to spare a machine that is short of breath.
        state, start = guests.started(state, now, settings)
        return state, (*todo, start)
    return state, todo


def open_guest(state: State) -> Reaction:
    if state.session is None:
        return state, ()
    state, command = guests.opened(state, state.session)
    return state, (command,)


def activate(state: State, now: float, settings: Settings) -> Reaction:
    state = replace(state.enter(Phase.ACTIVE, now, idleness.allowed(state, settings)), seconds_left=0)
    with_mediator = state.session is not None and state.session.with_mediator
    return state, (commands.ShowSession(with_mediator),)


def leave_staff(state: State, now: float, settings: Settings) -> Reaction:
    state = replace(state, staff=None)
    return home(state, now) if state.session is None else activate(state, now, settings)


def warn(state: State, now: float, settings: Settings) -> Reaction:
    total = math.ceil(settings.warning)
    # Sums of clock readings are a hair off: the count must not begin above its total.
    left = min(math.ceil((state.deadline or now) - now), total)
    if left == state.seconds_left:
        return state, ()
    return replace(state, seconds_left=left), (commands.ShowWarning(left, total),)


def close(state: State, now: float, settings: Settings) -> Reaction:
    documents = state.session.documents if state.session else 0
    share = state.session.share if state.session else None
    return state.enter(Phase.CLOSING, now, settings.closing), (commands.ShowClosing(documents, share),)


def wipe(state: State, now: float, reason: EndReason, settings: Settings) -> Reaction:
    """The person is forgotten here at once; the guest, the screen and the rest are the wipe's work."""
    covered = state.phase in _COVERED
    todo: list[Command] = []
    if state.session is not None:
        todo += [hands(one) for one in state.session.hands]
        todo.append(summary(state.session, now, reason))
    if state.mediator_called and reason in NOBODY_LEFT:
        todo.append(commands.LowerFlag())
        state = replace(state, mediator_called=False)
    work = reason is EndReason.FINISHED and state.session is not None and state.session.writes
    state = replace(
        guests.gone(state).enter(Phase.WIPING, now, settings.wiping),
        work=work,
        session=None,
        staff=None,
        receipt=None,
        ending=reason,
        wiped=(),
        seconds_left=0,
    )
    # A page in sight is covered before anything moves.
    wiping = (commands.Wipe(reason), commands.ShowWiping(reason))
    return state, (*todo, *(wiping if covered else reversed(wiping)))


def wiped(state: State, now: float, receipt: Receipt, settings: Settings) -> Reaction:
    reason = reason_of(state)
    seconds = round(receipt.report.total_seconds, 3)
    todo: tuple[Command, ...] = (
        commands.Log("wipe-verified", (("reason", reason.value), ("seconds", seconds))),
        commands.KeepReceipt(reason, receipt.report),
    )
    state = replace(state, ending=None, wiped=())
    if state.stopping:
        return state.enter(Phase.STOPPED, now), (*todo, commands.Exit(verified=True))
    if reason is EndReason.BOOT:
        state, shown = home(state, now)
    elif state.work:
        state, at_home = home(state, now)
        state, door = staff.back_to_work(state, now, settings)
        shown = (*at_home, *door)
    else:
        state = replace(state.enter(Phase.STANDBY, now, settings.receipt), receipt=receipt)
        shown = (commands.ShowWiped(receipt, reason),)
    state, start = guests.started(state, now, settings)
    return state, (*todo, *shown, start)


def home(state: State, now: float) -> Reaction:
    return replace(state.enter(Phase.STANDBY, now), receipt=None), (commands.ShowHome(),)


def lock(state: State, now: float, code: str, report: WipeReport | None = None) -> Reaction:
    todo: tuple[Command, ...] = (
        commands.Log("wipe-failed", (("code", code),)),
        commands.ShowLocked(code),
        commands.KeepReceipt(reason_of(state), report, code),
    )
    if state.stopping:
        todo = (*todo, commands.Exit(verified=False))
    return replace(state.enter(Phase.LOCKED, now), ending=None, wiped=(), work=False), todo


def shut_down(state: State, now: float, settings: Settings) -> Reaction:
    match state.phase:
        case Phase.STOPPED:
            return state, ()
        case Phase.BOOT | Phase.LOCKED:
            return state.enter(Phase.STOPPED, now), (commands.Exit(verified=False),)
        case Phase.WIPING:
            return replace(state, stopping=True), ()
    return wipe(replace(state, stopping=True), now, EndReason.SHUTDOWN, settings)


def reason_of(state: State) -> EndReason:
    return state.ending or EndReason.BOOT
