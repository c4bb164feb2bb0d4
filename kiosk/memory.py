"""What is memory and what is a disk, as the kernel says: folders, and the memory of processes, which may be swapped.

Knows no use of a folder, and no process."""

from __future__ import annotations

import os
from pathlib import Path

_MEMORY = ("tmpfs", "ramfs")
_MOUNTS = Path("/proc/self/mounts")
_SWAPS = Path("/proc/swaps")
_BLOCKS = Path("/sys/block")
_PROCESSES = Path("/proc")
_GROUPS = Path("/sys/fs/cgroup")


def in_memory(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether a file in this folder never reaches a disk. The folder need not exist yet."""
    where = Path(os.path.realpath(folder))
    best, kind = Path("/"), ""
    for entry in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, written, this, *_ = entry.split(" ")
        mounted = Path(written.encode().decode("unicode_escape"))
        # The last of two mounts at one place hides the first.
        if where.is_relative_to(mounted) and mounted.is_relative_to(best):
            best, kind = mounted, this
    return kind in _MEMORY


def disk_swaps(swaps: Path = _SWAPS, blocks: Path = _BLOCKS) -> tuple[str, ...]:
    """Where the kernel may write memory to a disk. A compressed part of memory is no disk, unless it has one behind."""
    try:
        _, *rows = swaps.read_text(encoding="utf-8", errors="replace").splitlines()
    except (OSError, ValueError):
        # A kernel without swapping.
        return ()
    return tuple(place for place in (row.split()[0] for row in rows if row.strip()) if not _compressed(place, blocks))


def _compressed(place: str, blocks: Path) -> bool:
    name = Path(place).name
    if not name.startswith("zram"):
        return False
    try:
        return (blocks / name / "backing_dev").read_text(encoding="utf-8").strip() == "none"
    except OSError:
        # A kernel whose compressed memory never has a disk behind.
        return True


def may_swap(pid: int, processes: Path = _PROCESSES, groups: Path = _GROUPS) -> bool:
    """Whether this process's memory may be swapped: not when its control group, or one above, allows no swap."""
    try:
        lines = (processes / str(pid) / "cgroup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return True
    own = next((line.removeprefix("0::") for line in lines if line.startswith("0::")), None)
    if own is None:
        return True
    group = Path(own.lstrip("/"))
    return not any(_forbids(groups / one / "memory.swap.max") for one in (group, *group.parents))


def _forbids(limit: Path) -> bool:
    try:
        return limit.read_text(encoding="utf-8").strip() == "0"
    except OSError:
        return False
