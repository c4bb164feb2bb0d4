"""What the windows of a real X server get of two people: the part of the promises that no fake can keep."""

from __future__ import annotations

import select
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import xcffib
import xcffib.xproto as x

from demonstration.display import virtual_screen
from demonstration.seats import two_seats
from kiosk.control import xinput
from kiosk.control.backend import ControlUnavailableError, DeviceKind, KeyHeard, Seat
from kiosk.control.people import Person
from kiosk.control.x11 import X11Backend
from kiosk.control.xheard import Heard, Raw, XError
from kiosk.control.xinput import XInput
from tests.control.chairs import XChairs

UM, UK, MM, MK = "user-mouse", "user-keyboard", "mediator-mouse", "mediator-keyboard"
PAGE = (200, 100, 600, 400)
INSIDE = (500, 300)
A_CODE = 24  # "a" in French, "q" in American


class Window:
    """A plain client of the server with a window on the screen, as a page is. Keeps what it gets."""

    def __init__(self, display: str) -> None:
        self._connection: Any = xcffib.connect(display=display)
        root = self._connection.get_setup().roots[0]
        self.number = self._connection.generate_id()
        mask = x.EventMask
        heard = mask.KeyPress | mask.KeyRelease | mask.ButtonPress | mask.ButtonRelease
        core = self._connection.core
        core.CreateWindow(
            root.root_depth,
            self.number,
            root.root,
            *PAGE,
            0,
            x.WindowClass.InputOutput,
            root.root_visual,
            x.CW.OverrideRedirect | x.CW.EventMask,
            [1, heard],
        )
        core.MapWindow(self.number)
        core.SetInputFocus(x.InputFocus.PointerRoot, self.number, 0)
        core.GetInputFocus().reply()
        self.take()

    def take(self) -> list[tuple[str, int, tuple[int, int]]]:
        """Kind, key or button, and place on the screen of all that came since the last time."""
        self._connection.core.GetInputFocus().reply()
        found = []
        while (event := self._connection.poll_for_event()) is not None:
            kind = type(event).__name__.removesuffix("Event")
            if kind != "MappingNotify":
                found.append((kind, event.detail, (event.root_x, event.root_y)))
        return found

    def close(self) -> None:
        self._connection.disconnect()


@pytest.fixture
def chairs() -> Iterator[XChairs]:
    with two_seats(touch=True, layouts=("fr", "us")) as seats:
        real = XChairs(seats)
        real.backend.pair()
        real.backend.seat({real.number(MM): Seat.MEDIATOR})
        yield real
        real.backend.close()


@pytest.fixture
def window(chairs: XChairs) -> Iterator[Window]:
    window = Window(chairs.seats.display)
    yield window
    window.close()


def test_a_cut_keyboard_reaches_no_window(chairs: XChairs, window: Window) -> None:
    heard: list[KeyHeard] = []
    chairs.backend.on_key = heard.append
    chairs.backend.seat({chairs.number(MK): Seat.CUT})
    chairs.tap_f9(MK)
    chairs.drain_until(lambda: bool(heard))
    assert window.take() == []
    chairs.backend.seat({chairs.number(MK): Seat.USER})
    chairs.tap_f9(MK)
    assert [kind for kind, *_ in window.take()] == ["KeyPress", "KeyRelease"]


def test_a_key_held_while_its_keyboard_is_cut_is_released_once(chairs: XChairs, window: Window) -> None:
    keyboard = chairs.seats.user_keyboard
    keyboard.key(A_CODE, True)
    keyboard.sync()
    assert window.take()[0][0] == "KeyPress"
    chairs.backend.seat({keyboard.number: Seat.CUT})
    assert [(kind, code) for kind, code, _ in window.take() if kind == "KeyRelease"] == [("KeyRelease", A_CODE)]
    chairs.backend.seat({keyboard.number: Seat.USER})
    keyboard.key(A_CODE, False)
    keyboard.sync()
    assert window.take() == []


@pytest.mark.parametrize(("person", "mouse"), [(Person.USER, UM), (Person.MEDIATOR, MM)])
def test_a_drag_that_is_broken_off_ends_once_and_far_from_the_page(
    chairs: XChairs, window: Window, person: Person, mouse: str
) -> None:
    hands = chairs.hands(mouse)
    hands.move_to(*INSIDE)
    chairs.press(mouse)
    hands.move_to(INSIDE[0] + 40, INSIDE[1])
    assert [kind for kind, *_ in window.take()] == ["ButtonPress"]
    assert chairs.backend.neutral_release(person, (hands.number,))
    [(kind, button, place)] = window.take()
    assert (kind, button) == ("ButtonRelease", 1)
    assert place[0] < PAGE[0]
    assert place[1] < PAGE[1]
    assert hands.at() == (INSIDE[0] + 40, INSIDE[1])


