"""Two people before one page beside one person before the same page without a gate: what the gate costs them, and how
soon a brake or a take-over is felt.

Real events by a real X server, Chromium with its sandbox on (see `wheel_rig`); this module only says what is done and
compared.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from benchmarks.latency import Moment, Paired, Turn, pair, percentile, reach
from benchmarks.table import Bench, Row, median, spread
from benchmarks.wheel_keys import LETTERS, MODE_CODES
from benchmarks.wheel_rig import Rig, Taken, now, rig
from demonstration.seats import Hands
from kiosk import __version__
from kiosk.control.people import Action, Person

MEDIAN_GOAL = 1.15
WORST_GOAL = 1.5
WORST = 0.99

ROUNDS = 10
ASKED_A_ROUND, MOTIONS_A_ROUND, PRESSES_A_ROUND = 200, 200, 40
BRAKES = 20
COSTED = 500

_LEFT, _MIDDLE = 60, 640
_Y = 300
_MILLISECOND = 0.001
_DRAG = 0.2
_AFTER = 0.3
_SEED = 3

NOTES = (
    "peer: the same page program on a server of its own, one mouse and one keyboard, no gate; rounds take turns.",
    "motion to server: until XIQueryPointer gives the new place. motion to Qt: until the web view's widget has it or a",
    "  later one: without a gate Qt merges those that wait.",
    "click, key to DOM: until the page's own handler of click or keydown runs. All from the device's write, in ms.",
    "spread: lowest-highest (gated / peer). Two people, mode both; brakes and take-overs from mode user.",
    "brake, take-over: user and mediator move at 1 kHz, the user with a button down; the mediator presses F12 or F9.",
    "  Copilot, X backend and line in a second process. After the line: stamped by the server after it was written.",
    "gate: the time that its own code takes for an event, in the page program; keys with the look for their keyboard.",
)


@dataclass
class Delays:
    """In ms, of one measure."""

    asked: list[float] = field(default_factory=list)
    lost: int = 0

    def add(self, found: Paired) -> None:
        self.asked.extend(found.delays)
        self.lost += found.lost


@dataclass(frozen=True)
class Side:
    """One person, on one of the screens."""

    name: str
    rig: Rig
    person: Person
    delays: dict[str, Delays] = field(default_factory=dict)

    @property
    def mouse(self) -> Hands:
        return self.rig.mouse(self.person)

    def of(self, measure: str) -> Delays:
        return self.delays.setdefault(measure, Delays())


@dataclass
class Turns:
    """What brakes and take-overs gave, one figure a round; times in ms."""

    key_to_line: list[float] = field(default_factory=list)
    qt_after: list[float] = field(default_factory=list)
    qt_late: list[float] = field(default_factory=list)
    clicks_after: list[float] = field(default_factory=list)
    last_in_page: list[float] = field(default_factory=list)
    first_of_mediator: list[float] = field(default_factory=list)


def run(_options: argparse.Namespace) -> Bench:
    chance = random.Random(_SEED)
    with rig(gated=False) as alone, rig(gated=True) as shared:
        shared.wheel.turn(Action.BOTH)
        peer = Side("peer", alone, Person.USER)
        sides = [peer, Side("user", shared, Person.USER), Side("mediator", shared, Person.MEDIATOR)]
        for number in range(1, ROUNDS + 1):
            _say(f"motions, clicks and keys, round {number} of {ROUNDS}")
            for measure in MEASURES.values():
                # Whoever is first in a round finds caches as another measure left them.
                for side in chance.sample(sides, len(sides)):
                    measure(side, chance)
        costs = {name: _cost(sides[1], do) for name, do in (("motion", _stir), ("key", _type))}
        turns = Turns()
        for number in range(1, BRAKES + 1):
            _say(f"brakes and take-overs, round {number} of {BRAKES}")
            _brake(shared, turns, chance)
            _take_over(shared, turns, chance)
    rows = [row for measure in MEASURES for side in sides[1:] for row in _beside(measure, side, peer)]
    return Bench(
        name="control",
        against="two people through the gate beside one person without it (peer), same page, same machine, same run",
        rows=(*rows, *_lost(sides), *_turn_rows(turns), *_cost_rows(costs)),
        notes=NOTES,
        versions={"Côte à Côte": __version__, "Qt WebEngine": importlib.metadata.version("PySide6-WebEngine")},
    )


# --- motions, clicks, keys --------------------------------------------------------------------------------------------


def _ask_server(side: Side, _chance: random.Random) -> None:
    mouse, pointers, master = side.mouse, side.rig.pointers, side.rig.master(side.person)
    mouse.move_to(_LEFT, _Y)
    found = side.of("motion to server")
    at = pointers.x(master)
    for _ in range(ASKED_A_ROUND):
        began = now()
        mouse.move(3, 0)
        while (seen := pointers.x(master)) == at and now() - began < 1000:
            pass
        found.add(pair([Moment(at + 3, began)], [Moment(seen, now())]))
        at = seen
        time.sleep(_MILLISECOND)
    side.rig.page.take()


def _move(side: Side, chance: random.Random) -> None:
    side.mouse.move_to(_LEFT, _Y)
    side.rig.page.take()
    done = []
    for number in range(1, MOTIONS_A_ROUND + 1):
        done.append((_LEFT + 3.0 * number, now()))
        side.mouse.move(3, 0)
        time.sleep(chance.uniform(2, 6) * _MILLISECOND)
    side.of("motion to Qt").add(reach(done, _taken(side).qt_moves()))


def _click(side: Side, chance: random.Random) -> None:
    side.mouse.move_to(_LEFT, _Y)
    side.rig.page.take()
    done = []
    for number in range(1, PRESSES_A_ROUND + 1):
        side.mouse.move(25, 0)
        _pause(chance)
        done.append(Moment(_LEFT + 25 * number, now()))
        side.mouse.button(1, True)
        side.mouse.button(1, False)
        _pause(chance)
    side.of("click to DOM").add(pair(done, _taken(side).moments("click")))


def _key(side: Side, chance: random.Random) -> None:
    keyboard, codes = side.rig.keyboard(side.person), list(LETTERS)
    side.rig.page.take()
    done = []
    for number in range(PRESSES_A_ROUND):
        code = codes[number % len(codes)]
        done.append(Moment(LETTERS[code], now()))
        keyboard.key(code, True)
        _pause(chance)
        keyboard.key(code, False)
        _pause(chance)
    side.of("key to DOM").add(pair(done, _taken(side).moments("keydown")))


MEASURES: dict[str, Callable[[Side, random.Random], None]] = {
    "motion to server": _ask_server,
    "motion to Qt": _move,
    "click to DOM": _click,
    "key to DOM": _key,
}


def _pause(chance: random.Random) -> None:
    """Long enough for one event, and never in step with the page's frames."""
    time.sleep(chance.uniform(12, 24) * _MILLISECOND)


