"""Hands and modes at random: nothing stays down, nothing blocked gets through, the user is never locked out."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.control.arbiter import (
    Happening,
    Key,
    Kind,
    Press,
    Region,
    State,
    Verdict,
    judge,
    with_rules,
)
from kiosk.control.people import Mode, Person, Secrecy

people = st.sampled_from(Person)
regions = st.sampled_from(Region)
buttons = st.sampled_from([1, 2, 3, 8])
codes = st.sampled_from([24, 25, 38])


class TwoHands(RuleBasedStateMachine):
    """A server with two pointers and one keyboard behind the arbiter, and a program that believes what passes."""

    def __init__(self) -> None:
        super().__init__()
        self.state = State()
        self.clock = 0xFFFF_FF00  # The server's clock turns over during the run.
        self.physical: dict[Person, dict[int, Region]] = {person: {} for person in Person}
        self.keyboards: dict[Person, set[int]] = {person: set() for person in Person}
        self.program: list[tuple[Person, int]] = []
        self.program_keys: list[int] = []
        self.to_let_go: tuple[Press | Key, ...] = ()
        self.new_rules(Mode.USER, True, Secrecy.OPEN, barrier=False)

    # --- the shell

    @rule(mode=st.sampled_from(Mode), paired=st.just(True), secrecy=st.sampled_from(Secrecy), barrier=st.booleans())
    def new_rules(self, mode: Mode, paired: bool, secrecy: Secrecy, barrier: bool) -> None:
        at = self.clock if barrier else self.state.barrier
        self.state, self.to_let_go = with_rules(self.state, mode, paired, at, secrecy)
        if barrier:
            self.clock += 1

    @precondition(lambda self: self.to_let_go)
    @rule()
    def the_shell_lets_go(self) -> None:
        """Neutral releases, and the release of the keys of keyboards that are cut."""
        for down in self.to_let_go:
            if isinstance(down, Key):
                for keyboard in self.keyboards.values():
                    if down.detail in keyboard:
                        keyboard.discard(down.detail)
                self.key(None, Kind.KEY_RELEASE, down.detail, Region.PAGE)
            elif down.detail in self.physical[down.person]:
                self.release(down.person, down.detail)
        self.to_let_go = ()

    # --- the people

    @rule(person=people, button=buttons, region=regions)
    def press(self, person: Person, button: int, region: Region) -> None:
        if button in self.physical[person]:
            return
        held = [one for one in self.program if one[0] != person]
        verdict = self.point(person, Kind.PRESS, button, region)
        self.physical[person][button] = region
        if verdict is Verdict.PASS:
            assert not held, "two people's buttons are down at once"
            self.must_be_allowed(person, region)
            self.program.append((person, button))
        if person is Person.USER and region is Region.USER_CONTROLS:
            assert verdict in (Verdict.PASS, Verdict.PREEMPT)
        if verdict is Verdict.MARK:
            assert person is Person.MEDIATOR and region is Region.PAGE and self.state.mode is Mode.USER
            assert self.state.secrecy is not Secrecy.SECRET

    @rule(person=people, button=buttons)
    def release(self, person: Person, button: int) -> None:
        if button not in self.physical[person]:
            return
        verdict = self.point(person, Kind.RELEASE, button, Region.PAGE)
        del self.physical[person][button]
        assert (verdict is Verdict.PASS) == ((person, button) in self.program), "a pair is broken"
        if verdict is Verdict.PASS:
            self.program.remove((person, button))

    @rule(person=people, region=regions, kind=st.sampled_from([Kind.MOTION, Kind.SCROLL]))
    def move(self, person: Person, region: Region, kind: Kind) -> None:
        detail = 4 if kind is Kind.SCROLL else 0
        if self.point(person, kind, detail, region) is Verdict.PASS:
            mine = [button for who, button in self.program if who is person]
            assert len(mine) == len(self.program), "the other's gesture was disturbed"
            assert set(self.physical[person]) == set(mine), "the page would see a drag that never began"
            began = self.physical[person][mine[0]] if mine else region
            self.must_be_allowed(person, began)

    @rule(person=people, code=codes, region=regions)
    def key_down(self, person: Person, code: int, region: Region) -> None:
        down_before = any(code in keyboard for keyboard in self.keyboards.values())
        if code in self.keyboards[person]:
            return
        self.keyboards[person].add(code)
        if not down_before and self.key(person, Kind.KEY_PRESS, code, region) is Verdict.PASS:
            self.must_be_typeable(person, region)
            assert code not in self.program_keys
            self.program_keys.append(code)

    @rule(person=people, code=codes)
    def key_up(self, person: Person, code: int) -> None:
        if code not in self.keyboards[person]:
            return
        self.keyboards[person].discard(code)
        if not any(code in keyboard for keyboard in self.keyboards.values()):
            self.key(person, Kind.KEY_RELEASE, code, Region.PAGE)

    @rule(person=people, code=codes, region=regions)
    def key_repeats(self, person: Person, code: int, region: Region) -> None:
        if code in self.keyboards[person] and self.key(person, Kind.KEY_REPEAT, code, region) is Verdict.PASS:
            assert code in self.program_keys
            self.must_be_typeable(person, region)

    @rule(code=codes, region=regions)
    def unknown_key(self, code: int, region: Region) -> None:
        if any(code in keyboard for keyboard in self.keyboards.values()):
            return
        if self.key(None, Kind.KEY_PRESS, code, region) is Verdict.PASS:
            self.must_be_typeable(Person.USER, region)
            assert self.state.secrecy is Secrecy.OPEN
            self.program_keys.append(code)
        self.key(None, Kind.KEY_RELEASE, code, region)

    # --- what must hold

    @invariant()
    def the_arbiter_knows_what_the_program_believes(self) -> None:
        assert sorted((p.person, p.detail) for p in self.state.presses) == sorted(self.program)
        assert sorted(key.detail for key in self.state.keys) == sorted(self.program_keys)

    def teardown(self) -> None:
        for person in Person:
            for button in list(self.physical[person]):
                self.release(person, button)
            for code in list(self.keyboards[person]):
                self.key_up(person, code)
        assert not self.program, "a button stayed down"
        assert not self.program_keys, "a key stayed down"
        assert self.state.presses == () == self.state.keys

    def must_be_allowed(self, person: Person, region: Region) -> None:
        """The table of the design, written once more."""
        mode, secret = self.state.mode, self.state.secrecy is Secrecy.SECRET
        allowed = {
            (Person.USER, Region.PAGE): mode in (Mode.USER, Mode.BOTH),
            (Person.USER, Region.USER_CONTROLS): True,
            (Person.USER, Region.MEDIATOR_CONTROLS): False,
            (Person.USER, Region.SHARED): True,
            (Person.MEDIATOR, Region.PAGE): mode in (Mode.MEDIATOR, Mode.BOTH) and not secret,
            (Person.MEDIATOR, Region.USER_CONTROLS): mode is Mode.BOTH,
            (Person.MEDIATOR, Region.MEDIATOR_CONTROLS): True,
            (Person.MEDIATOR, Region.SHARED): True,
            # Keys on the screen are keys: the mediator's only where nothing is secret for sure.
            (Person.USER, Region.KEYBOARD): mode in (Mode.USER, Mode.BOTH),
            (Person.MEDIATOR, Region.KEYBOARD): mode in (Mode.MEDIATOR, Mode.BOTH)
            and self.state.secrecy is Secrecy.OPEN,
        }
        assert allowed[person, region], f"{person.name} reached {region.name} in {mode.name}"

    def must_be_typeable(self, person: Person, region: Region) -> None:
        self.must_be_allowed(person, region)
        assert person is Person.USER or self.state.secrecy is Secrecy.OPEN, "the mediator typed beside a secret"

    def point(self, person: Person, kind: Kind, detail: int, region: Region) -> Verdict:
        self.clock += 1
        mask = sum(1 << button for button in self.physical[person])
        happening = Happening(person, kind, detail, region, self.clock & 0xFFFFFFFF, mask)
        self.state, verdict = judge(self.state, happening)
        return verdict

    def key(self, person: Person | None, kind: Kind, code: int, region: Region) -> Verdict:
        self.clock += 1
        self.state, verdict = judge(self.state, Happening(person, kind, code, region, self.clock & 0xFFFFFFFF))
        if kind is Kind.KEY_RELEASE:
            assert (verdict is Verdict.PASS) == (code in self.program_keys), "a pair is broken"
            if verdict is Verdict.PASS:
                self.program_keys.remove(code)
        return verdict


TwoHands.TestCase.settings = settings(max_examples=150, stateful_step_count=60, deadline=None)
TestTwoHands = TwoHands.TestCase
