"""Who drives: every rule of the wheel, and that no sequence of events leaves the user without control."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.control import wheel
from kiosk.control.backend import Seat
from kiosk.control.people import Action, Mode, Person, Secrecy
from kiosk.control.wheel import Pair, State, react, wishes

USER, MEDIATOR = Pair((10, 14), (11,)), Pair((12,), (13,))
REMIND = 120.0


def driving(mode: Mode = Mode.USER, secrecy: Secrecy = Secrecy.OPEN) -> State:
    return State(
        mode=mode,
        secrecy=secrecy,
        mediator_pointer=20,
        user=USER,
        mediator=MEDIATOR,
        in_session=True,
        in_front=True,
        beside=True,
    )


def asked(state: State, action: Action, by: Person = Person.MEDIATOR, now: float = 1.0) -> State:
    return react(state, wheel.Asked(now, action, by))


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("mode", Mode)
def test_the_mediator_may_ask_for_each_mode_from_each(action: Action, mode: Mode) -> None:
    assert asked(driving(mode), action).mode is action.mode


@pytest.mark.parametrize("mode", Mode)
def test_the_user_takes_the_wheel_back_and_brakes_from_every_mode(mode: Mode) -> None:
    assert asked(driving(mode), Action.GIVE, Person.USER).mode is Mode.USER
    assert asked(driving(mode), Action.BRAKE, Person.USER).mode is Mode.BRAKE


@pytest.mark.parametrize("mode", Mode)
def test_the_panel_gives_and_brakes_for_the_user_and_takes_for_the_mediator_only_at_the_brake(mode: Mode) -> None:
    def pressed(action: Action) -> Mode:
        return react(driving(mode), wheel.PanelPressed(1.0, action)).mode

    assert pressed(Action.GIVE) is Mode.USER
    assert pressed(Action.BRAKE) is Mode.BRAKE
    assert pressed(Action.BOTH) is mode
    assert pressed(Action.TAKE) is (Mode.MEDIATOR if mode is Mode.BRAKE else mode)


@pytest.mark.parametrize("action", [Action.TAKE, Action.BOTH])
def test_the_user_does_not_give_the_wheel_to_a_mediator_who_did_not_take_it(action: Action) -> None:
    assert asked(driving(), action, Person.USER) == replace(driving(), now=1.0)


@pytest.mark.parametrize(
    ("mode", "secrecy", "user", "mediator"),
    [
        (Mode.USER, Secrecy.OPEN, Seat.USER, Seat.CUT),
        (Mode.MEDIATOR, Secrecy.OPEN, Seat.CUT, Seat.USER),
        (Mode.MEDIATOR, Secrecy.UNKNOWN, Seat.CUT, Seat.CUT),
        (Mode.BOTH, Secrecy.OPEN, Seat.USER, Seat.USER),
        (Mode.BOTH, Secrecy.UNKNOWN, Seat.USER, Seat.CUT),
        (Mode.BOTH, Secrecy.SECRET, Seat.USER, Seat.CUT),
        (Mode.BRAKE, Secrecy.OPEN, Seat.CUT, Seat.CUT),
    ],
)
def test_a_keyboard_that_may_not_type_reaches_nothing(mode: Mode, secrecy: Secrecy, user: Seat, mediator: Seat) -> None:
    seats = wishes(driving(mode, secrecy), REMIND).seats
    assert (seats[11], seats[13]) == (user, mediator)


@pytest.mark.parametrize("mode", Mode)
def test_pointers_are_never_cut(mode: Mode) -> None:
    seats = wishes(driving(mode), REMIND).seats
    assert (seats[10], seats[14], seats[12]) == (Seat.USER, Seat.USER, Seat.MEDIATOR)


@pytest.mark.parametrize("mode", Mode)
def test_on_our_own_screens_both_keyboards_work(mode: Mode) -> None:
    seats = wishes(react(driving(mode), wheel.SessionCovered(1.0)), REMIND).seats
    assert (seats[11], seats[13]) == (Seat.USER, Seat.USER)


def test_a_secret_gives_the_wheel_to_the_user_and_hides_the_mediators_pointer() -> None:
    state = react(driving(Mode.MEDIATOR), wheel.FocusChanged(1.0, Secrecy.SECRET))
    assert state.mode is Mode.USER
    shown = wishes(state, REMIND)
    assert shown.secret
    assert not shown.mediator_visible
    assert not shown.touches_page(Person.MEDIATOR)


def test_in_both_a_secret_is_the_users_alone_and_both_goes_on_after_it() -> None:
    state = react(driving(Mode.BOTH), wheel.FocusChanged(1.0, Secrecy.SECRET))
    assert not wishes(state, REMIND).touches_page(Person.MEDIATOR)
    after = react(state, wheel.FocusChanged(2.0, Secrecy.OPEN))
    assert wishes(after, REMIND).touches_page(Person.MEDIATOR)


def test_a_session_begins_with_the_user_at_the_wheel() -> None:
    state = react(replace(driving(Mode.BRAKE), in_session=False), wheel.SessionShown(1.0, beside=False))
    assert state.mode is Mode.USER
    assert not wishes(state, REMIND).bar


@pytest.mark.parametrize("event", [wheel.SessionEnded(1.0), wheel.GuestRestarted(1.0)])
def test_nothing_is_known_of_the_focus_in_a_new_page(event: wheel.Event) -> None:
    assert react(driving(), event).secrecy is Secrecy.UNKNOWN


def test_a_mediator_who_sits_down_in_mid_session_gets_the_bar_and_the_mode_stays() -> None:
    state = replace(driving(Mode.BRAKE), beside=False)
    state = react(state, wheel.SessionShown(1.0, beside=True))
    assert state.mode is Mode.BRAKE
    assert wishes(state, REMIND).bar


def test_a_mediator_who_uses_their_keys_sits_there() -> None:
    assert wishes(asked(replace(driving(), beside=False), Action.TAKE), REMIND).bar


def test_back_from_a_screen_of_ours_the_mode_is_what_it_was() -> None:
    state = react(driving(Mode.BOTH), wheel.SessionCovered(1.0))
    assert react(state, wheel.SessionShown(2.0, beside=False)).mode is Mode.BOTH


def test_a_mediators_mouse_that_vanishes_gives_the_wheel_back() -> None:
    state = react(driving(Mode.MEDIATOR), wheel.DevicesChanged(1.0, 20, USER, Pair((), (13,))))
    assert state.mode is Mode.USER


def test_alone_nothing_is_kept_from_anybody() -> None:
    shown = wishes(replace(driving(Mode.BRAKE), mediator_pointer=0), REMIND)
    assert not shown.wheel.paired
    assert not shown.seats


def test_a_long_hold_is_reminded_by_the_minute_and_only_then() -> None:
    state = asked(driving(), Action.TAKE, now=100.0)
    said = [wishes(react(state, wheel.Ticked(100.0 + held)), REMIND).remind_after for held in (0, 119, 120, 179, 180)]
    assert said == [0, 0, 120, 120, 180]
    back = asked(react(state, wheel.Ticked(300.0)), Action.GIVE, Person.USER, now=301.0)
    assert wishes(back, REMIND).remind_after == 0


EVENTS = st.one_of(
    st.builds(wheel.Asked, st.just(1.0), st.sampled_from(Action), st.sampled_from(Person)),
    st.builds(wheel.PanelPressed, st.just(1.0), st.sampled_from(Action)),
    st.builds(wheel.MediatorSeen, st.just(1.0)),
    st.builds(wheel.FocusChanged, st.just(1.0), st.sampled_from(Secrecy)),
    st.builds(wheel.SessionShown, st.just(1.0), st.booleans()),
    st.builds(wheel.SessionCovered, st.just(1.0)),
    st.builds(wheel.SessionEnded, st.just(1.0)),
    st.builds(wheel.GuestRestarted, st.just(1.0)),
    st.builds(
        wheel.DevicesChanged,
        st.just(1.0),
        st.sampled_from([0, 20]),
        st.sampled_from([USER, Pair()]),
        st.sampled_from([MEDIATOR, Pair(), Pair((12,))]),
    ),
    st.builds(wheel.Ticked, st.just(500.0)),
)


@given(st.lists(EVENTS, max_size=30))
def test_whatever_happens_somebody_who_is_there_drives_or_all_agreed_to_brake(events: list[wheel.Event]) -> None:
    state = State()
    for event in events:
        state = react(state, event)
        shown = wishes(state, REMIND)
        assert shown.mode is not Mode.MEDIATOR or (state.mediator.pointers and not shown.secret)
        # From anywhere in a session the user's own key or button gives them the wheel, at once.
        if state.in_session and state.in_front and state.mediator_pointer:
            back = wishes(asked(state, Action.GIVE, Person.USER), REMIND)
            assert back.touches_page(Person.USER)
            assert all(back.seats[one] is Seat.USER for one in (*state.user.pointers, *state.user.keyboards))
        elif shown.paired:
            assert all(shown.seats[one] is Seat.USER for one in state.user.keyboards)


@given(st.lists(EVENTS, max_size=30))
def test_the_mediators_keyboard_is_cut_whenever_a_secret_may_have_the_focus(events: list[wheel.Event]) -> None:
    state = State()
    for event in events:
        state = react(state, event)
        if state.in_front and state.secrecy is not Secrecy.OPEN:
            seats = wishes(state, REMIND).seats
            assert all(seats[one] is Seat.CUT for one in state.mediator.keyboards if seats)