@pytest.mark.parametrize("x", [0, 640, 1270])
def test_a_pointer_that_hides_the_other_moves_beside_it_and_is_led_from_there(chairs: XChairs, x: int) -> None:
    user, mediator = chairs.seats.user_mouse, chairs.seats.mediator_mouse
    for hands in (user, mediator):
        hands.move_to(x, 400)
    chairs.backend.part_pointers()
    assert user.at() == (x, 400)
    left, top = mediator.at()
    assert top == 400
    assert abs(left - x) >= 3 * 56
    assert 0 <= left < 1280
    mediator.move(10, 10)
    assert mediator.at() == (left + 10, top + 10)


def test_pointers_that_are_seen_apart_stay_where_they_are(chairs: XChairs) -> None:
    user, mediator = chairs.seats.user_mouse, chairs.seats.mediator_mouse
    user.move_to(200, 200)
    mediator.move_to(200, 600)
    chairs.backend.part_pointers()
    assert (user.at(), mediator.at()) == ((200, 200), (200, 600))


def test_a_hand_that_holds_is_not_moved(chairs: XChairs) -> None:
    user, mediator = chairs.seats.user_mouse, chairs.seats.mediator_mouse
    for hands in (user, mediator):
        hands.move_to(300, 300)
    chairs.press(MM)
    chairs.backend.part_pointers()
    assert mediator.at() == (300, 300)


def test_the_hand_that_then_lets_go_says_nothing_to_the_page(chairs: XChairs, window: Window) -> None:
    hands = chairs.seats.user_mouse
    hands.move_to(*INSIDE)
    chairs.press(UM)
    chairs.backend.neutral_release(Person.USER, (hands.number,))
    window.take()
    hands.move(10, 0)
    chairs.release(UM)
    assert window.take() == []
    hands.click()
    assert [kind for kind, *_ in window.take()] == ["ButtonPress", "ButtonRelease"]


def test_another_persons_drag_goes_on_meanwhile(chairs: XChairs, window: Window) -> None:
    for hands in (chairs.seats.user_mouse, chairs.seats.mediator_mouse):
        hands.move_to(*INSIDE)
        hands.button(1, True)
        hands.sync()
    window.take()
    chairs.backend.neutral_release(Person.USER, (chairs.number(UM),))
    assert len(window.take()) == 1
    chairs.release(MM)
    [(kind, _, place)] = window.take()
    assert (kind, place) == ("ButtonRelease", INSIDE)


def test_a_button_of_a_device_that_nobody_named_is_let_go_of_too(chairs: XChairs) -> None:
    chairs.press(UM)
    assert chairs.backend.neutral_release(Person.USER, ())
    assert chairs.backend.held(Person.USER) == 0


def test_a_test_programs_button_is_let_go_of_too(chairs: XChairs) -> None:
    tester = XInput(chairs.seats.display)
    xtest = tester.connection(xcffib.xtest.key)
    xtest.FakeInput(x.ButtonPressEvent.event_number, 1, 0, tester.root, 0, 0, 0)
    tester.server_time()
    assert chairs.backend.held(Person.USER) == 1
    assert chairs.backend.neutral_release(Person.USER, ())
    assert chairs.backend.held(Person.USER) == 0
    tester.close()


def test_a_wheel_that_turns_leaves_no_button_held(chairs: XChairs, window: Window) -> None:
    chairs.seats.mediator_mouse.move_to(*INSIDE)
    chairs.seats.mediator_mouse.wheel(1)
    assert [(kind, button) for kind, button, _ in window.take()] == [("ButtonPress", 5), ("ButtonRelease", 5)]
    assert chairs.backend.held(Person.MEDIATOR) == 0


def test_each_keyboard_keeps_its_own_layout(chairs: XChairs) -> None:
    heard: list[KeyHeard] = []
    chairs.backend.on_key = heard.append
    chairs.backend.seat({chairs.number(MK): Seat.CUT})
    for keyboard in (chairs.seats.user_keyboard, chairs.seats.mediator_keyboard):
        keyboard.tap(A_CODE)
    chairs.drain_until(lambda: len(heard) == 2)
    assert [chr(one.keysym) for one in heard] == ["a", "q"]


def test_hands_that_nobody_asked_for_do_not_wake_us(chairs: XChairs) -> None:
    """A mouse tells a thousand motions a second."""
    chairs.backend.listen_for_use(True)
    chairs.backend.listen_for_use(False)
    chairs.drain_all()
    chairs.seats.user_mouse.move(5, 5)
    chairs.seats.user_mouse.sync()
    assert not chairs.is_readable()


def test_a_raw_event_comes_of_the_device_not_again_of_its_pointer(chairs: XChairs) -> None:
    listener = XInput(chairs.seats.display)
    listener.select(Heard.RAW_BUTTON_PRESS)
    chairs.seats.mediator_mouse.click(3)
    listener.server_time()
    heard = [(one.kind, one.device, one.detail) for one in listener.events() if isinstance(one, Raw)]
    assert heard == [(Heard.RAW_BUTTON_PRESS, chairs.number(MM), 3)]
    listener.close()


