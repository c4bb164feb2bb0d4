"""`kiosk doctor` before real X servers: it sees what is there, and leaves everything as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from demonstration.display import virtual_screen
from demonstration.seats import TwoSeats, two_seats
from kiosk.config import load
from kiosk.control import watchdog, xinput
from kiosk.control.x11 import SecondPointer, X11Backend
from kiosk.control.xheard import XError
from kiosk.control.xinput import XInput
from kiosk.doctor import hands

PAIRED = (
    'control.user_devices=["x:user-mouse", "x:user-keyboard"]',
    'control.mediator_devices=["x:mediator-mouse", "x:mediator-keyboard"]',
)
# What a machine has for papers is another matter.
NO_PAPERS = ("scan.enabled=false", "phone.enabled=false", "print.enabled=false", "stick.enabled=false")
# Nor is what it has for a network: nobody listens there, and nothing else is asked.
NO_NETWORK = ("network.upstream=127.0.0.1:1",)
HANDS = {"line", "display", "xi2", "second-pointer", "device", "device-absent", "pairs", "watchdog"}

# A Qt program with a window, until it is told to end.
_PROGRAM = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.show()
heard = QSocketNotifier(0, QSocketNotifier.Type.Read)
heard.activated.connect(application.quit)
print("open", flush=True)
sys.exit(application.exec())
"""


@pytest.fixture(scope="module")
def seats() -> Iterator[TwoSeats]:
    with two_seats() as two:
        yield two


def ask(display: str, tmp_path: Path, *overrides: str) -> tuple[int, list[Any]]:
    """The command itself: its status, and what it says to a program."""
    nobody = "unix:path=/nowhere"  # whose keyring would answer
    runtime = {"XDG_RUNTIME_DIR": "/dev/shm", "DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": nobody}
    settings = [
        word for one in (f"state.directory={tmp_path}", *NO_PAPERS, *NO_NETWORK, *overrides) for word in ("--set", one)
    ]
    command = [sys.executable, "-m", "kiosk", "doctor", "--json", *settings]
    done = subprocess.run(
        command, env={**os.environ, **runtime}, capture_output=True, text=True, timeout=180, check=False
    )
    return done.returncode, json.loads(done.stdout)


def verdicts(checks: list[Any]) -> dict[str, str]:
    return {one["code"]: one["verdict"] for one in checks}


def not_well(checks: list[Any]) -> set[str]:
    """Of the hands: the rest of this machine is no post."""
    return {code for code, verdict in verdicts(checks).items() if verdict != "ok"} & HANDS


def nothing_failed(checks: list[Any]) -> bool:
    return not any(one["code"] in HANDS and one["verdict"] == "failed" for one in checks)


def test_two_pairs_are_well_and_nothing_is_left_behind(seats: TwoSeats, tmp_path: Path) -> None:
    server = XInput(seats.display)
    try:
        before = server.devices()
        _, checks = ask(seats.display, tmp_path, *PAIRED)
        assert server.devices() == before
    finally:
        server.close()
    assert not_well(checks) == set(), checks
    mine = [one["what"] for one in checks if one["code"] == "device" and "au médiateur" in one["what"]]
    assert len(mine) == 2
    assert any("Deux paires" in one["what"] for one in checks)


def test_a_kiosk_that_runs_keeps_its_pointer(seats: TwoSeats, tmp_path: Path) -> None:
    backend = X11Backend(seats.display)
    try:
        pointer = backend.pair()
        _, checks = ask(seats.display, tmp_path, *PAIRED)
        assert backend.pair() == pointer
    finally:
        backend.unpair()
        backend.close()
    assert nothing_failed(checks)
    (second,) = (one for one in checks if one["code"] == "second-pointer")
    assert "s'en sert" in second["what"]


def test_programs_that_are_open_outlive_the_try(seats: TwoSeats, tmp_path: Path) -> None:
    command = [sys.executable, "-c", _PROGRAM]
    environment = {**os.environ, "DISPLAY": seats.display, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"open\n"
        _, checks = ask(seats.display, tmp_path, *PAIRED)
        program.communicate(b"end\n", timeout=20)
    assert program.returncode == 0
    assert nothing_failed(checks)
    assert verdicts(checks)["second-pointer"] == "warning"


def test_an_absent_device_fails_before_a_real_server(seats: TwoSeats, tmp_path: Path) -> None:
    status, checks = ask(seats.display, tmp_path, 'control.mediator_devices=["x:mediator-mousse"]')
    assert status == 1
    assert verdicts(checks)["device-absent"] == "failed"
    assert any("« x:mediator-mouse » ?" in one["what"] for one in checks)


def test_one_pair_is_a_warning(tmp_path: Path) -> None:
    with virtual_screen(640, 480) as display:
        _, checks = ask(display, tmp_path)
    assert not_well(checks) == {"pairs"}
    assert nothing_failed(checks)


def test_a_screen_that_is_no_post_is_told_by_its_server(tmp_path: Path) -> None:
    with virtual_screen(800, 600) as display:
        _, checks = ask(display, tmp_path)
    found = verdicts(checks)
    assert [found[one] for one in ("screen-server", "screen-size", "screen-dark", "terminals")] == ["warning"] * 4
    assert found["screen-door"] == "ok"
    assert {"kernel-keys", "keyboard-layout", "screen-memory"} <= set(found)
    assert (found["letters"], found["arabic"], found["libraries"]) == ("ok", "ok", "ok")


def test_without_a_display_it_says_so(tmp_path: Path) -> None:
    status, checks = ask(":9876", tmp_path)
    assert status == 1
    assert verdicts(checks)["display"] == "failed"


def test_a_watchdog_that_cannot_start_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "_COMMAND", (sys.executable, "-c", "raise SystemExit(1)"))
    assert not watchdog.can_start()
    monkeypatch.setattr(watchdog, "_COMMAND", ("/nowhere/python",))
    assert not watchdog.can_start()


def test_a_server_that_refuses_a_second_pointer_is_found_out(seats: TwoSeats, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise XError(10, 131, 43)

    monkeypatch.setenv("DISPLAY", seats.display)
    monkeypatch.setattr(XInput, "add_master", refuse)
    assert hands.examine(load().config).second is SecondPointer.REFUSED


def test_a_server_without_xi2_is_found_out(seats: TwoSeats, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", seats.display)
    monkeypatch.setattr(xinput, "OLDEST", (99, 0))
    found = hands.examine(load().config)
    assert found.display
    assert not found.xi2
