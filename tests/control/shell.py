"""A stand-in for the shell, for tests that kill it: takes the user's devices away, as the mediator drives, and beats.

python -m tests.control.shell        writes the watchdog's pid when it watches
"""

from __future__ import annotations

import fcntl
import sys
import termios
import time

from kiosk.control.backend import DeviceKind, Seat
from kiosk.control.watchdog import Watchdog
from kiosk.control.x11 import X11Backend


def main() -> None:
    backend = X11Backend()
    backend.pair()
    theirs = [one for one in backend.devices() if one.name.startswith("mediator")]
    users = [one for one in backend.devices() if one.name.startswith("user")]
    mice = {one.number: Seat.MEDIATOR for one in theirs if one.kind is DeviceKind.MOUSE}
    backend.seat(mice | {one.number: Seat.CUT for one in users})
    watchdog = Watchdog()
    watchdog.start()
    watchdog.beat()
    until_read(watchdog)
    sys.stdout.write(f"{watchdog.pid}\n")
    sys.stdout.flush()
    while True:
        watchdog.beat()
        time.sleep(0.2)


def until_read(watchdog: Watchdog) -> None:
    """It takes a moment to start: from here on it watches."""
    pipe = watchdog._process.stdin
    while int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder):
        time.sleep(0.01)


if __name__ == "__main__":
    main()
