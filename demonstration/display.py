"""A virtual screen of our own, or the one that is there."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from kiosk.forgetting import X_SERVER, X_SERVER_OPTIONS


@contextlib.contextmanager
def virtual_screen(width: int, height: int) -> Iterator[str]:
    """Start an X server in memory and yield its DISPLAY. It is ready when the block begins, gone when it ends."""
    command = ("Xvfb", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset", *X_SERVER_OPTIONS)
    with x_server(command, X_SERVER, lambda: "Xvfb did not start: is the package xvfb installed?") as (_, display):
        yield display


@contextlib.contextmanager
def x_server(
    command: Sequence[str], environment: Mapping[str, str], why_not: Callable[[], str]
) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start this X server; its DISPLAY, once it is ready. `why_not`: what to say when it does not start."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [*command, "-displayfd", str(write)],
        pass_fds=(write,),
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as ready:
            number = ready.readline().strip()
        if not number:
            raise RuntimeError(why_not())
        yield server, f":{number}"
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@contextlib.contextmanager
def memory_folder() -> Iterator[Path]:
    """A short-named folder in memory, as the system gives each user for the time of their log-in."""
    with tempfile.TemporaryDirectory(dir="/dev/shm", prefix="cac-") as folder:
        yield Path(folder)
