"""Whose each button of the step panel is, with real pointers on a real X server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from demonstration.seats import Hands
from kiosk.control.people import Mode
from tests.control.gate.room import PATIENCE, Room, monotonic, room

PRESS, RELEASE = "MouseButtonPress", "MouseButtonRelease"
PAGE = (300, 400)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path, "panel") as inside:
        inside.pair()
        inside.seats.user_mouse.move_to(500, 300)
        inside.seats.mediator_mouse.move_to(600, 300)
        inside.tell()
        yield inside


def drive(two: Room, mode: Mode) -> None:
    two.drive(mode)
    two.ask("show", mode=mode.word)
    two.hear("shown")
    two.tell()


def go_to(two: Room, hands: Hands, button: str) -> None:
    two.ask("where", name=button)
    place = two.hear("place")
    hands.move_to(place["x"], place["y"])


def until_asked(two: Room) -> dict[str, Any]:
    """A pre-empted press acts one turn of the loop later."""
    deadline = monotonic() + PATIENCE
    page: list[str] = []
    while True:
        told = two.tell()
        page += told["page"]
        if told["asked"]:
            return {**told, "page": page}
        assert monotonic() < deadline, "nothing was asked"


def test_the_user_takes_the_wheel_back_in_the_middle_of_the_mediators_drag(two: Room) -> None:
    drive(two, Mode.MEDIATOR)
    mediator, user = two.seats.mediator_mouse, two.seats.user_mouse
    mediator.move_to(*PAGE)
    mediator.button(1, True)
    assert two.tell()["page"] == [PRESS]
    go_to(two, user, "Je reprends la main")
    user.click()
    told = until_asked(two)
    assert told["asked"] == ["give"]
    assert told["page"] == []
    mediator.button(1, False)
    assert two.tell()["page"] == [RELEASE]


def test_at_the_brake_each_has_a_button_and_cannot_press_the_others(two: Room) -> None:
    drive(two, Mode.BRAKE)
    mediator, user = two.seats.mediator_mouse, two.seats.user_mouse
    for hands, theirs, others in (
        (user, ("Je conduis", "give"), "Le médiateur conduit"),
        (mediator, ("Le médiateur conduit", "take"), "Je conduis"),
    ):
        go_to(two, hands, others)
        hands.click()
        assert two.tell()["asked"] == []
        go_to(two, hands, theirs[0])
        hands.click()
        assert until_asked(two)["asked"] == [theirs[1]]


def test_the_users_brake_closes_the_page_though_the_shell_sleeps(two: Room) -> None:
    drive(two, Mode.USER)
    user = two.seats.user_mouse
    user.move_to(*PAGE)
    user.click()
    assert two.tell()["page"] == [PRESS, RELEASE]
    go_to(two, user, "Frein")
    user.click()
    assert until_asked(two)["asked"] == ["brake"]
    user.move_to(*PAGE)
    user.click()
    assert two.tell()["page"] == []


def test_the_mediator_shows_a_place_of_the_page_and_touches_nothing(two: Room) -> None:
    drive(two, Mode.USER)
    two.seats.mediator_mouse.move_to(*PAGE)
    two.seats.mediator_mouse.click()
    deadline = monotonic() + PATIENCE
    while not (told := two.tell())["marks"]:
        assert told["page"] == []
        assert monotonic() < deadline, "no mark"
    # The window begins under the shell's bar.
    assert told["marks"] == [[PAGE[0], PAGE[1] - 76]]
    assert told["page"] == []


def test_the_watch_over_secrets_hears_whose_hand_comes_before_the_page_does(two: Room) -> None:
    drive(two, Mode.USER)
    two.seats.user_mouse.move_to(*PAGE)
    two.seats.user_mouse.click()
    assert two.hear("hand")["person"] == "USER"
