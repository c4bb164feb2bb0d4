"""Minutes of two people at one page, the mode turning at any time: nothing stays down, nothing of the blocked person
reaches the page, no program grows.

The same again: set KIOSK_TEST_SEED.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import psutil
import pytest

from benchmarks import memory
from benchmarks.latency import Rule, Turn, per_minute
from benchmarks.wheel_rig import Heard, Rig, Taken, rig
from kiosk.control.people import Mode, Person
from tests.soak.people import Restless, whose

SEED = os.environ.get("KIOSK_TEST_SEED") or f"{random.SystemRandom().randrange(10**9):09d}"
CHECK_EVERY_S = 5.0
WARM_UP = 0.25
GROWTH_MB_A_MINUTE = 1.0
PER_SECOND = 500
MODE_EVERY = 300
"""Small acts of both, on average."""

SERVER_GRACE_MS = 3.0
"""The server's clock counts whole ms; the shell looks at its own just after it wrote the line."""
PAGE_GRACE_MS = 50.0
"""The page stamps what Qt hands on: what had passed the gate may wait that long in a busy program."""

NEAR_MS = 1000.0

RELEASES = ("mouseup", "keyup")
QT_PRESSED = ("MouseMove", "MouseButtonPress", "MouseButtonDblClick", "Wheel", "KeyPress")


@dataclass
class Ledger:
    """What was heard since the start."""

    turns: list[Turn] = field(default_factory=list)
    page_down: Counter[tuple[str, str]] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)
    leaked: list[str] = field(default_factory=list)
    unpaired: list[str] = field(default_factory=list)

    def add(self, taken: Taken, turns: Iterable[Turn]) -> None:
        self.turns.extend(turns)
        rule = Rule(self.turns)
        self._judge("qt", (one for one in taken.qt if one.kind in QT_PRESSED), rule, SERVER_GRACE_MS)
        self._judge("page", (one for one in taken.page if one.kind not in RELEASES), rule, PAGE_GRACE_MS)
        for one in taken.page:
            self._pair(one)
        self.turns = self.turns[-50:]

    def _judge(self, where: str, heard: Iterable[Heard], rule: Rule, grace: float) -> None:
        for one in heard:
            person = _whose_in_qt(one) if where == "qt" else whose(one)
            self.counted[f"{where}, {person.name.lower()}"] += 1
            if rule.blocks(person, one.stamped, grace):
                near = [turn for turn in self.turns if abs(turn.at - one.stamped) < NEAR_MS]
                self.leaked.append(f"{where}: {person.name.lower()}'s {one}; turns: {near}")

    def _pair(self, one: Heard) -> None:
        what = one.kind[:3], str(one.detail)
        if one.kind in ("mousedown", "keydown"):
            # A held key is said again and again.
            self.page_down[what] = 1 if what[0] == "key" else self.page_down[what] + 1
        elif one.kind in RELEASES:
            self.page_down[what] -= 1
        if self.page_down[what] not in (0, 1):
            self.unpaired.append(f"{self.page_down[what]}: {one}")
            self.page_down[what] = 0


def _whose_in_qt(heard: Heard) -> Person:
    if heard.kind == "KeyPress":
        return Person.USER if heard.x < 38 else Person.MEDIATOR
    return whose(heard)


