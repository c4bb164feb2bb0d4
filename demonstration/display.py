"""A virtual screen of our own, or the one that is there."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.forgetting import X_SERVER, X_SERVER_OPTIONS


@contextlib.contextmanager
def virtual_screen(width: int, height: int) -> Iterator[str]:
    """Start an X server in memory and yield its DISPLAY. It is ready when the block begins, gone when it ends."""
    read, write = os.pipe()
    screen = ("-screen", "0", f"{width}x{height}x24")
    command = ["Xvfb", "-displayfd", str(write), *screen, "-nolisten", "tcp", "-noreset", *X_SERVER_OPTIONS]
    forgetful = {**os.environ, **X_SERVER}
    server = subprocess.Popen(
        command, pass_fds=(write,), env=forgetful, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as ready:
            number = ready.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start: is the package xvfb installed?")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=10)


@contextlib.contextmanager
def memory_folder() -> Iterator[Path]:
    """A short-named folder in memory, as the system gives each user for the time of their log-in."""
    with tempfile.TemporaryDirectory(dir="/dev/shm", prefix="cac-") as folder:
        yield Path(folder)
