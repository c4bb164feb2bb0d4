"""What a tree of processes costs: its proportional set size, and what one process holds by itself.

Reads /proc only. Shared pages count once over the whole machine (PSS), so that a tree of forks is not counted twice.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable

import psutil

_KB_PER_MB = 1024


def tree(pid: int) -> list[psutil.Process]:
    """The process and all its descendants that exist now."""
    root = psutil.Process(pid)
    return [root, *root.children(recursive=True)]


def pss_mb(processes: Iterable[psutil.Process]) -> float:
    total = 0
    for process in processes:
        with contextlib.suppress(OSError):
            total += _rollup(process.pid, "Pss")
    return total / _KB_PER_MB


def own_mb(pid: int) -> float:
    """What would be free if the process ended: its private pages."""
    return (_rollup(pid, "Private_Dirty") + _rollup(pid, "Private_Clean")) / _KB_PER_MB


def written_mb(pid: int) -> float:
    """What it wrote to memory and keeps there. Files that it reads are not counted: who else reads them changes."""
    return (_rollup(pid, "Pss_Anon") + _rollup(pid, "Pss_Shmem")) / _KB_PER_MB


def descriptors(pid: int) -> int:
    return psutil.Process(pid).num_fds()


def _rollup(pid: int, field: str) -> int:
    """In kB."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(f"{field}:"))
