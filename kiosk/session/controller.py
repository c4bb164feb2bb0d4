"""The rules of one person's time on the post: a pure reducer from state and event to state and commands.

Knows the phases, the waits and what must come before what. Does nothing itself, reads no clock, sees no page. The
rule that stands above the others: from a session, the only way to the next person leads through a verified wipe.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.session import commands, desk, events, flag, guests, idleness, passages, staff
from kiosk.session.passages import Reaction
from kiosk.session.receipt import WIPE_TIMED_OUT, WIPE_UNKNOWN, Receipt
from kiosk.session.records import RecordEvent, recorded
from kiosk.session.state import DeskVisit, EndReason, GuestStage, Phase, Settings, State

# A browser that crashes again and again on the same page will not get better.
MAX_BROWSER_RESTARTS = 5


def react(state: State, event: events.Event, settings: Settings) -> Reaction:
    """The state after `event`, and what must be done, in order. Never raises, whatever the sequence of events."""
    if isinstance(event, events.GuestEvent):
        if event.guest != state.guest.number or state.guest.stage is GuestStage.ABSENT:
            return state, ()
        state = guests.heard(state, event.now)
    if isinstance(event, events.ShutDown):
        return passages.shut_down(state, event.now, settings)
    if isinstance(event, events.MediatorCalled | events.MediatorAnswered):
        return flag.changed(state, event, settings)
    if isinstance(event, events.DeskEvent):
        return _desk(state, event, settings)
    state, todo = _PHASES[state.phase](state, event, settings)
    if isinstance(event, events.Tick):
        state = replace(state, ticked_at=event.now)
    return state, todo


# --- out of a session ---------------------------------------------------------------------------------------------


def _until_boot(state: State, event: events.Event, settings: Settings) -> Reaction:
    if isinstance(event, events.Boot):
        return passages.wipe(state, event.now, EndReason.BOOT, settings)
    return state, ()


def _wiping(state: State, event: events.Event, settings: Settings) -> Reaction:
    match event:
        case events.WipeStepDone(code=code):
            state = replace(state, wiped=(*state.wiped, code))
            return state, (commands.ShowWiping(passages.reason_of(state), state.wiped),)
        case events.WipeFinished(report=report) if report.verified:
            return passages.wiped(state, event.now, Receipt(report), settings)
        case events.WipeFinished(report=report):
            return passages.lock(state, event.now, report.error or WIPE_UNKNOWN, report)
        case events.Tick() if _is_over(state, event.now):
            return passages.lock(state, event.now, WIPE_TIMED_OUT)
    return state, ()


def _standby(state: State, event: events.Event, settings: Settings) -> Reaction:
    match event:
        case events.StartAsked():
            return passages.start(state, event, settings)
        case events.NewPerson():
            return passages.home(state, event.now)
        case events.StaffAsked() if state.receipt is None:
            return staff.entered(state, event.now, settings)
        case events.Activity(at=at) if state.receipt is None and at > state.since:
            return replace(state, deadline=min(at, event.now) + settings.idle), ()
        case events.Tick():
            state, todo = passages.home(state, event.now) if _is_over(state, event.now) else (state, ())
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
            return passages.wipe(state, event.now, EndReason.OPENING_TIMEOUT, settings)
        case events.FinishAsked() | events.EraseAsked():
            return passages.wipe(state, event.now, EndReason.FINISHED, settings)
    if state.guest.stage is not GuestStage.USED:
        return _waiting_for_guest(state, event, settings)
    if isinstance(event, events.GuestPainted):
        state, todo = passages.activate(guests.proved(state), event.now, settings)
        return state, (*staff.counted(state), *todo)
    return _in_session(state, event, settings)


def _waiting_for_guest(state: State, event: events.Event, settings: Settings) -> Reaction:
    if isinstance(event, events.GuestReady):
        return passages.open_guest(state)
    return _unused(state, event, settings)


def _active(state: State, event: events.Event, settings: Settings) -> Reaction:  # noqa: PLR0911 - a table
    match event:
        case events.Tick() | events.Activity() | events.Sending():
            return _time(state, event, settings)
        case events.FinishAsked():
            return passages.close(state, event.now, settings)
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
        return passages.activate(state, event.now, settings)
    return _papers(state, event, settings)


def _staff(state: State, event: events.Event, settings: Settings) -> Reaction:  # noqa: PLR0911 - a table
    """In the staff area, over home or over the page. It locks by itself."""
    match event:
        case events.Tick() if _is_over(state, event.now):
            return passages.leave_staff(state, event.now, settings)
        case events.StaffLeft() if staff.leads_out(state):
            return passages.leave_staff(state, event.now, settings)
        case events.Activity(at=at):
            return idleness.postponed(state, min(at, event.now) + settings.staff), ()
        case events.SiteAsked() if staff.may_open(state):
            return passages.start_site(state, event, settings)
        case events.TrialAsked() if staff.may_open(state):
            return passages.start_trial(state, event, settings)
    inside = staff.react(state, event, settings)
    if inside is not None:
        return inside
    if state.session is None:
        return _unused(state, event, settings)
    if isinstance(event, events.Tick) and guests.silent(state, event.now, settings):
        return passages.wipe(state, event.now, EndReason.FROZEN, settings)
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
            return passages.wipe(state, event.now, EndReason.FROZEN, settings)
        case _ if _is_over(state, event.now):
            return passages.warn(state.enter(Phase.WARNING, event.now, settings.warning), event.now, settings)
    return state, ()


def _warning(state: State, event: events.Event, settings: Settings) -> Reaction:  # noqa: PLR0911 - a table
    """Only an answer on the screen ends the countdown: a knock on the table moves the mouse too."""
    match event:
        case events.Tick() if _is_over(state, event.now):
            return passages.wipe(state, event.now, EndReason.IDLE, settings)
        case events.Tick():
            return passages.warn(state, event.now, settings)
        case events.ExtendAsked() if state.session is not None and state.session.desk is not None:
            return desk.at_desk(state, event.now, settings), (commands.ShowDesk(),)
        case events.ExtendAsked():
            return passages.activate(state, event.now, settings)
        case events.NoticeAsked():
            # Who wants to read is there. Over the desk, the notice is no phase: the desk's own clock goes on.
            state, back = _warning(state, events.ExtendAsked(now=event.now), settings)
            shown: tuple[commands.Command, ...] = (commands.ShowNotice(),)
            if state.phase is Phase.ACTIVE:
                state, shown = _active(state, event, settings)
            return state, (*back, *shown)
        case events.EraseAsked():
            return passages.wipe(state, event.now, EndReason.FINISHED, settings)
    return _in_session(state, event, settings)


def _closing(state: State, event: events.Event, settings: Settings) -> Reaction:  # noqa: PLR0911 - a table
    match event:
        case events.Tick() if _is_over(state, event.now):
            return passages.wipe(state, event.now, EndReason.LEFT, settings)
        case events.Activity(at=at):
            return idleness.postponed(state, min(at, event.now) + settings.closing), ()
        case events.BackToPage():
            return passages.activate(state, event.now, settings)
        case events.EraseAsked():
            return passages.wipe(state, event.now, EndReason.FINISHED, settings)
        case events.ReceiptAsked():
            return state, (commands.SendReceiptWanted(),)
        case events.ServiceAsked(service="receipt"):
            return desk.opened(state, event.now, DeskVisit("receipt", back=Phase.CLOSING), settings)
    return _in_session(state, event, settings)


def _in_session(state: State, event: events.Event, settings: Settings) -> Reaction:  # noqa: PLR0911 - a table
    """What is the same from the moment the guest is the person's to the closing screen."""
    match event:
        case events.GuestExited():
            return passages.wipe(state, event.now, EndReason.GUEST_DIED, settings)
        case events.UntrustedMessage(code=code):
            state, todo = passages.wipe(state, event.now, EndReason.REFUSED_MESSAGE, settings)
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


# --- pieces -----------------------------------------------------------------------------------------------------------


def _is_over(state: State, now: float) -> bool:
    return state.deadline is not None and now >= state.deadline


def _desk(state: State, event: events.DeskEvent, settings: Settings) -> Reaction:
    if isinstance(event, events.ServiceDone):
        return desk.served(state, event.service)
    state, back = desk.left(state)
    if back is None:
        return state, ()
    return (
        passages.close(state, event.now, settings)
        if back is Phase.CLOSING
        else passages.activate(state, event.now, settings)
    )


def _browser_restarted(state: State, now: float, settings: Settings) -> Reaction:
    if state.session is None or state.session.browser_restarts >= MAX_BROWSER_RESTARTS:
        return passages.wipe(state, now, EndReason.GUEST_DIED, settings)
    session = replace(state.session, browser_restarts=state.session.browser_restarts + 1)
    state, todo = passages.open_guest(replace(state, session=session))
    return state, (commands.Log("browser-restarted", (("count", session.browser_restarts),)), *todo)
