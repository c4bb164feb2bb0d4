"""A random word that is planted, and the search for it afterwards in every writing, in files and in memory.

Knows files and processes, and nothing of the kiosk. What looks like a compressed stream is inflated and searched too.
"""

from __future__ import annotations

import errno
import os
import random
import stat
import string
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from proof.rig.streams import inflated
from proof.rig.writings import writings

LONGEST = 1 << 10
"""Bytes of a writing: what lies across two chunks is found up to this length."""

_CHUNK = 8 << 20
_PAGE = os.sysconf("SC_PAGESIZE")
_HOLE = 16
_IN_MEMORY_OR_SWAP = 0b11 << 62
_HOLDS_FILES = frozenset(
    ("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "vfat", "overlay", "tmpfs", "ramfs", "zfs", "9p", "virtiofs")
)


class Sought(Protocol):
    def is_in(self, content: bytes) -> bool: ...


@dataclass(frozen=True)
class Canary:
    """`core` is letters and digits, so that percent-encoding leaves it as it is."""

    core: str

    @classmethod
    def draw(cls, chance: random.Random) -> Canary:
        return cls("".join(chance.choices(string.ascii_lowercase + string.digits, k=18)))

    @property
    def typed(self) -> str:
        """What the person types: with a blank and a sign that addresses must encode."""
        return f"mot {self.core}&"

    @cached_property
    def writings(self) -> tuple[bytes, ...]:
        return tuple(writings(self.core).values())

    def is_in(self, content: bytes) -> bool:
        return any(writing in content for writing in self.writings)


def files_with(canaries: Iterable[Sought], roots: Iterable[Path], since: float = 0.0) -> list[Path]:
    """The files under `roots` that hold a canary in name or content, among those changed after `since` (epoch
    seconds, by content or by any other change)."""
    sought = tuple(canaries)
    return [path for path in changed(roots, since) if _named(path, sought) or _holds(of_file(path), sought)]


def memory_with(canaries: Iterable[Sought], pids: Iterable[int], *, streams: bool = True) -> list[str]:
    """Where a canary is in what these processes have in memory or hold open without a name. OSError when one that
    lives cannot be read: what was not looked at must not read as clean. `streams`: in compressed ones too, which takes
    its time."""
    sought = tuple(canaries)
    return [
        f"{pid} {place}"
        for pid in pids
        for place, content in of_process(pid, streams=streams)
        if any(one.is_in(content) for one in sought)
    ]


def of_process(pid: int, *, streams: bool = True) -> Iterator[tuple[str, bytes]]:
    """All that a process has in memory, or open without a name, piece by piece; nothing of one that has ended."""
    try:
        for place, content in _memory(pid):
            yield place, content
            if streams:
                yield from ((f"{place} inflated", stream) for stream in inflated(content))
        for path in _nameless(pid):
            yield from ((str(path), content) for content in of_file(path))
    except (FileNotFoundError, ProcessLookupError):
        return


def of_file(path: Path) -> Iterator[bytes]:
    """Its content piece by piece, holes left out, and each stream in it; nothing of one that is gone."""
    try:
        with path.open("rb", buffering=0) as file:
            end, at = os.fstat(file.fileno()).st_size, 0
            while at < end:
                try:
                    at = os.lseek(file.fileno(), at, os.SEEK_DATA)
                    stop = os.lseek(file.fileno(), at, os.SEEK_HOLE)
                except OSError as error:
                    if error.errno == errno.ENXIO:
                        # Nothing but a hole behind here.
                        return
                    stop = end
                for start in range(at, stop, _CHUNK):
                    content = os.pread(file.fileno(), min(_CHUNK + LONGEST, stop - start), start)
                    yield content
                    yield from inflated(content, beginning=start == 0)
                at = stop
    except FileNotFoundError:
        return


def changed(roots: Iterable[Path], since: float) -> Iterator[Path]:
    """The files under `roots` and on all file systems below them that were changed after `since`."""
    mounts, us = _mounts(), os.geteuid()
    given = {root for root in roots if root.is_dir()}
    # Each file system once, from its own top: one that holds files may lie under one of the kernel's, as /dev/shm does.
    below = {Path(path) for path, holds in mounts.items() if holds and any(map(Path(path).is_relative_to, given))}
    folders = [str(folder) for folder in given | below]
    while folders:
        try:
            entries = list(os.scandir(folders.pop()))
        except OSError:
            # Gone meanwhile, or another user's.
            continue
        for entry in entries:
            try:
                facts = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            if stat.S_ISDIR(facts.st_mode) and entry.path not in mounts:
                folders.append(entry.path)
            # The kiosk runs as we do: what belongs to others it cannot have written, unless it is root as we are.
            elif stat.S_ISREG(facts.st_mode) and us in (0, facts.st_uid) and _latest(facts) >= since:
                yield Path(entry.path)


def _latest(facts: os.stat_result) -> float:
    return max(facts.st_mtime, facts.st_ctime)


def _mounts() -> dict[str, bool]:
    """Where file systems begin, and whether they hold files: the others are the kernel showing itself."""
    lines = (line.split() for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines())
    return {line[1]: line[2] in _HOLDS_FILES for line in lines}


def _named(path: Path, canaries: tuple[Sought, ...]) -> bool:
    return any(canary.is_in(os.fsencode(path.name)) for canary in canaries)


def _holds(contents: Iterable[bytes], canaries: tuple[Sought, ...]) -> bool:
    return any(canary.is_in(content) for content in contents for canary in canaries)


def _memory(pid: int) -> Iterator[tuple[str, bytes]]:
    """Every writable mapping: code and fonts that came from files cannot hold what a person typed."""
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace").splitlines()
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory, open(f"/proc/{pid}/pagemap", "rb", buffering=0) as map_:
        for line in maps:
            span, rights, _offset, _device, _inode, *name = line.split(maxsplit=5)
            if "w" not in rights:
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            for first, last in _held(map_.fileno(), start, end):
                for at in range(first, last, _CHUNK):
                    content = _read(memory.fileno(), at, min(_CHUNK + LONGEST, last - at))
                    yield f"{name[0] if name else 'anonymous'} {at:x}", content


def _held(pagemap: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a mapping that really are in memory or swap. Browsers map far more than they ever touch."""
    pages = array("Q", os.pread(pagemap, (end - start) // _PAGE * 8, start // _PAGE * 8))
    touched = [number for number, page in enumerate(pages) if page & _IN_MEMORY_OR_SWAP]
    while touched:
        # Holes of a few pages are read with the rest: they are zeros.
        length = next((n for n in range(1, len(touched)) if touched[n] - touched[n - 1] > _HOLE), len(touched))
        yield start + touched[0] * _PAGE, start + (touched[length - 1] + 1) * _PAGE
        touched = touched[length:]


def _read(memory: int, at: int, length: int) -> bytes:
    try:
        return os.pread(memory, length, at)
    except (OSError, OverflowError):
        # A mapping of a device, or gone since the list was read.
        return b""


def _nameless(pid: int) -> Iterator[Path]:
    """Open files that no folder lists: deleted ones, and those that only ever were in memory."""
    folder = Path(f"/proc/{pid}/fd")
    for entry in folder.iterdir():
        try:
            target, facts = os.readlink(entry), entry.stat()
        except FileNotFoundError:
            continue
        if stat.S_ISREG(facts.st_mode) and target.endswith("(deleted)"):
            yield entry
