"""The rules of one person's time on the post: a pure reducer from state and event to state and commands.

Knows the phases, the waits and what must come before what. Does nothing itself, reads no clock, sees no page. The
rule that stands above the others: from a session, the only way to the next person leads through a verified wipe.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.session import commands, desk, events, guests, idleness, staff
from kiosk.session.commands import Command
from kiosk.session.receipt import WIPE_TIMED_OUT, WIPE_UNKNOWN, Receipt, WipeReport
from kiosk.session.records import RecordEvent, hands, recorded, summary
from kiosk.session.state import (
    NOBODY_LEFT,
    DeskVisit,
    EndReason,
    GuestStage,
    Phase,
    Session,
    Settings,
    Site,
    State,
)

# A browser that crashes again and again on the same page will not get better.
MAX_BROWSER_RESTARTS = 5

# The phases in which a screen of ours lies over the guest.
_COVERED = (Phase.OPENING, Phase.PAPERS, Phase.NOTICE, Phase.STAFF, Phase.WARNING, Phase.CLOSING)

Reaction = tuple[State, tuple[Command, ...]]


def react(state: State, event: events.Event, settings: Settings) -> Reaction:
    """The state after `event`, and what must be done, in order. Never raises, whatever the sequence of events."""
    if isinstance(event, events.GuestEvent):
        if event.guest != state.guest.number or state.guest.stage is GuestStage.ABSENT:
            return state, ()
        state = guests.heard(state, event.now)
    if isinstance(event, events.ShutDown):
        return _shut_down(state, event.now, settings)
    if isinstance(event, events.MediatorCalled | events.MediatorAnswered):
        return _flag(state, event, settings)
    if isinstance(event, events.DeskEvent):
        return _desk(state, event, settings)
    state, todo = _PHASES[state.phase](state, event, settings)
    if isinstance(event, events.Tick):
        state = replace(state, ticked_at=event.now)
    return state, todo


# --- out of a session ---------------------------------------------------------------------------------------------


def _until_boot(state: State, event: events.Event, settings: Settings) -> Reaction:
    if isinstance(event, events.Boot):
        return _wipe(state, event.now, EndReason.BOOT, settings)
    return state, ()


def _wiping(state: State, event: events.Event, settings: Settings) -> Reaction:
    match event:
        case events.WipeStepDone(code=code):
            state = replace(state, wiped=(*state.wiped, code))
            return state, (commands.ShowWiping(_reason(state), state.wiped),)
        case events.WipeFinished(report=report) if report.verified:
            return _wiped(state, event.now, Receipt(report), settings)
        case events.WipeFinished(report=report):
            return _lock(state, event.now, report.error or WIPE_UNKNOWN, report)
        case events.Tick() if _is_over(state, event.now):
            return _lock(state, event.now, WIPE_TIMED_OUT)
    return state, ()


def _standby(state: State, event: events.Event, settings: Settings) -> Reaction:
    match event:
        case events.StartAsked():
            return _start(state, event, settings)
        case events.NewPerson():
            return _home(state, event.now)
        case events.StaffAsked() if state.receipt is None:
            return staff.entered(state, event.now, settings)
        case events.Activity(at=at) if state.receipt is None and at > state.since:
            return replace(state, deadline=min(at, event.now) + settings.idle), ()
        case events.Tick():
            state, todo = _home(state, event.now) if _is_over(state, event.now) else (state, ())
            state, more = guests.ticked(state, event.now, settings)
            return state, (*todo, *more)
    return _unused(state, event, settings)


def _unused(state: State, event: events.Event, settings: Settings) -> Reaction:
    """The guest that waits for the next person."""
    match event:
        case events.Tick():
            return guests.ticked(state, event.now, settings)
        case events.GuestEvent():
            return guests.unused(state, event)
    return state, ()


def _stopped(state: State, _event: events.Event, _settings: Settings) -> Reaction:
    return state, ()


# --- in a session -------------------------------------------------------------------------------------------------


def _opening(state: State, event: events.Event, settings: Settings) -> Reaction:
    match event:
        case events.Tick() if _is_over(state, event.now):
            return _wipe(state, event.now, EndReason.OPENING_TIMEOUT, settings)
        case events.FinishAsked() | events.EraseAsked():
            return _wipe(state, event.now, EndReason.FINISHED, settings)
    if state.guest.stage is not GuestStage.USED:
        return _waiting_for_guest(state, event, settings)
    if isinstance(event, events.GuestPainted):
        state, todo = _activate(guests.proved(state), event.now, settings)
        return state, (*staff.counted(state), *todo)
    return _in_session(state, event, settings)


def _waiting_for_guest(state: State, event: events.Event, settings: Settings) -> Reaction:
    if isinstance(event, events.GuestReady):
        return _open(state)
    return _unused(state, event, settings)


def _active(state: State, event: events.Event, settings: Settings) -> Reaction:  # noqa: PLR0911 - a table
    match event:
        case events.Tick() | events.Activity() | events.Sending():
            return _time(state, event, settings)
        case events.FinishAsked():
            return _close(state, event.now, settings)
        case events.LostAsked():
            return state, (commands.SendLost(),)
        case events.ServiceAsked(service=service):
            return desk.opened(state, event.now, DeskVisit(service), settings)
        case events.StaffAsked():
            return staff.entered(state, event.now, settings)
        case events.NoticeAsked():
            read = state.enter(Phase.NOTICE, event.now, idleness.allowed(state, settings))
            return replace(read, seconds_left=0), (commands.ShowNotice(),)
    return _in_session(state, event, settings)


def _notice(state: State, event: events.Event, settings: Settings) -> Reaction:
    """Whoever reads is still there as long as a hand moves; after the idle question the page comes back."""
    if isinstance(event, events.NoticeLeft):
        return _activate(state, event.now, settings)
    return _papers(state, event, settings)


def _staff(state: State, event: events.Event, settings: Settings) -> Reaction:  # noqa: PLR0911 - a table
    """In the staff area, over home or over the page. It locks by itself."""
    match event:
        case events.Tick() if _is_over(state, event.now):
            return _leave_staff(state, event.now, settings)
        case events.StaffLeft() if staff.leads_out(state):
            return _leave_staff(state, event.now, settings)
        case events.Activity(at=at):
            return idleness.postponed(state, min(at, event.now) + settings.staff), ()
        case events.SiteAsked() if staff.may_open(state):
            return _start_site(state, event, settings)
        case events.TrialAsked() if staff.may_open(state):
            return _start_trial(state, event, settings)
    inside = staff.react(state, event, settings)
    if inside is not None:
        return inside
    if state.session is None:
        return _unused(state, event, settings)
    if isinstance(event, events.Tick) and guests.silent(state, event.now, settings):
        return _wipe(state, event.now, EndReason.FROZEN, settings)
    return _in_session(state, event, settings)


def _papers(state: State, event: events.Event, settings: Settings) -> Reaction:
    """A device at work is a person at work: it is told as activity."""
    if isinstance(event, events.Tick | events.Activity | events.Sending):
        return _time(state, event, settings)
    return _in_session(state, event, settings)


def _time(state: State, event: events.Tick | events.Activity | events.Sending, settings: Settings) -> Reaction:
    """A person is busy with the page, or at the desk."""
    match event:
        case events.Activity(at=at):
            return idleness.touched(state, at, event.now, settings), ()
        case events.Sending():
            return idleness.sending(state, event.now, settings), ()
        case _ if guests.silent(state, event.now, settings):
            return _wipe(state, event.now, EndReason.FROZEN, settings)
        case _ if _is_over(state, event.now):
            return _warn(state.enter(Phase.WARNING, event.now, settings.warning), event.now, settings)
    return state, ()


def _warning(state: State, event: events.Event, settings: Settings) -> Reaction:
    """Only an answer on the screen ends the countdown: a knock on the table moves the mouse too."""
    match event:
        case events.Tick() if _is_over(state, event.now):
            return _wipe(state, event.now, EndReason.IDLE, settings)
        case events.Tick():
            return _warn(state, event.now, settings)
        case events.ExtendAsked() if state.session is not None and state.session.desk is not None:
            return desk.at_desk(state, event.now, settings), (commands.ShowDesk(),)
        case events.ExtendAsked():
            return _activate(state, event.now, settings)
        case events.EraseAsked():
            return _wipe(state, event.now, EndReason.FINISHED, settings)
    return _in_session(state, event, settings)


def _closing(state: State, event: events.Event, settings: Settings) -> Reaction:  # noqa: PLR0911 - a table
    match event:
        case events.Tick() if _is_over(state, event.now):
            return _wipe(state, event.now, EndReason.LEFT, settings)
        case events.Activity(at=at):
            return idleness.postponed(state, min(at, event.now) + settings.closing), ()
        case events.BackToPage():
            return _activate(state, event.now, settings)
        case events.EraseAsked():
            return _wipe(state, event.now, EndReason.FINISHED, settings)
        case events.ReceiptAsked():
            return state, (commands.SendReceiptWanted(),)
        case events.ServiceAsked(service="receipt"):
            return desk.opened(state, event.now, DeskVisit("receipt", back=Phase.CLOSING), settings)
    return _in_session(state, event, settings)


def _in_session(state: State, event: events.Event, settings: Settings) -> Reaction:  # noqa: PLR0911 - a table
    """What is the same from the moment the guest is the person's to the closing screen."""
    match event:
        case events.GuestExited():
            return _wipe(state, event.now, EndReason.GUEST_DIED, settings)
        case events.UntrustedMessage(code=code):
            state, todo = _wipe(state, event.now, EndReason.REFUSED_MESSAGE, settings)
            return state, (commands.Log("message-refused", (("kind", code),)), *todo)
        case events.GuestReady():
            return _browser_restarted(state, event.now, settings)
        case events.AppearanceChanged():
            return state, (commands.SendAppearance(),)
        case events.HostsRefused():
            return staff.refused(state, event, settings)
        case events.GestureRecorded() | events.GestureTakenBack():
            return staff.recorded(state, event)
    if isinstance(event, RecordEvent) and state.session is not None:
        session, todo = recorded(state.session, event)
        return replace(state, session=session), todo
    return state, ()


