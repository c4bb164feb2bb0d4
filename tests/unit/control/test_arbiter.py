"""Each rule of the wheel, as it is said in the design."""

from __future__ import annotations

import pytest

from kiosk.control.arbiter import (
    TOUCH,
    Happening,
    Key,
    Kind,
    Press,
    Region,
    State,
    Verdict,
    is_over,
    judge,
    with_rules,
)
from kiosk.control.people import Mode, Person, Secrecy

USER, MEDIATOR = Person.USER, Person.MEDIATOR
PAGE, PANEL, BAR, SHARED = Region.PAGE, Region.USER_CONTROLS, Region.MEDIATOR_CONTROLS, Region.SHARED


def wheel(mode: Mode, secrecy: Secrecy = Secrecy.OPEN, barrier: int = 0) -> State:
    return with_rules(State(), mode, True, barrier, secrecy)[0]


class Hand:
    """Events one after the other, as the server sends them: with the buttons that were down."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.time = 1000
        self.down = {USER: 0, MEDIATOR: 0}

    def press(self, person: Person, region: Region = PAGE, button: int = 1) -> Verdict:
        verdict = self._ask(person, Kind.PRESS, button, region)
        self.down[person] |= 1 << button
        return verdict

    def release(self, person: Person, region: Region = PAGE, button: int = 1) -> Verdict:
        verdict = self._ask(person, Kind.RELEASE, button, region)
        self.down[person] &= ~(1 << button)
        return verdict

    def move(self, person: Person, region: Region = PAGE) -> Verdict:
        return self._ask(person, Kind.MOTION, 0, region)

    def scroll(self, person: Person, region: Region = PAGE) -> Verdict:
        return self._ask(person, Kind.SCROLL, 5, region)

    def key(self, person: Person | None, kind: Kind = Kind.KEY_PRESS, region: Region = PAGE) -> Verdict:
        self.time += 1
        self.state, verdict = judge(self.state, Happening(person, kind, 38, region, self.time))
        return verdict

    def turn(self, mode: Mode, secrecy: Secrecy = Secrecy.OPEN, paired: bool = True) -> tuple[Press | Key, ...]:
        self.state, letting = with_rules(self.state, mode, paired, self.state.barrier, secrecy)
        return letting

    def _ask(self, person: Person, kind: Kind, detail: int, region: Region) -> Verdict:
        self.time += 1
        self.state, verdict = judge(self.state, Happening(person, kind, detail, region, self.time, self.down[person]))
        return verdict


@pytest.mark.parametrize(
    ("mode", "user", "mediator"),
    [
        (Mode.USER, Verdict.PASS, Verdict.MARK),
        (Mode.MEDIATOR, Verdict.DROP, Verdict.PASS),
        (Mode.BOTH, Verdict.PASS, Verdict.PASS),
        (Mode.BRAKE, Verdict.DROP, Verdict.DROP),
    ],
)
def test_each_mode_says_whose_press_reaches_the_page(mode: Mode, user: Verdict, mediator: Verdict) -> None:
    assert Hand(wheel(mode)).press(USER) is user
    assert Hand(wheel(mode)).press(MEDIATOR) is mediator


@pytest.mark.parametrize("mode", Mode)
def test_each_persons_own_buttons_answer_them_in_every_mode(mode: Mode) -> None:
    assert Hand(wheel(mode)).press(USER, PANEL) is Verdict.PASS
    assert Hand(wheel(mode)).press(MEDIATOR, BAR) is Verdict.PASS
    assert Hand(wheel(mode)).press(USER, BAR) is Verdict.DROP
    assert Hand(wheel(mode)).press(MEDIATOR, PANEL) is (Verdict.PASS if mode is Mode.BOTH else Verdict.DROP)


@pytest.mark.parametrize("mode", Mode)
def test_the_other_screens_of_the_post_are_for_both(mode: Mode) -> None:
    for person in Person:
        assert Hand(wheel(mode, Secrecy.SECRET)).press(person, SHARED) is Verdict.PASS


def test_whoever_holds_a_button_keeps_the_other_from_pressing_moving_and_scrolling() -> None:
    hand = Hand(wheel(Mode.BOTH))
    assert hand.press(USER) is Verdict.PASS
    assert (hand.press(MEDIATOR), hand.move(MEDIATOR), hand.scroll(MEDIATOR)) == (Verdict.DROP,) * 3
    assert hand.release(MEDIATOR) is Verdict.DROP
    assert (hand.move(USER), hand.release(USER)) == (Verdict.PASS, Verdict.PASS)
    assert hand.press(MEDIATOR) is Verdict.PASS


def test_the_user_on_their_own_buttons_goes_before_the_mediators_gesture() -> None:
    hand = Hand(wheel(Mode.MEDIATOR))
    hand.press(MEDIATOR)
    assert hand.press(USER, PANEL) is Verdict.PREEMPT
    assert hand.release(USER, PANEL) is Verdict.DROP
    assert hand.release(MEDIATOR) is Verdict.PASS


def test_a_drag_belongs_to_where_it_began() -> None:
    hand = Hand(wheel(Mode.BRAKE))
    hand.press(USER, PANEL)
    assert hand.move(USER, PAGE) is Verdict.PASS
    assert hand.release(USER, PAGE) is Verdict.PASS
    assert hand.move(USER, PAGE) is Verdict.DROP


def test_a_mode_change_in_mid_drag_stops_the_drag_and_asks_for_its_release() -> None:
    hand = Hand(wheel(Mode.USER))
    hand.press(USER)
    assert hand.turn(Mode.BRAKE) == (Press(USER, 1, PAGE),)
    assert hand.move(USER) is Verdict.DROP
    assert hand.release(USER) is Verdict.PASS
    assert hand.release(USER) is Verdict.DROP


def test_a_press_that_was_dropped_never_becomes_a_drag() -> None:
    hand = Hand(wheel(Mode.BRAKE))
    hand.press(USER)
    hand.turn(Mode.USER)
    assert hand.move(USER) is Verdict.DROP, "Qt reads the buttons in the event"
    assert hand.press(USER, button=3) is Verdict.DROP
    assert hand.release(USER, button=3) is Verdict.DROP
    assert hand.press(USER, PANEL, button=3) is Verdict.PREEMPT
    assert hand.release(USER, button=3) is Verdict.DROP
    assert hand.release(USER) is Verdict.DROP
    assert (hand.move(USER), hand.press(USER)) == (Verdict.PASS, Verdict.PASS)


def test_a_release_lost_with_its_window_locks_nobody_out() -> None:
    hand = Hand(wheel(Mode.BOTH))
    hand.press(USER)
    hand.down[USER] = 0
    assert hand.move(USER) is Verdict.PASS
    assert hand.press(MEDIATOR) is Verdict.PASS


def test_a_touch_that_did_not_begin_here_neither_moves_nor_ends() -> None:
    state = wheel(Mode.USER)
    for kind in (Kind.MOTION, Kind.RELEASE):
        assert judge(state, Happening(USER, kind, TOUCH | 7, PAGE, 5))[1] is Verdict.DROP
    state, verdict = judge(state, Happening(USER, Kind.PRESS, TOUCH | 7, PAGE, 5))
    assert verdict is Verdict.PASS
    for kind in (Kind.MOTION, Kind.RELEASE):
        state, verdict = judge(state, Happening(USER, kind, TOUCH | 7, PAGE, 6))
        assert verdict is Verdict.PASS
    assert state.presses == ()


@pytest.mark.parametrize("mode", Mode)
def test_beside_a_secret_the_mediator_can_do_nothing_on_the_page(mode: Mode) -> None:
    hand = Hand(wheel(mode, Secrecy.SECRET))
    assert hand.press(MEDIATOR) is Verdict.DROP
    assert hand.move(MEDIATOR) is Verdict.DROP
    assert hand.scroll(MEDIATOR) is Verdict.DROP
    assert hand.key(MEDIATOR) is Verdict.DROP


def test_an_unknown_focus_takes_the_mediators_keys_only() -> None:
    hand = Hand(wheel(Mode.BOTH, Secrecy.UNKNOWN))
    assert hand.key(MEDIATOR) is Verdict.DROP
    assert hand.key(USER) is Verdict.PASS
    assert hand.press(MEDIATOR) is Verdict.PASS


def test_a_key_of_nobody_passes_only_where_the_user_may_type_and_nothing_is_secret() -> None:
    assert Hand(wheel(Mode.USER)).key(None) is Verdict.PASS
    assert Hand(wheel(Mode.MEDIATOR)).key(None) is Verdict.DROP
    assert Hand(wheel(Mode.USER, Secrecy.SECRET)).key(None) is Verdict.DROP
    assert Hand(wheel(Mode.USER, Secrecy.UNKNOWN)).key(None) is Verdict.DROP


def test_keys_pass_in_pairs_through_any_change() -> None:
    hand = Hand(wheel(Mode.USER))
    assert hand.key(USER) is Verdict.PASS
    assert hand.turn(Mode.BRAKE) == (Key(USER, 38, PAGE),)
    assert hand.key(USER, Kind.KEY_REPEAT) is Verdict.DROP
    assert hand.key(None, Kind.KEY_RELEASE) is Verdict.PASS
    assert hand.key(USER) is Verdict.DROP
    hand.turn(Mode.USER)
    assert hand.key(USER, Kind.KEY_REPEAT) is Verdict.DROP, "its press was never heard"
    assert hand.key(USER, Kind.KEY_RELEASE) is Verdict.DROP


def test_what_waited_behind_the_barrier_is_dropped_and_what_comes_after_passes() -> None:
    state = wheel(Mode.USER, barrier=5000)
    for time, verdict in ((4000, Verdict.DROP), (5000, Verdict.DROP), (5001, Verdict.PASS)):
        assert judge(state, Happening(USER, Kind.PRESS, 1, PAGE, time, 0))[1] is verdict
        assert judge(state, Happening(USER, Kind.MOTION, 0, PAGE, time, 0))[1] is verdict
        assert judge(state, Happening(USER, Kind.KEY_PRESS, 38, PAGE, time))[1] is verdict
    assert judge(state, Happening(USER, Kind.PRESS, 1, PANEL, 4000, 0))[1] is Verdict.PASS


def test_the_barrier_holds_over_the_turn_of_the_servers_clock() -> None:
    assert is_over(0xFFFF_FFF0, 5)
    assert not is_over(5, 0xFFFF_FFF0)
    assert not is_over(0x9000_0000, 0), "no barrier was ever raised"
    assert not is_over(0x9000_0000, 5), "a barrier of weeks ago is no barrier"


def test_who_is_alone_is_never_stopped_but_known() -> None:
    hand = Hand(State(secrecy=Secrecy.SECRET))
    assert hand.press(USER) is Verdict.PASS
    assert hand.key(USER) is Verdict.PASS
    # A second pair comes in the middle of it.
    hand.turn(Mode.USER)
    assert (hand.move(USER), hand.release(USER), hand.key(USER, Kind.KEY_RELEASE)) == (Verdict.PASS,) * 3
    assert hand.state.presses == () == hand.state.keys


def test_what_the_mediator_held_when_their_pointer_went_away_is_the_users() -> None:
    hand = Hand(wheel(Mode.MEDIATOR))
    hand.press(MEDIATOR)
    hand.turn(Mode.USER, paired=False)
    assert hand.state.holder is USER
    hand.down[USER] = 0
    hand.move(USER)
    assert hand.state.presses == ()
