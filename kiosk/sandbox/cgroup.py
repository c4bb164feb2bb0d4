"""A bound on the guest's memory, where the machine's control groups allow one.

Version 2 (Debian's systemd, in a delegated subtree) or version 1 (memory controller). Where neither can be written,
there is no bound, and `MemoryGroup.limited` says so: the namespaces and tmpfs sizes still hold.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")

Files = Callable[[int], list[tuple[str, int]]]
"""The files of one version and what to write in them, for a limit in bytes."""


class MemoryGroup:
    """A control group with a memory limit and no swap, or nothing at all (`path` None)."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    @property
    def limited(self) -> bool:
        return self.path is not None

    def add(self, pid: int) -> None:
        if self.path is not None:
            (self.path / "cgroup.procs").write_text(str(pid))

    def exists(self) -> bool:
        return self.path is not None and self.path.exists()

    def remove(self) -> bool:
        """False while the kernel still counts a process, or its memory, in the group."""
        if self.path is not None:
            try:
                self.path.rmdir()
            except FileNotFoundError:
                return True
            except OSError:
                return False
        return True

    async def removed(self, timeout: float) -> bool:
        """The kernel may need a moment after the last process. False after `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while not self.remove():
            if time.monotonic() > deadline:
                return False
            await asyncio.sleep(0.002)
        return True


def memory_group(name: str, limit_bytes: int) -> MemoryGroup:
    """Make the group `name` under the one we run in, limited to `limit_bytes`."""
    for parent, files in _candidates():
        path = parent / name
        try:
            path.mkdir()
        except OSError:
            continue
        try:
            for file, value in files(limit_bytes):
                target = path / file
                if target.exists() or file in _REQUIRED:
                    target.write_text(str(value))
        except OSError:
            path.rmdir()
            continue
        return MemoryGroup(path)
    return MemoryGroup(None)


_REQUIRED = {"memory.max", "memory.limit_in_bytes"}


def _version_2(limit: int) -> list[tuple[str, int]]:
    return [("memory.max", limit), ("memory.swap.max", 0), ("memory.oom.group", 0)]


def _version_1(limit: int) -> list[tuple[str, int]]:
    return [("memory.limit_in_bytes", limit), ("memory.swappiness", 0)]


def _candidates() -> Iterator[tuple[Path, Files]]:
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers == "" and "memory" in _read(ROOT / path.lstrip("/") / "cgroup.controllers"):
            yield ROOT / path.lstrip("/"), _version_2
        elif "memory" in controllers.split(","):
            yield ROOT / "memory" / path.lstrip("/"), _version_1


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
