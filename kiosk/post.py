"""`kiosk post`: keeps a post going. Starts the screen server and the kiosk on it, and starts again what dies.

A kiosk that starts wipes before it shows anything, so whatever died leaves nothing to the next person. What dies again
and again is started later each time, then not at all, and IT is told in plain words. Knows two commands and how to wait
for their end; no Qt, no person, no rule of a session.
"""

from __future__ import annotations

import os
import secrets
import select
import signal
import struct
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog

from kiosk import supervision
from kiosk.errors import KioskError
from kiosk.forgetting import ENVIRONMENT
from kiosk.pulse import BEAT_SECONDS, SOMEBODY, VARIABLE, Listening

X11 = Path(__file__).resolve().parents[1] / "packaging" / "x11"
"""A bare name of a command means the file of this folder."""

SCREEN_WITHIN = 30.0
"""Seconds for a screen server to say that it is there."""

STEADY = 60.0
"""Whoever lived so many seconds is well: earlier deaths are forgotten."""

LONGEST_PAUSE = 30.0
MOST_DEATHS = 6
KEYBOARD = "COTE_A_COTE_KEYBOARD"
"""By this variable the files of `X11` know what is printed on the keys."""

SILENCE = 45.0
"""Seconds after which a kiosk that spoke, and speaks no more, hangs."""

_TO_GO = 5.0
_WITH_US = ("setpriv", "--pdeathsig", "TERM", "--")
"""Should we be killed ourselves, what we started is asked to end."""
_OURS = ("NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC")
_FAMILY_WILD = 0xFFFF
_COOKIE = b"MIT-MAGIC-COOKIE-1"


class ScreenKeepsDyingError(KioskError):
    code = "E-503"
    what = "L'écran du poste s'arrête sans cesse."
    kept = "Aucune session n'est ouverte."
    todo = "Lisez le journal du serveur d'écran. Puis relancez : kiosk post"


class KioskKeepsDyingError(KioskError):
    code = "E-504"
    what = "Le programme du poste s'arrête sans cesse."
    kept = "Aucune session n'est ouverte : chaque départ commence par tout effacer."
    todo = "Lisez le journal. Puis relancez : kiosk post"


@dataclass(frozen=True)
class Commands:
    """`screen` is given `-displayfd` and `-auth` besides; `kiosk`, DISPLAY and XAUTHORITY. `seconds_to_wipe`: how long
    the kiosk may take to end in good order. `keyboard`: the layout, told to both."""

    screen: tuple[str, ...]
    kiosk: tuple[str, ...]
    seconds_to_wipe: float
    keyboard: str = "fr"