@pytest.mark.soak
@pytest.mark.timeout(0)
def test_nothing_stays_down_nothing_leaks_and_nothing_grows(
    pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]
) -> None:
    minutes: float = pytestconfig.getoption("--soak-minutes")
    chance = random.Random(SEED)
    ledger = Ledger()
    sizes: dict[str, list[tuple[float, float]]] = {}
    modes: Counter[Mode] = Counter()
    with rig(gated=True) as post:
        people = [Restless(post, person, chance) for person in Person]
        # The pointers came to their halves over the other's.
        post.page.take()
        ledger.turns.extend(post.wheel.turns())
        began = time.monotonic()
        while (passed := time.monotonic() - began) < minutes * 60:
            _live(people, chance)
            for person in people:
                person.let_go()
            taken = _settled(post)
            turns = post.wheel.turns()
            modes.update(turn.mode for turn in turns)
            ledger.add(taken, turns)
            assert _what_is_down(post, taken, ledger) == {}, f"seed {SEED}, {passed:.0f} s"
            assert ledger.leaked == [], f"seed {SEED}, {passed:.0f} s"
            assert ledger.unpaired == [], f"seed {SEED}, {passed:.0f} s"
            assert taken.gate["faults"] == 0
            _weigh(post, sizes, passed)
    warm = minutes * 60 * WARM_UP
    growth = {name: per_minute([one for one in held if one[0] >= warm]) for name, held in sizes.items()}
    with capsys.disabled():
        _tell(people, modes, ledger, taken, sizes, growth)
    assert {name: slope for name, slope in growth.items() if slope is None or slope >= GROWTH_MB_A_MINUTE} == {}
    # Otherwise the soak proved nothing.
    assert all(modes[mode] for mode in Mode)
    assert all(ledger.counted[f"page, {person.name.lower()}"] for person in Person)


def _live(people: list[Restless], chance: random.Random) -> None:
    """Until the next look. Both at once, act by act."""
    for person in people:
        person.look()
    began, count = time.monotonic(), 0
    while time.monotonic() - began < CHECK_EVERY_S:
        chance.choice(people).act()
        if chance.random() < 1 / MODE_EVERY:
            chance.choice(people).turn_the_mode()
        count += 1
        ahead = count / PER_SECOND - (time.monotonic() - began)
        if ahead > 0:
            time.sleep(ahead)


def _settled(post: Rig) -> Taken:
    """All that was heard, once nothing new is heard: the programs' queues are empty then."""
    whole = post.page.take()
    while (more := post.page.take()).qt or more.page:
        whole = Taken(whole.qt + more.qt, whole.page + more.page, more.qt_buttons, more.gate)
    return Taken(whole.qt, whole.page, more.qt_buttons, more.gate)


def _what_is_down(post: Rig, taken: Taken, ledger: Ledger) -> dict[str, object]:
    """Everybody's hands are off: what anybody still believes down."""
    down: dict[str, object] = {
        f"server, {person.name.lower()}'s buttons": post.pointers.held(post.master(person)) for person in Person
    }
    down["server, keys"] = post.pointers.keys_held()
    down["Qt, buttons"] = taken.qt_buttons
    down["gate"] = taken.gate["held"]
    down["page"] = dict(+ledger.page_down)
    return {where: what for where, what in down.items() if what}


def _weigh(post: Rig, sizes: dict[str, list[tuple[float, float]]], passed: float) -> None:
    post.page.ask("tidy")
    page = memory.tree(post.page.pid)
    for name, processes in (
        ("page program", [one for one in page if _runs(one, "benchmarks.wheel_page")]),
        ("browser's processes", [one for one in page if not _runs(one, "benchmarks.wheel_page")]),
        ("shell", [psutil.Process(post.wheel.pid)]),
        ("X server", [psutil.Process(post.seats.server)]),
    ):
        sizes.setdefault(name, []).append((passed, sum(memory.written_mb(one.pid) for one in processes)))


def _runs(process: psutil.Process, module: str) -> bool:
    return module in process.cmdline() and "bwrap" not in process.name()


def _tell(
    people: list[Restless],
    modes: Counter[Mode],
    ledger: Ledger,
    taken: Taken,
    sizes: dict[str, list[tuple[float, float]]],
    growth: dict[str, float | None],
) -> None:
    hands, shown = sum(person.done for person in people), ", ".join(f"{mode.word} {modes[mode]}" for mode in Mode)
    lines = [f"soak: seed {SEED}, {hands} acts of hands, {modes.total()} mode changes ({shown})"]
    lines.append(f"  events heard: {dict(ledger.counted)}; gate: {taken.gate}")
    for name, held in sizes.items():
        values = [value for _, value in held]
        slope = growth[name]
        told = "not measured" if slope is None else f"{slope:+.3f} MB/min"
        lines.append(
            f"  {name}: {values[0]:.1f} MB at first, {values[-1]:.1f} at last, highest {max(values):.1f}; {told}"
        )
    sys.stdout.write("\n".join(["", *lines, ""]))
