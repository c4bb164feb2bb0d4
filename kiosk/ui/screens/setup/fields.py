"""A line to fill in, with its question above it."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiosk.staff.pins import LONGEST
from kiosk.ui import theme
from kiosk.ui.screens.written_field import WrittenField
from kiosk.ui.widgets import Label


class Asked(QWidget):
    """`secret`: digits, which nobody can read on the screen."""

    def __init__(self, name: str, question: str, text: str, *, most: int = 80, secret: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(6))
        asked = Label(question, 22, 600)
        column.addWidget(asked)
        self.field = WrittenField(question, "", LONGEST if secret else most)
        self.line = self.field.line
        self.line.setObjectName(name)
        asked.setBuddy(self.line)
        self.line.setText(text)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
            self.line.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.line))
        column.addWidget(self.field)
