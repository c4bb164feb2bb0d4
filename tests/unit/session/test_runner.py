"""The rules meet guests, wipes and screens: with a guest that speaks and no walls around it."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from kiosk.sandbox import GuestSpec
from kiosk.session import commands, events, messages
from kiosk.session.around import Post
from kiosk.session.idle import IdleCounter
from kiosk.session.limits import WISHES_BURST
from kiosk.session.place import NetworkSettings
from kiosk.session.receipt import Receipt
from kiosk.session.runner import Runner
from kiosk.session.selections import Selections
from kiosk.session.state import EndReason, Phase, Settings
from kiosk.session.wipe import Erasure
from tests.sandbox.fake import FakeSandbox

# Says Ready, then Painted once it is given a procedure, then whatever `{more}` does.
GUEST = """
import os, socket, time
s = socket.socket(fileno=int(os.environ["KIOSK_CHANNEL"]))
s.send(b'{"type":"Ready"}')
while b'"Open"' not in s.recv(200000): pass
s.send(b'{"type":"Painted"}')
MORE
time.sleep(600)
"""


class FakeStage:
    """Notes each screen by its name."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.known = 0
        self.receipt: Receipt | None = None
        self.reason: EndReason | None = None

    def __getattr__(self, name: str) -> Callable[..., None]:
        if not name.startswith(("show_", "set_", "guest_", "take_")):
            raise AttributeError(name)
        return lambda *_, **__: self.shown.append(name)

    def show_wiped(self, receipt: Receipt, reason: EndReason) -> None:
        self.shown.append("show_wiped")
        self.receipt, self.reason = receipt, reason

    def forget_person(self) -> None:
        self.known = 0

    def known_of_person(self) -> int:
        return self.known


class FakeSelections(Selections):
    def __init__(self) -> None:
        self.copied = 1

    def erase(self) -> None:
        self.copied = 0

    def remains(self) -> int:
        return self.copied


class StuckSelections(FakeSelections):
    def erase(self) -> None:
        """Somebody holds the clipboard and does not let go."""


class LastThing(Erasure):
    """What every wipe does when all else is gone. `left`: what it finds then."""

    code = "screen"

    def __init__(self, left: Callable[[], int]) -> None:
        self.found: list[int] = []
        self._left = left

    async def erase(self) -> None:
        self.found.append(self._left())

    def remains(self) -> int:
        return 0


class NobodyTouches(IdleCounter):
    def seconds(self) -> float | None:
        return 999.0


class Bench:
    """A runner, its fakes, and ways to wait for what happens."""

    def __init__(self, folder: Path, selections: Selections, more: str, settings: Settings) -> None:
        self.records: list[tuple[str, dict[str, object]]] = []
        self.changed = asyncio.Event()
        self.stage = FakeStage()
        self.runtime = folder / "run"
        self.exited: bool | None = None
        self.wished: list[str] = []
        self.last = LastThing(lambda: self.stage.known + selections.remains())
        post = Post(
            sandbox=FakeSandbox(),
            spec=GuestSpec(command=(sys.executable, "-c", GUEST.replace("MORE", more))),
            selections=selections,
            idle=NobodyTouches(),
            runtime=self.runtime,
            settings=settings,
            network=NetworkSettings(),
            opening=self._opening,
            appearance=messages.Appearance,
            record=self._record,
            count_drift=lambda *_: None,
            wall_clock=lambda: datetime(2026, 1, 1, tzinfo=UTC),
            on_drive=self.wished.append,
            on_secrecy=self.wished.append,
            on_read=lambda asked: self.wished.append("silence" if asked is None else "read"),
            last_erasures=(self.last,),
        )
        self.runner = Runner(post, self.stage, self._exit)

    def _opening(self, command: commands.OpenGuest) -> tuple[messages.Open, tuple[str, ...]]:
        opened = messages.Open(msgspec.Raw(b"{}"), None, command.with_mediator, messages.Appearance())
        return opened, ("*.exercice",)

    def _record(self, said: str, /, **fields: object) -> None:
        self.records.append((said, fields))
        self.changed.set()

    def _exit(self, verified: bool) -> None:
        self.exited = verified
        self.changed.set()

    async def phase(self, *wanted: Phase) -> None:
        async with asyncio.timeout(30):
            while self.runner.phase not in wanted:
                self.changed.clear()
                await self.changed.wait()

    async def until(self, code: str) -> dict[str, object]:
        async with asyncio.timeout(30):
            while True:
                for said, fields in self.records:
                    if said == code:
                        return fields
                self.changed.clear()
                await self.changed.wait()

    def begin(self) -> None:
        self.runner.tell(
            events.StartAsked, procedure_id="exercice", case=None, with_mediator=False, steps=("one", "two")
        )


