"""The supervisor of a post starts again what dies, and ends what it started in its order. The screen server and the
kiosk are small shell scripts here; `tests/e2e/test_recovery.py` has the real ones."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import post, supervision
from kiosk.forgetting import ENVIRONMENT
from kiosk.post import Commands, KioskKeepsDyingError, Post, ScreenKeepsDyingError, command_of, pause_after
from kiosk.pulse import SOMEBODY

# Says "I am display 7" where it is asked to, then lives on.
LIVE = "while :; do sleep 0.05; done"
SAY = 'say() { printf "$1" > /proc/self/fd/$KIOSK_PULSE; }'
SCREEN = f'echo screen >> $TOLD; echo 7 > /proc/self/fd/$2; trap "echo screen-ended >> $TOLD; exit 0" TERM; {LIVE}'
BROKEN_SCREEN = "exit 3"
KIOSK = f'echo "kiosk $DISPLAY" >> $TOLD; trap "sleep 0.1; echo kiosk-ended >> $TOLD; exit 5" TERM; {LIVE}'
DYING_KIOSK = 'echo "kiosk $DISPLAY" >> "$TOLD"; exit 9'


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the two said, in order."""
    file = tmp_path / "told"
    file.touch()
    monkeypatch.setenv("TOLD", str(file))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(post, "pause_after", lambda _deaths: 0.0)
    return file


@pytest.fixture
def signals() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    assert signal.getsignal(signal.SIGTERM) is before


def commands(screen: str, kiosk: str) -> Commands:
    return Commands(("sh", "-c", screen, "screen"), ("sh", "-c", kiosk), 10.0)


def when(file: Path, words: str, then) -> threading.Thread:
    """Do something once the file says so."""

    def wait() -> None:
        deadline = time.monotonic() + 20
        while words not in file.read_text() and time.monotonic() < deadline:
            time.sleep(0.01)
        then()

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def end_us() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def test_it_ends_the_kiosk_first_then_the_screen_and_says_how_the_kiosk_ended(told: Path, signals: None) -> None:
    asking = when(told, "kiosk :7", end_us)
    assert Post(commands(SCREEN, KIOSK)).run() == 5
    asking.join()
    assert told.read_text().split("\n")[:4] == ["screen", "kiosk :7", "kiosk-ended", "screen-ended"]


def test_a_kiosk_that_keeps_dying_is_started_again_on_the_same_screen_and_given_up(told: Path, signals: None) -> None:
    with pytest.raises(KioskKeepsDyingError) as said:
        Post(commands(SCREEN, DYING_KIOSK)).run()
    lines = told.read_text().split("\n")
    assert lines.count("screen") == 1
    assert lines.count("kiosk :7") == post.MOST_DEATHS
    assert "screen-ended" in lines
    assert "kiosk post" in str(said.value)


def test_a_screen_that_does_not_start_is_given_up_and_nothing_runs_without_it(told: Path, signals: None) -> None:
    with pytest.raises(ScreenKeepsDyingError):
        Post(commands(BROKEN_SCREEN, KIOSK)).run()
    assert told.read_text() == ""


def test_a_screen_that_dies_takes_the_kiosk_with_it_at_once_and_both_are_back(told: Path, signals: None) -> None:
    dying_once = (
        f'[ -s "$TOLD" ] || {{ echo screen >> "$TOLD"; echo 7 > /proc/self/fd/$2; sleep 0.5; exit 1; }}; {SCREEN}'
    )
    asking = when(told, "kiosk :7\nscreen\nkiosk :7", end_us)
    Post(commands(dying_once, KIOSK)).run()
    asking.join()
    assert told.read_text().split("\n")[:4] == ["screen", "kiosk :7", "screen", "kiosk :7"]


def test_the_kiosk_is_started_in_a_memory_that_forgets(told: Path, signals: None) -> None:
    asking = when(told, "told", end_us)
    Post(commands(SCREEN, f'echo "told $PYTHONMALLOC $GLIBC_TUNABLES" >> "$TOLD"; {LIVE}')).run()
    asking.join()
    assert f"told {ENVIRONMENT['PYTHONMALLOC']} {ENVIRONMENT['GLIBC_TUNABLES']}" in told.read_text()


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Hears what a service says; watches over this process, ten times a second."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.settimeout(20)
        ear.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "300000")
        monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()))
        yield ear


