"""Two pointers that nobody can mistake, over any window, each in its person's colour."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

import pytest
import xcffib
import xcffib.xfixes
import xcffib.xinput
import xcffib.xproto

from demonstration.seats import TwoSeats, two_seats
from kiosk.control import cursors
from kiosk.control.backend import Seat
from kiosk.control.cursors import BLUE, CENTRE, INK, ORANGE, RINGS, SIZE, WHITE, picture
from kiosk.control.people import Person
from kiosk.control.x11 import X11Backend

FAMILIAR_LIMIT = 64  # what an old graphics card draws by itself


def colours(pixels: bytes) -> set[tuple[int, int, int]]:
    """Those that cover a pixel wholly."""
    words = struct.unpack(f"={len(pixels) // 4}I", pixels)
    return {(one >> 16 & 255, one >> 8 & 255, one & 255) for one in words if one >> 24 == 255}


@pytest.fixture(scope="module")
def desk() -> Iterator[tuple[TwoSeats, X11Backend, Any]]:
    with two_seats() as seats:
        backend = X11Backend(seats.display)
        backend.pair()
        mouse = next(one for one in backend.devices() if one.name == "mediator-mouse")
        backend.seat({mouse.number: Seat.MEDIATOR})
        looker: Any = xcffib.connect(display=seats.display)
        looker(xcffib.xfixes.key).QueryVersion(4, 0).reply()
        yield seats, backend, looker
        looker.disconnect()
        backend.close()


def seen(looker: Any, pointer: int) -> bytes:
    """The cursor that this master pointer has now."""
    looker(xcffib.xinput.key).XISetClientPointer(0, pointer)
    image = looker(xcffib.xfixes.key).GetCursorImage().reply()
    return struct.pack(f"={image.width * image.height}I", *image.cursor_image)


def masters(backend: X11Backend) -> dict[Person, int]:
    return {Person.USER: 2, Person.MEDIATOR: backend.pair()}


def test_each_ring_has_its_persons_colour_and_only_that() -> None:
    user, mediator = (colours(picture(RINGS[person])) for person in Person)
    assert BLUE in user
    assert ORANGE not in user
    assert ORANGE in mediator
    assert BLUE not in mediator


def test_the_tip_of_the_arrow_is_the_hot_spot() -> None:
    words = struct.unpack(f"={SIZE * SIZE}I", picture(RINGS[Person.USER]))
    below = words[int(CENTRE + 4) * SIZE + int(CENTRE + 1)]
    above = words[int(CENTRE - 4) * SIZE + int(CENTRE)]
    assert (below >> 16 & 255, below >> 8 & 255, below & 255) == INK
    assert above >> 24 == 0, "the page shows above the tip"


@pytest.mark.parametrize(("person", "colour"), [(Person.USER, BLUE), (Person.MEDIATOR, ORANGE)])
def test_each_ring_is_four_pixels_of_its_colour_between_white(person: Person, colour: tuple[int, int, int]) -> None:
    row = picture(RINGS[person])[int(CENTRE) * SIZE * 4 :][: SIZE * 4 // 2]
    words = struct.unpack(f"={SIZE // 2}I", row)
    left = [(one >> 16 & 255, one >> 8 & 255, one & 255) for one in words]
    across = [index for index, one in enumerate(left) if one == colour]
    assert len(across) == 4
    assert across == list(range(across[0], across[0] + 4))
    assert WHITE in left[: across[0]]
    assert WHITE in left[across[-1] :]


def test_old_cards_can_draw_them() -> None:
    assert cursors.SIZE <= FAMILIAR_LIMIT


def test_over_a_window_and_a_later_one_each_pointer_is_its_persons(
    desk: tuple[TwoSeats, X11Backend, Any],
) -> None:
    seats, backend, looker = desk
    backend.dress(mediator_visible=True)
    root = looker.get_setup().roots[0]
    window = looker.generate_id()
    core = looker.core
    core.CreateWindow(
        root.root_depth,
        window,
        root.root,
        0,
        0,
        1280,
        800,
        0,
        1,
        root.root_visual,
        xcffib.xproto.CW.OverrideRedirect,
        [1],
    )
    core.MapWindow(window)
    core.GetInputFocus().reply()
    backend.drain()
    seats.user_mouse.move_to(300, 300)
    seats.mediator_mouse.move_to(600, 300)
    found = {person: colours(seen(looker, number)) for person, number in masters(backend).items()}
    assert BLUE in found[Person.USER]
    assert ORANGE in found[Person.MEDIATOR]


def test_during_a_secret_the_mediators_pointer_is_not_there_and_the_users_is(
    desk: tuple[TwoSeats, X11Backend, Any],
) -> None:
    seats, backend, looker = desk
    backend.dress(mediator_visible=False)
    seats.user_mouse.move_to(310, 300)
    seats.mediator_mouse.move_to(610, 300)
    found = {person: seen(looker, number) for person, number in masters(backend).items()}
    assert not any(found[Person.MEDIATOR])
    assert BLUE in colours(found[Person.USER])
    backend.dress(mediator_visible=True)
    seats.mediator_mouse.move_to(620, 300)
    assert ORANGE in colours(seen(looker, masters(backend)[Person.MEDIATOR]))
