"""Carries out what the controller asks for: the only place where rules meet real guests, real wipes and real screens.

Holds no rule. The screens are a `Stage`, the words to a guest come ready-made, the clocks are given: with a fake
sandbox the whole runs in a unit test.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kiosk.errors import KioskError
from kiosk.sandbox.base import GuestSpec, Sandbox
from kiosk.sealed import Sealed
from kiosk.session import commands, events, messages
from kiosk.session.controller import react
from kiosk.session.idle import IdleCounter
from kiosk.session.limits import WISHES_BURST, WISHES_PER_SECOND, RateLimit
from kiosk.session.place import GuestPlace, NetworkSettings
from kiosk.session.receipt import Receipt, WipeReport
from kiosk.session.selections import Selections
from kiosk.session.state import EndReason, Phase, Session, Settings, State
from kiosk.session.steps import ClipboardErasure, FileErasure, MemoryErasure, StrayGuestErasure
from kiosk.session.wipe import Erasure, wipe

TICK_SECONDS = 0.5
_ACTIVE_WITHIN = 1.0  # an input this recent is activity


class Stage(Protocol):
    """The shell's screens, as the rules see them."""

    def guest_came(self) -> None: ...
    def show_home(self) -> None: ...
    def show_opening(self, host: str) -> None: ...
    def show_session(self, with_mediator: bool) -> None: ...
    def show_warning(self, seconds_left: int, seconds_total: int) -> None: ...
    def show_closing(self, documents: int, share: int | None) -> None: ...
    def show_notice(self) -> None: ...
    def show_wiping(self, reason: EndReason, done: tuple[str, ...]) -> None: ...
    def show_wiped(self, receipt: Receipt, reason: EndReason) -> None: ...
    def show_locked(self, code: str) -> None: ...
    def show_blocked(self, count: int) -> None: ...
    def take_keyboard(self) -> None:
        """To the bar over the guest."""

    def set_mediator_called(self, on: bool) -> None: ...
    def forget_person(self) -> None: ...
    def known_of_person(self) -> int:
        """How many things the screens still know of the person. 0 after `forget_person`."""


class Desk(Protocol):
    """The paper desk, as the rules see it."""

    def open(self, asked: messages.ServiceAsked, contents: tuple[Sealed, ...]) -> None:
        """Begin a service. The contents are the desk's from now on."""

    def show(self) -> None: ...
    def delivered(self, kept: bool) -> None: ...
    def end(self) -> None:
        """Stop whatever is going on, without waiting. Idempotent."""

    def erasures(self) -> tuple[Erasure, ...]: ...


class StaffRooms(Protocol):
    """The staff area, as the rules see it."""

    def show(self, room: str, in_session: bool, blocked: tuple[commands.BlockedHost, ...]) -> None: ...
    def end(self) -> None:
        """Whoever was there has left: forget what was typed, and take no PIN any more. Idempotent."""


class Recorder(Protocol):
    """Where the gestures of a procedure in the making go."""

    def keep(self, gesture: str, role: str, untrusted_name: str, untrusted_address: str) -> None: ...
    def drop(self) -> None:
        """The last one was a mistake."""


class NoRecorder:
    """A post where nobody makes procedures."""

    def keep(self, gesture: str, role: str, untrusted_name: str, untrusted_address: str) -> None: ...
    def drop(self) -> None: ...


class NoStaff:
    """A post without a staff area."""

    def show(self, room: str, in_session: bool, blocked: tuple[commands.BlockedHost, ...]) -> None: ...
    def end(self) -> None: ...


class NoDesk:
    """A post without paper services."""

    def open(self, _asked: messages.ServiceAsked, contents: tuple[Sealed, ...]) -> None:
        for one in contents:
            one.close()

    def show(self) -> None: ...
    def delivered(self, kept: bool) -> None: ...
    def end(self) -> None: ...
    def erasures(self) -> tuple[Erasure, ...]:
        return ()


