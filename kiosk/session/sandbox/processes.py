"""What the kernel says of processes: trees, namespaces, marks, ends. Reads /proc, never a name it was told.

A process is identified by its number and its start time together: a number alone is soon somebody else's.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import psutil


class Identity(NamedTuple):
    pid: int
    started: float


def identify(pid: int) -> Identity | None:
    """None when it has already ended."""
    try:
        return Identity(pid, psutil.Process(pid).create_time())
    except psutil.NoSuchProcess:
        return None


def tree(pid: int) -> set[Identity]:
    """The process and all its descendants that exist now."""
    try:
        root = psutil.Process(pid)
        members = [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return set()
    found = set()
    for member in members:
        with contextlib.suppress(psutil.NoSuchProcess):
            found.add(Identity(member.pid, member.create_time()))
    return found


def in_namespace(kind: str, inode: int) -> set[Identity]:
    """The processes whose namespace of this kind (`pid`, `mnt`, ...) is the given one."""
    return set(_identities(pid for pid in _pids() if _namespace(pid, kind) == inode))


def marked(variable: str, value: str) -> set[Identity]:
    """The processes, other than ours, that were started with this environment variable, and those in their pid
    namespaces (Chromium's children hide their environment)."""
    ours = _namespace(os.getpid(), "pid")
    wanted = f"{variable}={value}".encode()
    pids = set()
    for pid in _pids():
        with contextlib.suppress(OSError), open(f"/proc/{pid}/environ", "rb") as environ:
            if wanted in environ.read().split(b"\0"):
                pids.add(pid)
    namespaces = {_namespace(pid, "pid") for pid in pids} - {ours, None}
    pids |= {pid for pid in _pids() if _namespace(pid, "pid") in namespaces}
    return set(_identities(pids - {os.getpid()}))


def still_alive(identities: Iterable[Identity]) -> set[Identity]:
    return {identity for identity in identities if identify(identity.pid) == identity and not _is_zombie(identity)}


def kill(identity: Identity) -> None:
    """SIGKILL, only if the number still belongs to the same process."""
    with contextlib.suppress(OSError):
        fd = os.pidfd_open(identity.pid)
        try:
            if identify(identity.pid) == identity:
                signal.pidfd_send_signal(fd, signal.SIGKILL)
        finally:
            os.close(fd)


async def gone(identities: Iterable[Identity], timeout: float) -> bool:
    """Wait until none of them is alive; False after `timeout` seconds."""
    left = set(identities)
    deadline = asyncio.get_running_loop().time() + timeout
    while left := still_alive(left):
        if asyncio.get_running_loop().time() > deadline:
            return False
        await asyncio.sleep(0.002)
    return True


def _is_zombie(identity: Identity) -> bool:
    # A zombie holds no memory, file or mount; its parent will reap it.
    try:
        return psutil.Process(identity.pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def _pids() -> Iterator[int]:
    return (int(name) for name in os.listdir("/proc") if name.isdigit())


def _namespace(pid: int, kind: str) -> int | None:
    try:
        return int(os.readlink(f"/proc/{pid}/ns/{kind}").split("[")[1].rstrip("]"))
    except OSError:
        return None


def _identities(pids: Iterable[int]) -> Iterator[Identity]:
    for pid in pids:
        identity = identify(pid)
        if identity is not None and not _is_zombie(identity):
            yield identity
