"""The gate before a page in Chromium, on a real X server: what the page hears at the brake and between two people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.control.people import Mode
from tests.control.gate.room import Room, room

# The page begins under the shell's bar.
TOP = 56
A, E, C_CEDILLA, CIRCUMFLEX, ALT_GR = 24, 26, 18, 34, 113


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path, "page") as inside:
        inside.pair()
        inside.seats.mediator_mouse.move_to(950, 700)
        inside.seats.user_mouse.move_to(600, 700)
        inside.page_log()
        yield inside


def kinds(log: list[dict[str, Any]]) -> list[str]:
    return [one["t"] for one in log]


def drag(inside: Room, start: tuple[int, int], end: tuple[int, int]) -> None:
    """The user's button goes down at `start` and stays down at `end`."""
    mouse = inside.seats.user_mouse
    mouse.move_to(start[0], start[1] + TOP)
    mouse.button(1, True)
    mouse.sync()
    mouse.move_to(end[0], end[1] + TOP, steps=6)
    inside.settle()


def brake_and_play_on(inside: Room) -> list[dict[str, Any]]:
    """What the page hears of the brake, and of the user who moves on and lets go."""
    inside.page_log()
    inside.drive(Mode.BRAKE)
    mouse = inside.seats.user_mouse
    for _ in range(10):
        mouse.move(4, 4)
    mouse.button(1, False)
    mouse.sync()
    return inside.page_log("pointerup", "pointerdown")


def test_a_brake_on_a_button_submits_nothing(page: Room) -> None:
    drag(page, (100, 40), (101, 41))
    log = brake_and_play_on(page)
    assert "submit" not in kinds(log)
    # Chromium clicks what holds both the press's and the release's place: never the button.
    assert {one["id"] for one in log if one["t"] == "click"} <= {""}


@pytest.mark.parametrize(
    ("slider", "start", "end"), [("across", (30, 220), (200, 222)), ("up", (620, 490), (622, 300))]
)
def test_a_brake_leaves_a_slider_where_it_is(
    page: Room, slider: str, start: tuple[int, int], end: tuple[int, int]
) -> None:
    drag(page, start, end)
    value = page.run(f"one('{slider}').value")
    assert 20 < int(value) < 80
    log = brake_and_play_on(page)
    assert "input" not in kinds(log)
    assert page.run(f"one('{slider}').value") == value


def test_a_brake_ends_a_stroke_of_the_pen_without_a_line(page: Room) -> None:
    drag(page, (40, 450), (200, 500))
    strokes = page.run("strokes")
    assert strokes
    brake_and_play_on(page)
    assert page.run("strokes") == strokes


def test_a_brake_leaves_the_selection_as_it_is(page: Room) -> None:
    drag(page, (30, 275), (300, 275))
    selected = page.run("String(getSelection())")
    assert len(selected) > 10
    brake_and_play_on(page)
    assert page.run("String(getSelection())") == selected


def test_a_brake_drops_nothing(page: Room) -> None:
    drag(page, (70, 370), (380, 370))
    log = kinds(brake_and_play_on(page))
    assert "drop" not in log
    page.until("log.some(one => one.t === 'dragend') || true")


def test_a_brake_chooses_nothing_in_an_open_list(page: Room) -> None:
    mouse = page.seats.user_mouse
    mouse.move_to(450, 440 + TOP)
    mouse.click()
    page.settle()
    # On the second line of the list, the button is down.
    mouse.move_to(400, 495 + TOP, steps=4)
    mouse.button(1, True)
    mouse.sync()
    page.settle()
    log = brake_and_play_on(page)
    assert not {"input", "change"} & set(kinds(log))
    assert page.run("one('choice').value") == "un"


def test_a_turn_of_the_wheel_scrolls_for_who_drives_only(page: Room) -> None:
    page.seats.user_mouse.move_to(800, 200 + TOP)
    page.seats.mediator_mouse.move_to(800, 200 + TOP)
    for _ in range(4):
        page.seats.mediator_mouse.wheel(1)
    page.settle()
    assert page.run("one('box').scrollTop") == 0
    page.seats.user_mouse.wheel(1)
    page.until("one('box').scrollTop > 0")


def test_a_brake_lets_go_of_a_held_key_once(page: Room) -> None:
    page.run("one('text').focus()")
    page.seats.user_keyboard.key(A, True)
    page.until("log.some(one => one.repeat)")
    page.drive(Mode.BRAKE)
    typed = page.run("one('text').value.length")
    page.seats.user_keyboard.key(A, False)
    log = page.page_log()
    assert [one["t"] for one in log if one["t"] == "keyup"] == ["keyup"]
    assert page.run("one('text').value.length") - typed <= 1


def test_accents_that_take_several_keys_are_typed_by_either_person(page: Room) -> None:
    page.drive(Mode.BOTH)
    page.seats.user_mouse.move_to(100, 100 + TOP)
    page.seats.user_mouse.click()
    page.settle()
    text = ""
    for keyboard in (page.seats.user_keyboard, page.seats.mediator_keyboard):
        keyboard.tap(CIRCUMFLEX)
        keyboard.tap(E)
        # Composed text and keys take two ways into Chromium: a hand is slower than either.
        text += "ê"
        page.until(f"one('text').value === '{text}'")
        keyboard.tap(C_CEDILLA)
        keyboard.key(ALT_GR, True)
        keyboard.tap(E)
        keyboard.key(ALT_GR, False)
        text += "ç€"
        page.until(f"one('text').value === '{text}'")


def test_two_people_who_type_at_once_lose_no_letter(page: Room) -> None:
    page.drive(Mode.BOTH)
    page.run("one('area').focus()")
    user, mediator = page.seats.user_keyboard, page.seats.mediator_keyboard
    for _ in range(40):
        user.key(A, True)
        mediator.key(E, True)
        page.next_millisecond()
        user.key(A, False)
        mediator.key(E, False)
        page.next_millisecond()
    told = page.tell()
    page.until("one('area').value.length >= 80")
    assert sorted(page.run("one('area').value")) == ["a"] * 40 + ["e"] * 40
    assert told["held"]["keys"] == 0
    ups = [one for one in page.page_log() if one["t"] == "keyup"]
    assert len(ups) == 80


def test_each_persons_keyboard_has_its_own_layout(tmp_path: Path) -> None:
    with room(tmp_path, "page", layouts=("fr", "us")) as inside:
        inside.pair(Mode.BOTH)
        inside.run("one('text').focus()")
        for turn in range(6):
            (inside.seats.user_keyboard, inside.seats.mediator_keyboard)[turn % 2].tap(A)
            inside.until(f"one('text').value.length === {turn + 1}")
        assert inside.run("one('text').value") == "aqaqaq"


def test_a_finger_is_the_users_and_stops_with_them(tmp_path: Path) -> None:
    with room(tmp_path, "page", touch=True) as inside:
        inside.pair()
        inside.page_log()
        inside.seats.touch.touch(100, 40 + TOP, "begin")
        inside.seats.touch.touch(100, 40 + TOP, "end")
        inside.until("log.some(one => one.t === 'submit')")
        inside.drive(Mode.MEDIATOR)
        inside.page_log()
        inside.seats.touch.touch(100, 40 + TOP, "begin")
        inside.seats.touch.touch(120, 40 + TOP, "update")
        inside.drive(Mode.USER)
        inside.seats.touch.touch(140, 40 + TOP, "update")
        inside.seats.touch.touch(140, 40 + TOP, "end")
        assert inside.page_log() == []
