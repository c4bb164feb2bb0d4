"""A real sandbox that notes how much memory each of its guests took, by the kernel's own count."""

from __future__ import annotations

import contextlib
from pathlib import Path

from kiosk.sandbox import BubblewrapSandbox, Guest, GuestSpec, processes
from kiosk.sandbox.bubblewrap import BubblewrapGuest

_COUNTS = ("memory.peak", "memory.max_usage_in_bytes")


class MeasuredSandbox(BubblewrapSandbox):
    """`most`: of any guest so far, in bytes."""

    def __init__(self, scope: str) -> None:
        super().__init__(scope)
        self.most = 0
        self.limited = False
        self.guests: list[Guest] = []

    async def start(self, spec: GuestSpec) -> Guest:
        guest = await super().start(spec)
        assert isinstance(guest, BubblewrapGuest)
        kill = guest.kill

        async def measured_kill() -> None:
            self._measure(guest)
            await kill()

        guest.kill = measured_kill  # type: ignore[method-assign]
        self.guests.append(guest)
        self.limited = guest._group.limited
        return guest

    def _measure(self, guest: BubblewrapGuest) -> None:
        if guest._group.path is not None:
            for name in _COUNTS:
                with contextlib.suppress(OSError):
                    self.most = max(self.most, int((guest._group.path / name).read_text()))


def resident(guest: Guest) -> int:
    """The most memory that any process of the guest has had so far, in bytes."""
    most = 0
    for process in processes.tree(guest.pid):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    most = max(most, int(line.split()[1]) << 10)
    return most
