"""Carries out what the controller asks for: the only place where rules meet real guests, real wipes and real screens.

Holds no rule. The screens are a `Stage`, the words to a guest come ready-made, the clocks are given: with a fake
sandbox the whole runs in a unit test.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Sequence

from kiosk.errors import KioskError
from kiosk.sealed import Sealed
from kiosk.session import commands, events, messages
from kiosk.session.around import Post, Stage
from kiosk.session.controller import react
from kiosk.session.hearing import Hearing
from kiosk.session.place import GuestPlace
from kiosk.session.state import Phase, Session, State
from kiosk.session.steps import ClipboardErasure, FileErasure, MemoryErasure, StrayGuestErasure
from kiosk.session.wipe import Erasure, wipe

TICK_SECONDS = 0.5
_ACTIVE_WITHIN = 1.0  # an input this recent is activity


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
        self._starting: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.get_running_loop()
        self._hearing = Hearing(post, stage, self.tell, lambda: self._state, self._loop.time)

    @property
    def phase(self) -> Phase:
        return self._state.phase

    @property
    def session(self) -> Session | None:
        return self._state.session

    @property
    def mediator_called(self) -> bool:
        """Called, and not come yet."""
        return self._state.mediator_called

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

    def _carry_out(self, command: commands.Command) -> None:  # noqa: C901, PLR0912, PLR0915 - a table: each command, and who does it
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
                self._hearing.open_desk()
            case commands.ShowDesk():
                self._post.desk.show()
            case commands.ShowStaff(room=room, in_session=in_session, blocked=blocked, it=it):
                self._post.staff.show(room, in_session, blocked, it=it)
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
            self._hearing.hear,
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
