"""The keyboard on the screen, brought up as a press on a field does. Only in a process that Qt has started with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

PATIENCE_MS = 20_000
DRAWN_MS = 300
"""Its own first picture comes a turn or two after its window has it."""


def raise_keyboard(window: QWidget, line: QLineEdit) -> None:
    from kiosk.ui.touch.keyboard import TouchKeyboard  # noqa: PLC0415 - brings Qt Quick with it

    keyboard = window.findChild(TouchKeyboard)
    assert keyboard is not None
    # Another window may have had it: it comes to the one in front, when a field there gets the keyboard.
    QGuiApplication.inputMethod().hide()
    line.clearFocus()
    window.raise_()
    window.activateWindow()
    _until(window.isActiveWindow)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    QGuiApplication.inputMethod().show()
    _until(keyboard.isVisible)
    drawn = QEventLoop()
    QTimer.singleShot(DRAWN_MS, drawn.quit)
    drawn.exec()


def _until(holds: Callable[[], bool]) -> None:
    wait = QEventLoop()
    look, deadline = QTimer(interval=20), QTimer(singleShot=True, interval=PATIENCE_MS)
    look.timeout.connect(lambda: wait.quit() if holds() else None)
    deadline.timeout.connect(lambda: wait.exit(1))
    look.start()
    deadline.start()
    if wait.exec():
        raise TimeoutError("the keyboard on the screen has not come")
