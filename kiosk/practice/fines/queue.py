"""The queue before the payment: a place that comes nearer, and a short wait that always ends. Pure, on a clock."""

from __future__ import annotations

import math
from collections.abc import Callable

QUEUE_SECONDS = 8.0
"""How long a person waits at the usual pace."""

REFRESH_SECONDS = 2
"""How often the page looks again by itself."""

_FIRST_PLACE = 40


class Queue:
    def __init__(self, clock: Callable[[], float], pace: float) -> None:
        self._clock = clock
        self._wait = QUEUE_SECONDS * pace
        self._since: float | None = None

    @property
    def place(self) -> int:
        """How many people are in front; 0 when it is this person's turn. Asking for the first time takes a place."""
        now = self._clock()
        if self._since is None:
            self._since = now
        left = self._wait - (now - self._since)
        return math.ceil(_FIRST_PLACE * left / self._wait) if left > 0 else 0
