"""Twenty thousand acts of two people at one page, the mode turning, brakes and cables pulled at any time: no brake is
lost, nothing stays down, nothing reaches the page while it holds, no program falls.

Faster than hands are, and in any order; what the clock says of each event is `test_two_hands`'s. The same again: set
KIOSK_TEST_SEED. Fewer or more: KIOSK_TEST_ACTS.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter

import pytest

from benchmarks.wheel_keys import MODE_CODES
from benchmarks.wheel_rig import Rig, rig
from kiosk.control.people import Action, Mode, Person
from tests.soak.people import Restless
from tests.soak.test_two_hands import SEED, Ledger, _settled, _what_is_down

ACTS = int(os.environ.get("KIOSK_TEST_ACTS") or 20_000)
_A_BURST = 250
_MODE_EVERY, _CABLE_EVERY = 60, 400
_PER_SECOND = 1000
_PATIENCE = 20.0


class _Wheel:
    """The mode as the shell last told it, with every turn written down."""

    def __init__(self, post: Rig, ledger: Ledger) -> None:
        self._post = post
        self._ledger = ledger
        self.modes: Counter[Mode] = Counter()
        self.mode = Mode.USER

    def look(self) -> None:
        for turn in self._post.wheel.turns():
            self._ledger.turns.append(turn)
            self.modes[turn.mode] += 1
            self.mode = turn.mode

    def wait_for(self, mode: Mode) -> None:
        deadline = time.monotonic() + _PATIENCE
        while self.mode is not mode:
            assert time.monotonic() < deadline, f"seed {SEED}: {mode.word} was asked for and never came"
            self.look()


@pytest.mark.soak
@pytest.mark.timeout(0)
def test_no_brake_is_lost_and_nothing_stays_down_whatever_the_order(capsys: pytest.CaptureFixture[str]) -> None:
    chance, ledger, brakes, cables, began = random.Random(SEED), Ledger(), 0, 0, time.monotonic()
    with rig(gated=True) as post:
        people = [Restless(post, person, chance) for person in Person]
        wheel = _Wheel(post, ledger)
        wheel.look()
        # The pointers came to their halves over the other's.
        post.page.take()
        while sum(person.done for person in people) < ACTS:
            for person in people:
                person.look()
            cables += _burst(people, wheel, chance)
            chance.choice(people).brake()
            wheel.wait_for(Mode.BRAKE)
            brakes += 1
            for person in people:
                person.let_go()
            taken = _settled(post)
            wheel.look()
            ledger.add(taken, ())
            where = f"seed {SEED}, {sum(person.done for person in people)} acts"
            assert wheel.mode is Mode.BRAKE, where
            assert _what_is_down(post, taken, ledger) == {}, where
            assert ledger.unpaired == [], where
            assert taken.gate["faults"] == 0, where
            _under_the_brake(post, people, ledger, chance, where)
            action = chance.choice((Action.GIVE, Action.TAKE, Action.BOTH))
            post.keyboard(Person.MEDIATOR).tap(MODE_CODES[action])
            wheel.wait_for(action.mode)
    with capsys.disabled():
        acts = sum(person.done for person in people)
        sys.stdout.write(
            f"\nacts: seed {SEED}, {acts} acts of hands in {time.monotonic() - began:.0f} s, {brakes} brakes,"
            f" {cables} cables pulled, modes {dict(wheel.modes)}, heard {dict(ledger.counted)}\n"
        )
    # Otherwise it proved nothing.
    assert all(wheel.modes[mode] for mode in Mode)
    assert all(ledger.counted[f"page, {person.name.lower()}"] for person in Person)


def _burst(people: list[Restless], wheel: _Wheel, chance: random.Random) -> int:
    """Until the next look. Both at once, act by act."""
    cables, began = 0, time.monotonic()
    for count in range(_A_BURST):
        time.sleep(max(0.0, count / _PER_SECOND - (time.monotonic() - began)))
        person = chance.choice(people)
        person.act()
        if chance.random() < 1 / _MODE_EVERY:
            chance.choice(people).turn_the_mode()
        if chance.random() < 1 / _CABLE_EVERY:
            person.pull_a_cable()
            # The server gives a new device to the user; from when the shell has seen it, it is its owner's again.
            wheel.look()
            wheel.look()
            person.look()
            cables += 1
    return cables


def _under_the_brake(post: Rig, people: list[Restless], ledger: Ledger, chance: random.Random, where: str) -> None:
    """Whatever both do now, the page hears nothing."""
    for _ in range(30):
        chance.choice(people).act()
    for person in people:
        person.let_go()
    taken = _settled(post)
    assert taken.page == (), where
    ledger.add(taken, ())
    assert _what_is_down(post, taken, ledger) == {}, where
