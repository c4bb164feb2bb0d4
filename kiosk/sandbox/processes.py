"""What the kernel says of processes: trees, namespaces, marks, ends. Reads /proc, never a name it was told.

A process is identified by its number and its start time together: a number alone is soon somebody else's.
Everything is read from /proc directly: between a tap and a verified wipe, a scan of all processes must cost little.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Identity(NamedTuple):
    """`started` in the kernel's clock ticks since it booted."""

    pid: int
    started: int


class _Status(NamedTuple):
    identity: Identity
    parent: int
    ended: bool


def identify(pid: int) -> Identity | None:
    """None when it has already ended and its parent knows."""
    status = _status(pid)
    return status.identity if status else None


def clock() -> int:
    """Now, in the unit of `Identity.started`."""
    return int(time.clock_gettime(time.CLOCK_BOOTTIME) * os.sysconf("SC_CLK_TCK"))


def tree(pid: int) -> set[Identity]:
    """The process and all its descendants that exist now."""
    everyone = [status for status in map(_status, _pids()) if status]
    found = {status.identity for status in everyone if status.identity.pid == pid}
    parents = {pid} if found else set()
    while parents:
        children = {status.identity for status in everyone if status.parent in parents} - found
        found |= children
        parents = {child.pid for child in children}
    return found


def in_namespace(kind: str, inode: int) -> set[Identity]:
    """The processes whose namespace of this kind (`pid`, `mnt`, ...) is the given one."""
    wanted = f"{kind}:[{inode}]"
    return set(_identities(pid for pid in _pids() if _namespace_name(pid, kind) == wanted))


def marked(variable: str, value: str) -> set[Identity]:
    """The processes, other than ours, that were started with this environment variable, and those in their pid
    namespaces (Chromium's children hide their environment)."""
    ours = _namespace_name(os.getpid(), "pid")
    wanted = f"{variable}={value}".encode()
    pids = set()
    for pid in _pids():
        with contextlib.suppress(OSError), open(f"/proc/{pid}/environ", "rb") as environ:
            if wanted in environ.read().split(b"\0"):
                pids.add(pid)
    namespaces = {_namespace_name(pid, "pid") for pid in pids} - {ours, None}
    pids |= {pid for pid in _pids() if _namespace_name(pid, "pid") in namespaces}
    return set(_identities(pids - {os.getpid()}))


def still_alive(identities: Iterable[Identity]) -> set[Identity]:
    return {identity for identity in identities if (now := _status(identity.pid)) and _is_alive(now, identity)}


def kill(identity: Identity) -> None:
    """SIGKILL, only if the number still belongs to the same process."""
    with contextlib.suppress(OSError):
        fd = os.pidfd_open(identity.pid)
        try:
            if identify(identity.pid) == identity:
                signal.pidfd_send_signal(fd, signal.SIGKILL)
        finally:
            os.close(fd)


def kill_child(pid: int) -> None:
    """SIGKILL, only if it is a child of ours. Unlike Popen, leaves the note of a death to whoever waits for it."""
    with contextlib.suppress(OSError):
        fd = os.pidfd_open(pid)
        try:
            # Where its death was noted meanwhile, its number may already be somebody else's.
            if (status := _status(pid)) and status.parent == os.getpid():
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


def _is_alive(status: _Status, identity: Identity) -> bool:
    return status.identity == identity and not status.ended


def _status(pid: int) -> _Status | None:
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            text = file.read()
    except OSError:
        return None
    # proc_pid_stat(5), from the third field on: the second, a name in parentheses, may hold anything.
    fields = text[text.rindex(b")") + 2 :].split()
    # A zombie holds no memory, file or mount, once its last thread has ended; its parent will reap it.
    ended = fields[0] in (b"Z", b"X") and int(fields[17]) <= 1
    return _Status(Identity(pid, int(fields[19])), int(fields[1]), ended)


def _pids() -> Iterator[int]:
    return (int(name) for name in os.listdir("/proc") if name.isdigit())


def _namespace_name(pid: int, kind: str) -> str | None:
    """As the kernel writes it: the kind and the number."""
    try:
        return os.readlink(f"/proc/{pid}/ns/{kind}")
    except OSError:
        return None


def _identities(pids: Iterable[int]) -> Iterator[Identity]:
    for status in map(_status, pids):
        if status is not None and not status.ended:
            yield status.identity