_PHASES: Mapping[Phase, Callable[[State, events.Event, Settings], Reaction]] = {
    Phase.BOOT: _until_boot,
    Phase.WIPING: _wiping,
    Phase.STANDBY: _standby,
    Phase.OPENING: _opening,
    Phase.ACTIVE: _active,
    Phase.PAPERS: _papers,
    Phase.NOTICE: _notice,
    Phase.STAFF: _staff,
    Phase.WARNING: _warning,
    Phase.CLOSING: _closing,
    Phase.LOCKED: _until_boot,
    Phase.STOPPED: _stopped,
}


# --- from one phase to another ------------------------------------------------------------------------------------


def _start(state: State, asked: events.StartAsked, settings: Settings) -> Reaction:
    session = Session(asked.procedure_id, asked.case, asked.with_mediator, asked.steps, started_at=asked.now)
    return _begin(state, session, settings)


def _start_site(state: State, asked: events.SiteAsked, settings: Settings) -> Reaction:
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


def _start_trial(state: State, asked: events.TrialAsked, settings: Settings) -> Reaction:
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
        state, more = _open(state)
        return state, (*more, *todo)
    if state.guest.stage is GuestStage.ABSENT:
        # Somebody waits: no time to spare a machine that is short of breath.
        state, start = guests.started(state, now, settings)
        return state, (*todo, start)
    return state, todo


