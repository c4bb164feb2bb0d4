"""The two peers on a screen each, driven and looked at in the same way: by input events and by pixels.

Each gets its own virtual screen, so that neither can cover, or draw for, the other.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psutil

from benchmarks import memory
from benchmarks.chromium import Chromium
from demonstration.display import virtual_screen
from demonstration.kiosk import Kiosk
from demonstration.person import BLUE, INK, Box, Person, UnseenError
from demonstration.terminal import Terminal

SIZE = (1280, 800)
PLUM = (0x5B, 0x3A, 0x63)
"""The practice fund's own colour: nothing but its page shows it."""

_BRAND = Box(0, 0, 128, 240)  # holds the site's emblem, in the bare browser and in the guest
_PATIENCE = 40.0
_LOOK_EVERY = 0.004
_MANY = 1 << 16  # colours that a picture may have
_PERSON_READS = 1.0  # seconds; nobody is faster from one screen to the next, and a standby guest has come to rest


@dataclass(frozen=True)
class Bare:
    """Chromium's screen. `start` is a context: what it started is gone after it."""

    person: Person
    display: str
    folder: Path
    port: int
    _number: Iterator[int]

    @contextlib.contextmanager
    def start(self) -> Iterator[tuple[Chromium, float]]:
        """Yield the browser once its page is on the screen, and the seconds that it took since its spawn."""
        with Chromium(self.display, self.folder / f"chromium-{next(self._number)}", self.port, SIZE) as browser:
            seen = _when(lambda: self.person.find(PLUM, _BRAND) is not None, "the page in Chromium")
            yield browser, seen - browser.spawned


class Seat:
    """The kiosk's screen and the person before it, at the home screen between two sessions."""

    def __init__(self, person: Person, kiosk: Kiosk) -> None:
        self.person = person
        self.kiosk = kiosk
        self._terminal = Terminal(person, kiosk)

    @property
    def shell(self) -> int:
        """The process number of the shell, root of the kiosk's tree."""
        return self.kiosk.process.pid

    def processes(self) -> list[psutil.Process]:
        return memory.tree(self.shell)

    def start(self) -> float:
        """Seconds from the tap on "Je commence" to the first step of home's first procedure beside its page."""
        self._terminal.wait_for_the_languages()
        self._terminal.press_tile(1)
        button = self._terminal.blue_answer("Je commence", self._terminal.footer)
        tapped = time.monotonic()
        self.person.click(*button.centre)
        return _when(self._first_step_is_shown, "the first step beside its page") - tapped

    def erase(self) -> float:
        """From the session to the receipt. Seconds from the tap on "Tout effacer et partir" to the verified wipe."""
        self._terminal.press_finish()
        button = self._terminal.blue_answer("Tout effacer et partir", self._terminal.footer)
        tapped = time.monotonic()
        self.person.click(*button.centre)
        heard: float = self.kiosk.wait_for("wipe-verified")["heard"]
        return heard - tapped

    def go_home(self) -> None:
        """From the receipt to home, with the next guest ready."""
        self.kiosk.wait_for("guest-ready")
        self._terminal.next_person()
        self._terminal.wait_for_the_languages()
        time.sleep(_PERSON_READS)

    def _first_step_is_shown(self) -> bool:
        """The page's own colour, and in the panel words and the blue answer. The smaller part is looked at first."""
        if self.person.find(PLUM, _BRAND) is None:
            return False
        colours = {colour for _, colour in self.person.look(self._terminal.panel).getcolors(_MANY) or ()}
        return {INK, BLUE} <= colours


@contextlib.contextmanager
def kiosk_seat(folder: Path) -> Iterator[Seat]:
    """The real program on a screen of its own, at home, with a guest in standby."""
    folder.mkdir(mode=0o700)
    with virtual_screen(*SIZE) as display, Kiosk(display, folder) as kiosk, _person(display) as person:
        Terminal(person, kiosk).wait_for_home()
        time.sleep(_PERSON_READS)
        yield Seat(person, kiosk)


@contextlib.contextmanager
def bare_browser(folder: Path, port: int) -> Iterator[Bare]:
    folder.mkdir(mode=0o700)
    with virtual_screen(*SIZE) as display, _person(display) as person:
        yield Bare(person, display, folder, port, count(1))


@contextlib.contextmanager
def _person(display: str) -> Iterator[Person]:
    person = Person(display)
    try:
        yield person
    finally:
        person.close()


def _when(seen: Callable[[], bool], what: str) -> float:
    """The time at which it was first seen."""
    deadline = time.monotonic() + _PATIENCE
    while not seen():
        if time.monotonic() > deadline:
            raise UnseenError(f"{what} was not seen within {_PATIENCE} s")
        time.sleep(_LOOK_EVERY)
    return time.monotonic()
