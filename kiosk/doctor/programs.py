"""Other programs of the system, asked one question each. A program that is not there, or does not answer, says
nothing."""

from __future__ import annotations

import os
import subprocess

_PATIENCE = 20.0


def answer_of(*command: str, seconds: float = _PATIENCE, any_status: bool = False) -> str | None:
    """What it writes, in no language but English; None when it could not be asked, or ended in error."""
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=seconds,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode and not any_status:
        return None
    return done.stdout.decode(errors="replace")
