"""How much an archive may hold. The real one (individuals, end of 2025) has about 3,000 sheets among some 9,000 files,
140 MB once unpacked: each limit leaves room to grow, and stops what was made to fill a post."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """`fewest`: an archive of fewer sheets is not the whole of it. `share_of_before`: nor is one with less than this
    part of the sheets that the library has."""

    archive_bytes: int = 150 * _MEGABYTE
    unpacked_bytes: int = 600 * _MEGABYTE
    file_bytes: int = 4 * _MEGABYTE
    files: int = 40_000
    sheets: int = 8_000
    fewest: int = 100
    share_of_before: float = 0.5


LIMITS = Limits()