def _open(state: State) -> Reaction:
    if state.session is None:
        return state, ()
    state, command = guests.opened(state, state.session)
    return state, (command,)


def _browser_restarted(state: State, now: float, settings: Settings) -> Reaction:
    if state.session is None or state.session.browser_restarts >= MAX_BROWSER_RESTARTS:
        return _wipe(state, now, EndReason.GUEST_DIED, settings)
    session = replace(state.session, browser_restarts=state.session.browser_restarts + 1)
    state, todo = _open(replace(state, session=session))
    return state, (commands.Log("browser-restarted", (("count", session.browser_restarts),)), *todo)


def _activate(state: State, now: float, settings: Settings) -> Reaction:
    state = replace(state.enter(Phase.ACTIVE, now, idleness.allowed(state, settings)), seconds_left=0)
    with_mediator = state.session is not None and state.session.with_mediator
    return state, (commands.ShowSession(with_mediator),)


def _leave_staff(state: State, now: float, settings: Settings) -> Reaction:
    state = replace(state, staff=None)
    return _home(state, now) if state.session is None else _activate(state, now, settings)


def _warn(state: State, now: float, settings: Settings) -> Reaction:
    total = math.ceil(settings.warning)
    # Sums of clock readings are a hair off: the count must not begin above its total.
    left = min(math.ceil((state.deadline or now) - now), total)
    if left == state.seconds_left:
        return state, ()
    return replace(state, seconds_left=left), (commands.ShowWarning(left, total),)


