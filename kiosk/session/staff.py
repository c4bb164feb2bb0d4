"""The rules of the staff area: who may enter which room, and what a mediator may open the way to.

Pure, like the controller. Knows that a PIN was right, never whose, nor what a room shows.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.session import events
from kiosk.session.commands import (
    AllowHosts,
    BlockedHost,
    Command,
    CountOpening,
    DropGesture,
    KeepGesture,
    Log,
    NoteHost,
    SendReload,
    ShowBlocked,
    ShowStaff,
)
from kiosk.session.network.trackers import is_tracker
from kiosk.session.state import Phase, Session, Settings, StaffVisit, State

PIN = "pin"
MENU = "menu"
BLOCKED = "blocked"
DRAFT = "draft"
HEALTH = "health"
ROOMS = frozenset({"site", "next", "write", "repair", DRAFT})
"""What the menu leads to. Only out of a session: there it is the refused hosts, and nothing else."""
IT_ROOMS = frozenset({HEALTH})
"""As many more, after the PIN of one of IT."""

MAX_GESTURES = 400
"""As many are recorded in one session, and as many taken back: each costs the shell a file."""

MAX_HOSTS = 64
"""As many refused hosts are kept, and as many can be allowed."""

Reaction = tuple[State, tuple[Command, ...]]


def entered(state: State, now: float, settings: Settings) -> Reaction:
    """At the door. In a session that a mediator has just opened, the refused hosts are shown at once."""
    known = state.session is not None and now < state.session.staff_until
    visit = StaffVisit(BLOCKED, admitted=True) if known else StaffVisit(PIN)
    return _shown(replace(state.enter(Phase.STAFF, now, settings.staff), staff=visit, seconds_left=0), settings)


def leads_out(state: State) -> bool:
    """Whether "Retour" leaves the area. Elsewhere it leads to the menu."""
    return state.staff is None or state.session is not None or state.staff.room in (PIN, MENU)


def may_open(state: State) -> bool:
    """Whether a mediator may open a site now."""
    return state.session is None and _is_in(state)


def react(state: State, event: events.Event, settings: Settings) -> Reaction | None:  # noqa: PLR0911 - a table
    """What happens inside the area. None when the event is no matter of its."""
    match event:
        case events.StaffAdmitted():
            return _admitted(state, event, settings)
        case events.StaffRoomAsked(room=room) if may_open(state) and room in _rooms(state):
            return _at(state, room, settings)
        case events.StaffLeft() if may_open(state):
            return _at(state, MENU, settings)
        case events.HostAllowed(host=host):
            return _allowed(state, host, event.now, settings)
        case events.ReloadAsked() if _looks_at_hosts(state):
            return state, (SendReload(),)
        case events.HostsRefused():
            state, todo = refused(_with_rows_kept(state, settings), event, settings)
            return (state, (*todo, _show(state, settings))) if _looks_at_hosts(state) else (state, todo)
    return None


def refused(state: State, event: events.HostsRefused, settings: Settings) -> Reaction:
    """The proxy's account, as far as it goes."""
    if state.session is None:
        return state, ()
    # What is not even a name, the proxy tells without one.
    hosts = tuple(one for one in event.hosts if "." in one[0])
    state = replace(state, session=replace(state.session, refused=hosts[:MAX_HOSTS]))
    return state, (_count(state, settings),)


def recorded(state: State, event: events.GestureRecorded | events.GestureTakenBack) -> Reaction:
    """A gesture counts only where a mediator has asked for it."""
    session = state.session
    if session is None or session.mode != "record":
        return state, ()
    if isinstance(event, events.GestureTakenBack):
        if not session.gestures or session.taken_back >= MAX_GESTURES:
            return state, ()
        session = replace(session, gestures=session.gestures - 1, taken_back=session.taken_back + 1)
        return replace(state, session=session), (DropGesture(),)
    if session.gestures >= MAX_GESTURES:
        return state, ()
    kept = KeepGesture(event.gesture, event.role, event.name, event.address)
    return replace(state, session=replace(session, gestures=session.gestures + 1)), (kept,)


