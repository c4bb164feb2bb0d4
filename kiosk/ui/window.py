"""A window of the shell: frameless, placed by itself (no window manager is assumed), closed by the shell only."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget


class ShellWindow(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName(name)
        self.setWindowTitle(f"Côte à Côte - {name}")
        self._ending = False

    def place(self, geometry: QRect) -> None:
        self.setGeometry(geometry)
        self.setFixedSize(geometry.size())

    def reveal(self) -> None:
        """Show in front, with the keyboard."""
        self.show()
        self.raise_()
        self.activateWindow()

    def end(self) -> None:
        """Close for good: the only way."""
        self._ending = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._ending)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Escape and the rest do nothing at the level of the window.
        event.accept()
