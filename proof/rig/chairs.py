"""A post with two chairs: real devices of two people, whose each is written in the configuration."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from demonstration.copiloted import CopilotedPlay
from demonstration.display import memory_folder
from demonstration.kiosk import Line
from demonstration.person import Box
from demonstration.seated import Chairs
from demonstration.seats import MEDIATOR_KEYBOARD, MEDIATOR_MOUSE, USER_KEYBOARD, USER_MOUSE, two_seats
from demonstration.terminal import Terminal
from proof.rig.machine import wait_until
from proof.rig.post import Post

CORE_POINTER, CORE_KEYBOARD, MEDIATOR_POINTER = "Virtual core pointer", "Virtual core keyboard", "mediator pointer"
CUT = ""
WHOSE = (
    f'control.user_devices=["x:{USER_MOUSE}", "x:{USER_KEYBOARD}"]',
    f'control.mediator_devices=["x:{MEDIATOR_MOUSE}", "x:{MEDIATOR_KEYBOARD}"]',
)
ALL_THE_USERS = {
    USER_MOUSE: CORE_POINTER,
    USER_KEYBOARD: CORE_KEYBOARD,
    MEDIATOR_MOUSE: CORE_POINTER,
    MEDIATOR_KEYBOARD: CORE_KEYBOARD,
}
TRIAL = "tout s'efface"


class SharedPost(Post):
    """`person` is the user."""

    def __init__(self, chairs: Chairs, folder: Path) -> None:
        super().__init__(chairs.seats.display, folder, chairs.user)
        self.chairs = chairs
        self.mediator = chairs.mediator

    def begin_together(self, words: str = TRIAL, *, two_pairs: bool = True) -> Box:
        """A session with the mediator beside, at its first step. Where the guide points."""
        self._at_home = False
        self.open_sheet(words)
        since = len(self.kiosk.lines)
        self.terminal.start_together()
        if two_pairs:
            # Called, the mediator comes; who uses their keyboard is there.
            self.mediator.tap()
            self.kiosk.hear(since, "mediator-seated")
        self.kiosk.hear(since, "step-shown", number=1)
        self.play = CopilotedPlay(self.terminal, self.chairs, lambda _: None)
        self.mediators = Terminal(self.mediator, self.kiosk)
        self.mediators.beside = True
        return self.terminal.ring()

    def turn(self, mode: str, act: Callable[[], None]) -> Line:
        return self.play.turn(mode, act)

    def write(self, ring: Box, text: str) -> None:
        """Into the field, once it is seen to have the keyboard."""
        before = self.still_page()
        self.person.click(*field(ring))
        self.play.wait_for_other_page(before, "the field that has the keyboard")
        self.person.type(text)

    def modes(self) -> list[str]:
        """Every change of who drives, as the program said it."""
        return [line["mode"] for line in self.kiosk.lines if line["event"] == "wheel"]

    def still_page(self) -> Image.Image:
        return self.play.still_page()

    def page_is(self, before: Image.Image) -> bool:
        return self.play.page_is(before)

    def seats(self) -> dict[str, str]:
        """Where the server has each of the four devices."""
        seen = self.chairs.pointers.attachments()
        return {name: seen[name] for name in ALL_THE_USERS}


def field(ring: Box) -> tuple[int, int]:
    """The field under the words that the ring goes round."""
    return ring.right - 30, ring.bottom - 14


def wait_for_seat(post: SharedPost, device: str, master: str) -> None:
    wait_until(lambda: post.seats()[device] == master, f"{device} at « {master} »")


def new_shared_post() -> Iterator[SharedPost]:
    with two_seats() as seats, memory_folder() as folder, contextlib.closing(Chairs(seats)) as chairs:
        post = SharedPost(chairs, folder)
        yield post
        post.close()
