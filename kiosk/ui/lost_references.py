"""Keeps Python alive under PySide6 6.12: on Python before 3.12, each call of a Qt method that returns nothing loses one
reference to `None`, each `emit` one to `True`, and the process dies of `none_dealloc` or `bool_dealloc` after some
thousands of calls, a few seconds of painting.

Python 3.12 made these objects immortal (PEP 683), which hides the fault; this does the same for 3.11. Measured: 1,000
calls of `QObject.setObjectName` lose 1,000 references to `None` and 500 of `emit` lose 500 to `True` with the 6.12.0
wheel on Python 3.11.7; none with the 6.11.3 wheel. Remove this file with the last Python 3.11, or when the wheel counts
right.
"""

from __future__ import annotations

import ctypes
import sys

# A thousand lost references a second would take millions of years.
PLENTY = 1 << 60

_SINGLE = (None, True, False, NotImplemented, Ellipsis)


def protect_singletons() -> None:
    """Once a process, before its event loop. Does nothing where these objects cannot die."""
    if sys.version_info < (3, 12):
        for one in _SINGLE:
            ctypes.c_ssize_t.from_address(id(one)).value = PLENTY
