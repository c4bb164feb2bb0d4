"""A disk of the post's own: a file system in one file, under everything that a program may write to and that outlives
the post. Examined as a thief would: the file itself, with what was deleted and what only the journal still has.

Mounted in the post's own view of the file systems, which goes away with its last process. Only root can do that;
otherwise there is no such disk, and the machine's own is searched file by file.
"""

from __future__ import annotations

import ctypes
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

MEGABYTES = 64
PLACES = (Path("/tmp"), Path("/var/tmp"))
"""All that is the post's own there, and the home in it."""

_MOUNT = """\
set -e
mount -o loop,noatime "$0" "$1"
mkdir -p -m 1777 "$1/tmp" "$1/var-tmp" "$1/tmp/.X11-unix"
mkdir -p -m 700 "$1/var-tmp/home" "$1/state" "$2"
mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix"
mount --bind "$1/state" "$2"
%s
mount --rbind "$1/var-tmp" /var/tmp
mount --rbind "$1/tmp" /tmp
shift 2
exec "$@"
"""


_PROGRAM = """\
mkdir -p "$1"/{place}
mount --bind {source} "$1"/{place}
"""
"""The product itself may lie under what is covered: it stays in sight, and a mount of its own is no trace."""

HOME = Path("/var/tmp/home")
"""The home of the post's account, as the post sees it: where nobody else has anything."""


class Disk:
    """`folder`: of the post; its state is in `folder / "state"`."""

    def __init__(self, image: Path, folder: Path) -> None:
        self.image = image
        self._mount = folder / "disk"
        self._state = folder / "state"
        self._mount.mkdir()
        with image.open("wb") as file:
            file.truncate(MEGABYTES << 20)
        # Without it every block would be known to be empty only at the first mount, by a program of the kernel's.
        lazy = "lazy_itable_init=0,lazy_journal_init=0"
        subprocess.run(["mkfs.ext4", "-q", "-E", lazy, str(image)], check=True, timeout=60)

    @property
    def through(self) -> tuple[str, ...]:
        """The command that starts another one on this disk, as the very same process."""
        alone = ("unshare", "--mount", "--propagation", "private", "--")
        script = _MOUNT % _programs()
        return (*alone, "sh", "-c", script, str(self.image), str(self._mount), str(self._state))

    def settle(self, pid: int | None) -> None:
        """Until the file has all that was written. `pid`: a process that sees the disk, while one lives."""
        if pid is None:
            os.sync()
            return
        seen = os.open(f"/proc/{pid}/root{self._mount}", os.O_RDONLY)
        try:
            if ctypes.CDLL(None, use_errno=True).syncfs(seen) != 0:
                raise OSError(ctypes.get_errno(), "the disk was not written")
        finally:
            os.close(seen)


def _programs() -> str:
    """The commands that keep the checkout and its Python in sight."""
    wanted = []
    for source in dict.fromkeys((Path(__file__).parents[2], Path(sys.prefix), Path(sys.base_prefix))):
        for place, inside in zip(PLACES, ("tmp", "var-tmp"), strict=True):
            if source.is_relative_to(place):
                quoted = shlex.quote(str(source))
                wanted.append(
                    _PROGRAM.format(place=shlex.quote(f"{inside}/{source.relative_to(place)}"), source=quoted)
                )
    return "\n".join(wanted)


def can_have_one() -> bool:
    """Whether this machine lets us mount a file: tried, as a container may promise it and not hold it."""
    if os.geteuid() != 0 or not Path("/dev/loop-control").exists():
        return False
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        image, place = Path(folder, "image"), Path(folder, "place")
        place.mkdir()
        with image.open("wb") as file:
            file.truncate(1 << 20)
        made = subprocess.run(["mkfs.ext4", "-q", str(image)], check=False, capture_output=True, timeout=60)
        mount = ["unshare", "--mount", "--propagation", "private", "--", "mount", "-o", "loop", str(image), str(place)]
        return (
            made.returncode == 0 and subprocess.run(mount, check=False, capture_output=True, timeout=60).returncode == 0
        )
