"""One round: a session is begun, things are planted and seen, it ends in one way, and nothing of it may be left.

Knows what a round is; not which rounds there are, nor how they are told.
"""

from __future__ import annotations

import contextlib
import random
import re
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import xcffib
from selenium.common.exceptions import WebDriverException

from demonstration.kiosk import KioskEndedError
from demonstration.person import UnseenError
from proof.rig import clipboard, machine
from proof.wipe import kinds as known
from proof.wipe.endings import Ending, Scene
from proof.wipe.kind import Kind, Moment, Need
from proof.wipe.search import Hit, Planted, Search
from proof.wipe.session import Session, draw_mark
from proof.wipe.station import Station

_IN_VAIN = re.compile(r"within [0-9.]+ s")
GRAIN = 0.1
"""Seconds: the clock of a file system is a little coarser than ours."""

MOST_BEFORE_POWER = 8.0
"""Seconds from a session's first step to the cut of power, at most."""

SEEN_WITHIN = 20.0
_LOOK_EVERY = 0.03
_BROKEN_OFF = (
    *(KioskEndedError, UnseenError, WebDriverException, xcffib.ConnectionException),
    *(psutil.Error, subprocess.SubprocessError, OSError),
)


@dataclass
class Outcome:
    """`seen`: the kinds that were there, by the search or by the page's word. `unseen`: planted and never there, which
    would make their silence afterwards worthless. `faults`: what else was not as it must be.
    `costs`: seconds, by kind; `phases`, by what was done."""

    number: int
    ending: str
    planted: tuple[str, ...]
    seen: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    costs: dict[str, float] = field(default_factory=dict)
    phases: dict[str, float] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        return not (self.hits or self.faults or self.unseen)

    @property
    def waited_in_vain(self) -> bool:
        """Nothing was found, and nothing is wrong but that something did not come in time."""
        return bool(self.faults) and not self.hits and all(_IN_VAIN.search(fault) for fault in self.faults)


