"""What the wheel is promised by a window system, in memory or real."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from demonstration.seats import two_seats
from kiosk.control.backend import DeviceKind, KeyHeard, Seat, Used
from kiosk.control.people import Person
from tests.control.chairs import F9, F9_CODE, Chairs, FakeChairs, XChairs

UM, UK, MM, MK = "user-mouse", "user-keyboard", "mediator-mouse", "mediator-keyboard"
NOWHERE = 9999


@pytest.fixture(params=["memory", "x11"])
def chairs(request: pytest.FixtureRequest) -> Iterator[Chairs]:
    if request.param == "memory":
        fake = FakeChairs()
        yield fake
        fake.backend.close()
        return
    with two_seats() as seats:
        real = XChairs(seats)
        yield real
        real.backend.close()


@pytest.fixture
def seated(chairs: Chairs) -> Chairs:
    """Each person has their own pointer."""
    chairs.backend.pair()
    chairs.backend.seat({chairs.number(MM): Seat.MEDIATOR})
    chairs.drain_all()
    return chairs


def test_every_real_device_is_there_by_its_kind_and_no_other(chairs: Chairs) -> None:
    found = {one.name: (one.kind, one.identity) for one in chairs.backend.devices()}
    assert found == {
        UM: (DeviceKind.MOUSE, f"x:{UM}"),
        UK: (DeviceKind.KEYBOARD, f"x:{UK}"),
        MM: (DeviceKind.MOUSE, f"x:{MM}"),
        MK: (DeviceKind.KEYBOARD, f"x:{MK}"),
    }


def test_before_pairing_everything_is_the_users(chairs: Chairs) -> None:
    assert set(chairs.backend.seats().values()) == {Seat.USER}
    assert chairs.backend.held(Person.MEDIATOR) == 0


def test_pairing_twice_makes_one_pointer(chairs: Chairs) -> None:
    assert chairs.backend.pair() == chairs.backend.pair() > 0


def test_unpairing_gives_everything_back_to_the_user(seated: Chairs) -> None:
    seated.backend.seat({seated.number(UM): Seat.CUT, seated.number(UK): Seat.CUT, seated.number(MK): Seat.CUT})
    seated.backend.unpair()
    assert set(seated.backend.seats().values()) == {Seat.USER}
    seated.backend.unpair()
    assert len(seated.backend.seats()) == 4


def test_after_unpairing_one_can_pair_again(seated: Chairs) -> None:
    seated.backend.unpair()
    seated.backend.pair()
    seated.backend.seat({seated.number(MM): Seat.MEDIATOR})
    assert seated.backend.seats()[seated.number(MM)] is Seat.MEDIATOR


def test_devices_are_attached_as_asked(seated: Chairs) -> None:
    wanted = {
        seated.number(UM): Seat.USER,
        seated.number(UK): Seat.CUT,
        seated.number(MM): Seat.MEDIATOR,
        seated.number(MK): Seat.USER,
    }
    seated.backend.seat(wanted)
    assert seated.backend.seats() == wanted
    swapped = {seated.number(UM): Seat.CUT, seated.number(UK): Seat.USER, seated.number(MK): Seat.CUT}
    seated.backend.seat(swapped)
    assert seated.backend.seats() == wanted | swapped


def test_asking_for_what_already_is_does_nothing(seated: Chairs) -> None:
    said = []
    seated.backend.on_devices = lambda: said.append(1)
    seated.backend.seat(seated.backend.seats())
    seated.drain_all()
    assert said == []


def test_a_device_is_only_the_mediators_when_there_are_two_pointers(chairs: Chairs) -> None:
    chairs.backend.seat({chairs.number(MM): Seat.MEDIATOR})
    assert chairs.backend.seats()[chairs.number(MM)] is Seat.USER


def test_a_device_that_is_not_there_is_passed_over(seated: Chairs) -> None:
    seated.backend.seat({NOWHERE: Seat.CUT, seated.number(UK): Seat.CUT})
    assert seated.backend.seats()[seated.number(UK)] is Seat.CUT
    assert not seated.backend.neutral_release(Person.USER, (NOWHERE,))


@pytest.mark.parametrize("seat", [Seat.USER, Seat.CUT])
def test_a_key_is_heard_once_from_its_keyboard_even_a_cut_one(seated: Chairs, seat: Seat) -> None:
    heard: list[KeyHeard] = []
    seated.backend.on_key = heard.append
    seated.backend.seat({seated.number(MK): seat})
    before = seated.backend.server_time()
    seated.tap_f9(MK)
    seated.drain_until(lambda: bool(heard))
    seated.drain_all()
    assert [(one.device, one.keysym) for one in heard] == [(seated.number(MK), F9)]
    assert before <= heard[0].time <= seated.backend.server_time()


def test_what_came_while_a_question_was_answered_still_waits_to_be_read(seated: Chairs) -> None:
    heard: list[KeyHeard] = []
    seated.backend.on_key = heard.append
    seated.tap_f9(UK)
    seated.backend.seats()
    seated.backend.server_time()
    assert seated.is_readable()
    seated.backend.drain()
    assert len(heard) == 1


def test_use_is_heard_only_while_it_is_asked_for(seated: Chairs) -> None:
    used: list[Used] = []
    seated.backend.on_used = used.append
    seated.press(UM)
    seated.release(UM)
    seated.drain_all()
    assert used == []
    seated.backend.listen_for_use(True)
    seated.press(MM)
    seated.tap_f9(UK)
    seated.drain_until(lambda: {one.device for one in used} == {seated.number(MM), seated.number(UK)})
    seated.backend.listen_for_use(False)
    used.clear()
    seated.release(MM)
    seated.press(UM)
    seated.drain_all()
    assert used == []


def test_a_button_is_held_by_its_own_person(seated: Chairs) -> None:
    seated.press(MM)
    assert (seated.backend.held(Person.USER), seated.backend.held(Person.MEDIATOR)) == (0, 1)
    seated.release(MM)
    seated.press(UM)
    assert (seated.backend.held(Person.USER), seated.backend.held(Person.MEDIATOR)) == (1, 0)


@pytest.mark.parametrize(("person", "mouse", "other"), [(Person.USER, UM, MM), (Person.MEDIATOR, MM, UM)])
def test_a_neutral_release_lets_go_of_one_persons_buttons(
    seated: Chairs, person: Person, mouse: str, other: str
) -> None:
    seated.press(mouse)
    seated.press(other)
    before = seated.backend.seats()
    assert seated.backend.neutral_release(person, (seated.number(mouse),))
    assert (seated.backend.held(person), seated.backend.held(person.other)) == (0, 1)
    assert seated.backend.seats() == before
    assert not seated.backend.neutral_release(person, (seated.number(mouse),))


def test_after_a_neutral_release_the_hand_that_still_presses_holds_nothing(seated: Chairs) -> None:
    seated.press(UM)
    seated.backend.neutral_release(Person.USER, (seated.number(UM),))
    seated.release(UM)
    assert seated.backend.held(Person.USER) == 0
    seated.press(UM)
    assert seated.backend.held(Person.USER) == 1


def test_a_device_that_vanishes_is_told_and_lets_go(seated: Chairs) -> None:
    said = []
    seated.backend.on_devices = lambda: said.append(1)
    number = seated.number(MM)
    seated.press(MM)
    seated.unplug(MM)
    seated.drain_until(lambda: bool(said))
    assert MM not in {one.name for one in seated.backend.devices()}
    assert number not in seated.backend.seats()
    assert seated.backend.held(Person.MEDIATOR) == 0
    seated.backend.seat({number: Seat.CUT})
    assert not seated.backend.neutral_release(Person.MEDIATOR, (number,))


def test_a_device_that_returns_is_known_again_by_its_place(seated: Chairs) -> None:
    said = []
    seated.backend.on_devices = lambda: said.append(1)
    identity = seated.device(MM).identity
    seated.unplug(MM)
    seated.drain_until(lambda: len(said) == 1)
    seated.replug(MM)
    seated.drain_until(lambda: len(said) == 2)
    assert seated.device(MM).identity == identity
    assert seated.backend.seats()[seated.number(MM)] is Seat.USER
    seated.backend.seat({seated.number(MM): Seat.MEDIATOR})
    seated.press(MM)
    assert seated.backend.held(Person.MEDIATOR) == 1


def test_the_servers_clock_never_goes_back(chairs: Chairs) -> None:
    times = [chairs.backend.server_time() for _ in range(50)]
    assert times == sorted(times)


def test_closing_twice_is_no_harm(chairs: Chairs) -> None:
    chairs.backend.close()
    chairs.backend.close()


def test_the_codes_of_the_mode_keys_are_known(chairs: Chairs) -> None:
    assert chairs.backend.keycodes({F9}) == {F9_CODE}
    assert chairs.backend.keycodes(()) == frozenset()


def test_a_press_is_heard_and_a_push_is_not(chairs: Chairs) -> None:
    pressed: list[int] = []
    chairs.backend.on_pressed = lambda used: pressed.append(used.device)
    chairs.press(MM)
    chairs.drain_until(lambda: pressed == [chairs.number(MM)])
    chairs.release(MM)
    chairs.drain_all()
    assert pressed == [chairs.number(MM)]
