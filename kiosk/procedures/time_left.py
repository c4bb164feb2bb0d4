"""About how long a walkthrough still takes, for who has a bus to catch: a hint, never a promise.

Pure. Counts every step the same: nobody has measured them one by one.
"""

from __future__ import annotations

# Nobody says "encore 13 minutes" of something that may take 10 or 20.
_SAID = (1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90, 120, 150, 180, 240)


def minutes_left(minutes: int | None, number: int, total: int) -> int | None:
    """Minutes from step `number` (from 1) on, rounded up to what people say. None when nobody knows how long it takes,
    or when all is done."""
    if minutes is None or not 1 <= number <= total:
        return None
    left = minutes * (total - number + 1) / total
    return min(minutes, next((said for said in _SAID if said >= left), _SAID[-1]))
