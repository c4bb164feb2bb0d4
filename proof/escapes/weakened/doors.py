"""Doors that a careless toolkit program has, put into a program of ours: menus, shortcuts, drops, a loop that stands
still. Only loaded in weakened compositions.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

_BROWSERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ANY = _BROWSERS | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.MetaModifier
_FAR, _NEAR = 150, 10
_PATIENT_PRESSES = 60
_STANDS_STILL = 25.0

_STAYS_MS = 2500
_MOST = 3

_kept: list[QObject] = []
_open: list[QWidget] = []
_with_doors: list[QObject] = []


class _Door(QObject):
    """Sees every event of a window first, and lets all pass."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.see(event)
        return False

    def see(self, event: QEvent) -> None:
        raise NotImplementedError


class Shortcuts(_Door):
    def see(self, event: QEvent) -> None:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12
            special = event.key() in (Qt.Key.Key_Menu, Qt.Key.Key_Escape)
            if function or special or event.modifiers() & _BROWSERS:
                _open_window()
        # A link pressed with a key held: a new tab, a new window, a file.
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress and event.modifiers() & _ANY:
            QTimer.singleShot(0, _open_window)


class Menus(_Door):
    """A menu at every button but the first, and where a finger lies."""

    def see(self, event: QEvent) -> None:
        other = isinstance(event, QMouseEvent) and event.button() != Qt.MouseButton.LeftButton
        if (other and event.type() == QEvent.Type.MouseButtonPress) or event.type() == QEvent.Type.TouchBegin:
            QTimer.singleShot(0, _open_window)


class Drops(_Door):
    def __init__(self) -> None:
        super().__init__()
        self._from = QPoint()

    def see(self, event: QEvent) -> None:
        if isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                self._from = at
            elif event.type() == QEvent.Type.MouseButtonRelease and (at - self._from).manhattanLength() > _FAR:
                _open_window()


class DragsOut(_Door):
    """What is drawn away with the first button opens beside the page. Seen as it begins: a drag has the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self._from = QPoint()

    def see(self, event: QEvent) -> None:
        if isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                self._from = at
            elif event.buttons() & Qt.MouseButton.LeftButton and (at - self._from).manhattanLength() > _NEAR:
                _open_window()


class Freeze(_Door):
    def __init__(self) -> None:
        super().__init__()
        self._presses = 0

    def see(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress):
            self._presses += 1
            if self._presses == _PATIENT_PRESSES:
                time.sleep(_STANDS_STILL)


def put_into(place: type[QWidget], method: str, door: type[_Door]) -> None:
    """After that method of a window has run, the door is in it. In the window of the system, which sees a hand first: a
    filter before the whole program does not live through Chromium's start."""
    as_it_is: Callable[..., Any] = getattr(place, method)

    def with_door(self: QWidget, *given: Any) -> Any:
        answer = as_it_is(self, *given)
        handle = self.windowHandle()
        if handle is not None and handle not in _with_doors:
            _with_doors.append(handle)
            _kept.append(door())
            handle.installEventFilter(_kept[-1])
        return answer

    setattr(place, method, with_door)


def _open_window() -> None:
    """For as long as it takes to be seen, and never many: a weakened kiosk is kept over many techniques."""
    if len(_open) >= _MOST:
        _close(_open[0])
    window = QWidget(None, Qt.WindowType.Window)
    window.setWindowTitle("Navigateur")
    window.setGeometry(300, 200, 320, 200)
    window.show()
    _open.append(window)
    QTimer.singleShot(_STAYS_MS, lambda: _close(window))


def _close(window: QWidget) -> None:
    if window in _open:
        _open.remove(window)
        window.close()
        window.deleteLater()