@dataclass(frozen=True)
class Post:
    """What the runner needs of the machine and of the other rooms, given by the composition root.

    `opening` turns a procedure's id, case and seat into the guest's first message and the hosts it may reach.
    `count_opening`: a site without a procedure was opened; `note_host`: a mediator opened the way to a host, for a
    procedure or such a site.
    `on_drive` and `on_secrecy`: what the guest says of who should drive and of the field that has the keyboard.
    `on_read`: the step that the person wants to hear; None: silence.
    `last_erasures`: what every wipe does when all else is gone.
    `papers_bytes`: what a tray holds at the most.
    `reader_bus`: the address of the accessibility bus while a screen reader is on, else nothing. Asked for each guest.
    `keep_receipt`: a wipe is over; why it was done, its report, its error.
    `record` is told each thing worth counting (a fixed code and safe fields).
    """

    sandbox: Sandbox
    spec: GuestSpec
    selections: Selections
    idle: IdleCounter
    runtime: Path
    settings: Settings
    network: NetworkSettings
    opening: Callable[[commands.OpenGuest], tuple[messages.Open, tuple[str, ...]]]
    appearance: Callable[[], messages.Appearance]
    record: Callable[..., None]
    count_drift: Callable[[str, str], None]
    wall_clock: Callable[[], datetime]
    on_drive: Callable[[str], None] = lambda _action: None
    on_secrecy: Callable[[str], None] = lambda _secrecy: None
    on_read: Callable[[messages.ReadAloud | None], None] = lambda _asked: None
    desk: Desk = field(default_factory=NoDesk)
    staff: StaffRooms = field(default_factory=NoStaff)
    recorder: Recorder = field(default_factory=NoRecorder)
    count_opening: Callable[[str], None] = lambda _host: None
    note_host: Callable[[str, str], None] = lambda _subject, _host: None
    keep_receipt: Callable[[str, WipeReport | None, str | None], None] = lambda _reason, _report, _error: None
    last_erasures: tuple[Erasure, ...] = ()
    papers_bytes: int = 100 << 20
    reader_bus: Callable[[], str] = lambda: ""