def command_of(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a setting as a command."""
    first, *rest = words
    own = X11 / first
    return (str(own) if "/" not in first and own.is_file() else first, *rest)


def pause_after(deaths: int) -> float:
    """Seconds before the next start: none after the first death, longer each time."""
    return min(LONGEST_PAUSE, 2.0 ** (deaths - 2)) if deaths > 1 else 0.0


class Post:
    """`run` returns when it was asked to end (SIGTERM, SIGINT): the kiosk's own exit status."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands
        self._log = structlog.get_logger()
        self._screen: subprocess.Popen[bytes] | None = None
        self._display = ""
        self._kiosk: subprocess.Popen[bytes] | None = None
        self._asked_to_end = False
        self._woken, self._wake = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)

    def run(self) -> int:
        before = {number: signal.signal(number, self._note_end) for number in (signal.SIGTERM, signal.SIGINT)}
        waking = signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        try:
            with tempfile.NamedTemporaryFile(dir=_memory(), prefix="kiosk-screen-") as key:
                key.write(_new_key())
                key.flush()
                return self._keep_going(key.name)
        finally:
            self._end()
            signal.set_wakeup_fd(waking)
            for number, handler in before.items():
                signal.signal(number, handler)
            os.close(self._woken)
            os.close(self._wake)

    def _keep_going(self, key: str) -> int:
        deaths = 0
        while True:
            began = time.monotonic()
            status, error = self._live(key)
            if self._is_over():
                return status
            deaths = 1 if time.monotonic() - began > STEADY else deaths + 1
            if deaths >= MOST_DEATHS:
                raise error
            self._wait(pause_after(deaths))
            if self._is_over():
                return 0

    def _live(self, key: str) -> tuple[int, KioskError]:
        """One life of the kiosk. Its exit status, and who is to blame."""
        if (self._screen is None or self._screen.poll() is not None) and not self._start_screen(key):
            return 1, ScreenKeepsDyingError()
        if self._is_over():
            return 0, KioskKeepsDyingError()
        screen = self._screen
        assert screen is not None
        pulse = Listening()
        environment = {
            **os.environ,
            "DISPLAY": self._display,
            "XAUTHORITY": key,
            # Or it would have to start itself twice.
            **ENVIRONMENT,
            KEYBOARD: self._commands.keyboard,
            VARIABLE: str(pulse.to_shell),
        }
        self._kiosk = kiosk = _run(self._commands.kiosk, env=environment, pass_fds=(pulse.to_shell,))
        pulse.given()
        supervision.say("READY=1")
        try:
            self._watch(screen, kiosk, pulse)
        finally:
            pulse.close()
            _note_somebody(False)
        if self._is_over():
            return self._end_kiosk(), KioskKeepsDyingError()
        if screen.poll() is not None:
            self._log.warning("screen-died", exit=screen.returncode)
            # It has nobody to show anything to, and what it leaves the next one wipes first: no time to lose.
            _stop(kiosk, 0)
            return 1, ScreenKeepsDyingError()
        status = kiosk.wait()
        self._log.warning("kiosk-died", exit=status)
        return status, KioskKeepsDyingError()

    def _start_screen(self, key: str) -> bool:
        ready, say = os.pipe()
        command = (*self._commands.screen, "-displayfd", str(say), "-auth", key)
        try:
            told = {**os.environ, KEYBOARD: self._commands.keyboard}
            self._screen = screen = _run(command, pass_fds=(say,), stdout=subprocess.DEVNULL, env=told)
        except OSError as error:
            self._log.warning("screen-not-started", kind=type(error).__name__)
            os.close(ready)
            return False
        finally:
            os.close(say)
        with os.fdopen(ready, "rb") as answer:
            # At its death the pipe ends too.
            select.select((answer.fileno(), self._woken), (), (), SCREEN_WITHIN)
            readable, _, _ = select.select((answer,), (), (), 0)
            number = answer.readline().strip() if readable else b""
        if not number.isdigit():
            _stop(screen, _TO_GO)
            return False
        self._display = f":{int(number)}"
        self._log.info("screen-started", number=int(number))
        return True

    def _watch(self, screen: subprocess.Popen[bytes], kiosk: subprocess.Popen[bytes], pulse: Listening) -> None:
        """Until one of the two has ended, or we are asked to end. A kiosk that hangs is ended by force."""
        while not self._wait(BEAT_SECONDS, screen, kiosk):
            pulse.hear()
            _note_somebody(pulse.somebody)
            if pulse.silent_since() > SILENCE:
                self._log.warning("kiosk-silent")
                kiosk.kill()

    def _wait(self, seconds: float, *processes: subprocess.Popen[bytes]) -> bool:
        """True once one of them has ended, or we are asked to end. False when nothing happened in this time."""
        descriptors = [os.pidfd_open(process.pid) for process in processes]
        try:
            until = time.monotonic() + seconds
            signs = supervision.seconds_between_signs() or seconds
            while not self._is_over() and (left := until - time.monotonic()) >= 0:
                supervision.say("WATCHDOG=1")
                if any(select.select((*descriptors, self._woken), (), (), min(left, signs))):
                    return True
            return self._is_over()
        finally:
            for descriptor in descriptors:
                os.close(descriptor)

    def _is_over(self) -> bool:
        return self._asked_to_end

    def _note_end(self, *_: object) -> None:
        self._asked_to_end = True

    def _end_kiosk(self) -> int:
        return _stop(self._kiosk, self._commands.seconds_to_wipe) if self._kiosk is not None else 0

    def _end(self) -> None:
        self._end_kiosk()
        if self._screen is not None:
            _stop(self._screen, _TO_GO)


def _run(command: Sequence[str], **options: Any) -> subprocess.Popen[bytes]:
    """Apart from us: whoever sends the end to our whole group means that we end them, in their order."""
    # Only we speak to systemd.
    options.setdefault("env", os.environ)
    options["env"] = {name: value for name, value in options["env"].items() if name not in _OURS}
    return subprocess.Popen((*_WITH_US, *command), start_new_session=True, **options)


def _stop(process: subprocess.Popen[bytes], seconds: float) -> int:
    """Ask, wait, force. Its exit status."""
    if not seconds:
        process.kill()
        return process.wait()
    process.terminate()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _memory() -> str:
    return os.environ.get("XDG_RUNTIME_DIR") or "/dev/shm"


def _note_somebody(there: bool) -> None:
    """A file that is there while somebody is: what ends the day waits for them (kiosk/hours.py)."""
    file = Path(_memory(), SOMEBODY)
    if there:
        file.touch()
    else:
        file.unlink(missing_ok=True)


def _new_key() -> bytes:
    """An Xauthority file of one entry: who has it may use the screen. Fits every display, whatever its number."""
    fields = (b"", b"", _COOKIE, secrets.token_bytes(16))
    return struct.pack(">H", _FAMILY_WILD) + b"".join(struct.pack(">H", len(one)) + one for one in fields)
