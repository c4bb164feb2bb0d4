"""Where something of a paper could remain: files written since, memory of a process, what /proc tells of everybody."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.forgetting import ENVIRONMENT

PLACES = ("/tmp", "/var/tmp", "/dev/shm", "/run")
_DONE = "done\n"
_WRITABLE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw")


def files_with(needle: bytes, begun: float, *folders: str) -> list[Path]:
    """Files of these folders, written since `begun`, that hold the needle three times in a row."""
    return [one for one in _written(begun, folders or PLACES) if _holds(one, needle * 3)]


@contextlib.contextmanager
def waiting(module: str, *arguments: str, descriptors: tuple[int, ...] = ()) -> Iterator[int]:
    """The number of a program that has done its work and waits, in a memory that forgets as the post's does.

    Ours is no place to search: what a test reads, its memory may keep, and the needle itself is in it."""
    with subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=Path(__file__).parents[2],
        env={**os.environ, **ENVIRONMENT},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        pass_fds=descriptors,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == _DONE
        yield process.pid


def wait_to_be_looked_at() -> None:
    """The program's side of `waiting`."""
    sys.stdout.write(_DONE)
    sys.stdout.flush()
    sys.stdin.read()


def times_in_memory(needle: bytes, pid: int) -> int:
    """How often a process holds the needle in memory that it can write."""
    found = 0
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for match in filter(None, map(_WRITABLE.match, maps.readlines())):
            start, end = (int(one, 16) for one in match.groups())
            with contextlib.suppress(OSError, ValueError, OverflowError):
                memory.seek(start)
                found += memory.read(end - start).count(needle)
    return found


def told_in_proc() -> Iterator[bytes]:
    """Arguments and environments of every other process."""
    for pid in filter(str.isdigit, os.listdir("/proc")):
        for name in ("cmdline", "environ"):
            with contextlib.suppress(OSError):
                if int(pid) != os.getpid():
                    yield Path("/proc", pid, name).read_bytes()


def _written(begun: float, folders: tuple[str, ...]) -> Iterator[Path]:
    for folder in folders:
        for place, _, names in os.walk(folder):
            for file in (Path(place, name) for name in names):
                with contextlib.suppress(OSError):
                    known = file.lstat()
                    if stat.S_ISREG(known.st_mode) and known.st_mtime >= begun - 1 and known.st_size < 1 << 28:
                        yield file


def _holds(file: Path, what: bytes) -> bool:
    try:
        return what in file.read_bytes()
    except OSError:
        return False
