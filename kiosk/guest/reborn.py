"""How a process of the sandbox comes back when it died: how often it may, what is ended first, and a browser at once.

Loading the browser's program takes longer than all the rest of its start. It is loaded once, and the process then split
in two: one becomes the browser, the other keeps still, and splits again when the first has died. What they have in
common is in memory once. Knows no Qt and no page.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
from pathlib import Path

from kiosk.lives import Lives

MAX_RESTARTS = 3
WITHIN_SECONDS = 60.0

GAVE_UP = 3
"""Exit status of a process whose new ones died too often."""


def end_strays(first: int) -> None:
    """A dead browser can leave children. This is our own pid namespace: nobody else is here but process 1, the first
    program, and what that one started itself."""
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) not in (1, first) and _parent_of(name) != first:
            with contextlib.suppress(OSError):
                os.kill(int(name), signal.SIGKILL)


def _parent_of(name: str) -> int:
    """0 once it has ended."""
    try:
        said = Path("/proc", name, "stat").read_bytes()
    except OSError:
        return 0
    # The name of its program, in brackets, may hold anything.
    return int(said.rpartition(b")")[2].split()[1])


def split() -> bool:
    """True in each new process. False in the old one, when too many of the new have died."""
    lives = Lives(MAX_RESTARTS, WITHIN_SECONDS)
    # What is loaded stays as it is: whoever looked through it for garbage would make it its own.
    gc.freeze()
    while True:
        new = os.fork()
        if new == 0:
            return True
        os.waitpid(new, 0)
        end_strays(os.getppid())
        if not lives.died():
            return False
