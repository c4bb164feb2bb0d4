"""What holds for the controller after any sequence of events, however unlikely."""

from __future__ import annotations

import dataclasses
import math
from datetime import UTC, datetime

import hypothesis.strategies as st
from hypothesis import settings as hypothesis_settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.session import commands, events
from kiosk.session.controller import react
from kiosk.session.receipt import WIPE_STEPS, WipeReport, WipeStep
from kiosk.session.records import MAX_GESTURES, MAX_MILLISECONDS
from kiosk.session.state import GuestStage, Mode, Phase, Settings, State

IN_SESSION = {Phase.OPENING, Phase.ACTIVE, Phase.PAPERS, Phase.WARNING, Phase.CLOSING}
SECRET_PROCEDURE = "procedure-of-marie-dupont"
SECRET_CASE = "case-of-marie-dupont"
STEPS = ("step-1-of-marie-dupont", "step-2-of-marie-dupont")
TRACKER = "pixel.tracker-of-marie-dupont.example"
HOSTS = ("cdn.of-marie-dupont.example", TRACKER, "fonts.of-marie-dupont.example")
SETTINGS = Settings(
    idle=30,
    warning=10,
    opening=8,
    heartbeat=5,
    closing=12,
    receipt=4,
    wiping=9,
    staff=6,
    trackers=frozenset({"tracker-of-marie-dupont.example"}),
)

WAITS = st.sampled_from([0.0, 0.1, 0.9, 1.0, 3.0, 4.9, 5.1, 12.0, 31.0, 500.0])
GUEST_KINDS = (events.GuestReady, events.GuestPainted, events.Heartbeat, events.GuestExited)
DOCUMENT_KINDS = (events.DocumentStored, events.DocumentRefused)
PERSON_KINDS = (
    events.ExtendAsked,
    events.FinishAsked,
    events.BackToPage,
    events.EraseAsked,
    events.NewPerson,
    events.LostAsked,
    events.ReceiptAsked,
    events.DeskClosed,
    events.AppearanceChanged,
    events.MediatorCalled,
    events.MediatorAnswered,
    events.StaffAsked,
    events.StaffLeft,
    events.ReloadAsked,
)


def in_session(state: State) -> bool:
    """The staff area may lie over a person's page, or over home."""
    return state.phase in IN_SESSION or (state.phase is Phase.STAFF and state.session is not None)


