"""What this process gives up before it hears a stranger: reaching out, and using more than it needs.

Its sandbox has no network, but the listening socket is of the world outside: by disconnecting it (`connect` to
AF_UNSPEC) a broken-in process could make it an outgoing one, into the town's network. So the kernel is told to refuse
every way to connect, for good, by a filter of system calls (seccomp).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import struct
from typing import NamedTuple

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_FILTER = 2
_ALLOW = 0x7FFF0000
_KILL = 0x80000000
_REFUSE = 0x00050000 | errno.EPERM
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_X32 = 0x40000000
_MSG_FASTOPEN = 0x20000000  # sends and connects at once
# Offsets in the kernel's `struct seccomp_data`.
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16

_OPEN_FILES = 160
_MEMORY = 1 << 30


class _Calls(NamedTuple):
    """The kernel's numbers on one kind of machine."""

    architecture: int
    connect: int
    sendto: int
    sendmsg: int
    sendmmsg: int
    io_uring_setup: int = 425


_MACHINES = {
    "x86_64": _Calls(0xC000003E, connect=42, sendto=44, sendmsg=46, sendmmsg=307),
    "aarch64": _Calls(0xC00000B7, connect=203, sendto=206, sendmsg=211, sendmmsg=269),
}


def confine(file_bytes: int) -> None:
    """Before the first connection is accepted, and before any thread is started. `file_bytes`: the largest memory file
    it may write. Raises OSError: then the door must stay shut."""
    for limit, value in (
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))
    forbid_connecting()


def forbid_connecting() -> None:
    calls = _MACHINES.get(platform.machine())
    if calls is None:
        raise OSError(errno.ENOSYS, "no filter for this machine")
    rules = _rules(calls)
    buffer = ctypes.create_string_buffer(rules, len(rules))
    program = ctypes.create_string_buffer(struct.pack("HP", len(rules) // 8, ctypes.addressof(buffer)))
    libc = ctypes.CDLL(None, use_errno=True)
    _must(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    _must(libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0))


def _must(result: int) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _rules(calls: _Calls) -> bytes:
    """In the kernel's own little language: each line is an operation, how many lines to skip if true or false, and
    a value."""
    lines = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, calls.architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _REFUSE),
    ]
    for number in (calls.connect, calls.io_uring_setup):
        lines += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE)]
    for number, flags in ((calls.sendto, 3), (calls.sendmsg, 2), (calls.sendmmsg, 3)):
        lines += [
            (_EQUAL, 0, 4, number),
            (_LOAD, 0, 0, _ARGUMENTS + 8 * flags),
            (_ANY_BIT, 0, 1, _MSG_FASTOPEN),
            (_RETURN, 0, 0, _REFUSE),
            (_RETURN, 0, 0, _ALLOW),
        ]
    lines.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("HBBI", *line) for line in lines)
