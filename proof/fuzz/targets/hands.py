"""Hands of two people in any order, possible or not, beside new rules at any moment: the arbiter alone, which judges
every event of the X server. `./dev test --soak` does it with devices on a real X server.
"""

from __future__ import annotations

import random

from kiosk.control.arbiter import Happening, Kind, Region, State, Verdict, judge, may_point, may_type, with_rules
from kiosk.control.people import Mode, Person, Secrecy
from proof.fuzz.target import TAKEN, Outcome, Target, expect

_EVENT = 6
_POINTED = (Kind.PRESS, Kind.RELEASE, Kind.MOTION, Kind.SCROLL)
_DETAILS = (1, 2, 3, 8, 0, 24, 38, (1 << 32) + 7, (1 << 33) + 1)
_TIMES = (0, 1, 2, 5, 0xFFFF_FFFF, 3_600_001, 0x8000_0000)


class Hands(Target):
    """A case is events, six bytes each."""

    name = "hands"

    def case(self, chance: random.Random) -> bytes:
        return chance.randbytes(_EVENT * chance.choice((4, 20, 200, 800)))

    def put(self, case: bytes) -> Outcome:
        state, clock = State(paired=True), 0xFFFF_FF00
        down: set[tuple[Person, int]] = set()
        for at in range(0, len(case) - _EVENT + 1, _EVENT):
            what, who, detail, region, time, buttons = case[at : at + _EVENT]
            clock = clock + _TIMES[time % len(_TIMES)] & 0xFFFF_FFFF
            if what < 24:
                barrier = clock if who & 1 else state.barrier
                mode, secrecy = list(Mode)[detail % len(Mode)], list(Secrecy)[region % len(Secrecy)]
                before = (len(state.presses), state.keys)
                state, _ = with_rules(state, mode, what > 4, barrier, secrecy)
                expect((len(state.presses), state.keys) == before, "new rules forget what is down")
                down = {(one.person, one.detail) for one in state.presses}
                continue
            kind = Kind(what % len(Kind))
            person = None if kind >= Kind.KEY_PRESS and who < 60 else Person(who % 2)
            happening = Happening(
                person,
                kind,
                _DETAILS[detail % len(_DETAILS)],
                Region(region % len(Region)),
                clock,
                buttons << 1 if buttons & 1 and kind in _POINTED else None,
            )
            before_state = state
            state, verdict = judge(state, happening)
            _held_to(before_state, state, happening, verdict, down)
            down = {(one.person, one.detail) for one in state.presses}
        return TAKEN


def _held_to(
    before: State, after: State, happening: Happening, verdict: Verdict, down: set[tuple[Person, int]]
) -> None:
    person, kind, region = happening.person, happening.kind, happening.region
    if not after.paired:
        expect(verdict is Verdict.PASS, "one person alone is held back")
        return
    expect(len({one.person for one in after.presses}) <= 1, "two people's buttons are down at once")
    expect(len({one.detail for one in after.keys}) == len(after.keys), "a key is down twice")
    held = {one.detail for one in before.keys}
    match kind:
        case Kind.PRESS if verdict is Verdict.PASS and (person, happening.detail) not in down:
            assert person is not None
            expect(may_point(after, person, region), "a press where it may not be")
        case Kind.PRESS if person == Person.USER and region == Region.USER_CONTROLS:
            expect(verdict in (Verdict.PASS, Verdict.PREEMPT), "the user's own button does not answer")
        case Kind.RELEASE if verdict is Verdict.PASS:
            expect((person, happening.detail) in down, "a release without its press")
        case Kind.KEY_PRESS | Kind.KEY_REPEAT if verdict is Verdict.PASS:
            expect(may_type(after, person, region), "a key where it may not be")
        case Kind.KEY_RELEASE:
            expect((verdict is Verdict.PASS) == (happening.detail in held), "a key's pair is broken")
        case _:
            pass
    if verdict is Verdict.MARK:
        marks = person == Person.MEDIATOR and after.mode is Mode.USER and after.secrecy is not Secrecy.SECRET
        expect(marks, "a mark beside a secret")
