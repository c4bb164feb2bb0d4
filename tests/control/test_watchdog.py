"""Whatever becomes of the shell, the user's mouse and keyboard work again."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from demonstration.seats import TwoSeats, two_seats
from kiosk.control.backend import Seat
from kiosk.control.watchdog import SILENCE_SECONDS, Watchdog
from kiosk.control.x11 import X11Backend

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 10.0


@pytest.fixture
def seats() -> Iterator[TwoSeats]:
    with two_seats() as seats:
        yield seats


@pytest.fixture
def shell(seats: TwoSeats) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.control.shell"],
        cwd=ROOT,
        env={**os.environ, "DISPLAY": seats.display},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process
        process.kill()


def watch(backend: X11Backend, condition: Callable[[], bool]) -> float:
    """Seconds until the devices are as they should be."""
    began = time.monotonic()
    while not condition():
        left = began + PATIENCE - time.monotonic()
        assert select.select([backend.fileno()], [], [], left)[0], "nothing moved"
        backend.drain()
    return time.monotonic() - began


def say(what: str, seconds: float) -> None:
    """For whoever reads with -s. Not asserted: a machine under load says nothing of the promise."""
    sys.stdout.write(f"shell {what}: the user's devices work again after {seconds:.3f} s\n")


def is_users(backend: X11Backend) -> bool:
    return set(backend.seats().values()) == {Seat.USER}


def exists(pid: int) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def test_a_killed_shell_leaves_the_user_both_hands(seats: TwoSeats, shell: subprocess.Popen[str]) -> None:
    assert shell.stdout is not None
    dog = int(shell.stdout.readline())
    backend = X11Backend(seats.display)
    by_name = {one.name: one.number for one in backend.devices()}
    assert backend.seats()[by_name["user-keyboard"]] is Seat.CUT
    shell.kill()
    say("killed", watch(backend, lambda: is_users(backend)))
    seats.user_mouse.move_to(700, 500)
    assert seats.user_mouse.at() == (700, 500)
    wait_until(lambda: not exists(dog))
    backend.close()


def test_a_frozen_shell_leaves_the_user_both_hands(seats: TwoSeats, shell: subprocess.Popen[str]) -> None:
    assert shell.stdout is not None
    dog = int(shell.stdout.readline())
    backend = X11Backend(seats.display)
    shell.send_signal(signal.SIGSTOP)
    say("frozen", watch(backend, lambda: is_users(backend)))
    assert exists(dog), "a frozen shell may come back: it is watched on"
    shell.send_signal(signal.SIGCONT)
    backend.close()


def test_the_promise_of_a_second_is_kept_with_room_for_the_server() -> None:
    assert SILENCE_SECONDS < 0.9


def test_a_watchdog_that_dies_is_started_again(seats: TwoSeats, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", seats.display)
    watchdog = Watchdog()
    watchdog.start()
    first = watchdog.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: not exists(first))
    watchdog.beat()
    assert watchdog.pid not in (None, first)
    watchdog.end()
    assert watchdog.pid is None


def test_before_there_are_two_people_there_is_no_watchdog() -> None:
    watchdog = Watchdog()
    watchdog.beat()
    assert watchdog.pid is None
    watchdog.end()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        os.sched_yield()
