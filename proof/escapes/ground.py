"""The post on which all is tried: screen, kiosk, hostile web; brought to a scene, and looked at whether it is there.

One kiosk is kept as long as it can be: a scene that a technique has changed is left as a person leaves it, and the
kiosk started again only when that leads nowhere.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from demonstration.display import memory_folder
from demonstration.kiosk import KioskEndedError
from demonstration.person import BLUE, Box, UnseenError
from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.procedures import loader
from kiosk.procedures.groups import allowed_hosts
from kiosk.procedures.model import Procedure
from kiosk.session.network.policy import HTTPS, AllowList
from kiosk.session.network.trackers import known_trackers
from proof.escapes import pages, screen, weakened
from proof.escapes.field import Field
from proof.escapes.glass import ACCESS_KEYS, STICKY_KEYS, Glass, paint_ground, switch_aids
from proof.escapes.keys import Fingers
from proof.escapes.observers.base import Scenery
from proof.escapes.pages.storms import WAITS, WORKS
from proof.escapes.technique import Scene
from proof.escapes.telling import Heard
from proof.rig.post import Post
from proof.rig.reading import click_words, wait_to_read

TRIAL = "tout s'efface"
_IN_SESSION = {Scene.PAGE: (TRIAL, "essai"), Scene.TRAP: (pages.WORDS, "piege")}
# The rig has a touch screen; a keyboard that comes and goes on the screen would move what hands look for.
_SETTINGS = ("session.receipt_seconds=60", 'touch.keyboard="off"')
_NOT_THERE = (UnseenError, KioskEndedError, AssertionError, StopIteration)


class Ground:
    """`opened`: the doors that are open on purpose, see `weakened`."""

    def __init__(self, on: screen.Screen, folder: Path, seed: int, opened: tuple[str, ...] = ()) -> None:
        self.screen = on
        self.folder = folder
        self.seed = seed
        self.home = folder / "own"
        for one in ("home", "tmp", "run"):
            (self.home / one).mkdir(parents=True)
        self.opened = opened
        self.heard = Heard(folder)
        self._prepare()
        # Started again with the kiosk, it would put the keyboard and the screens in order.
        careless = {weakened.MIRROR, weakened.STICKY} & set(opened)
        through = () if on.session is None or careless else (str(on.session),)
        self.post = Post(
            *(on.display, folder, None, {**self.heard.surroundings, **self._surroundings()}),
            module="proof.escapes.composition",
            through=through,
        )
        self.fingers = Fingers(on.display)
        self.glass = Glass(on.display)
        self.scene: Scene | None = None
        self._known: bytes = b""
        self.starts = 0
        self._rules = _Rules()

    def _surroundings(self) -> dict[str, str]:
        own = {"HOME": "home", "TMPDIR": "tmp"}
        shut = {f"XDG_{name}_HOME": str(self.home / "home") for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        return {
            **{name: str(self.home / place) for name, place in own.items()},
            **shut,
            weakened.VARIABLE: ",".join(word for word in self.opened if word not in weakened.SERVER_WORDS),
        }

    def _prepare(self) -> None:
        """As the session of a post does it, before the first window: fingers know the keyboard from then on."""
        if self.screen.session is not None and weakened.MIRROR not in self.opened:
            surroundings = {**os.environ, "DISPLAY": self.screen.display}
            subprocess.run([str(self.screen.session), "true"], env=surroundings, check=True, timeout=20)
        if weakened.DESKTOP in self.opened:
            # Every keyboard of the server, as a desktop's settings do it.
            command = ["setxkbmap", "-display", self.screen.display, "-option", "terminate:ctrl_alt_bksp"]
            subprocess.run(command, check=True, timeout=20)
        if weakened.STICKY in self.opened:
            options = ("-layout", "us,fr", "-option", "grp:shifts_toggle,keypad:pointerkeys")
            subprocess.run(["setxkbmap", "-display", self.screen.display, *options], check=True, timeout=20)
            switch_aids(self.screen.display, ACCESS_KEYS)
        if weakened.STICKY_ON in self.opened:
            switch_aids(self.screen.display, STICKY_KEYS)
        if weakened.MIRROR in self.opened:
            paint_ground(self.screen.display)

    def close(self) -> None:
        with contextlib.suppress(Exception):
            if self.post._kiosk is not None:  # noqa: SLF001 - it may have been ended by a technique
                self.post.kiosk.stop()
        for one in (self.fingers, self.glass, self.heard):
            with contextlib.suppress(Exception):
                one.close()
        with contextlib.suppress(Exception):
            self.post.person.close()

    # --- scenes -------------------------------------------------------------------------------------------------------

    def reach(self, scene: Scene) -> Scenery:
        """Bring the post there: from where it is when it is there already, else the way a person goes, else anew."""
        if self.scene is scene and self.is_intact():
            return self._scenery(scene)
        self._darken_others()
        for attempt in range(3):
            try:
                if attempt or self.scene is None or not self._went_home():
                    self._start()
                self._go(scene)
            except _NOT_THERE:
                if attempt == 2:
                    raise
                continue
            self.scene = scene
            self._known = self._mark(scene)
            return self._scenery(scene)
        raise AssertionError

    def is_intact(self) -> bool:
        """Whether the scene is as it was when it was reached."""
        scene = self.scene
        assert scene is not None
        try:
            if self.post.kiosk.process.poll() is not None:
                return False
            if weakened.DESKTOP in self.opened and scene is Scene.HOME:
                return self._phase() == "standby"  # its windows wander; its keys are felt wherever they are
            if scene is Scene.TRAP:
                return self._phase() == "active" and self._rests()
            if scene is Scene.PAGE:
                return self._phase() == "active" and self._mark(scene) == self._known
            return self._mark(scene) == self._known
        except _NOT_THERE:
            return False

    def _rests(self) -> bool:
        trap = self._trap
        assert trap is not None
        trap.rest()
        return True

    def _mark(self, scene: Scene) -> bytes:
        """What of the picture must be the same again: nothing blinks there."""
        terminal, person = self.post.terminal, self.post.person
        if scene is Scene.PAGE:
            region = Box(0, terminal.px(78), person.width, terminal.page.top)  # not the clock
        elif scene is Scene.HOME:
            region = Box(0, terminal.px(300), person.width, terminal.px(460))
        else:
            region = Box(0, terminal.px(100), person.width, person.height)
        return person.look(region).tobytes()

    def _phase(self) -> str:
        phases = [str(line["phase"]) for line in self.post.kiosk.lines if line["event"] == "phase"]
        return phases[-1] if phases else ""

    def _darken_others(self) -> None:
        """Pull the cables of second screens that a technique has lit."""
        if len(self.glass.lit()) > 1 or any(one.outputs > 1 for one in self.glass.lit()):
            command = ["xrandr", "-display", self.screen.display, "--output", "DUMMY1", "--off"]
            subprocess.run(command, check=True, timeout=20, capture_output=True)

    # --- ways ---------------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        if self.post._kiosk is not None:  # noqa: SLF001
            self.post.kiosk.stop()
            self.post._kiosk = None  # noqa: SLF001
        self.starts += 1
        self.post.start(f'procedures.folders=["{pages.PROCEDURES}"]', *_SETTINGS, *_weak_settings(self.opened))

    def _went_home(self) -> bool:
        """By the buttons that a person has. False where they do not lead home."""
        post, terminal = self.post, self.post.terminal
        try:
            if post.kiosk.process.poll() is not None:
                return False
            phase = self._phase()
            if phase == "active":
                since = len(post.kiosk.lines)
                post.person.press("Escape")
                post.person.click(post.person.width - terminal.px(90), terminal.px(38))
                post.kiosk.hear(since, "phase", 8.0, phase="closing")
                phase = "closing"
            if phase == "closing":
                since = len(post.kiosk.lines)
                terminal.press_blue("Tout effacer et partir")
                post.kiosk.hear(since, "wipe-verified", 30.0)
                terminal.next_person()
                post.kiosk.hear(since, "guest-ready", 30.0)
                return True
            return self.scene is Scene.HOME and self.is_intact()
        except _NOT_THERE:
            return False

    def _next_person(self) -> None:
        assert self._went_home(), "not tried: no way home"
        self.post.begin(pages.WORDS)

    def _go(self, scene: Scene) -> None:
        post = self.post
        match scene:
            case Scene.HOME:
                languages = Box(post.terminal.px(300), 0, post.person.width, post.terminal.px(76))
                post.person.wait_to_see("the language spoken", lambda: post.person.find(BLUE, languages))
            case Scene.RESULTS:
                post.terminal.search("carte")
                wait_to_read(post.person, "carte")
            case Scene.STAFF:
                click_words(post.person, "Espace médiateur", post.terminal.footer)
                wait_to_read(post.person, "médiateur")
            case Scene.SHEET:
                post.open_sheet(TRIAL)
                post.terminal.blue_answer("Je commence", post.terminal.footer)
            case Scene.PAGE | Scene.CLOSING:
                post.begin(TRIAL)
                post.terminal.ring()
                if scene is Scene.CLOSING:
                    post.terminal.press_finish()
                    post.terminal.blue_answer("Tout effacer et partir", post.terminal.footer)
            case Scene.TRAP:
                self._trap = pages.Trap(self.heard)
                post.begin(pages.WORDS)
                self._trap.rest()

    _trap: pages.Trap | None = None

    def _scenery(self, scene: Scene) -> Scenery:
        _, host = _IN_SESSION.get(scene, ("", ""))
        trap = self._trap if scene is Scene.TRAP else None
        return Scenery(
            field=Field(self.post, self.fingers, self.screen, self.seed, trap, self._prepare, self._next_person),
            scene=scene,
            glass=self.glass,
            heard=self.heard,
            home=self.home,
            host=f"{host}.exercice" if host else "",
            allowed=self._rules.of(scene),
            allowed_by_any=self._rules.any,
        )


def _weak_settings(opened: tuple[str, ...]) -> tuple[str, ...]:
    """The kiosk ends a guest that stands still before anybody else would notice: not where it must be noticed."""
    return ("session.heartbeat_timeout_seconds=60",) if {"freeze", WAITS, WORKS} & set(opened) else ()


class _Rules:
    """Whether the session of a scene may open a host, as the product decides it from its procedures."""

    def __init__(self) -> None:
        self._every = loader.load((PACKAGED_PROCEDURES, pages.PROCEDURES)).procedures
        self.any = self._rule(*self._every)
        self._of = {
            scene: self._rule(*(one for one in self._every if (one.host or "").startswith(f"{name}.")))
            for scene, (_, name) in _IN_SESSION.items()
        }

    def of(self, scene: Scene) -> Callable[[str], bool]:
        """Outside of a session, none."""
        return self._of.get(Scene.PAGE if scene is Scene.CLOSING else scene, lambda _host: False)

    @staticmethod
    def _rule(*procedures: Procedure) -> Callable[[str], bool]:
        rule = AllowList(tuple(host for one in procedures for host in allowed_hosts(one)), known_trackers())
        return lambda host: rule.decide(host, HTTPS).allowed


@contextlib.contextmanager
def ground(seed: int, opened: tuple[str, ...] = ()) -> Iterator[Ground]:
    """Ready when the block begins, gone when it ends."""
    bare = weakened.DESKTOP not in opened
    with screen.deployed(bare=bare) as on, memory_folder() as folder:
        made = Ground(on, folder, seed, opened)
        try:
            yield made
        finally:
            made.close()