class Runner:
    def __init__(self, post: Post, stage: Stage, on_exit: Callable[[bool], None]) -> None:
        self._post = post
        self._stage = stage
        self._on_exit = on_exit
        self._state = State()
        self._waiting: deque[Callable[[float], events.Event]] = deque()
        self._busy = False
        self._place: GuestPlace | None = None
        self._hosts: tuple[str, ...] = ()
        self._refused: tuple[tuple[str, int], ...] = ()
        self._asked: tuple[messages.ServiceAsked, tuple[Sealed, ...]] | None = None
        self._starting: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.get_running_loop()
        self._wishes = {
            one: RateLimit(WISHES_PER_SECOND, WISHES_BURST) for one in (messages.BarWanted, messages.ReadAloud)
        }

    @property
    def phase(self) -> Phase:
        return self._state.phase

    @property
    def session(self) -> Session | None:
        return self._state.session

    def start(self) -> None:
        """Wipe what an earlier life left, then wait for a person."""
        self.tell(events.Boot)
        self._spawn(self._ticking())

    def tell(self, event: type[events.Event], **fields: object) -> None:
        """Something happened, now."""
        self._waiting.append(lambda now: event(now=now, **fields))
        if self._busy:
            return
        self._busy = True
        try:
            while self._waiting:
                self._react(self._waiting.popleft()(self._loop.time()))
        finally:
            self._busy = False

    def _react(self, event: events.Event) -> None:
        before = self._state.phase
        in_staff = self._state.staff is not None
        self._state, todo = react(self._state, event, self._post.settings)
        if self._state.phase is not before:
            self._post.record("phase", phase=self._state.phase.value)
        if in_staff and self._state.staff is None:
            self._post.staff.end()
        for command in todo:
            self._carry_out(command)

    def send(self, message: messages.ToGuest, contents: Sequence[Sealed] = ()) -> bool:
        """To the guest, if there is one. Whether it went."""
        return self._place is not None and self._place.send(message, contents)

    # --- commands ---------------------------------------------------------------------------------------------

    def _carry_out(self, command: commands.Command) -> None:  # noqa: C901, PLR0912, PLR0915 - a table
        stage = self._stage
        match command:
            case commands.StartGuest(guest=number):
                self._starting = self._spawn(self._start_guest(number))
            case commands.StopGuest(guest=number):
                self._spawn(self._stop_guest(number))
            case commands.OpenGuest():
                self._open_guest(command)
            case commands.SendLost():
                self.send(messages.Lost())
            case commands.SendAppearance():
                self.send(messages.Look(self._post.appearance()))
            case commands.SendReceiptWanted():
                self.send(messages.ReceiptWanted())
            case commands.SendServiceDone(service=service):
                self.send(messages.ServiceDone(service=service))  # type: ignore[arg-type]
            case commands.AllowHosts(hosts=hosts):
                self._allow(hosts)
            case commands.SendReload():
                self.send(messages.Reload())
            case commands.SendSeat(mediator=mediator):
                self.send(messages.Seat(mediator))
            case commands.Wipe():
                self._post.desk.end()
                if self._place is not None and (self._starting is None or self._starting.done()):
                    # Now and not in a task's turn: processes take their time to die, and screens to be drawn.
                    self._place.end()
                self._spawn(self._wipe())
            case commands.ShowHome():
                stage.show_home()
            case commands.ShowOpening(host=host):
                stage.show_opening(host)
            case commands.ShowSession(with_mediator=with_mediator):
                stage.show_session(with_mediator)
            case commands.ShowWarning(seconds_left=left, total=total):
                stage.show_warning(left, total)
            case commands.ShowClosing(documents=documents, share=share):
                stage.show_closing(documents, share)
            case commands.ShowNotice():
                stage.show_notice()
            case commands.OpenDesk():
                self._open_desk()
            case commands.ShowDesk():
                self._post.desk.show()
            case commands.ShowStaff(room=room, in_session=in_session, blocked=blocked):
                self._post.staff.show(room, in_session, blocked)
            case commands.ShowBlocked(count=count):
                stage.show_blocked(count)
            case commands.ShowWiping(reason=reason, done=done):
                stage.show_wiping(reason, done)
            case commands.ShowWiped(receipt=receipt, reason=reason):
                stage.show_wiped(receipt, reason)
            case commands.ShowLocked(code=code):
                stage.show_locked(code)
            case commands.RaiseFlag():
                stage.set_mediator_called(True)
            case commands.LowerFlag():
                stage.set_mediator_called(False)
            case commands.CountDrift(procedure_id=procedure, step=step):
                self._post.record("drift", procedure=procedure, step=step)
                self._post.count_drift(procedure, step)
            case commands.CountOpening(host=host):
                self._post.count_opening(host)
            case commands.NoteHost(subject=subject, host=host):
                self._post.note_host(subject, host)
            case commands.KeepGesture(gesture=gesture, role=role, name=name, address=address):
                self._post.recorder.keep(gesture, role, name, address)
            case commands.DropGesture():
                self._post.recorder.drop()
            case commands.Log(code=code, fields=fields):
                self._post.record(code, **dict(fields))
            case commands.KeepReceipt(reason=reason, report=report, error=error):
                self._post.keep_receipt(reason.value, report, error)
            case commands.Exit(verified=verified):
                self._end(verified)

    def _open_guest(self, command: commands.OpenGuest) -> None:
        if self._place is None:
            return
        message, self._hosts = self._post.opening(command)
        self._allow(command.allowed)
        self._place.send(message)

    def _allow(self, more: tuple[str, ...]) -> None:
        """The procedure's hosts, and those that a mediator has opened the way to."""
        if self._place is not None:
            self._place.allow((*self._hosts, *more))

    def _open_desk(self) -> None:
        if self._asked is not None:
            asked, contents = self._asked
            self._asked = None
            self._post.desk.open(asked, contents)

    def _end(self, verified: bool) -> None:
        for task in self._tasks:
            task.cancel()
        self._on_exit(verified)

    # --- what takes time --------------------------------------------------------------------------------------

    async def _start_guest(self, number: int) -> None:
        place = GuestPlace(
            number,
            self._post.runtime,
            self._post.network,
            self._heard,
            self._ended,
            self._post.papers_bytes,
            self._post.reader_bus(),
            lambda count: self._post.record("network-restarted", count=count),
        )
        self._place = place
        try:
            await place.start(self._post.sandbox, self._post.spec)
            if place.lacks_reader:
                self._post.record("reader-door-failed", guest=number)
        except (KioskError, OSError) as error:
            self._post.record("guest-not-started", code=getattr(error, "code", "E-400"), kind=type(error).__name__)
            await place.stop()
            self.tell(events.GuestExited, guest=number)

    async def _stop_guest(self, number: int) -> None:
        # A slow start can outlast the wait for the next guest: only the one that is meant is stopped.
        place = self._place
        if place is not None and place.number == number:
            taken = await self._take_place()
            if taken is not None:
                await taken.stop()

    async def _take_place(self) -> GuestPlace | None:
        """The place, no longer ours. A guest that is half started is waited for: killed too early, it could escape."""
        if self._starting is not None:
            await asyncio.wait({self._starting})
        place, self._place = self._place, None
        self._hosts = self._refused = ()
        return place

    async def _wipe(self) -> None:
        place = await self._take_place()
        if place is not None:
            place.end()
            self._report_refusals(place)
        report = await wipe(
            self._erasures(place),
            self._post.wall_clock,
            on_step=lambda code: self.tell(events.WipeStepDone, code=code),
        )
        for step in report.steps:
            figures = {"step": step.code, "seconds": round(step.seconds, 3), "remains": step.remains}
            self._post.record("wipe-step", **figures, verified=step.clean)
        self.tell(events.WipeFinished, report=report)

    def _erasures(self, place: GuestPlace | None) -> tuple[Erasure, ...]:
        post, stage = self._post, self._stage
        own = place.erasures() if place is not None else (StrayGuestErasure(post.sandbox), FileErasure(post.runtime))
        *guest, files = own
        return (
            *guest,
            ClipboardErasure(post.selections),
            files,
            MemoryErasure(stage.forget_person, stage.known_of_person),
            *post.desk.erasures(),
            *post.last_erasures,
        )

    def _report_refusals(self, place: GuestPlace) -> None:
        # How many, never which: an address can say what a person was doing.
        if refused := len(place.refused_hosts()):
            self._post.record("addresses-refused", count=refused)

    async def _ticking(self) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            idle = self._post.idle.seconds()
            if idle is not None and idle < _ACTIVE_WITHIN:
                self.tell(events.Activity, at=self._loop.time() - idle)
            self._tell_refused()
            if self._place is not None and self._place.took_sending():
                self.tell(events.Sending)
            self.tell(events.Tick)

    def _tell_refused(self) -> None:
        hosts = self._place.refused_hosts() if self._place is not None else ()
        if hosts != self._refused:
            self._refused = hosts
            self.tell(events.HostsRefused, hosts=hosts)

    # --- the guest's words ------------------------------------------------------------------------------------

    def _heard(self, guest: int, message: messages.AnyFromGuest, contents: tuple[Sealed, ...] = ()) -> None:  # noqa: C901, PLR0912, PLR0915 - a table
        match message:
            case messages.Ready():
                self._post.record("guest-ready", guest=guest)
                self._stage.guest_came()
                self.tell(events.GuestReady, guest=guest)
            case messages.Painted():
                self.tell(events.GuestPainted, guest=guest)
            case messages.Heartbeat():
                self.tell(events.Heartbeat, guest=guest)
            case messages.StepShown(step=step, number=number, total=total):
                self._record_step("step-shown", step, number=number, total=total)
                self.tell(events.StepShown, guest=guest, step=step)
            case messages.StepDone(step=step, how=how):
                self._record_step("step-done", step, how=how)
                self.tell(events.StepDone, guest=guest, step=step, how=how)
            case messages.Drift(step=step):
                self.tell(events.Drifted, guest=guest, step=step)
            case messages.SiteDown():
                self.tell(events.SiteDown, guest=guest)
            case messages.Recorded(gesture=gesture, role=role, name=name, address=address):
                said = {"gesture": gesture, "role": role, "name": name, "address": address}
                self.tell(events.GestureRecorded, guest=guest, **said)
            case messages.TakenBack():
                self.tell(events.GestureTakenBack, guest=guest)
            case messages.DocumentStored(kind=kind, size=size):
                self._post.record("document-stored", kind=kind, bytes=size)
                self.tell(events.DocumentStored, guest=guest)
            case messages.DocumentRefused(reason=reason):
                self._post.record("document-refused", reason=reason)
                self.tell(events.DocumentRefused, guest=guest)
            case messages.ServiceAsked(service=service):
                self._asked = (message, contents)
                self.tell(events.ServiceAsked, guest=guest, service=service)
                self._drop_asked()
            case messages.Delivered(kept=kept):
                self._post.desk.delivered(kept)
            case messages.PageProblem(kind=kind):
                self._post.record("page-problem", kind=kind)
            case messages.FinishAsked():
                self.tell(events.FinishAsked)
            case messages.MediatorCalled():
                self.tell(events.MediatorCalled)
            case messages.DriveAsked(action=action):
                self._post.on_drive(action)
            case messages.BarWanted():
                if self._heeds(message):
                    self._stage.take_keyboard()
            case messages.ReadAloud():
                if self._heeds(message):
                    self._post.on_read(message)
            case messages.StopReading():
                self._post.on_read(None)
            case messages.FocusSecrecy(secrecy=secrecy):
                self._post.on_secrecy(secrecy)
            case messages.Hands(step=step, user=user, mediator=mediator, user_ms=user_ms, mediator_ms=mediator_ms):
                counted = {"user": user, "mediator": mediator, "user_ms": user_ms, "mediator_ms": mediator_ms}
                self.tell(events.HandsCounted, guest=guest, step=step, **counted)

    def _heeds(self, wish: messages.BarWanted | messages.ReadAloud) -> bool:
        """Only what a person can have pressed: in a page that is in sight, and not fifty times a second."""
        return self._state.phase is Phase.ACTIVE and self._wishes[type(wish)].allows(self._loop.time())

    def _drop_asked(self) -> None:
        """What the rules did not take up, the desk being busy or the session over, is nobody's."""
        if self._asked is not None:
            for one in self._asked[1]:
                one.close()
            self._asked = None

    def _record_step(self, code: str, step: str, **fields: object) -> None:
        # Only words of ours reach the log: a guest could make its "step" say anything.
        session = self._state.session
        if session is not None and step in session.steps:
            self._post.record(code, step=step, **fields)

    def _ended(self, guest: int, why: str) -> None:
        if why == "exited":
            self.tell(events.GuestExited, guest=guest)
        else:
            self.tell(events.UntrustedMessage, guest=guest, code=why)

    def _spawn(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            # A fault of ours: the post must not go on as if nothing had happened.
            self._post.record("fault", kind=type(error).__name__)
            raise error
