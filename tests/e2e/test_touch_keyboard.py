"""A post with a touch screen: the keyboard comes with a field of the page, never over it, writes there, and goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from demonstration.display import memory_folder, virtual_screen
from demonstration.person import Box
from proof.rig.post import Post
from tests.e2e.screen_reader import ScreenReader, Thing, desktop

TRIAL = "tout s'efface"
TITLE = "Vérifier que tout s'efface"
KEYBOARD = "Clavier à l'écran"
# So low that the field of the page lies where the keyboard comes.
WIDTH, HEIGHT = 1280, 680


@pytest.fixture
def reader() -> Iterator[ScreenReader]:
    with memory_folder() as folder, desktop(folder) as one:
        one.switch_on()
        yield one


@pytest.fixture
def post(reader: ScreenReader) -> Iterator[Post]:
    with virtual_screen(WIDTH, HEIGHT) as display, memory_folder() as folder:
        (folder / "home").mkdir()
        surroundings = {"DBUS_SESSION_BUS_ADDRESS": reader.session, "HOME": str(folder / "home")}
        one = Post(display, folder, surroundings=surroundings)
        yield one
        one.close()


def begin(post: Post, reader: ScreenReader) -> None:
    """Found by ear: where things are on so low a screen is what is tried here."""
    post.terminal.search(TRIAL)
    reader.wait_to_hear("Résultats")
    for words in (TITLE, "Je commence"):
        button = reader.wait_for_button(words)
        post.person.click(*reader.box(button).centre)
    post.kiosk.wait_for("phase", phase="active")


def place_of_e(keyboard: Box) -> tuple[int, int]:
    """The third of twelve keys, in the second of five rows."""
    return keyboard.left + round(keyboard.width * 2.5 / 12), keyboard.top + round(keyboard.height * 1.5 / 5)


def test_the_keyboard_comes_below_the_field_and_writes_in_it(post: Post, reader: ScreenReader) -> None:
    post.start('touch.keyboard="on"')
    begin(post, reader)
    field = reader.wait_for(lambda one: one.role == "text" and one.name == "Votre mot", "the page's field")
    before = reader.box(field)
    post.person.click(*post.terminal.ring().centre)
    keyboard = reader.wait_for(lambda one: one.name == KEYBOARD and one.showing, "the keyboard")

    def above() -> Box | None:
        here = reader.box(field)
        return here if here.bottom <= reader.box(keyboard).top else None

    assert before.bottom > reader.box(keyboard).top, "this field would have been seen anyway"
    post.person.wait_to_see("the field above the keyboard", above)
    post.person.click(*place_of_e(reader.box(keyboard)))
    post.person.wait_to_see("the letter in the page", lambda: before if reader.text(field) == "e" else None)

    def gone(one: Thing) -> bool:
        return one.name == "Ajouter un papier" and one.showing

    post.person.click(round(before.left / 2), reader.box(field).top)
    reader.wait_for(gone, "the tray, back in its place")
    assert list((post.folder / "home").iterdir()) == []
    assert [one for one in post.folder.rglob("*settings/**/*") if one.is_file()] == []
