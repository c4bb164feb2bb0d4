"""Gives every device back to the user when the shell is no longer there to do it. A process of its own.

What was cut stays cut after its client's death: the X server keeps it so. The shell says every moment that it lives;
when it falls silent, or its end of the pipe closes, the user's mouse and keyboard work again within a second. A shell
that was only frozen puts its own wishes in force again: it hears that the devices moved.

    python -m kiosk.control.watchdog        reads beats on its standard input
"""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import sys

from kiosk.control.backend import ControlUnavailableError
from kiosk.control.x11 import X11Backend

SILENCE_SECONDS = 0.8
_LAST_SECONDS = 2.0
_START_SECONDS = 10.0
_COMMAND = (sys.executable, "-m", "kiosk.control.watchdog")
_BEAT = b"."
_END = b"!"  # the shell has given everything back itself


def watch(beats: int) -> None:
    """Until the shell ends. `beats` is the reading end of the pipe."""
    backend = X11Backend()
    given = False
    while True:
        heard = os.read(beats, 4096) if select.select([beats], [], [], SILENCE_SECONDS)[0] else None
        if heard is not None and _END in heard:
            break
        if heard == b"":
            backend.unpair()
            break
        if heard is None and not given:
            # Its windows are still there, and the guest's: the second pointer stays.
            backend.give_back()
        given = heard is None
        # What the server says is read, or it would keep it all for us.
        backend.drain()
    backend.close()


def can_start() -> bool:
    """Whether a watchdog lives here: one is started, and told at once that there is nothing to watch. Touches no
    device."""
    try:
        tried = subprocess.run(_COMMAND, input=_END, capture_output=True, timeout=_START_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


class Watchdog:
    """The shell's end. A watchdog that dies is started again at the next beat."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """In a session of its own: what ends the shell does not end it. Idempotent."""
        if self._process is not None and self._process.poll() is None:
            return
        self._leave()
        self._process = subprocess.Popen(
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdin is not None
        os.set_blocking(self._process.stdin.fileno(), False)

    def beat(self) -> None:
        """Called several times a second. Does nothing before `start`."""
        if self._process is not None:
            self.start()
            self._say(_BEAT)

    def end(self) -> None:
        """Everything is given back: there is nothing to watch any more."""
        self._say(_END)
        process = self._process
        self._leave()
        if process is not None:
            try:
                process.wait(_LAST_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _say(self, word: bytes) -> None:
        if self._process is not None and self._process.stdin is not None:
            # Dead, or stopped with a full pipe: the next beat finds out.
            with contextlib.suppress(BrokenPipeError, BlockingIOError):
                os.write(self._process.stdin.fileno(), word)

    def _leave(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
        self._process = None


def main() -> int:
    try:
        watch(sys.stdin.fileno())
    except ControlUnavailableError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
