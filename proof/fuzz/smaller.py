"""The smallest case that still falls alike: pieces are left out as long as the sign stays the same."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 12.0


def smallest(case: bytes, falls_alike: Callable[[bytes], bool], seconds: float = PATIENCE) -> bytes:
    end = time.monotonic() + seconds
    size = max(1, len(case) // 2)
    while size and time.monotonic() < end:
        place, shrunk = 0, False
        while place < len(case) and time.monotonic() < end:
            shorter = case[:place] + case[place + size :]
            if shorter != case and falls_alike(shorter):
                case, shrunk = shorter, True
            else:
                place += size
        if not shrunk or size > len(case):
            size //= 2
    return case
