"""How a session ends, from "J'ai fini" to the cut of power. Each returns when the wipe that follows is said to be done.

Knows the post from outside: buttons, signals, and what the program says of itself.
"""

from __future__ import annotations

import random
import signal
from collections.abc import Callable
from dataclasses import dataclass

from proof.rig import machine
from proof.rig.machine import kill
from proof.wipe.session import Session
from proof.wipe.station import Station

RECEIPT_STAYS = "session.receipt_seconds=3600"
# The shortest warning that a configuration may have, and nobody is waited for longer beside a mediator.
HASTY = (
    "session.idle_seconds=6",
    "session.idle_with_mediator_seconds=6",
    "session.warning_seconds=20",
    "session.closing_seconds=1",
)


@dataclass
class Scene:
    """One session that is about to end. `closing`: its closing screen is in sight, else its page.

    `noted`: its guest, once there is one. `settings`: how the post is started again. `after_power`: called while
    everything is dead, for the disk."""

    station: Station
    session: Session
    noted: machine.Guest | None
    chance: random.Random
    settings: tuple[str, ...]
    closing: bool
    after_power: Callable[[], None]

    @property
    def guest(self) -> machine.Guest:
        assert self.noted is not None, "the session has begun"
        return self.noted

    def finish(self) -> None:
        post = self.station.post
        if not self.closing:
            post.terminal.press_finish()
        post.terminal.erase()


def _finished(scene: Scene) -> None:
    scene.finish()


def _idle(scene: Scene) -> None:
    kiosk = scene.station.post.kiosk
    kiosk.wait_for("phase", phase="warning")
    kiosk.wait_for("wipe-verified", reason="idle")


def _left(scene: Scene) -> None:
    scene.station.post.terminal.press_finish()
    scene.station.post.kiosk.wait_for("wipe-verified", reason="left")


def _renderer(scene: Scene) -> None:
    kill(*scene.guest.renderers)
    scene.station.post.kiosk.wait_for("page-problem", kind="crashed")
    scene.finish()


def _browser(scene: Scene) -> None:
    kiosk = scene.station.post.kiosk
    kill(scene.guest.browser)
    kiosk.wait_for("browser-restarted")
    kiosk.wait_for("step-shown")
    scene.finish()


def _guest(scene: Scene) -> None:
    kill(scene.chance.choice([scene.guest.monitor, scene.guest.first, scene.guest.starter]))
    scene.station.post.kiosk.wait_for("wipe-verified", reason="guest-died")


def _proxy(scene: Scene) -> None:
    kill(machine.gateway_of(scene.station.post.shell))
    scene.finish()


def _shell(scene: Scene) -> None:
    post = scene.station.post
    post.kiosk.process.send_signal(signal.SIGKILL)
    machine.wait_until(lambda: not scene.guest.left(), "the guest dies with its shell")
    post.start_again()


def _x_server(scene: Scene) -> None:
    scene.station.kill_x_server()
    scene.station.come_back(*scene.settings)


def _power(scene: Scene) -> None:
    """It was cut in the middle of what the person did."""
    scene.after_power()
    scene.station.come_back(*scene.settings)


def _told_to_end(scene: Scene) -> None:
    post = scene.station.post
    status = post.stop()
    assert status == 0, f"told to end, the post ended with {status}"
    assert not scene.guest.left()
    post.start(*scene.settings)


@dataclass(frozen=True)
class Ending:
    """`share`: rounds of a hundred. `from_closing`: whether the closing screen may be in sight. `anew`: the post was
    started again, and is at home. `quick`: the post asks soon whether somebody is there, so nothing slow is planted.
    `sudden`: comes while things are being planted."""

    name: str
    title: str
    act: Callable[[Scene], None]
    share: int
    from_closing: bool = True
    anew: bool = False
    quick: bool = False
    sudden: bool = False

    @property
    def settings(self) -> tuple[str, ...]:
        return (RECEIPT_STAYS, *(HASTY if self.quick else ()))


ENDINGS = (
    Ending("finished", "« J'ai fini »", _finished, 30),
    Ending("renderer", "renderer killed", _renderer, 12, from_closing=False),
    Ending("browser", "browser killed", _browser, 11, from_closing=False),
    Ending("guest", "guest killed", _guest, 13),
    Ending("proxy", "proxy killed", _proxy, 11),
    Ending("shell", "shell killed", _shell, 6, anew=True),
    Ending("x-server", "X server killed", _x_server, 3, anew=True),
    Ending("told", "told to end (SIGTERM)", _told_to_end, 3, anew=True),
    Ending("power", "power cut", _power, 6, anew=True, sudden=True),
    Ending("left", "closing unanswered", _left, 3, from_closing=False, quick=True),
    Ending("idle", "nobody there", _idle, 1, from_closing=False, quick=True),
)