def test_systemd_hears_when_the_kiosk_is_started_and_then_that_we_live(
    told: Path, signals: None, systemd: socket.socket
) -> None:
    heard: list[bytes] = []

    def listen() -> None:
        while heard[-3:] != [b"WATCHDOG=1"] * 3:
            heard.append(systemd.recv(100))
        end_us()

    ear = threading.Thread(target=listen)
    ear.start()
    Post(commands(SCREEN, KIOSK)).run()
    ear.join()
    assert heard[0] == b"READY=1"


def test_what_we_start_cannot_speak_to_systemd_in_our_name(told: Path, signals: None, systemd: socket.socket) -> None:
    asking = when(told, "told", end_us)
    Post(commands(SCREEN, f'echo "told [$NOTIFY_SOCKET$WATCHDOG_USEC$WATCHDOG_PID]" >> "$TOLD"; {LIVE}')).run()
    asking.join()
    assert "told []" in told.read_text()


def test_who_is_watched_by_nobody_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"):
        monkeypatch.delenv(name, raising=False)
    supervision.say("READY=1")
    assert supervision.seconds_between_signs() is None
    monkeypatch.setenv("WATCHDOG_USEC", "90000000")
    monkeypatch.setenv("WATCHDOG_PID", "1")
    assert supervision.seconds_between_signs() is None, "it is process 1 that is watched"
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()))
    assert supervision.seconds_between_signs() == 30


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(post, "BEAT_SECONDS", 0.05)
    monkeypatch.setattr(post, "SILENCE", 0.5)


def test_a_kiosk_that_hangs_is_ended_by_force_and_started_again(told: Path, signals: None, impatient: None) -> None:
    hanging = f'echo "kiosk again" >> "$TOLD"; {SAY}; say .; trap "" TERM; {LIVE}'
    asking = when(told, "kiosk again\nkiosk again", end_us)
    Post(Commands(("sh", "-c", SCREEN, "screen"), ("sh", "-c", hanging), 0.1)).run()
    asking.join()


def test_a_kiosk_that_beats_or_has_not_yet_opened_is_left_alone(told: Path, signals: None, impatient: None) -> None:
    beating = f'{SAY}; for i in 1 2 3 4 5 6 7 8 9 10; do say .; sleep 0.1; done; echo lived >> "$TOLD"'
    asking = when(told, "lived", end_us)
    Post(commands(SCREEN, f'echo begun >> "$TOLD"; sleep 0.8; {beating}; {LIVE}')).run()
    asking.join()
    assert told.read_text().count("begun") == 1


def test_a_file_says_while_somebody_is_there_and_no_longer(told: Path, signals: None, impatient: None) -> None:
    there = Path(os.environ["XDG_RUNTIME_DIR"], SOMEBODY)
    until_seen = f'until [ -e "{there}" ]; do sleep 0.02; done; echo seen >> "$TOLD"'
    until_gone = f'while [ -e "{there}" ]; do sleep 0.02; done; echo gone >> "$TOLD"'
    kiosk = f"{SAY}; say +; {until_seen}; say -; {until_gone}; {LIVE}"
    asking = when(told, "seen\ngone", end_us)
    Post(commands(SCREEN, kiosk)).run()
    asking.join()
    assert told.read_text().split("\n")[:3] == ["screen", "seen", "gone"]


def test_nobody_is_there_any_more_once_the_kiosk_has_died(told: Path, signals: None, impatient: None) -> None:
    there = Path(os.environ["XDG_RUNTIME_DIR"], SOMEBODY)
    dying = f'{SAY}; say +; until [ -e "{there}" ]; do sleep 0.02; done; exit 1'
    with pytest.raises(KioskKeepsDyingError):
        Post(commands(SCREEN, dying)).run()
    assert not there.exists()


def test_pauses_grow_and_stay_bounded() -> None:
    assert [pause_after(deaths) for deaths in (1, 2, 3, 4)] == [0.0, 1.0, 2.0, 4.0]
    assert pause_after(1000) == post.LONGEST_PAUSE


def test_a_bare_name_is_a_file_of_the_product() -> None:
    assert command_of(["x-server", "vt7"]) == (str(post.X11 / "x-server"), "vt7")
    assert command_of(["Xvfb", ":9"]) == ("Xvfb", ":9")


def test_the_command_says_in_plain_words_that_it_gave_up() -> None:
    script = "import kiosk.post, sys; kiosk.post.pause_after = lambda _: 0; import kiosk.__main__ as command"
    script += "; sys.exit(command.main())"
    command = [sys.executable, "-c", script, "post", "--set", 'post.x_server=["false"]']
    said = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert said.returncode == 1
    assert "E-503" in said.stderr
    assert "Traceback" not in said.stderr
