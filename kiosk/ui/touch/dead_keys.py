"""Accents of a real keyboard: with the keyboard on the screen, Qt's own composing of "^" and "e" is out of work.

One filter before the whole program: a dead key waits for the next key, and both come out as one letter. Knows the keys
and Unicode, nothing of fields.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent

# What is written when the two do not make one letter, and what makes them one.
_ACCENTS = {
    Qt.Key.Key_Dead_Circumflex: ("^", "\u0302"),
    Qt.Key.Key_Dead_Diaeresis: ("¨", "\u0308"),
    Qt.Key.Key_Dead_Grave: ("`", "\u0300"),
    Qt.Key.Key_Dead_Acute: ("´", "\u0301"),
    Qt.Key.Key_Dead_Tilde: ("~", "\u0303"),
    Qt.Key.Key_Dead_Cedilla: ("¸", "\u0327"),
}


class DeadKeys(QObject):
    """Install it on the application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[str, str] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is not QGuiApplication.focusObject():
            return False
        accent = _ACCENTS.get(Qt.Key(event.key()))
        if accent is not None and self._waiting is None:
            self._waiting = accent
            return True
        if self._waiting is None or not event.text():
            return False
        (alone, mark), self._waiting = self._waiting, None
        if not event.text().isprintable():
            return False
        whole = unicodedata.normalize("NFC", event.text() + mark)
        if len(whole) > 1:
            whole = alone if event.text() == " " or accent else alone + event.text()
        commit = QInputMethodEvent()
        commit.setCommitString(whole)
        QGuiApplication.sendEvent(watched, commit)
        return True