def back_to_work(state: State, now: float, settings: Settings) -> Reaction:
    """After the wipe of a session that a mediator made to write a procedure: the door first, then what they wrote."""
    visit = StaffVisit(PIN, then=DRAFT)
    return _shown(replace(state.enter(Phase.STAFF, now, settings.staff), staff=visit, work=False), settings)


def counted(state: State) -> tuple[Command, ...]:
    """A site without a procedure is open: the most asked for are those to write next."""
    session = state.session
    if session is None or session.site is None or session.mode != "free":
        return ()
    return (CountOpening(session.site.host),)


def _rooms(state: State) -> frozenset[str]:
    return ROOMS | IT_ROOMS if state.staff is not None and state.staff.it else ROOMS


def _admitted(state: State, event: events.StaffAdmitted, settings: Settings) -> Reaction:
    visit = state.staff
    if visit is None or visit.room != PIN:
        return state, ()
    then = visit.then or MENU
    log = Log("staff-admitted")
    if state.session is not None:
        state = replace(state, session=replace(state.session, staff_until=event.now + settings.staff))
    state = replace(state, staff=replace(visit, it=event.it))
    state, todo = _at(state, then if state.session is None else BLOCKED, settings)
    return state, (log, *todo)


def _allowed(state: State, host: str, now: float, settings: Settings) -> Reaction:
    session = state.session
    if session is None or not _looks_at_hosts(state) or not _can_be_allowed(session, host, settings):
        return state, ()
    session = replace(session, allowed=(*session.allowed, host), staff_until=now + settings.staff)
    state = replace(state, session=session)
    alone = session.site is not None and session.mode == "free"
    subject = session.site.host if alone and session.site is not None else session.procedure_id
    todo = (AllowHosts(session.allowed), NoteHost(subject, host), _count(state, settings), _show(state, settings))
    return state, todo


def _can_be_allowed(session: Session, host: str, settings: Settings) -> bool:
    asked_for = any(host == one for one, _ in session.refused)
    return asked_for and host not in session.allowed and not is_tracker(host, settings.trackers)


def _is_in(state: State) -> bool:
    return state.phase is Phase.STAFF and state.staff is not None and state.staff.admitted


def _looks_at_hosts(state: State) -> bool:
    return _is_in(state) and state.staff is not None and state.staff.room == BLOCKED


def _at(state: State, room: str, settings: Settings) -> Reaction:
    it = state.staff is not None and state.staff.it
    return _shown(replace(state, staff=StaffVisit(room, admitted=True, it=it)), settings)


def _shown(state: State, settings: Settings) -> Reaction:
    return state, (_show(state, settings),)


def _show(state: State, settings: Settings) -> ShowStaff:
    room = state.staff.room if state.staff is not None else PIN
    blocked = _rows(state, settings) if room == BLOCKED else ()
    it = state.staff is not None and state.staff.it
    return ShowStaff(room, state.session is not None, blocked, it)


def _rows(state: State, settings: Settings) -> tuple[BlockedHost, ...]:
    """What can be done something about first, then by how often it was asked for. What is on screen keeps its place:
    a page that asks on and on must not push another host under the finger."""
    kept = state.staff.hosts if state.staff is not None else ()
    places = {host: place for place, host in enumerate(kept)}
    last = len(places)
    return tuple(
        sorted(
            _blocked(state.session, settings),
            key=lambda one: (one.tracker, places.get(one.host, last), -one.count, one.host),
        )
    )


def _with_rows_kept(state: State, settings: Settings) -> State:
    if state.staff is None or not _looks_at_hosts(state):
        return state
    return replace(state, staff=replace(state.staff, hosts=tuple(one.host for one in _rows(state, settings))))


def _blocked(session: Session | None, settings: Settings) -> tuple[BlockedHost, ...]:
    if session is None:
        return ()
    return tuple(
        BlockedHost(host, count, is_tracker(host, settings.trackers), host in session.allowed)
        for host, count in session.refused
    )


def _count(state: State, settings: Settings) -> ShowBlocked:
    blocked = _blocked(state.session, settings)
    return ShowBlocked(sum(not one.tracker and not one.allowed for one in blocked))