def _close(state: State, now: float, settings: Settings) -> Reaction:
    documents = state.session.documents if state.session else 0
    share = state.session.share if state.session else None
    return state.enter(Phase.CLOSING, now, settings.closing), (commands.ShowClosing(documents, share),)


def _desk(state: State, event: events.DeskEvent, settings: Settings) -> Reaction:
    if isinstance(event, events.ServiceDone):
        return desk.served(state, event.service)
    state, back = desk.left(state)
    if back is None:
        return state, ()
    return _close(state, event.now, settings) if back is Phase.CLOSING else _activate(state, event.now, settings)


def _wipe(state: State, now: float, reason: EndReason, settings: Settings) -> Reaction:
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


def _wiped(state: State, now: float, receipt: Receipt, settings: Settings) -> Reaction:
    reason = _reason(state)
    seconds = round(receipt.report.total_seconds, 3)
    todo: tuple[Command, ...] = (
        commands.Log("wipe-verified", (("reason", reason.value), ("seconds", seconds))),
        commands.KeepReceipt(reason, receipt.report),
    )
    state = replace(state, ending=None, wiped=())
    if state.stopping:
        return state.enter(Phase.STOPPED, now), (*todo, commands.Exit(verified=True))
    if reason is EndReason.BOOT:
        state, shown = _home(state, now)
    elif state.work:
        state, home = _home(state, now)
        state, door = staff.back_to_work(state, now, settings)
        shown = (*home, *door)
    else:
        state = replace(state.enter(Phase.STANDBY, now, settings.receipt), receipt=receipt)
        shown = (commands.ShowWiped(receipt, reason),)
    state, start = guests.started(state, now, settings)
    return state, (*todo, *shown, start)


def _home(state: State, now: float) -> Reaction:
    return replace(state.enter(Phase.STANDBY, now), receipt=None), (commands.ShowHome(),)


def _lock(state: State, now: float, code: str, report: WipeReport | None = None) -> Reaction:
    todo: tuple[Command, ...] = (
        commands.Log("wipe-failed", (("code", code),)),
        commands.ShowLocked(code),
        commands.KeepReceipt(_reason(state), report, code),
    )
    if state.stopping:
        todo = (*todo, commands.Exit(verified=False))
    return replace(state.enter(Phase.LOCKED, now), ending=None, wiped=(), work=False), todo


def _shut_down(state: State, now: float, settings: Settings) -> Reaction:
    match state.phase:
        case Phase.STOPPED:
            return state, ()
        case Phase.BOOT | Phase.LOCKED:
            return state.enter(Phase.STOPPED, now), (commands.Exit(verified=False),)
        case Phase.WIPING:
            return replace(state, stopping=True), ()
    return _wipe(replace(state, stopping=True), now, EndReason.SHUTDOWN, settings)


# --- pieces -------------------------------------------------------------------------------------------------------


def _is_over(state: State, now: float) -> bool:
    return state.deadline is not None and now >= state.deadline


def _reason(state: State) -> EndReason:
    return state.ending or EndReason.BOOT


def _longer(state: State, now: float, settings: Settings) -> State:
    """Somebody sits beside, or will: what is waited for on the page and at the desk is longer from now on."""
    if state.phase not in (Phase.ACTIVE, Phase.PAPERS, Phase.NOTICE):
        return state
    return idleness.touched(state, now, now, settings)


def _flag(state: State, event: events.MediatorCalled | events.MediatorAnswered, settings: Settings) -> Reaction:
    called = isinstance(event, events.MediatorCalled)
    # Whoever uses the mediator's own keys sits there, called or not.
    sits_down = not called and state.session is not None and not state.session.with_mediator
    news = called != state.mediator_called or sits_down
    if not news or state.phase in (Phase.BOOT, Phase.WIPING, Phase.STOPPED):
        return state, ()
    lowered: tuple[Command, ...] = (commands.LowerFlag(),) if state.mediator_called else ()
    state = replace(state, mediator_called=called)
    if called:
        return _longer(state, event.now, settings), (commands.RaiseFlag(),)
    if state.session is None:
        return state, lowered
    # The mediator is at the post: the panel's words change with who sits there.
    state = _longer(replace(state, session=replace(state.session, with_mediator=True)), event.now, settings)
    todo = lowered
    if state.guest.stage is GuestStage.USED:
        todo = (*todo, commands.SendSeat(mediator=True))
    if state.phase is Phase.ACTIVE:
        todo = (*todo, commands.ShowSession(with_mediator=True))
    return state, todo
