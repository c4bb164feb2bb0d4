"""One person's session beside `chromium --kiosk --incognito` on the same page: how fast it opens, how fast it is gone,
what memory it takes, and what many of them leave in the shell.

The real program is driven from the outside (see `peers`); this module only says what is measured and compared.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks import chromium, memory
from benchmarks.chromium import Chromium
from benchmarks.peers import Bare, bare_browser, kiosk_seat
from benchmarks.site import practice_site
from benchmarks.table import Bench, Row, median, spread
from demonstration.display import memory_folder
from proof import asked

START_GOAL = 0.2
END_GOAL = 0.4
MEMORY_GOAL = 1.25
GROWTH_GOAL_MB = 0.1
"""A post is switched off at night: 200 sessions in a long day then cost 20 MB, which no post notices."""

MEMORY_ROUNDS = 3
FIRST_COUNTED = 10
"""Caches (fonts, icons, translations) fill in the first sessions; growth is counted from this one on."""

_REST_MB = 1.0
_REST_SECONDS = 1.0

NOTES = (
    "start: from the tap on « Je commence » (Chromium: from its spawn) until the page's own colour is on the screen;",
    "  for the kiosk the first step must stand beside it. Read off the pixels every 4 ms, for both.",
    "end: from the tap on « Tout effacer et partir » to the verified wipe; Chromium: its window closed (on the line",
    "  below: SIGTERM) until its last process is gone, then its profile removed from the disk where it lies.",
    "memory: PSS of the whole tree at rest on the page (shell, network, guest; Chromium with all its processes).",
    "Chromium gets the page by plain http and without a proxy; the kiosk by TLS through its allow-list proxy.",
    "Medians; one Chromium start before the first round is not counted. Spread: lowest-highest (kiosk / Chromium).",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    options = parser.add_argument_group("session")
    options.add_argument("--rounds", type=asked.count, default=9, help="starts and ends measured (default: 9)")
    options.add_argument("--sessions", type=asked.count, default=50, help="sessions in a row (default: 50)")


def run(options: argparse.Namespace) -> Bench:
    with (
        memory_folder() as folder,
        tempfile.TemporaryDirectory(dir="/var/tmp") as disk,
        practice_site() as port,
        bare_browser(Path(disk, "bare"), port) as bare,
    ):
        with bare.start():
            pass  # the files of both peers' libraries are read now, whoever is measured first
        times = _measure_times(folder / "times", bare, options.rounds)
        sizes = _measure_memory(folder, bare)
        growth = _measure_growth(folder / "growth", options.sessions)
    return Bench(
        name="session",
        against="Côte à Côte beside chromium --kiosk --incognito (peer), same page, same machine, same run",
        rows=(*times.rows(), *sizes.rows(), *growth.rows()),
        notes=NOTES,
        versions=chromium.versions(),
    )


@dataclass
class Times:
    """In seconds."""

    starts: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)
    peer_starts: list[float] = field(default_factory=list)
    peer_ends: list[float] = field(default_factory=list)
    peer_terminations: list[float] = field(default_factory=list)

    def rows(self) -> list[Row]:
        return [
            _seconds("start to first step shown", self.starts, self.peer_starts, START_GOAL),
            _seconds("end to verified wipe", self.ends, self.peer_ends, END_GOAL),
            _seconds("end, beside SIGTERM", self.ends, self.peer_terminations, None),
        ]


@dataclass
class Sizes:
    """In MB."""

    standby: list[float] = field(default_factory=list)
    open: list[float] = field(default_factory=list)
    peer: list[float] = field(default_factory=list)

    def rows(self) -> list[Row]:
        together = spread(self.open, self.peer)
        return [
            Row("memory with a session open", median(self.open), "MB", median(self.peer), MEMORY_GOAL, together),
            Row("memory in standby", median(self.standby), "MB", median(self.peer), spread=spread(self.standby)),
        ]


@dataclass
class Growth:
    """What the shell held after each session: private memory in MB, descriptors."""

    memory: list[float] = field(default_factory=list)
    descriptors: list[int] = field(default_factory=list)

    def rows(self) -> list[Row]:
        last = len(self.memory)
        first = min(FIRST_COUNTED, max(1, last // 2))
        held, files = self.memory[first - 1 :], self.descriptors[first - 1 :]
        slope = statistics.linear_regression(range(len(held)), held).slope if len(held) > 1 else None
        names = f"sessions {first} to {last}"
        return [
            Row(f"shell growth a session, {names}", slope, "MB", goal=GROWTH_GOAL_MB, spread=spread(held)),
            Row(f"shell growth, {names}", held[-1] - held[0], "MB"),
            Row(f"shell descriptors more, {names}", files[-1] - files[0], "", goal=0, spread=spread(files)),
        ]


def _measure_times(folder: Path, bare: Bare, rounds: int) -> Times:
    """The peers take turns, so that what else the machine does falls on both."""
    times = Times()
    with kiosk_seat(folder) as seat:
        for number in range(1, rounds + 1):
            _say(f"start and end, round {number} of {rounds}")
            times.starts.append(seat.start())
            times.ends.append(seat.erase())
            seat.go_home()
            for end, ends in ((Chromium.close_window, times.peer_ends), (Chromium.terminate, times.peer_terminations)):
                with bare.start() as (browser, seconds):
                    times.peer_starts.append(seconds)
                    _rest(browser.processes)
                    began = time.monotonic()
                    end(browser)
                    browser.remove_profile()
                    ends.append(time.monotonic() - began)
    return times


def _measure_memory(folder: Path, bare: Bare) -> Sizes:
    """One peer at a time: pages that both would share must not make either look small."""
    sizes = Sizes()
    for number in range(1, MEMORY_ROUNDS + 1):
        _say(f"memory, round {number} of {MEMORY_ROUNDS}")
        with kiosk_seat(folder / f"memory-{number}") as seat:
            sizes.standby.append(_rest(seat.processes))
            seat.start()
            sizes.open.append(_rest(seat.processes))
        with bare.start() as (browser, _):
            sizes.peer.append(_rest(browser.processes))
    return sizes


def _measure_growth(folder: Path, sessions: int) -> Growth:
    growth = Growth()
    with kiosk_seat(folder) as seat:
        for number in range(1, sessions + 1):
            _say(f"sessions in a row, {number} of {sessions}")
            seat.start()
            seat.erase()
            seat.go_home()
            growth.memory.append(memory.own_mb(seat.shell))
            growth.descriptors.append(memory.descriptors(seat.shell))
    return growth


def _rest(processes: Callable[[], list[psutil.Process]]) -> float:
    """Their memory in MB once it stands still: pages go on loading and freeing for a while after they are shown."""
    before, now = float("inf"), memory.pss_mb(processes())
    while abs(now - before) > _REST_MB:
        time.sleep(_REST_SECONDS)
        before, now = now, memory.pss_mb(processes())
    return now


def _seconds(measure: str, values: list[float], peers: list[float], goal: float | None) -> Row:
    return Row(measure, median(values), "s", median(peers), goal, spread(values, peers))


def _say(what: str) -> None:
    print(f"session: {what}", file=sys.stderr, flush=True)
