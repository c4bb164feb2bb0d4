"""How wrong PINs are slowed and stopped. Pure: times are seconds of the wall clock, given.

Slowing is for the post, not for a person: whoever stands there is slowed, whatever name they try.
"""

from __future__ import annotations

import math

import msgspec

WAITS = (0, 0, 2, 5, 15, 30)
"""Seconds to wait after the first, the second ... wrong PIN in a row. The last stands for all that follow."""
LOCK_AFTER = 10
LOCK_SECONDS = 15 * 60


class Attempts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`wrong`: how many in a row. `last`: when the last of them was."""

    wrong: int = 0
    last: float = 0.0

    @property
    def too_many(self) -> bool:
        return self.wrong >= LOCK_AFTER


def wait_after(wrong: int) -> int:
    """Seconds before another PIN is heard, after so many wrong ones in a row."""
    if wrong >= LOCK_AFTER:
        return LOCK_SECONDS
    return WAITS[min(wrong, len(WAITS)) - 1] if wrong > 0 else 0


def seconds_left(attempts: Attempts, now: float) -> int:
    """Whole seconds before another PIN is heard. A clock that was set back never makes the wait longer."""
    wait = wait_after(attempts.wrong)
    passed = max(0.0, now - attempts.last)
    return math.ceil(max(0.0, wait - passed))


def one_more_wrong(attempts: Attempts, now: float) -> Attempts:
    """After a lock was sat out, the count begins anew."""
    before = 0 if attempts.too_many else attempts.wrong
    return Attempts(before + 1, now)
