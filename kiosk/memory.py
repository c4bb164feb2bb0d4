"""Which folders are memory and which are a disk, as the kernel says. Knows no use of a folder."""

from __future__ import annotations

import os
from pathlib import Path

_MEMORY = ("tmpfs", "ramfs")
_MOUNTS = Path("/proc/self/mounts")


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
