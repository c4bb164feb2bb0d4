"""Other programs of the system, asked one question each. A program that is not there, or does not answer, says
nothing."""

from __future__ import annotations

import os
import select
import subprocess
import time

MOST_BYTES = 8 << 20
"""Every file of our package could be said to be altered, ten times over; a post has little memory to spare."""
_PATIENCE = 20.0


def answer_of(*command: str, seconds: float = _PATIENCE, any_status: bool = False) -> str | None:
    """What it writes, in no language but English; None when it could not be asked, ended in error, or went on and
    on."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except OSError:
        return None
    with process:
        try:
            deadline = time.monotonic() + seconds
            written = _written(process, deadline)
            status = None if written is None else process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            return None
        finally:
            process.kill()  # nothing, when it has ended
    if written is None or (status and not any_status):
        return None
    return written.decode(errors="replace")


def _written(process: subprocess.Popen[bytes], deadline: float) -> bytes | None:
    """All of it, None when it is too long or too late."""
    assert process.stdout is not None
    place = process.stdout.fileno()
    written = bytearray()
    while (left := deadline - time.monotonic()) > 0 and select.select([place], [], [], left)[0]:
        read = os.read(place, 1 << 16)
        if not read:
            return bytes(written)
        written += read
        if len(written) > MOST_BYTES:
            return None
    return None