class AnySequence(RuleBasedStateMachine):
    """Every event at every moment, from this guest and from dead ones, with a clock that never goes back."""

    def __init__(self) -> None:
        super().__init__()
        self.state = State()
        self.now = 0.0
        self.unwiped = True
        self.started: list[int] = []
        self.opened_for: dict[int, int] = {}
        self.sessions = 0
        self.flag = False
        self.admitted = False

    def send(self, event: events.Event) -> None:
        before = self.state
        self.state, asked = react(before, event, SETTINGS)
        assert react(before, event, SETTINGS) == (self.state, asked), "the same event in the same state"
        self.check_passage(before, event)
        if isinstance(event, events.GuestEvent) and (
            event.guest != before.guest.number or before.guest.stage is GuestStage.ABSENT
        ):
            assert (self.state, asked) == (before, ()), "a dead guest was heard"
        if self.state.phase is Phase.OPENING and before.phase is not Phase.OPENING:
            self.sessions += 1
            if isinstance(event, events.SiteAsked):
                assert self.admitted, "a site was opened without a PIN"
        if before.phase is Phase.WIPING and self.state.phase is not Phase.WIPING:
            self.check_end_of_wipe(event)
        if self.state.phase is Phase.WIPING and before.phase is not Phase.WIPING:
            assert sum(isinstance(command, commands.Wipe) for command in asked) == 1
            self.unwiped = True
        for command in asked:
            self.check(command)
        self.admitted = self.admitted and self.state.phase is Phase.STAFF

    def check_passage(self, before: State, event: events.Event) -> None:
        if isinstance(event, events.StaffAdmitted):
            self.admitted = before.phase is Phase.STAFF
        if in_session(before):
            assert in_session(self.state) or self.state.phase is Phase.WIPING
        if before.phase is Phase.LOCKED and self.state.phase is not Phase.LOCKED:
            assert isinstance(event, events.Boot | events.ShutDown)
        if before.phase is Phase.WARNING and self.state.phase is not Phase.WARNING:
            assert self.state.phase is Phase.WIPING or isinstance(event, events.ExtendAsked | events.NoticeAsked)

    def check_end_of_wipe(self, event: events.Event) -> None:
        verified = isinstance(event, events.WipeFinished) and event.report.verified
        if verified:
            assert self.state.phase in {Phase.STANDBY, Phase.STOPPED}
            self.unwiped = False
        else:
            assert self.state.phase is Phase.LOCKED

    def check(self, command: commands.Command) -> None:  # noqa: C901 - a table
        match command:
            case commands.StartGuest(guest=guest):
                assert not self.unwiped, "a guest started before a verified wipe"
                assert guest not in self.started
                self.started.append(guest)
            case commands.OpenGuest(guest=guest):
                assert guest == self.started[-1]
                assert self.opened_for.setdefault(guest, self.sessions) == self.sessions, "a guest used twice"
            case commands.StopGuest(guest=guest):
                assert guest not in self.opened_for, "a used guest is for the wipe alone"
            case commands.ShowWarning(seconds_left=left, total=total):
                assert 0 < left <= total
            case commands.ShowSession():
                assert self.state.phase is Phase.ACTIVE, "the page uncovered under a question"
            case commands.OpenDesk() | commands.ShowDesk():
                assert self.state.phase is Phase.PAPERS
                assert self.state.session is not None
                assert self.state.session.desk is not None
            case commands.ShowStaff(room=room):
                assert self.state.phase is Phase.STAFF
                session = self.state.session
                just_before = session is not None and self.now < session.staff_until
                assert room == "pin" or self.admitted or just_before, "a room was shown without a PIN"
            case commands.AllowHosts(hosts=hosts):
                assert self.state.phase is Phase.STAFF
                assert self.state.session is not None
                assert set(hosts) <= {host for host, _ in self.state.session.refused} - {TRACKER}
            case commands.ShowHome() | commands.ShowWiped():
                assert not self.unwiped
            case commands.RaiseFlag() | commands.LowerFlag():
                assert self.flag is isinstance(command, commands.LowerFlag)
                self.flag = not self.flag

    @initialize()
    def boot(self) -> None:
        self.send(events.Boot(self.now))

    # --- events ---------------------------------------------------------------------------------------------------

    @rule(wait=WAITS)
    def tick(self, wait: float) -> None:
        self.now += wait
        self.send(events.Tick(self.now))
        deadline = self.state.deadline
        assert deadline is None or deadline > self.now, "a deadline passed and nothing was done"

    @rule(seconds=st.integers(1, 60))
    def quiet_time(self, seconds: int) -> None:
        """Nothing but time and a beating heart."""
        for _ in range(seconds):
            self.send(events.Heartbeat(self.now, self.state.guest.number))
            self.tick(1.0)

    @rule(back=WAITS)
    def activity(self, back: float) -> None:
        self.send(events.Activity(self.now, at=self.now - back))

    @rule(kind=st.sampled_from(PERSON_KINDS))
    def person(self, kind: type[events.Event]) -> None:
        self.send(kind(self.now))

    @rule(mediator=st.booleans(), steps=st.sampled_from([STEPS, STEPS[:1], ()]))
    def start(self, mediator: bool, steps: tuple[str, ...]) -> None:
        self.send(events.StartAsked(self.now, SECRET_PROCEDURE, SECRET_CASE, mediator, steps))

    @rule()
    def admit(self) -> None:
        self.send(events.StaffAdmitted(self.now))

    @rule(room=st.sampled_from(["site", "next", "blocked", "pin", "room-of-marie-dupont"]))
    def enter_room(self, room: str) -> None:
        self.send(events.StaffRoomAsked(self.now, room))

    @rule(mode=st.sampled_from(["free", "record"]))
    def ask_for_site(self, mode: Mode) -> None:
        self.send(
            events.SiteAsked(self.now, "autre-site", "marie-dupont.example", "https://marie-dupont.example/", mode)
        )

    @rule(counts=st.lists(st.integers(1, 3), min_size=len(HOSTS), max_size=len(HOSTS)))
    def refuse(self, counts: list[int]) -> None:
        self.send(events.HostsRefused(self.now, tuple(zip(HOSTS, counts, strict=True))))

    @rule(host=st.sampled_from([*HOSTS, "never-asked-for.example"]))
    def allow(self, host: str) -> None:
        self.send(events.HostAllowed(self.now, host))

    @precondition(lambda self: self.state.phase in (Phase.STANDBY, Phase.ACTIVE))
    @rule()
    def sign_in(self) -> None:
        """Often enough that the rooms are reached."""
        self.send(events.StaffAsked(self.now))
        self.send(events.StaffAdmitted(self.now))

    @rule(kind=st.sampled_from(GUEST_KINDS + DOCUMENT_KINDS), age=st.sampled_from([0, 0, 0, 1, -1]))
    def guest(self, kind: type[events.GuestEvent], age: int) -> None:
        self.send(kind(self.now, self.state.guest.number - age))

    @rule(service=st.sampled_from(["scan", "print", "receipt"]), age=st.sampled_from([0, 0, 0, 1]))
    def service(self, service: str, age: int) -> None:
        self.send(events.ServiceAsked(self.now, self.state.guest.number - age, service))

    @rule(service=st.sampled_from(["scan", "print", "receipt"]))
    def service_done(self, service: str) -> None:
        self.send(events.ServiceDone(self.now, service))

    @rule(
        kind=st.sampled_from((events.StepShown, events.Drifted)),
        step=st.sampled_from([*STEPS, "unknown"]),
        age=st.sampled_from([0, 0, 1]),
    )
    def step(self, kind: type[events.StepShown] | type[events.Drifted], step: str, age: int) -> None:
        self.send(kind(self.now, self.state.guest.number - age, step))

    @rule(step=st.sampled_from([*STEPS, "unknown"]), how=st.sampled_from(["page", "user"]))
    def step_done(self, step: str, how: str) -> None:
        self.send(events.StepDone(self.now, self.state.guest.number, step, how))  # type: ignore[arg-type]

    @rule(
        step=st.sampled_from([*STEPS, "unknown"]),
        counts=st.tuples(*[st.sampled_from([0, 1, 7, 1_000_000_000])] * 4),
        age=st.sampled_from([0, 0, 1]),
    )
    def hands(self, step: str, counts: tuple[int, int, int, int], age: int) -> None:
        self.send(events.HandsCounted(self.now, self.state.guest.number - age, step, *counts))

    @rule(code=st.sampled_from(["size", "form", "rate"]))
    def untrusted(self, code: str) -> None:
        self.send(events.UntrustedMessage(self.now, self.state.guest.number, code))  # type: ignore[arg-type]

    @rule(code=st.sampled_from(WIPE_STEPS))
    def wipe_step(self, code: str) -> None:
        self.send(events.WipeStepDone(self.now, code))

    @rule(
        codes=st.just(WIPE_STEPS) | st.lists(st.sampled_from(WIPE_STEPS)),
        failed=st.none() | st.integers(0, len(WIPE_STEPS) - 1),
    )
    def wipe_finished(self, codes: list[str], failed: int | None) -> None:
        steps = tuple(WipeStep(code, 0.1, verified=index != failed) for index, code in enumerate(codes))
        self.send(events.WipeFinished(self.now, WipeReport(steps, 0.5, datetime(2026, 1, 1, tzinfo=UTC))))

    @rule()
    def boot_again(self) -> None:
        self.send(events.Boot(self.now))

    @precondition(lambda self: self.sessions > 2)
    @rule()
    def shut_down(self) -> None:
        self.send(events.ShutDown(self.now))

    @precondition(lambda self: self.state.phase is Phase.WIPING)
    @rule()
    def wipe_well(self) -> None:
        self.wipe_finished(list(WIPE_STEPS), None)

    @precondition(lambda self: self.state.phase is Phase.STANDBY)
    @rule()
    def begin_a_session(self) -> None:
        """Often enough that the deep states are reached."""
        self.send(events.GuestReady(self.now, self.state.guest.number))
        self.start(mediator=False, steps=STEPS)
        self.send(events.GuestPainted(self.now, self.state.guest.number))

    # --- what always holds ----------------------------------------------------------------------------------------

    @invariant()
    def the_person_exists_in_a_session_and_nowhere_else(self) -> None:
        assert (self.state.session is not None) is in_session(self.state)
        assert (self.state.staff is not None) is (self.state.phase is Phase.STAFF)
        if not in_session(self.state):
            assert "marie-dupont" not in repr(self.state)

    @invariant()
    def a_used_guest_belongs_to_a_session(self) -> None:
        if self.state.guest.stage is GuestStage.USED:
            assert in_session(self.state)
        if self.state.phase in {Phase.ACTIVE, Phase.PAPERS, Phase.WARNING, Phase.CLOSING}:
            assert self.state.guest.stage is GuestStage.USED

    @invariant()
    def nothing_lives_while_wiping_or_locked(self) -> None:
        if self.state.phase in {Phase.BOOT, Phase.WIPING, Phase.LOCKED, Phase.STOPPED}:
            assert self.state.guest.stage is GuestStage.ABSENT
            assert self.state.guest.deadline is None

    @invariant()
    def every_phase_that_waits_for_someone_ends_by_itself(self) -> None:
        if self.state.phase in IN_SESSION | {Phase.STAFF, Phase.WIPING}:
            assert self.state.deadline is not None

    @invariant()
    def nothing_grows_without_end(self) -> None:
        session = self.state.session
        if session is not None:
            assert len(session.done) <= len(session.steps)
            assert len(session.drifted) <= len(session.steps)
            if session.share is not None:
                assert 0 <= session.share <= 100
                assert session.with_mediator, "a share said to somebody who is alone"
            assert {one.step for one in session.hands} <= set(session.steps)
            assert len(session.hands) <= len(session.steps)
            assert all(max(one.user, one.mediator) <= MAX_GESTURES for one in session.hands)
            assert all(max(one.user_ms, one.mediator_ms) <= MAX_MILLISECONDS for one in session.hands)

    @invariant()
    def the_flag_is_what_was_last_asked(self) -> None:
        assert self.flag == self.state.mediator_called

    @invariant()
    def times_are_finite(self) -> None:
        for value in dataclasses.astuple(self.state.guest):
            assert not isinstance(value, float) or math.isfinite(value)


AnySequence.TestCase.settings = hypothesis_settings(max_examples=80, stateful_step_count=50, deadline=None)
TestAnySequence = AnySequence.TestCase
