"""Content that cannot change any more: files in memory, sealed, handed from process to process by descriptor.

A paper leaves the guest, a device or a workshop as one of these. Nothing is written to a disk, nothing is copied to
be passed on, and whoever receives one knows that its size and bytes stay what they are. Knows no kind of content.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable

_SEALS = fcntl.F_SEAL_SEAL | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE
_NEEDED = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE
_CHUNK = 1 << 20


class NotSealedError(ValueError):
    """The descriptor is no sealed memory file: its content could change under the reader."""


class Sealed:
    """One sealed memory file. Owns its descriptor; `close` gives the memory back once every holder has closed."""

    def __init__(self, descriptor: int) -> None:
        """Takes an untrusted descriptor over. Raises NotSealedError, and closes it, when it is not sealed."""
        try:
            seals = fcntl.fcntl(descriptor, fcntl.F_GET_SEALS)
        except OSError:
            seals = 0
        if seals & _NEEDED != _NEEDED:
            os.close(descriptor)
            raise NotSealedError
        self._descriptor = descriptor
        self.size = os.fstat(descriptor).st_size

    @classmethod
    def of(cls, content: bytes | Iterable[bytes]) -> Sealed:
        """A new one, named so that nothing of a person shows in /proc."""
        descriptor = os.memfd_create("kiosk", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        try:
            with os.fdopen(os.dup(descriptor), "wb") as file:
                for chunk in (content,) if isinstance(content, bytes) else content:
                    file.write(chunk)
            fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, _SEALS)
        except BaseException:
            os.close(descriptor)
            raise
        return cls(descriptor)

    @classmethod
    def sealing(cls, descriptor: int) -> Sealed:
        """Takes over a memory file that was written, and seals it."""
        try:
            fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, _SEALS)
        except BaseException:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def fileno(self) -> int:
        return self._descriptor

    @property
    def closed(self) -> bool:
        return self._descriptor < 0

    def start(self, length: int = 32) -> bytes:
        """The first bytes: what the content says that it is."""
        return os.pread(self._descriptor, length, 0)

    def read(self) -> bytes:
        return os.pread(self._descriptor, self.size, 0)

    def chunks(self) -> Iterable[bytes]:
        """The content, a megabyte at a time."""
        place = 0
        while chunk := os.pread(self._descriptor, _CHUNK, place):
            yield chunk
            place += len(chunk)

    def close(self) -> None:
        """Idempotent."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