def _taken(side: Side) -> Taken:
    """Once what was done has reached the page: its own question waits behind it in the same queue."""
    time.sleep(50 * _MILLISECOND)
    return side.rig.page.take()


# --- the gate's own time ----------------------------------------------------------------------------------------------


def _cost(side: Side, do: Callable[[Side], None]) -> list[float]:
    """In µs, of each event."""
    side.rig.page.ask("time")
    for _ in range(COSTED):
        do(side)
        time.sleep(2 * _MILLISECOND)
    costs = side.rig.page.ask("costs")["costs"]
    side.rig.page.take()
    return [cost / 1000 for cost in costs]


def _stir(side: Side) -> None:
    side.mouse.move(1, 0)


def _type(side: Side) -> None:
    keyboard = side.rig.keyboard(side.person)
    keyboard.key(next(iter(LETTERS)), True)
    keyboard.key(next(iter(LETTERS)), False)


# --- brakes and take-overs --------------------------------------------------------------------------------------------


def _brake(shared: Rig, turns: Turns, chance: random.Random) -> None:
    taken, pressed, turn = _turn_in_mid_drag(shared, Action.BRAKE, chance)
    after = [one for one in taken.qt if one.kind in ("MouseMove", "MouseButtonPress") and one.stamped > turn.at + 1]
    late = [one.at - turn.at for one in taken.qt if one.kind == "MouseMove" and one.at > turn.at]
    turns.key_to_line.append(turn.at - pressed)
    turns.qt_after.append(len(after))
    turns.qt_late.append(max(late, default=0.0))
    turns.clicks_after.append(sum(one.kind == "click" for one in taken.page))
    turns.last_in_page.append(max(0.0, taken.page[-1].at - turn.at))


