"""What a guest may not ask of the kernel, as a seccomp filter that bubblewrap loads before the guest's first program.

Namespaces do not cover everything: the keys of the log-in that started the post, and sockets towards a hypervisor, can
be reached from any of them. The rest of the list is what no page needs and what kernels were broken by. Chromium's own
sandbox lays a far stricter filter over its renderers; it needs user namespaces, so these stay.
"""

from __future__ import annotations

import errno
import os
import socket
import struct

# Number by architecture: linux/arch/x86/entry/syscalls/syscall_64.tbl, linux/include/uapi/asm-generic/unistd.h.
MACHINES = {"x86_64": 0, "aarch64": 1}
_AUDIT_ARCHITECTURE = (0xC000_003E, 0xC000_00B7)
_OTHER_ABI = 0x4000_0000
"""From this number on it is the x32 way of calling the same kernel."""
_SOCKET = (41, 198)

REFUSED: dict[str, tuple[int, int]] = {
    # Keys of the log-in: to be read, and to be left for the next person's session.
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    # The kernel's log.
    "syslog": (103, 116),
    # Ways into the kernel that no page needs.
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "open_by_handle_at": (304, 265),
    # File systems, in namespaces of its own.
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    # The machine itself.
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "quotactl": (179, 60),
    "acct": (163, 89),
}

FAMILIES = (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK)
"""Sockets that know namespaces. The others end in EAFNOSUPPORT, as where the kernel lacks them."""

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_JMP|JGE|K, BPF_RET|K
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # struct seccomp_data, little endian
_ALLOW, _FAIL, _KILL = 0x7FFF_0000, 0x0005_0000, 0x8000_0000


def seccomp_filter() -> bytes:
    """The filter for this machine, as `bwrap --seccomp` reads it. Raises KeyError on a machine whose
    calls it does not know."""
    which = MACHINES[os.uname().machine]
    program = [
        _step(_LOAD, _ARCHITECTURE),
        _step(_EQUAL, _AUDIT_ARCHITECTURE[which], yes=1),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER),
        _step(_AT_LEAST, _OTHER_ABI, no=1),
        _step(_RETURN, _FAIL | errno.ENOSYS),
    ]
    for numbers in REFUSED.values():
        program += [_step(_EQUAL, numbers[which], no=1), _step(_RETURN, _FAIL | errno.ENOSYS)]
    program += [_step(_EQUAL, _SOCKET[which], yes=1), _step(_RETURN, _ALLOW), _step(_LOAD, _FIRST_ARGUMENT)]
    for family in FAMILIES:
        program += [_step(_EQUAL, family, no=1), _step(_RETURN, _ALLOW)]
    program.append(_step(_RETURN, _FAIL | errno.EAFNOSUPPORT))
    return b"".join(program)


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    """One instruction (struct sock_filter). `yes` and `no`: how many to skip."""
    return struct.pack("=HBBI", code, yes, no, value)
