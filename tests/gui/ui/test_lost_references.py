"""The process outlives any number of calls into Qt."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

import kiosk.ui  # noqa: F401 - importing it is the protection


class Bell(QObject):
    rang = Signal(bool)


def test_none_true_and_false_cannot_run_out() -> None:
    bell = Bell()
    for _ in range(20_000):
        bell.setObjectName("bell")
        bell.rang.emit(True)
        bell.blockSignals(False)
    assert all(sys.getrefcount(one) > 1_000_000 for one in (None, True, False))
