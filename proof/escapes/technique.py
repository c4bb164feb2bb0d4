"""The contract between those who try to get out of the kiosk and the runner that lets them try.

A `Technique` is one way that kiosks have been left by. It is tried by real input on the real program; afterwards the
runner lets every observer look, not only those that the technique has in mind: whatever trips, it got out.

The parts, and who looks after which:

* `field.Field` is what a technique gets: the person's eyes and hands, the post, the screen's server, the trap.
* `observers` are the closed set of ways (`Way`) in which success shows. Each is proven able to see.
* A scene (`Scene`) is where it is tried. The runner brings the post there before each technique and looks that it is
  there again afterwards, so a technique need not tidy up; it only has to come to an end by itself within seconds.
* `Scene.TRAP` is a session on a hostile page. `pages` owns it: the service `piege.exercice` is composed in by the
  proof alone. The runner starts the kiosk as `python -m proof.escapes.composition`, which is `kiosk run` with one
  change: the session's network process is `pages.GATEWAY` ("proof.escapes.pages.gateway"), a module with the same
  command line as `kiosk.gateway`, that also serves `piege.exercice` and calls `telling.tell_tunnels()` before it
  starts. `pages.PROCEDURES` is a folder with the one procedure that leads there (given to the kiosk by
  `procedures.folders`), `pages.WORDS` what a person types to find it, and `pages.Trap(heard: telling.Heard)` the
  runner's side: `open(name)` brings the page in front to the hostile page of that name, `facts()` is what pages said
  since.
  Both ends share the folder named by the environment variable `telling.FOLDER` (in memory, one for each run): the
  service tells by `telling.tell(kind, **facts)` (a datagram), and reads there what page is wanted next.
* A page that reaches what it must not reach says so itself: `telling.tell("won", technique=id, how=...)`. The observer
  `Way.TOLD` hears it.
* `pages.TECHNIQUES` and `window.TECHNIQUES` ... are tuples of techniques; `catalogue.all_techniques()` joins them.
* Each technique names the `weakness` under which it must succeed: a word from `weakened`, which is applied to the
  shell, the network process, the guest or the X server of a composition that only `--weakened` starts. Those of the
  pages are in `pages.weaknesses`: `GUEST` and `GATEWAY`, dictionaries from the word to a function without arguments,
  called inside of that process before anything starts. (The module is loaded there: it must import nothing of the
  other sides at its top.) The runner tries each under its weakness, and fails if nothing trips.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from proof.escapes.field import Field


class Way(StrEnum):
    """How success shows. One observer each; the set is closed."""

    LEFT = "left"
    """A tunnel was opened to a host outside of the procedure's allow-list, or a connection made without the proxy."""
    ORIGIN = "origin"
    """The address strip shows another site than the procedure's, or none."""
    WINDOW = "window"
    """A window that is not one of the kiosk's own came on the screen."""
    PROCESS = "process"
    """A program started that the kiosk does not start."""
    FILE = "file"
    """A file was written where the kiosk writes none, in the sandbox or outside."""
    FRONT = "front"
    """A place on the screen no longer belongs to the kiosk, or the screen has another size."""
    SECOND = "second"
    """Another screen shows something."""
    FROZEN = "frozen"
    """The shell or the guest no longer answers."""
    KEYBOARD = "keyboard"
    """The keyboard no longer works as before: sticky, slow, another layout, a key stuck down."""
    TERMINAL = "terminal"
    """The machine shows another virtual terminal."""
    SERVER = "server"
    """The X server ended or was started again."""
    SHELL = "shell"
    """The kiosk itself ended, was locked, or met a fault."""
    WORDS = "words"
    """What a page says was read as markup in the kiosk's own words."""
    TOLD = "told"
    """The hostile page says itself that it reached what it must not reach."""


class Scene(StrEnum):
    """Where a technique is tried."""

    HOME = "home"
    RESULTS = "results"
    SHEET = "sheet"
    """A procedure's own page, before it begins."""
    PAGE = "page"
    """In a session, on a page of the practice administration that has a field, links and a paper."""
    CLOSING = "closing"
    STAFF = "staff"
    """Where mediators type their code."""
    TRAP = "trap"


class Technique(ABC):
    """`id`: unique, upper case, as WS-CTRL-ALT-F1. `shows`: how success would show first of all."""

    id: str
    title: str
    """What it is, in a few words."""
    tries: str
    """What it would reach."""
    family: str
    scene: Scene = Scene.PAGE
    shows: tuple[Way, ...] = ()
    weakness: str = ""
    """Under which it succeeds; see `weakened`."""
    short: bool = False
    """Whether each change's checks try it."""
    settles: float = 0.2
    """Seconds that what was set going may take to show, at most some tenths; the attempt waits for more itself."""

    @abstractmethod
    def attempt(self, field: Field) -> None:
        """Do it. Return when it is done; an assertion that fails here means that it could not even be tried, which
        fails the proof as well: a technique that was not tried proves nothing."""