@pytest.fixture
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(dir="/dev/shm"))
    yield path
    shutil.rmtree(path)


Make = Callable[..., Bench]


@pytest.fixture
async def make(folder: Path) -> AsyncIterator[Make]:
    made: list[Bench] = []

    def one(more: str = "", selections: Selections | None = None, settings: Settings | None = None) -> Bench:
        bench = Bench(folder, selections or FakeSelections(), more, settings or Settings())
        made.append(bench)
        bench.runner.start()
        return bench

    yield one
    for bench in made:
        bench.runner.tell(events.ShutDown)
        async with asyncio.timeout(30):
            while bench.exited is None:
                bench.changed.clear()
                await bench.changed.wait()


async def test_a_session_from_start_to_receipt_leaves_nothing(make: Make) -> None:
    bench = make()
    await bench.phase(Phase.STANDBY)
    assert bench.stage.shown[0] == "show_wiping"  # wiping comes first, always
    bench.stage.known = 3
    bench.begin()
    await bench.phase(Phase.ACTIVE)
    folder = next(bench.runtime.iterdir())
    assert (folder / "proxy").is_socket()
    bench.runner.tell(events.FinishAsked)
    bench.runner.tell(events.EraseAsked)
    await bench.phase(Phase.STANDBY)
    assert bench.stage.receipt is not None
    assert [step.code for step in bench.stage.receipt.report.steps] == [
        "guest",
        "mounts",
        "network",
        "clipboard",
        "files",
        "memory",
        "screen",
    ]
    assert bench.stage.known == 0
    # At the start and at the end, each time when all else was gone.
    assert bench.last.found == [0, 0]
    assert not folder.exists()


