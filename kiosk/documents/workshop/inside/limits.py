"""What a workshop's program may use at most, asked of the kernel by the program itself before it opens anything.

The second line behind the sandbox's memory group, and the only one where the machine has no group to give. A limit
can be lowered only, so a paper that takes the program over cannot lift it again.
"""

from __future__ import annotations

import resource

_ROOM = 1 << 30  # of addresses, not of memory: libraries, and what threads reserve without using it
_FILES = 128
_TASKS = 64
_CORES = 2


def keep_within(memory_bytes: int, seconds: int) -> None:
    """`memory_bytes`: of its own. `seconds`: by the clock on the wall; two cores may work that long."""
    for kind, most in (
        (resource.RLIMIT_CORE, 0),  # or a crash would write the paper to a disk
        (resource.RLIMIT_DATA, memory_bytes),
        (resource.RLIMIT_AS, 2 * memory_bytes + _ROOM),
        (resource.RLIMIT_FSIZE, memory_bytes // 2),
        (resource.RLIMIT_CPU, _CORES * seconds + 1),
        (resource.RLIMIT_NOFILE, _FILES),
        (resource.RLIMIT_NPROC, _TASKS),
    ):
        _, hard = resource.getrlimit(kind)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (limit, limit))
