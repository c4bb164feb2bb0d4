"""A post as it is deployed: the supervisor, which starts the screen and the kiosk on it, and starts again what dies."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from demonstration.kiosk import Kiosk
from demonstration.person import Person
from demonstration.terminal import Terminal
from proof.rig import machine

SCREEN = ("Xvfb", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")


class Supervised:
    """`kiosk` says what the supervisor and the kiosk say. `sit_down` after each start of the screen."""

    def __init__(self, folder: Path) -> None:
        # A post that has no name yet asks for it first.
        named = "site.name=Espace numérique"
        self.kiosk = Kiosk("", folder, named, f"post.x_server={json.dumps(SCREEN)}", wish="post")
        self._folder = folder
        self._person: Person | None = None

    def sit_down(self) -> None:
        """A person comes to the screen that has just been started, and finds home."""
        self.leave()
        number = self.kiosk.wait_for("screen-started")["number"]
        (key,) = self._folder.glob("kiosk-screen-*")
        # Who made the screen's key may look at the screen.
        os.environ["XAUTHORITY"] = str(key)
        try:
            self._person = Person(f":{number}")
        finally:
            del os.environ["XAUTHORITY"]
        self.terminal = Terminal(self._person, self.kiosk)
        self.terminal.wait_for_home()

    def leave(self) -> None:
        """Nobody looks at the screen any more; it may be gone."""
        person, self._person = self._person, None
        if person is not None:
            person.close()

    @property
    def person(self) -> Person:
        assert self._person is not None
        return self._person

    @property
    def screen(self) -> psutil.Process:
        return self._child(lambda words: words[:1] == [SCREEN[0]])

    @property
    def shell(self) -> psutil.Process:
        return self._child(lambda words: words[1:4] == ["-m", "kiosk", "open"])

    def _child(self, is_it: Callable[[list[str]], bool]) -> psutil.Process:
        children = psutil.Process(self.kiosk.process.pid).children()
        return next(one for one in children if is_it(machine.words(one)))


@contextlib.contextmanager
def supervised_post(folder: Path) -> Iterator[Supervised]:
    post = Supervised(folder)
    try:
        yield post
    finally:
        post.leave()
        post.kiosk.stop()
