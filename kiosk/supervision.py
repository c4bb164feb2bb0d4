"""What a service says to systemd: that it is ready, that it is alive. Without systemd, nothing is said.

Knows the protocol of sd_notify(3), one datagram each; it must not know what runs.
"""

from __future__ import annotations

import contextlib
import os
import socket


def say(word: str) -> None:
    """`word`: as sd_notify has it, `READY=1`. Never an error: who does not listen misses nothing."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    # An address in the kernel's own name space begins with a byte 0, written @.
    name = "\0" + address[1:] if address.startswith("@") else address
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as out:
        out.connect(name)
        out.send(word.encode())


def seconds_between_signs() -> float | None:
    """How often systemd wants a sign of life of this process; None: it watches over nobody, or over somebody else."""
    microseconds = os.environ.get("WATCHDOG_USEC", "")
    meant = os.environ.get("WATCHDOG_PID", str(os.getpid()))
    if not microseconds.isdigit() or meant != str(os.getpid()):
        return None
    # Three signs are lost before it acts.
    return int(microseconds) / 1e6 / 3