async def test_a_wipe_that_cannot_be_verified_locks_the_post(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.session.wipe.VERIFY_TIMEOUT", 0.3)
    bench = make(selections=StuckSelections())
    await bench.phase(Phase.LOCKED)
    assert "show_home" not in bench.stage.shown
    assert bench.stage.shown[-1] == "show_locked"


@pytest.mark.parametrize(
    ("hostile", "code"),
    [
        ('s.send(b\'{"type":"Painted","x":1}\')', "form"),
        ("s.send(b'not json')", "form"),
        ("s.setsockopt(1, 7, 1 << 20); s.send(b'x' * 100000)", "size"),
        ('[s.send(b\'{"type":"Heartbeat"}\') for _ in range(400)]', "rate"),
    ],
)
async def test_a_guest_that_speaks_badly_is_ended_and_wiped(make: Make, hostile: str, code: str) -> None:
    bench = make(more=hostile)
    await bench.phase(Phase.STANDBY)
    bench.begin()
    assert (await bench.until("message-refused"))["kind"] == code
    await bench.phase(Phase.STANDBY)
    assert bench.stage.reason is EndReason.REFUSED_MESSAGE


async def test_a_guest_that_dies_is_wiped_and_said(make: Make) -> None:
    bench = make(more="os._exit(1)")
    await bench.phase(Phase.STANDBY)
    bench.begin()
    await bench.until("wipe-verified")
    async with asyncio.timeout(30):
        while bench.stage.reason is None:
            bench.changed.clear()
            await bench.changed.wait()
    assert bench.stage.reason is EndReason.GUEST_DIED


async def test_a_silent_guest_is_ended(make: Make) -> None:
    bench = make(settings=Settings(heartbeat=0.5))
    await bench.phase(Phase.STANDBY)
    bench.begin()
    await bench.phase(Phase.ACTIVE)
    await bench.phase(Phase.STANDBY)
    assert bench.stage.reason is EndReason.FROZEN


async def test_a_step_that_the_procedure_does_not_have_is_never_written_down(make: Make) -> None:
    bench = make(
        more='s.send(b\'{"type":"StepShown","step":"camille-exemple","number":1,"total":2}\');'
        's.send(b\'{"type":"StepShown","step":"two","number":2,"total":2}\')'
    )
    await bench.phase(Phase.STANDBY)
    bench.begin()
    assert (await bench.until("step-shown"))["step"] == "two"
    assert "camille" not in str(bench.records)


async def test_what_the_guest_says_of_the_wheel_reaches_whoever_turns_it_in_order(make: Make) -> None:
    bench = make(
        more='s.send(b\'{"type":"FocusSecrecy","secrecy":"secret"}\');'
        's.send(b\'{"type":"DriveAsked","action":"give"}\');'
        's.send(b\'{"type":"FocusSecrecy","secrecy":"open"}\');'
        's.send(b\'{"type":"StepShown","step":"one","number":1,"total":2}\')'
    )
    await bench.phase(Phase.STANDBY)
    bench.begin()
    await bench.until("step-shown")
    assert bench.wished == ["secret", "give", "open"]


async def test_hands_that_the_guest_counted_are_written_down_each_in_its_place(make: Make) -> None:
    bench = make(
        more='s.send(b\'{"type":"Hands","step":"two","user":3,"mediator":1,"user_ms":2500,"mediator_ms":700}\');'
        's.send(b\'{"type":"StepShown","step":"two","number":2,"total":2}\')'
    )
    await bench.phase(Phase.STANDBY)
    bench.begin()
    await bench.until("step-shown")
    bench.runner.tell(events.FinishAsked)
    bench.runner.tell(events.EraseAsked)
    hands = await bench.until("hands")
    assert hands == {
        "step": "two",
        "user_gestures": 3,
        "mediator_gestures": 1,
        "user_seconds": 2.5,
        "mediator_seconds": 0.7,
    }


async def test_the_guest_is_told_who_drives_and_without_a_guest_nobody_is(make: Make) -> None:
    bench = make(
        more="while b'\"Drive\"' not in (said := s.recv(2000)): pass\n"
        's.send(b\'{"type":"PageProblem","kind":"refused"}\') if b\'"brake"\' in said else None'
    )
    told = messages.Drive(mode="brake", bar=True)
    bench.runner.send(told)
    await bench.phase(Phase.STANDBY)
    bench.begin()
    await bench.phase(Phase.ACTIVE)
    bench.runner.send(told)
    assert await bench.until("page-problem") == {"kind": "refused"}


async def test_leaving_while_a_guest_still_starts_leaves_no_guest(make: Make) -> None:
    bench = make()
    async with asyncio.timeout(30):
        while not any(code == "phase" and fields["phase"] == "standby" for code, fields in bench.records):
            bench.changed.clear()
            await bench.changed.wait()
    bench.begin()
    bench.runner.tell(events.EraseAsked)
    await bench.phase(Phase.STANDBY)
    assert bench.stage.receipt is not None
    assert bench.stage.receipt.report.verified


async def test_a_guest_that_asks_for_voice_and_bar_all_the_time_is_not_always_heeded(make: Make) -> None:
    bench = make(
        more='[(s.send(b\'{"type":"ReadAloud","step":"one"}\'), s.send(b\'{"type":"BarWanted"}\')) for _ in range(60)];'
        's.send(b\'{"type":"StopReading"}\');'
        's.send(b\'{"type":"StepShown","step":"one","number":1,"total":2}\')'
    )
    await bench.phase(Phase.STANDBY)
    bench.begin()
    await bench.until("step-shown")
    assert 1 <= bench.wished.count("read") <= 2 * WISHES_BURST
    assert 1 <= bench.stage.shown.count("take_keyboard") <= 2 * WISHES_BURST
    # Silence is never refused.
    assert bench.wished[-1] == "silence"


async def test_voice_and_bar_are_only_there_while_the_page_is_in_sight(make: Make) -> None:
    bench = make(
        more="while b'Lost' not in s.recv(2000): pass\n"
        's.send(b\'{"type":"ReadAloud","step":"one"}\'); s.send(b\'{"type":"BarWanted"}\');'
        's.send(b\'{"type":"StepShown","step":"one","number":1,"total":2}\')'
    )
    await bench.phase(Phase.STANDBY)
    bench.begin()
    await bench.phase(Phase.ACTIVE)
    bench.runner.tell(events.FinishAsked)
    bench.runner.send(messages.Lost())
    await bench.until("step-shown")
    assert (bench.wished, bench.stage.shown.count("take_keyboard")) == ([], 0)
