"""A demonstration that is told to end takes its kiosk, its X server and its folders with it, as Ctrl-C does."""

from __future__ import annotations

import signal
import sys

_TOLD = (signal.SIGTERM, signal.SIGHUP)


def end_when_told() -> None:
    """Without this, Python ends at once, and what it has started stays. What is ignored already, as under nohup, stays
    so. Call it in the main thread, before anything is started."""
    for one in _TOLD:
        if signal.getsignal(one) is not signal.SIG_IGN:
            signal.signal(one, _leave)


def _leave(number: int, _frame: object) -> None:
    # What is being ended is not broken off by being told again.
    for one in (*_TOLD, signal.SIGINT):
        signal.signal(one, signal.SIG_IGN)
    sys.exit(128 + number)
