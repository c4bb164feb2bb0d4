"""How often something that is started anew may die: a rule, and nothing of what dies."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable


class Lives:
    """`most` deaths within so many seconds are forgiven; the next one within them is not."""

    def __init__(self, most: int, within: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._deaths: deque[float] = deque(maxlen=most + 1)
        self._within = within
        self._clock = clock

    def died(self) -> bool:
        """It died now. Whether it may live again."""
        deaths = self._deaths
        deaths.append(self._clock())
        return len(deaths) < (deaths.maxlen or 0) or deaths[-1] - deaths[0] >= self._within
