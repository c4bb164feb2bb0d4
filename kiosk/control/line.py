"""The brake line: a few bytes in memory that the shell writes and both gates read at each event.

A message would come too late: a guest that was frozen takes the events that waited for it before it reads its channel.
The guest has the file bound read-only. Nothing in it concerns a person: a mode and the numbers of devices.
"""

from __future__ import annotations

import mmap
import os
import struct
from dataclasses import dataclass
from pathlib import Path

from kiosk.control.people import Mode

INSIDE = "/run/kiosk/wheel"
"""Where the guest finds the line."""


MAX_KEYBOARDS = 16
_FORM = struct.Struct(f"=IIIIII{MAX_KEYBOARDS}H")
SIZE = _FORM.size
# Writing takes a microsecond; a reader that meets it looks again.
_TRIES = 1000


@dataclass(frozen=True)
class Wheel:
    """Who may do what, as of now.

    paired: two people have devices. When not, gates let everything through.
    mediator_pointer: the X id of the mediator's master pointer; 0 without one.
    mediator_keyboards: X ids of the slave keyboards that are the mediator's, at most `MAX_KEYBOARDS`.
    barrier: X server time, in ms. A press or a key at or before it belongs to a time that is over: it is dropped.
    """

    mode: Mode = Mode.USER
    paired: bool = False
    mediator_pointer: int = 0
    mediator_keyboards: tuple[int, ...] = ()
    barrier: int = 0


def place(runtime: Path) -> Path:
    """Where the shell keeps the line, beside its folder of sockets: that one is erased at each end of a session."""
    return runtime.with_name(f"{runtime.name}-wheel") / "wheel"


class Line:
    """The shell's end. Creates the file at `path`, which must lie in memory."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o644)
        try:
            os.ftruncate(descriptor, SIZE)
            self._memory = mmap.mmap(descriptor, SIZE)
        finally:
            os.close(descriptor)
        self._turn = 0
        self.wheel = Wheel()
        self.write(self.wheel)

    def write(self, wheel: Wheel) -> None:
        self.wheel = wheel
        keyboards = wheel.mediator_keyboards[:MAX_KEYBOARDS]
        padded = (*keyboards, *(0 for _ in range(MAX_KEYBOARDS - len(keyboards))))
        # Odd while it is being written, as in a sequence lock.
        struct.pack_into("=I", self._memory, 0, self._turn + 1)
        _FORM.pack_into(
            self._memory,
            0,
            self._turn + 1,
            wheel.mode,
            wheel.paired,
            wheel.mediator_pointer,
            wheel.barrier & 0xFFFFFFFF,
            len(keyboards),
            *padded,
        )
        self._turn = (self._turn + 2) & 0xFFFFFFFF
        struct.pack_into("=I", self._memory, 0, self._turn)

    def read(self) -> Wheel:
        """For the shell's own gate: a line is a reader of itself."""
        return self.wheel

    def close(self) -> None:
        self._memory.close()
        self.path.unlink(missing_ok=True)


class LineReader:
    """A gate's end. `read` costs about a microsecond while nothing changes."""

    def __init__(self, path: Path) -> None:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            self._memory = mmap.mmap(descriptor, SIZE, prot=mmap.PROT_READ)
        finally:
            os.close(descriptor)
        self._last: bytes = b""
        self._wheel = Wheel()

    def read(self) -> Wheel:
        """The wheel as the shell last wrote it. A line that cannot be read is a brake."""
        for _ in range(_TRIES):
            content = self._memory[:SIZE]
            if content == self._last:
                return self._wheel
            (before,) = struct.unpack_from("=I", content)
            (after,) = struct.unpack_from("=I", self._memory[:4])
            if before % 2 == 0 and before == after:
                self._last, self._wheel = content, _decode(content)
                return self._wheel
        return Wheel(mode=Mode.BRAKE, paired=True)


def _decode(content: bytes) -> Wheel:
    _, mode, paired, pointer, barrier, count, *keyboards = _FORM.unpack(content)
    return Wheel(Mode(mode), bool(paired), pointer, tuple(keyboards[:count]), barrier)