def _take_over(shared: Rig, turns: Turns, chance: random.Random) -> None:
    taken, pressed, _ = _turn_in_mid_drag(shared, Action.TAKE, chance)
    first = next((one.at for one in taken.page if one.kind == "mousemove" and one.x > _MIDDLE), None)
    if first is not None:
        turns.first_of_mediator.append(first - pressed)


def _turn_in_mid_drag(shared: Rig, action: Action, chance: random.Random) -> tuple[Taken, float, Turn]:
    """The user drags in the left half, the mediator moves in the right one and presses the key of `action`.

    What was heard from the press of that key on, the time of the press, and the turn.
    """
    user, mediator = shared.mouse(Person.USER), shared.mouse(Person.MEDIATOR)
    keyboard, code = shared.keyboard(Person.MEDIATOR), MODE_CODES[action]
    shared.wheel.turn(Action.GIVE)
    user.move_to(_LEFT, _Y)
    mediator.move_to(_MIDDLE + _LEFT, _Y)
    shared.page.take()
    shared.wheel.turns()
    user.button(1, True)
    _both_move(user, mediator, _DRAG + chance.uniform(0, 0.02))
    pressed = now()
    keyboard.key(code, True)
    _both_move(user, mediator, _AFTER)
    keyboard.key(code, False)
    user.button(1, False)
    user.sync()
    time.sleep(_DRAG)
    taken = shared.page.take()
    turn = next(one for one in shared.wheel.turns() if one.mode is action.mode)
    since = replace(
        taken,
        qt=tuple(one for one in taken.qt if one.at >= pressed),
        page=tuple(one for one in taken.page if one.at >= pressed),
    )
    return since, pressed, turn


def _both_move(user: Hands, mediator: Hands, seconds: float) -> None:
    """At 1 kHz, without leaving their halves."""
    began, count = time.monotonic(), 0
    while (passed := time.monotonic() - began) < seconds:
        step = 1 if count % 400 < 200 else -1
        user.move(step, 0)
        mediator.move(step, 0)
        count += 1
        time.sleep(max(0.0, count * _MILLISECOND - passed))


# --- rows -------------------------------------------------------------------------------------------------------------


def _beside(measure: str, side: Side, peer: Side) -> list[Row]:
    ours, theirs = side.of(measure).asked, peer.of(measure).asked
    return [
        Row(f"{measure}, {side.name}: median", median(ours), "ms", median(theirs), MEDIAN_GOAL, spread(ours, theirs)),
        Row(
            f"{measure}, {side.name}: p99",
            percentile(ours, WORST),
            "ms",
            percentile(theirs, WORST),
            WORST_GOAL,
            f"of {len(ours)} / {len(theirs)}",
        ),
    ]


def _lost(sides: list[Side]) -> list[Row]:
    return [
        Row(f"events lost, {side.name}", sum(delays.lost for delays in side.delays.values()), "", goal=0)
        for side in sides
    ]


def _turn_rows(turns: Turns) -> list[Row]:
    return [
        _worst("brake: Qt events after the line, all rounds", turns.qt_after, "", goal=0, whole=sum),
        _worst("brake: clicks in the page, all rounds", turns.clicks_after, "", goal=0, whole=sum),
        Row("brake: key to line, median", median(turns.key_to_line), "ms", spread=spread(turns.key_to_line)),
        _worst("brake: line to last motion on its way to Qt, longest", turns.qt_late, "ms"),
        _worst("brake: line to last DOM event, longest", turns.last_in_page, "ms"),
        Row(
            "take-over: key to mediator's first DOM event, median",
            median(turns.first_of_mediator),
            "ms",
            spread=f"{spread(turns.first_of_mediator)} of {len(turns.first_of_mediator)}",
        ),
    ]


def _worst(
    measure: str,
    values: list[float],
    unit: str,
    goal: float | None = None,
    whole: Callable[[list[float]], float] = max,
) -> Row:
    return Row(measure, whole(values) if values else None, unit, goal=goal, spread=f"{spread(values)} of {len(values)}")


def _cost_rows(costs: dict[str, list[float]]) -> list[Row]:
    return [
        Row(f"gate, one {name}: median", median(taken), "µs", spread=f"p99 {percentile(taken, WORST):.3g}")
        for name, taken in costs.items()
        if taken
    ]


def _say(what: str) -> None:
    print(f"control: {what}", file=sys.stderr, flush=True)
