"""The first start of a real post, by keyboard alone: the questions, what they leave behind, and the post that opens."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from demonstration.display import memory_folder, virtual_screen
from demonstration.kiosk import Kiosk
from demonstration.person import BLUE, Person
from demonstration.seated import Chairs
from demonstration.seats import MEDIATOR_KEYBOARD, MEDIATOR_MOUSE, USER_KEYBOARD, USER_MOUSE, two_seats
from kiosk.staff import Given, Role, StaffFile
from proof.rig.chairs import MEDIATOR_POINTER
from proof.rig.machine import wait_until

PIN = "730194"


ON_FROM_CODES = ("Tab", "Tab", "Tab", "Tab", "Tab", "Return")


class New:
    """A post that nobody has set up, and whoever installs it."""

    def __init__(self, display: str, folder: Path, person: Person | None = None) -> None:
        self.state, self.settings = folder / "state", folder / "kiosk.toml"
        self.state.mkdir()
        self.settings.write_text("# rien encore\n")
        self.kiosk = Kiosk(display, folder, wish="open", files=(self.settings,))
        self.person = person or Person(display)

    def asked(self, question: str) -> None:
        self.kiosk.wait_for("setup-question", step=question)

    def type(self, *texts: str) -> None:
        """Each confirmed."""
        for text in texts:
            self.person.type(text)
            self.person.press("Return")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.person.press(key)

    def begin(self) -> None:
        """To the question of the mice."""
        self.asked("place")
        # Whoever types before the window is there types for nobody.
        self.person.wait_to_see("the first page", lambda: self.person.find(BLUE, self.person.screen()))
        self.type("le blosne", "")
        self.asked("language")
        self.press("Return")
        self.asked("hands")

    def pass_over_devices(self) -> None:
        for question in ("printer", "scanner"):
            self.asked(question)
            self.press("Return")
        self.asked("it-code")

    def end(self) -> None:
        """From the mediators' codes on, until the post is open."""
        self.asked("codes")
        self.press(*ON_FROM_CODES)
        self.asked("network")
        self.press("Return")
        self.asked("summary")
        assert self.settings.read_text() == "# rien encore\n"
        self.press("Return")
        self.kiosk.wait_for("setup-saved")
        self.asked("summary")
        self.press("Return")
        self.kiosk.wait_for("kiosk-started")


@pytest.fixture
def new() -> Iterator[New]:
    with virtual_screen(1280, 800) as display, memory_folder() as folder:
        post = New(display, folder)
        yield post
        post.person.close()
        post.kiosk.stop()


def test_a_new_post_is_asked_once_by_keyboard_alone_and_then_opens(new: New) -> None:
    new.begin()
    new.press("Down", "space", "Return")
    new.pass_over_devices()
    new.type("marc", PIN, PIN)
    new.kiosk.wait_for("setup-question", step="it-code", verified=True)
    new.press("Tab", *ON_FROM_CODES)
    new.end()
    settings = tomllib.loads(new.settings.read_text())
    assert settings["site"]["name"] == "le blosne"
    assert settings["control"]["pair"] is False
    assert StaffFile(new.state).has(Given("marc", PIN, Role.IT))
    assert PIN not in new.kiosk.story()


def test_the_hands_that_were_told_are_those_of_the_post_that_opens() -> None:
    with two_seats() as seats, memory_folder() as folder:
        chairs = Chairs(seats)
        new = New(seats.display, folder, chairs.user)
        try:
            new.begin()
            new.press("space", "Return")
            for person in (chairs.user, chairs.mediator):
                for use, step in ((person.nudge, "mouse"), (person.tap, "keyboard")):
                    new.kiosk.wait_for("setup-device", kind=step)
                    use()
            new.pass_over_devices()
            new.press(*ON_FROM_CODES)
            new.end()
            kept = json.loads((new.state / "devices.json").read_text())
            assert kept == {
                "user": sorted((f"x:{USER_KEYBOARD}", f"x:{USER_MOUSE}")),
                "mediator": sorted((f"x:{MEDIATOR_KEYBOARD}", f"x:{MEDIATOR_MOUSE}")),
            }
            wait_until(lambda: MEDIATOR_POINTER in chairs.pointers.masters(), "the mediator has a pointer")
        finally:
            new.kiosk.stop()
            chairs.close()