class Round:
    def __init__(  # noqa: PLR0917 - all that a round is made of
        self, station: Station, search: Search, family: str, number: int, ending: Ending, kinds: Sequence[type[Kind]]
    ) -> None:
        self._station = station
        self._search = search
        self._ending = ending
        self._kinds = [kind() for kind in kinds]
        self._chance = random.Random(f"{family} {number}")
        self._mark = draw_mark(self._chance, family)
        names = tuple(kind.name for kind in kinds)
        self.outcome = Outcome(number, ending.name, names)
        self._planted = Planted(number, self._mark, names)
        self._settings = (*station.settings, *known.SETTINGS, *ending.settings)
        self._session_folders: set[Path] = set()
        self._processes: list[psutil.Process] = []
        self._at = "the beginning"
        self._death: threading.Timer | None = None

    def play(self) -> Outcome:
        began, clock = time.time() - GRAIN, time.monotonic()
        self._search.planted.append(self._planted)
        try:
            with self._timed("in all"):
                self._live(began)
            with self._timed("search"):
                self._look(began)
            with self._timed("leave"):
                self._leave()
        except Exception as error:
            self.outcome.faults.append(f"at {self._at}: {type(error).__name__}: {str(error)[:1500]}")
            self._come_back()
        self.outcome.seconds = time.monotonic() - clock
        return self.outcome

    def _come_back(self) -> None:
        """One post that is slow to start does not end a proof of hours: two more are tried before it does."""
        for _ in range(2):
            with contextlib.suppress(KioskEndedError):
                self._station.come_back(*self._settings)
                return
        self._station.come_back(*self._settings)

    @contextlib.contextmanager
    def _timed(self, what: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.outcome.phases[what] = round(time.monotonic() - began, 2)

    # --- a person's session -----------------------------------------------------------------------------------------

    def _live(self, began: float) -> None:
        station = self._station
        if any(kind.needs & {Need.PAPERS, Need.PHONE} for kind in self._kinds):
            station.rig.rest()
        with self._timed("start"):
            station.post.have(*self._settings)
        session = Session(station.rig, station.phone, self._mark, self._chance)
        self._planted.others = session.sought
        scene = Scene(
            station,
            session,
            None,
            self._chance,
            self._settings,
            closing=False,
            after_power=lambda: self._look_at_disk(began, lasting_only=True),
        )
        with self._until_power_is_cut(scene):
            self._plant(session, Moment.HOME)
            with self._timed("begin"):
                self._begin(session)
            scene.noted = session.guest
            self._note(session)
            self._plant(session, Moment.PAGE)
            if any(kind.moment is Moment.CLOSING for kind in self._kinds):
                station.post.terminal.press_finish()
                scene.closing = True
                self._plant(session, Moment.CLOSING)
            # Not a wait for anything: the random moment itself.
            time.sleep(self._chance.uniform(0.0, 0.3))
        with self._timed("ending"):
            self._ending.act(scene)
        self._note_wipe()

    def _note_wipe(self) -> None:
        """How long the last one took, from when the program began it until it had verified it."""
        said = self._station.post.kiosk.lines
        began = [line["heard"] for line in said if line["event"] == "phase" and line["phase"] == "wiping"]
        verified = [line["heard"] for line in said if line["event"] == "wipe-verified"]
        if began and verified:
            self.outcome.phases["wipe"] = round(verified[-1] - began[-1], 3)

    @contextlib.contextmanager
    def _until_power_is_cut(self, scene: Scene) -> Iterator[None]:
        """What a person does is broken off by it, at a moment that nobody chose."""
        if not self._ending.sudden:
            yield
            return
        moment = self._chance.uniform(0.0, MOST_BEFORE_POWER)
        self._death = threading.Timer(moment, scene.station.cut_power)
        self._death.start()
        try:
            with contextlib.suppress(*_BROKEN_OFF, AssertionError):
                yield
        finally:
            self._death.join()

    def _begin(self, session: Session) -> None:
        # The shell remembers what was looked for as long as the visit lasts.
        words = f"{known.WORDS} {self._mark}"
        post = session.post
        if any(Need.MEDIATOR in kind.needs for kind in self._kinds):
            post.open_sheet(words)
            post.terminal.start_together()
            session.kiosk.wait_for("step-shown", number=1)
        else:
            post.begin(words)

    def _note(self, session: Session) -> None:
        """What the session has that must be gone."""
        self._processes = [*session.guest.members, machine.gateway_of(session.post.shell)]
        runtime = session.post.folder / "kiosk"
        self._session_folders = {one for one in runtime.iterdir() if one.is_dir()} if runtime.is_dir() else set()

    def _plant(self, session: Session, moment: Moment) -> None:
        for kind in self._kinds:
            if kind.moment is moment:
                self._plant_one(kind, session)

    def _plant_one(self, kind: Kind, session: Session) -> None:
        began = time.monotonic()
        self._at = kind.name
        kind.plant(session)
        if not self._ending.sudden:
            there = _soon(kind, session)
            (self.outcome.seen if there else self.outcome.unseen).append(kind.name)
        self.outcome.costs[kind.name] = round(time.monotonic() - began, 2)
        self._at = "the ending"

    # --- what is left -----------------------------------------------------------------------------------------------

    def _look(self, began: float) -> None:
        station, faults = self._station, self.outcome.faults
        post = station.post
        if left := machine.still_running(self._processes):
            faults.append(f"{len(left)} processes of the session still run")
        if strays := machine.strays(post.folder, post.shell):
            faults.append(f"{len(strays)} processes run that no kiosk knows")
        if held := clipboard.held(post.display):
            faults.append(f"{held} selections or cut buffers are held")
        if folders := [one for one in self._session_folders if one.exists()]:
            faults.append(f"{len(folders)} folders of the session still exist")
        if papers := station.rig.cups.papers():
            faults.append(f"{len(papers)} papers are in the print server")
        self._found(self._search.in_memory(station.running()))
        self._look_at_disk(began, lasting_only=False)

    def _look_at_disk(self, began: float, *, lasting_only: bool) -> None:
        """`lasting_only`: what is in memory was lost with the power."""
        station = self._station
        if station.disk:
            station.disk.settle(None if lasting_only else station.post.shell)
            self._found(self._search.in_file(station.disk.image))
        roots = [] if lasting_only else [Path("/dev/shm"), Path("/run")]
        if station.disk is None:
            roots += [Path("/tmp"), Path("/var/tmp"), Path.home(), station.post.folder / "state"]
        self._found(self._search.in_files(roots, began, station.outside))

    def _found(self, hits: list[Hit]) -> None:
        self.outcome.hits += hits

    def _leave(self) -> None:
        post = self._station.post
        if not self._ending.anew:
            post.kiosk.wait_for("guest-ready")
            post.leave()
        post.terminal.beside = False


def _soon(kind: Kind, session: Session) -> bool:
    deadline = time.monotonic() + SEEN_WITHIN
    try:
        while not kind.seen(session):
            if time.monotonic() > deadline:
                return False
            time.sleep(_LOOK_EVERY)
    except AssertionError:
        # The page says that it could not.
        return False
    return True
