"""That a program of ours has handled all that the X server sent it so far."""

from __future__ import annotations

import ctypes
import time

import xcffib
import xcffib.xproto
from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE = 10.0
PROPERTY_NOTIFY = 28


class CaughtUp(QAbstractNativeEventFilter):
    """Waits for a mark that another connection makes on the window.

    Qt reads events in a thread of its own: when the server has answered (`QApplication.sync`), what it sent before may
    not yet be in Qt's queue. The mark comes by the same way as the events, after them.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = int(window.winId())
        self._x = xcffib.connect()
        name = b"_TEST_CAUGHT_UP"
        self._atom: int = self._x.core.InternAtom(False, len(name), name).reply().atom
        self._seen = False

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        event = ctypes.string_at(int(message), 32)
        if event[0] & 0x7F == PROPERTY_NOTIFY and int.from_bytes(event[8:12], "little") == self._atom:
            self._seen = True
        return False, 0

    def wait(self) -> None:
        app = QApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self)
        self._seen = False
        self._x.core.ChangeProperty(
            xcffib.xproto.PropMode.Replace, self._window, self._atom, xcffib.xproto.Atom.STRING, 8, 1, b"x"
        )
        self._x.flush()
        deadline = time.monotonic() + PATIENCE
        while not self._seen:
            assert time.monotonic() < deadline, "the server's mark on the window did not come"
            QApplication.processEvents()
        app.removeNativeEventFilter(self)
        QApplication.sync()