def test_a_touch_screen_is_found_and_heard(chairs: XChairs) -> None:
    used = []
    chairs.backend.on_used = used.append
    screen = chairs.device("touch-screen")
    assert screen.kind is DeviceKind.TOUCH
    chairs.backend.listen_for_use(True)
    chairs.seats.touch.touch(300, 300, "begin")
    chairs.seats.touch.touch(300, 300, "end")
    chairs.drain_until(lambda: bool(used))
    assert {one.device for one in used} == {screen.number}


def test_a_device_tells_its_place_by_its_file(chairs: XChairs, tmp_path: Path) -> None:
    (tmp_path / "pci-0000:00:14.0-usb-0:2:1.0-event-mouse").symlink_to("/dev/input/event777")
    chairs.seats.user_mouse.say_node("/dev/input/event777")
    backend = X11Backend(chairs.seats.display, links=tmp_path, capabilities=tmp_path)
    assert backend.devices()[0].identity == "pci-0000:00:14.0-usb-0:2"
    backend.close()


def test_a_keyboard_without_letters_is_no_keyboard_of_anybody(chairs: XChairs, tmp_path: Path) -> None:
    keys = tmp_path / "event778/device/capabilities/key"
    keys.parent.mkdir(parents=True)
    keys.write_text("10000000000000 0\n")
    chairs.seats.mediator_keyboard.say_node("/dev/input/event778")
    backend = X11Backend(chairs.seats.display, links=tmp_path, capabilities=tmp_path)
    assert MK not in {one.name for one in backend.devices()}
    backend.close()


def test_what_is_attached_outlives_the_connection_and_another_can_give_it_back(chairs: XChairs) -> None:
    chairs.backend.seat({chairs.number(UM): Seat.CUT, chairs.number(UK): Seat.CUT})
    before = chairs.backend.seats()
    chairs.backend.close()
    other = X11Backend(chairs.seats.display)
    assert other.seats() == before
    other.unpair()
    assert set(other.seats().values()) == {Seat.USER}
    other.close()


def test_devices_flicker_while_everybody_moves_and_nothing_raises(chairs: XChairs) -> None:
    """As with a bad cable: each call meets the device in any state."""
    number = chairs.number(MM)
    for _ in range(20):
        chairs.press(MM)
        chairs.unplug(MM)
        chairs.backend.seat({number: Seat.CUT})
        chairs.backend.neutral_release(Person.MEDIATOR, (number,))
        chairs.replug(MM)
        chairs.backend.drain()
        chairs.backend.seat({number: Seat.MEDIATOR})
    chairs.drain_all()
    assert chairs.backend.seats()[number] is Seat.MEDIATOR


class Recorder:
    """A wardrobe that only remembers."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.dressed: list[tuple[int, Mapping[Person, int], bool]] = []

    def dress(self, window: int, pointers: Mapping[Person, int], mediator_visible: bool) -> None:
        self.dressed.append((window, pointers, mediator_visible))
        self.connection.core.ChangeWindowAttributes(window, x.CW.Cursor, [0])


def test_every_window_is_dressed_those_that_come_later_too(chairs: XChairs, window: Window) -> None:
    made: list[Recorder] = []
    backend = X11Backend(chairs.seats.display, wardrobe=lambda one: made.append(Recorder(one)) or made[0])
    backend.dress(True)
    pointers = {Person.USER: 2, Person.MEDIATOR: backend.pair()}
    assert (window.number, pointers, True) in made[0].dressed
    backend.dress(False)
    later = Window(chairs.seats.display)
    select.select([backend.fileno()], [], [], 5)
    backend.drain()
    assert (later.number, pointers, False) in made[0].dressed
    later.close()
    backend.close()


def test_a_window_that_is_gone_before_it_is_dressed_is_no_error(
    chairs: XChairs, capsys: pytest.CaptureFixture[str]
) -> None:
    backend = X11Backend(chairs.seats.display, wardrobe=Recorder)
    backend.dress(True)
    for _ in range(20):
        Window(chairs.seats.display).close()
    while select.select([backend.fileno()], [], [], 0.2)[0]:
        backend.drain()
    assert "refused" not in capsys.readouterr().out
    backend.close()


def test_without_a_server_there_is_no_second_pointer() -> None:
    with pytest.raises(ControlUnavailableError):
        X11Backend(":9999")


def test_a_server_that_refuses_a_second_pointer_is_said_so(chairs: XChairs, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise XError(1, 131, 43)

    chairs.backend.unpair()
    monkeypatch.setattr(XInput, "add_master", refuse)
    with pytest.raises(ControlUnavailableError):
        chairs.backend.pair()


def test_a_server_with_an_older_extension_is_said_so(chairs: XChairs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xinput, "OLDEST", (2, 9))
    with pytest.raises(ControlUnavailableError):
        X11Backend(chairs.seats.display)


def test_a_server_without_a_person_at_it_can_pair_too() -> None:
    """As in the tests of the rest of the kiosk."""
    with virtual_screen(640, 480) as display:
        backend = X11Backend(display)
        assert backend.pair() > 0
        backend.unpair()
        backend.close()
