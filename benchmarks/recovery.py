"""How long a person looks at something broken when a process dies, beside opening Chromium on the same page again.

Read off the screen: from the kill until the page, with the guide's ring and what had been written, is there as before;
for what is above the guest, until home. The real program, practice fund, its processes killed one by one.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import chromium
from benchmarks.peers import Bare, bare_browser
from benchmarks.site import practice_site
from benchmarks.table import Bench, Row, median, spread
from demonstration.display import memory_folder, virtual_screen
from demonstration.play import Play
from proof import asked
from proof.rig import machine
from proof.rig.post import Post
from proof.rig.sight import Sight
from proof.rig.supervised import Supervised, supervised_post

PAGE_GOAL_S = 2.0
HOME_GOAL_S = 10.0

_SIZE = (1280, 800)
_BEFORE, _MIDDLE = "salaire-mois-1", "salaire-mois-2"
_PATIENCE_S = 60.0
_LOOK_EVERY_S = 0.005
_NOTICED_WITHIN_S = 3.0

NOTES = (
    "page back: from the kill until the page is on the screen as before, for good, ring and written amount included;",
    "  0 when nothing was to be seen at all. home back: from the kill until the wipe is verified and home is shown.",
    "peer: Chromium spawned on a page of the same site, until its colour is there; it has lost what was written.",
    "There is no GPU process to kill: the page is drawn in software, within the browser's own process.",
    "Goals are of a quiet machine (seconds); on a busy one read the ratios.",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument_group("recovery").add_argument(
        "--kills", type=asked.count, default=3, help="how often each process is killed (default: 3)"
    )


def run(options: argparse.Namespace) -> Bench:
    times = Times()
    with (
        tempfile.TemporaryDirectory(dir="/var/tmp") as disk,
        practice_site() as port,
        bare_browser(Path(disk, "bare"), port) as bare,
    ):
        for number in range(1, options.kills + 1):
            _say(f"round {number} of {options.kills}")
            _in_guest(times)
            _above(times)
            times.peer.append(_open_again(bare))
    return Bench(
        name="recovery",
        against="Côte à Côte after a kill beside Chromium opened again (peer), same machine, same run",
        rows=tuple(times.rows()),
        notes=NOTES,
        versions=chromium.versions(),
    )


@dataclass
class Times:
    """In seconds."""

    pages: dict[str, list[float]] = field(default_factory=dict)
    homes: dict[str, list[float]] = field(default_factory=dict)
    peer: list[float] = field(default_factory=list)

    def rows(self) -> list[Row]:
        beside = median(self.peer)
        return [
            *(_row(f"{name} killed: page back", seconds, PAGE_GOAL_S) for name, seconds in self.pages.items()),
            *(_row(f"{name} killed: wiped, home back", seconds, HOME_GOAL_S) for name, seconds in self.homes.items()),
            *(
                Row(f"{name} killed, beside Chromium", median(seconds), "s", beside, None, spread(seconds, self.peer))
                for name, seconds in (*self.pages.items(), *self.homes.items())
            ),
        ]


def _row(measure: str, seconds: list[float], goal: float) -> Row:
    return Row(measure, median(seconds), "s", goal=goal, spread=spread(seconds))


def _in_guest(times: Times) -> None:
    """Whatever dies up to the guest: one person, in the middle of a procedure."""
    with memory_folder() as folder, virtual_screen(*_SIZE) as display:
        post = Post(display, folder)
        try:
            post.start()
            page = _go_to_the_middle(post)
            guest = post.guest
            killed: tuple[tuple[str, Callable[[], None]], ...] = (
                ("page's process", lambda: machine.kill(*guest().renderers)),
                ("browser", lambda: machine.kill(guest().browser)),
                ("what starts pages", lambda: machine.kill(*guest().zygotes)),
                ("guest's init", lambda: machine.kill(guest().init)),
                ("proxy", lambda: machine.kill(machine.gateway_of(post.shell))),
            )
            for name, kill in killed:
                times.pages.setdefault(name, []).append(_seconds_until_again(page, kill))
        finally:
            post.close()


def _above(times: Times) -> None:
    """From the shell up: another kiosk on the same screen, or on another one."""
    with memory_folder() as folder, supervised_post(folder) as post:
        post.sit_down()
        _begin(post)
        killed = time.monotonic()
        machine.kill(post.shell)
        post.terminal.wait_for_home()
        times.homes.setdefault("shell", []).append(_home_came(post) - killed)
        _begin(post)
        killed = time.monotonic()
        machine.kill(post.screen)
        post.sit_down()
        times.homes.setdefault("X server", []).append(_home_came(post) - killed)


def _home_came(post: Supervised) -> float:
    came = [line["heard"] for line in post.kiosk.lines if line["event"] == "phase" and line["phase"] == "standby"]
    return float(came[-1])


def _begin(post: Supervised) -> None:
    post.terminal.press_tile(1)
    Play(post.terminal, lambda _: None).start()


def _open_again(bare: Bare) -> float:
    with bare.start() as (_, seconds):
        return seconds


def _seconds_until_again(page: Sight, kill: Callable[[], None]) -> float:
    """From the kill until the page is there again for good. 0 when it never went."""
    killed = time.monotonic()
    kill()
    again: float | None = killed
    while again is None or time.monotonic() - again < _NOTICED_WITHIN_S:
        if time.monotonic() - killed > _PATIENCE_S:
            raise RuntimeError("the page did not come back")
        if not page.is_again():
            again = None
        elif again is None:
            again = time.monotonic()
        time.sleep(_LOOK_EVERY_S)
    return again - killed


def _go_to_the_middle(post: Post) -> Sight:
    """Logged in, an amount written and not sent."""
    post.terminal.press_tile(1)
    play = Play(post.terminal, lambda _: None)
    play.start()
    play.follow_guide(until=_BEFORE)
    first = post.terminal.ring()
    play.follow_guide(until=_MIDDLE)
    post.next_ring(first)
    return Sight(post.person, post.terminal.page)


def _say(what: str) -> None:
    print(f"recovery: {what}", file=sys.stderr, flush=True)
