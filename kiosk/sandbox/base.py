"""What every sandbox promises, whatever keeps the promise: start once, talk by one channel, die whole, be counted.

Knows nothing of browsers, procedures or screens. The contract suite in `tests/sandbox/` runs on each subclass.
"""

from __future__ import annotations

import socket
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.errors import KioskError


class SandboxError(KioskError):
    """The guest could not be isolated. The cause goes to the log by `raise ... from`."""

    code = "E-401"
    what = "Le poste ne peut pas ouvrir de page protégée."
    kept = "Rien n'est perdu : aucune session n'était ouverte."
    todo = "Prenez un autre poste. Prévenez l'accueil."


@dataclass(frozen=True)
class GuestSpec:
    """What runs inside, and within which bounds. Sizes are in bytes.

    `command` sees the channel's file descriptor number in the environment variable KIOSK_CHANNEL.
    `data` maps a path inside to the content of a read-only file that exists in memory only.
    `show_errors` lets what the guest writes on its error output through. Never on a post: it may quote a page.
    `sockets` and `folders` map a path inside to a path outside; folders are read-only.
    """

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, bytes] = field(default_factory=dict)
    sockets: Mapping[str, Path] = field(default_factory=dict)
    folders: Mapping[str, Path] = field(default_factory=dict)
    show_errors: bool = False
    memory_bytes: int = 1536 << 20
    home_bytes: int = 512 << 20
    tmp_bytes: int = 128 << 20
    shm_bytes: int = 256 << 20


@dataclass(frozen=True)
class Remains:
    """What of a guest still exists outside the reach of its end."""

    processes: int = 0
    mounts: int = 0
    groups: int = 0

    @property
    def nothing(self) -> bool:
        return not (self.processes or self.mounts or self.groups)


class Guest(ABC):
    """A started guest. Used by one person, then killed; never cleaned and reused."""

    channel: socket.socket
    """Our end of an AF_UNIX SOCK_SEQPACKET pair, non-blocking."""

    @property
    @abstractmethod
    def pid(self) -> int:
        """A process whose tree holds the whole guest, as the host sees it."""

    @property
    @abstractmethod
    def alive(self) -> bool: ...

    @property
    @abstractmethod
    def exit_code(self) -> int | None:
        """How it ended, as a command line says it: what the command returned, or 128 and the number of the signal that
        killed it (137 where the kernel ran out of its memory). None while it is alive."""

    @abstractmethod
    async def wait(self) -> None:
        """Return when the guest has ended, however it ended."""

    @abstractmethod
    def end(self) -> None:
        """Send the end to every process, without waiting for it. Idempotent."""

    @abstractmethod
    async def kill(self) -> None:
        """End every process of the guest at once. Idempotent. Returns when the kernel has reaped the first of them."""

    @abstractmethod
    def remains(self) -> Remains:
        """Count what still exists. Looks at the machine, not at what `kill` believes."""


class Sandbox(ABC):
    @abstractmethod
    async def start(self, spec: GuestSpec) -> Guest:
        """Start a guest. Raises SandboxError when it cannot be isolated: never a weaker sandbox instead."""

    @abstractmethod
    async def sweep(self) -> Remains:
        """Kill the guests that an earlier, dead shell left, and say what remains of them."""
