"""The line by which the kiosk's shell tells `kiosk post` that it lives, and whether somebody is there. One byte each.

A shell that hangs shows a dead picture, with a person's page on it: who started it must notice. And a machine that is
switched off in the evening must not take a person's work. Knows a pipe; it must not know what the kiosk is doing.
"""

from __future__ import annotations

import contextlib
import os
import time

VARIABLE = "KIOSK_PULSE"
"""The descriptor's number, for the shell that `kiosk post` started."""

SOMEBODY = "kiosk-somebody"
"""The file, in the post's folder in memory, that is there while somebody is."""

BEAT_SECONDS = 5
_BEAT, _SOMEBODY, _NOBODY = b".", b"+", b"-"


class Pulse:
    """The shell's end. Without somebody who listens, nothing is said."""

    def __init__(self) -> None:
        given = os.environ.pop(VARIABLE, "")
        self._out = int(given) if given.isdigit() else None
        if self._out is not None:
            try:
                # No program that we start may speak in our name.
                os.set_inheritable(self._out, False)
                os.set_blocking(self._out, False)
            except OSError:
                self._out = None

    def beat(self) -> None:
        self._say(_BEAT)

    def somebody_came(self) -> None:
        self._say(_SOMEBODY)

    def nobody_is_there(self) -> None:
        self._say(_NOBODY)

    def _say(self, word: bytes) -> None:
        if self._out is not None:
            with contextlib.suppress(OSError):
                os.write(self._out, word)


class Listening:
    """The other end, for one life of a shell. `descriptor`: to wait on. `to_shell`: what the shell is given."""

    def __init__(self) -> None:
        self.descriptor, self.to_shell = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        self.somebody = False
        self._last: float | None = None

    def given(self) -> None:
        """The shell has its end: ours of it is closed."""
        os.close(self.to_shell)

    def hear(self) -> bool:
        """Take note of what was said. False once nobody can say anything any more."""
        try:
            said = os.read(self.descriptor, 4096)
        except BlockingIOError:
            return True
        for number in said:
            self._last = time.monotonic()
            if (word := bytes((number,))) != _BEAT:
                self.somebody = word == _SOMEBODY
        return bool(said)

    def silent_since(self) -> float:
        """Seconds; none before the first word: a slow machine may take its time to open."""
        return 0.0 if self._last is None else time.monotonic() - self._last

    def close(self) -> None:
        os.close(self.descriptor)
