"""The wishes carried out: on the line first, then on the devices, then on the screens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kiosk.control import wheel
from kiosk.control.backend import DeviceKind, Seat
from kiosk.control.copilot import Copilot, Settings
from kiosk.control.devices import assign
from kiosk.control.line import Line, LineReader, Wheel
from kiosk.control.people import Action, Mode, Person, Secrecy
from kiosk.control.wheel import Wishes
from tests.control.fake import (
    MASTER,
    MEDIATOR_KEYBOARD,
    MEDIATOR_MOUSE,
    USER_KEYBOARD,
    USER_MOUSE,
    FakeBackend,
)

F9, F10, F11, F12 = 0xFFC6, 0xFFC7, 0xFFC8, 0xFFC9
KEYS = {F9: Action.TAKE, F10: Action.GIVE, F11: Action.BOTH, F12: Action.BRAKE}


class Desk:
    """A post with two pairs, and what its screens were told."""

    def __init__(self, folder: Path, backend: FakeBackend | None = None) -> None:
        self.backend = backend or FakeBackend()
        self.line = Line(folder / "wheel")
        self.reader = LineReader(self.line.path)
        self.now = 0.0
        self.shown: list[Wishes] = []
        self.mode_at_notice: Mode | None = None
        self.notices: list[tuple[str, Person, DeviceKind]] = []
        self.records: list[tuple[str, dict[str, Any]]] = []
        theirs = {MEDIATOR_MOUSE.identity, MEDIATOR_KEYBOARD.identity}
        self.copilot = Copilot(
            self.backend,
            self.line,
            settings=Settings(KEYS, remind_after=120.0),
            assign=lambda devices: assign(devices, theirs),
            stage=self,
            clock=lambda: self.now,
            record=lambda code, /, **fields: self.records.append((code, fields)),
        )
        self.copilot.look_at_devices()
        self.backend.drain()

    def show_drive(self, wishes: Wishes) -> None:
        self.shown.append(wishes)

    def device_gone(self, person: Person, kind: DeviceKind) -> None:
        self.notices.append(("gone", person, kind))
        self.mode_at_notice = self.shown[-1].mode

    def device_back(self, person: Person, kind: DeviceKind) -> None:
        self.notices.append(("back", person, kind))

    def begin(self) -> None:
        self.copilot.tell(wheel.SessionShown, beside=True)
        self.copilot.tell(wheel.FocusChanged, secrecy=Secrecy.OPEN)
        self.backend.drain()

    def press(self, keysym: int, keyboard: int = MEDIATOR_KEYBOARD.number) -> None:
        self.backend.key(keyboard, keysym)
        self.backend.drain()

    @property
    def wheel(self) -> Wheel:
        return self.reader.read()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_post_with_two_pairs_has_two_pointers_and_says_so(desk: Desk) -> None:
    assert desk.wheel.paired
    assert desk.wheel.mediator_pointer == MASTER
    assert desk.wheel.mediator_keyboards == (MEDIATOR_KEYBOARD.number,)
    assert desk.backend.seats()[MEDIATOR_MOUSE.number] is Seat.MEDIATOR
    assert desk.shown[-1].paired


def test_both_pointers_are_seen_when_the_second_is_made_and_after_each_person_and_never_moved_in_between(
    desk: Desk,
) -> None:
    assert desk.backend.partings == 1
    desk.begin()
    desk.press(F9)
    desk.copilot.look_at_devices()
    assert desk.backend.partings == 1
    desk.copilot.tell(wheel.SessionEnded)
    assert desk.backend.partings == 2


def test_a_post_with_one_pair_stays_as_it_was(tmp_path: Path) -> None:
    desk = Desk(tmp_path, FakeBackend((USER_MOUSE, USER_KEYBOARD)))
    desk.begin()
    desk.press(F12, USER_KEYBOARD.number)
    assert not desk.backend.is_paired
    assert desk.wheel == Wheel()


@pytest.mark.parametrize("key", [F9, F10, F11, F12])
def test_the_mediators_keys_change_the_line_and_the_keyboards(desk: Desk, key: int) -> None:
    desk.begin()
    desk.press(key)
    mode = KEYS[key].mode
    assert desk.wheel.mode is mode
    assert (desk.backend.seats()[USER_KEYBOARD.number] is Seat.USER) == mode.lets(Person.USER)
    assert (desk.backend.seats()[MEDIATOR_KEYBOARD.number] is Seat.USER) == mode.lets(Person.MEDIATOR)


def test_the_users_own_keys_brake_and_take_back_even_when_their_keyboard_is_cut(desk: Desk) -> None:
    desk.begin()
    desk.press(F9)
    desk.press(F9, USER_KEYBOARD.number)
    assert desk.wheel.mode is Mode.MEDIATOR
    desk.press(F12, USER_KEYBOARD.number)
    assert desk.wheel.mode is Mode.BRAKE
    desk.press(F10, USER_KEYBOARD.number)
    assert desk.wheel.mode is Mode.USER


def test_the_line_is_written_before_a_button_is_let_go(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.begin()
    desk.backend.press(USER_MOUSE.number)
    seen: list[Mode] = []
    let_go = desk.backend.neutral_release

    def neutral_release(person: Person, devices: tuple[int, ...]) -> bool:
        seen.append(desk.wheel.mode)
        return let_go(person, devices)

    monkeypatch.setattr(desk.backend, "neutral_release", neutral_release)
    desk.press(F12)
    assert seen[0] is Mode.BRAKE
    assert desk.backend.neutral_releases == [Person.USER]
    assert desk.backend.held(Person.USER) == 0


def test_a_change_raises_the_barrier_to_now(desk: Desk) -> None:
    desk.begin()
    before = desk.wheel.barrier
    desk.press(F9)
    assert desk.wheel.barrier > before


def test_a_secret_cuts_the_mediators_keyboard_and_hides_their_pointer(desk: Desk) -> None:
    desk.begin()
    desk.press(F11)
    desk.copilot.tell(wheel.FocusChanged, secrecy=Secrecy.SECRET)
    assert desk.backend.seats()[MEDIATOR_KEYBOARD.number] is Seat.CUT
    assert desk.backend.mediator_visible is False
    desk.copilot.tell(wheel.FocusChanged, secrecy=Secrecy.OPEN)
    assert desk.backend.seats()[MEDIATOR_KEYBOARD.number] is Seat.USER
    assert desk.backend.mediator_visible is True


def test_a_mediators_button_held_when_a_secret_comes_is_let_go(desk: Desk) -> None:
    desk.begin()
    desk.press(F11)
    desk.backend.press(MEDIATOR_MOUSE.number)
    desk.copilot.tell(wheel.FocusChanged, secrecy=Secrecy.SECRET)
    assert desk.backend.neutral_releases == [Person.MEDIATOR]


def test_a_device_that_vanishes_is_noticed_and_comes_back_to_its_owner(desk: Desk) -> None:
    desk.begin()
    desk.press(F9)
    desk.backend.unplug(MEDIATOR_MOUSE.number)
    desk.backend.drain()
    assert desk.notices == [("gone", Person.MEDIATOR, DeviceKind.MOUSE)]
    assert desk.wheel.mode is Mode.USER
    # What is shown of a device stands until the driver changes: it must come after the change that it caused.
    assert desk.mode_at_notice is Mode.USER
    back = desk.backend.plug(MEDIATOR_MOUSE)
    desk.backend.drain()
    assert desk.notices[-1] == ("back", Person.MEDIATOR, DeviceKind.MOUSE)
    assert desk.backend.seats()[back.number] is Seat.MEDIATOR


def test_what_somebody_else_moved_is_put_right_again(desk: Desk) -> None:
    desk.begin()
    desk.press(F9)
    desk.backend.seat({USER_KEYBOARD.number: Seat.USER})
    desk.backend.drain()
    assert desk.backend.seats()[USER_KEYBOARD.number] is Seat.CUT


def test_the_end_gives_every_device_back(desk: Desk) -> None:
    desk.begin()
    desk.press(F12)
    desk.copilot.end()
    assert set(desk.backend.seats().values()) == {Seat.USER}


def test_only_codes_are_recorded(desk: Desk) -> None:
    desk.begin()
    desk.press(ord("a"))
    desk.press(F9)
    assert desk.records == [("wheel", {"mode": "mediator"})]


def test_a_mediator_who_was_called_is_there_when_their_mouse_is_pressed_or_their_keyboard_typed_on(
    tmp_path: Path,
) -> None:
    for use in (
        lambda desk: desk.backend.press(MEDIATOR_MOUSE.number),
        lambda desk: desk.backend.key(MEDIATOR_KEYBOARD.number, ord("a")),
    ):
        desk = Desk(tmp_path)
        desk.copilot.tell(wheel.SessionShown, beside=False)
        desk.backend.press(USER_MOUSE.number)
        desk.backend.key(USER_KEYBOARD.number, ord("a"))
        desk.backend.drain()
        assert not desk.shown[-1].bar
        use(desk)
        desk.backend.drain()
        assert desk.shown[-1].bar


@pytest.mark.parametrize("turn", [(F9, F10), (F12, F10), (F12, F9), (F10, F11), (F10, F9), (F11, F9)])
def test_nobody_gets_the_page_before_the_barrier_that_keeps_out_what_they_did_before(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, turn: tuple[int, int]
) -> None:
    desk.begin()
    desk.press(turn[0])
    before = desk.wheel
    seen: list[Wheel] = []
    write = desk.line.write

    def keep(wheel: Wheel) -> None:
        write(wheel)
        seen.append(desk.wheel)

    monkeypatch.setattr(desk.line, "write", keep)
    desk.press(turn[1])
    assert desk.wheel.mode is KEYS[turn[1]].mode
    for one in seen:
        gained = [person for person in Person if one.mode.lets(person) and not before.mode.lets(person)]
        assert not gained or one.barrier > before.barrier
    assert seen[0].barrier == before.barrier, "who is blocked is blocked before anything else is asked of the server"


def test_a_device_that_is_given_to_somebody_for_the_first_time_is_no_return(tmp_path: Path) -> None:
    desk = Desk(tmp_path, FakeBackend((USER_MOUSE, USER_KEYBOARD)))
    desk.backend.plug(MEDIATOR_MOUSE)
    desk.backend.plug(MEDIATOR_KEYBOARD)
    desk.backend.drain()
    assert desk.shown[-1].paired
    assert not desk.notices


def test_a_server_that_refuses_a_second_pointer_leaves_the_post_as_with_one_pair(tmp_path: Path) -> None:
    desk = Desk(tmp_path, FakeBackend(can_pair=False))
    desk.begin()
    desk.copilot.look_at_devices()
    desk.press(F12, USER_KEYBOARD.number)
    assert desk.wheel == Wheel()
    assert desk.records == [("single-handed", {"code": "E-502"})]
