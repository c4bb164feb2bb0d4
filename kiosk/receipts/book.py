"""The file of the book: JSON lines in the state folder, one a receipt. Written at its end only, and cut at its start
when lines have been kept long enough.

Knows bytes and lines, neither keys nor what makes a book right (see `chain`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kiosk.receipts.line import Line, read

NAME = "receipts.jsonl"


@dataclass(frozen=True)
class Row:
    """A line of the file, by its place from 1. `line` is None when it cannot be read."""

    place: int
    line: Line | None


class Book:
    """Every method may raise OSError."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / NAME

    def rows(self) -> tuple[Row, ...]:
        """All of it. A file that is not there is an empty book."""
        try:
            written = self.file.read_bytes()
        except FileNotFoundError:
            return ()
        return tuple(Row(place, read(one)) for place, one in enumerate(written.removesuffix(b"\n").split(b"\n"), 1))

    def add(self, line: Line) -> None:
        """At the end, and on the disk when this returns. What a power cut left of a line stays a line of its own."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.file, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            broken = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
            os.write(descriptor, (b"\n" if broken else b"") + line.written + b"\n")
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def drop_broken_end(self) -> None:
        """What a power cut has left of a line that was being written."""
        written = self.file.read_bytes()
        if not written.endswith(b"\n"):
            self._replace(written[: written.rfind(b"\n") + 1])

    def drop_before(self, number: int) -> None:
        """The lines before this one: they were kept long enough."""
        kept = [row.line for row in self.rows() if row.line is not None and row.line.n >= number]
        self._replace(b"".join(line.written + b"\n" for line in kept))

    def _replace(self, written: bytes) -> None:
        beside = self.file.with_suffix(".new")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.file)
