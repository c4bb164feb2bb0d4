"""Memory that the shell gives back is overwritten at once: titles, pictures, pages of papers leave no trace in it.

The C library does the work, told by its own settings, which it only reads when a program starts: so the program starts
itself again once. Python's own allocator keeps what it frees, so it is left aside. Measured cost: a fifth more time
for Python's allocations. The X server, which outlives every session, is started with the same setting.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Mapping, Sequence

# Every freed byte is overwritten; those of small blocks too, which the per-thread cache would hold back as they are;
# large blocks go straight back to the kernel, always.
_TUNABLES = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0:glibc.malloc.mmap_threshold=131072"
ENVIRONMENT: Mapping[str, str] = {"PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": _TUNABLES}

_NO_CORE = 1

X_SERVER: Mapping[str, str] = {"GLIBC_TUNABLES": _TUNABLES, "LD_BIND_NOW": "1"}
"""For whoever starts the X server. Bound at once: looking a function up late would save registers, with a part of what
was copied in them, on the stack."""
X_SERVER_OPTIONS: Sequence[str] = ("-dumbSched",)
"""Its scheduler looks at the clock instead of being interrupted by it: an interruption saves the registers too."""


def leave_no_core() -> None:
    """If we fall, or a process that we start, our memory is not written down: neither to a file, for which one byte is
    too little, nor to a program that collects such memories, which the kernel calls at any limit but this one."""
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    limit = most if most == 0 else _NO_CORE
    resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))


def start_forgetful() -> None:
    """Start this very command again, once, in a memory that forgets. Returns when it already does."""
    leave_no_core()
    if all(os.environ.get(name) == value for name, value in ENVIRONMENT.items()):
        return
    os.execve(sys.executable, sys.orig_argv, {**os.environ, **ENVIRONMENT})  # noqa: S606 - this very program
