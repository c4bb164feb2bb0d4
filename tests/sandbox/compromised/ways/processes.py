"""Out by other processes: signals, tracing, their memory, what they share, keys, the kernel's log."""

from __future__ import annotations

import ctypes
import os
import signal
import struct
from pathlib import Path

from tests.sandbox.compromised.attempt import NothingThereError, Targets, attempt, call, holds, libc

_ATTACH, _DETACH = 16, 17
SYS_ADD_KEY, SYS_KEYCTL = {"x86_64": (248, 250), "aarch64": (217, 219)}[os.uname().machine]
_KEYCTL_SEARCH, _KEYCTL_READ = 10, 11
_SESSION_KEYRING, _USER_KEYRING = -3, -4


@attempt("a signal to a program of the post")
def _signal(at: Targets) -> object:
    os.kill(at["pid"], signal.SIGURG)  # ignored by who does not wait for it
    return "sent"


@attempt("the words with which a program of the post was started")
def _cmdlines(_at: Targets) -> object:
    return holds(b"".join(_read(f"/proc/{pid}/cmdline") for pid in os.listdir("/proc") if pid.isdigit()))


@attempt("the environment of a program of the post")
def _environment(at: Targets) -> object:
    return holds(Path(f"/proc/{at['pid']}/environ").read_bytes())


@attempt("a file by the root of a program of the post")
def _root(at: Targets) -> object:
    return holds(Path(f"/proc/{at['pid']}/root{at['file']}").read_bytes())


@attempt("tracing a program of the post")
def _trace(at: Targets) -> object:
    call(libc.ptrace(_ATTACH, at["pid"], None, None))
    os.waitpid(at["pid"], 0x40000000)  # __WALL
    call(libc.ptrace(_DETACH, at["pid"], None, None))
    return "traced"


@attempt("the memory of a program of the post")
def _memory(at: Targets) -> object:
    buffer = ctypes.create_string_buffer(64)
    local = struct.pack("PN", ctypes.addressof(buffer), 64)
    remote = struct.pack("PN", at["memory"], 64)
    call(libc.process_vm_readv(at["pid"], local, 1, remote, 1, 0))
    return holds(buffer.raw)


@attempt("the memory of a program of the post, as a file")
def _memory_file(at: Targets) -> object:
    with open(f"/proc/{at['pid']}/mem", "rb", buffering=0) as memory:
        memory.seek(at["memory"])
        return holds(memory.read(64))


@attempt("memory shared by number (System V)")
def _system_v(at: Targets) -> object:
    number = call(libc.shmget(at["shared"], 64, 0))
    libc.shmat.restype = ctypes.c_void_p
    address = libc.shmat(number, None, 0o10000)  # SHM_RDONLY
    if address in (None, ctypes.c_void_p(-1).value):
        raise OSError(ctypes.get_errno(), "shmat")
    return holds(ctypes.string_at(address, 20))


@attempt("a queue of messages (POSIX)")
def _queue(at: Targets) -> object:
    queue = call(libc.mq_open(at["queue"].encode(), os.O_RDONLY | os.O_NONBLOCK))
    os.close(queue)
    return "a queue"


@attempt("a key of the session that started the post")
def _key(at: Targets) -> object:
    found = call(libc.syscall(SYS_KEYCTL, _KEYCTL_SEARCH, _SESSION_KEYRING, b"user", at["key"].encode(), 0))
    buffer = ctypes.create_string_buffer(64)
    call(libc.syscall(SYS_KEYCTL, _KEYCTL_READ, found, buffer, 64))
    return holds(buffer.raw)


@attempt("leaving a key behind in the user's keys")
def _leave_key(at: Targets) -> object:
    call(libc.syscall(SYS_ADD_KEY, b"user", (at["key"] + "-left").encode(), b"x", 1, _USER_KEYRING))
    return "left"


@attempt("every key that the kernel lists")
def _keys(at: Targets) -> object:
    if at["key"] not in Path("/proc/keys").read_text():
        raise NothingThereError(0, "not listed")
    return "listed"


@attempt("the kernel's log")
def _kernel_log(_at: Targets) -> object:
    buffer = ctypes.create_string_buffer(1 << 16)
    if call(libc.klogctl(3, buffer, 1 << 16)) == 0:
        raise NothingThereError(0, "empty")
    return "lines"


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""
