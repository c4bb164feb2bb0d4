"""A page whose process stopped comes back by itself, with what was written in it. One that stops again and again does
not: the person is told, and decides.

Asked for anew by its address, never by sending a form a second time.
"""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QTimer

from kiosk.guest.page import Page

MOST_TIMES = 2
WITHIN_S = 60.0


class Comeback:
    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=MOST_TIMES)

    def begins(self, page: Page) -> bool:
        """Whether `page`, which stopped, comes back by itself."""
        now = time.monotonic()
        too_often = len(self._times) == MOST_TIMES and now - self._times[0] < WITHIN_S
        if too_often or page.url().scheme() != "https":
            return False
        self._times.append(now)
        # Not at once: Chromium is still putting the dead process away.
        QTimer.singleShot(0, page, lambda: open_again(page))
        return True


def open_again(page: Page) -> None:
    page.comes_back = True
    page.load(page.url())
