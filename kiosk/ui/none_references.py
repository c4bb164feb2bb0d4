"""Keeps Python alive under PySide6 6.12: on Python before 3.12, each call of a Qt method that returns nothing loses one
reference to `None`, and the process dies of `none_dealloc` after some twenty thousand calls, a few seconds of painting.

Python 3.12 made `None` immortal (PEP 683), which hides the fault; this does the same for 3.11. Measured: 1,000 calls of
`QObject.setObjectName` lose 1,000 references with the 6.12.0 wheel on Python 3.11.7, and none on 3.12. Remove this file
with the last Python 3.11, or when the wheel counts right.
"""

from __future__ import annotations

import ctypes
import sys

# A thousand lost references a second would take millions of years.
PLENTY = 1 << 60


def protect_none() -> None:
    """Once a process, before its event loop. Does nothing where `None` cannot die."""
    if sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value = PLENTY
