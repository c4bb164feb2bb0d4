"""Whether a session is sending something large, from how many bytes went out. Pure: the clock is given."""

from __future__ import annotations

from collections.abc import Callable

WINDOW = 5.0
LEAST = 32 << 10
"""Bytes within a window: a paper on a slow line, and more than what a page says of itself while nobody touches it."""


class UploadMeter:
    """`told` is called at most once a window, in which at least so many bytes went out."""

    def __init__(self, told: Callable[[], None], clock: Callable[[], float]) -> None:
        self._told = told
        self._clock = clock
        self._since = clock()
        self._bytes = 0
        self._said = False

    def note(self, count: int) -> None:
        now = self._clock()
        if now - self._since >= WINDOW:
            self._since, self._bytes, self._said = now, 0, False
        self._bytes += count
        if self._bytes >= LEAST and not self._said:
            self._said = True
            self._told()
