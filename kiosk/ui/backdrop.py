"""What is behind every window: seen only while the guest's browser is being brought back. Never the bare X screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Label
from kiosk.ui.window import ShellWindow


class Backdrop(ShellWindow):
    def __init__(self) -> None:
        super().__init__("backdrop")
        self._column = QVBoxLayout(self)
        self._content = QWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def build(self) -> None:
        """Say it in the language and the look of now."""
        self._content.setParent(None)
        self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.addStretch()
        for words, size, weight in (
            (translate("Backdrop", "La page revient."), 46, 700),
            (translate("Backdrop", "Attendez un peu. Rien n'est perdu."), 22, 400),
        ):
            column.addWidget(Label(words, size, weight, align="centre"))
        column.addStretch()
        self._column.addWidget(self._content)

    def put_behind(self) -> None:
        """Under every other window, the guest's included, without taking the keyboard."""
        self.winId()
        self.windowHandle().lower()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().paper)
