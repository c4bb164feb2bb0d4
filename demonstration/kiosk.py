"""The real program, started as IT starts it, and what it says of itself: one JSON line an event."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

Line = dict[str, Any]
WAIT = 40.0
_LAST_WORDS = 10.0
_LISTEN_EVERY = 0.01


class KioskEndedError(AssertionError):
    """The program ended, or did not say in time what was waited for."""


class Kiosk:
    """`folder` is the state and runtime folder of this one run. Lines that are no JSON are kept in `noise`.

    `surroundings` is added to the environment: where the devices of this run are. `module`: the program itself, or
    another composition of it. `through`: the command that starts it, as the session of a post does.
    `wish`: run, or post for a kiosk with its supervisor, which brings a screen of its own.
    """

    def __init__(
        self,
        display: str,
        folder: Path,
        *settings: str,
        surroundings: Mapping[str, str] | None = None,
        module: str = "kiosk",
        through: Sequence[str] = (),
        wish: str = "run",
        files: Sequence[Path] = (),
    ) -> None:
        """`files`: of settings, instead of this machine's."""
        self.lines: list[Line] = []
        self.noise: list[str] = []
        self._new: queue.Queue[Line | None] = queue.Queue()
        # Whoever plays a post has no keyring of a desktop's session: `receipts.signed=true` for those who bring one.
        # A developer's machine swaps as it likes: no person sits there.
        overrides = (f'state.directory="{folder}/state"', "receipts.signed=false", 'wipe.swap="encrypted"', *settings)
        start = (*through, sys.executable, "-m", module, wish)
        command = [*start, *(part for one in overrides for part in ("--set", one))]
        command += [part for file in files for part in ("--config", str(file))]
        environment = {
            **os.environ,
            **(surroundings or {}),
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": str(folder),
            "QT_QPA_PLATFORM": "xcb",  # whoever starts us may draw offscreen
            "KIOSK_SHOW_GUEST_ERRORS": "1",
        }
        self.process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def __enter__(self) -> Kiosk:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()

    def wait_for(self, event: str, timeout: float = WAIT, **fields: object) -> Line:
        """The next line with this event and these fields. Lines before it are passed over, and kept in `lines`."""

        def fits(line: Line) -> bool:
            return line["event"] == event and all(line.get(key) == value for key, value in fields.items())

        return self.wait_until(fits, f"{event} {fields}", timeout)

    def wait_until(self, fits: Callable[[Line], bool], what: str, timeout: float = WAIT) -> Line:
        deadline = time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0:
            try:
                line = self._new.get(timeout=left)
            except queue.Empty:
                break
            if line is None:
                raise KioskEndedError(f"the kiosk ended before {what}\n{self.story()}")
            if fits(line):
                return line
        raise KioskEndedError(f"no {what} within {timeout} s\n{self.story()}")

    def hear(self, since: int, event: str, timeout: float = WAIT, **fields: object) -> Line:
        """The first such line among those after the first `since`, whoever waited for it before; or the next one."""
        deadline = time.monotonic() + timeout
        while True:
            ended = self.process.poll() is not None
            for line in self.lines[since:]:
                if line["event"] == event and all(line.get(key) == value for key, value in fields.items()):
                    return line
            if ended or time.monotonic() > deadline:
                raise KioskEndedError(f"no {event} {fields} within {timeout} s\n{self.story()}")
            time.sleep(_LISTEN_EVERY)

    def story(self) -> str:
        """The last things it said, for a failure's message."""
        return "\n".join([json.dumps(line) for line in self.lines[-15:]] + self.noise[-15:])

    def stop(self) -> int:
        """Ask it to end, as the system does at shutdown; force it after a while."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
        status = self.process.wait()
        # What it said last counts too. A guest that outlives it would keep the line open: that is no reason to hang.
        self._reading.join(_LAST_WORDS)
        return status

    def _read(self) -> None:
        assert self.process.stderr is not None
        for text in self.process.stderr:
            try:
                line = json.loads(text)
                line["event"]
            except (ValueError, KeyError, TypeError):
                self.noise.append(text.rstrip())
                continue
            line["heard"] = time.monotonic()
            self.lines.append(line)
            self._new.put(line)
        self.process.stderr.close()
        self._new.put(None)
