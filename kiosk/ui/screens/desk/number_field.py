"""A number that the person writes themselves, and a button to put it on the receipt."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, focus, painting

MOST_LETTERS = 40


class _Line(QLineEdit):
    """The text itself; its focus ring goes around the whole field."""

    focused = Signal(QFocusEvent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(event)


class NumberField(QFrame):
    """`written(str)`: not empty."""

    written = Signal(str)
    ring_radius = painting.RADIUS_TILE

    def __init__(self) -> None:
        super().__init__()
        look = theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        left, right = (look.px(8), look.px(20)) if look.rtl else (look.px(20), look.px(8))
        row.setContentsMargins(left, look.px(8), right, look.px(8))
        row.setSpacing(look.px(12))
        self.line = _Line()
        self.line.setObjectName("number")
        self.line.setFrame(False)
        self.line.setMaxLength(MOST_LETTERS)
        self.line.setFont(look.font(22))
        self.line.setMinimumHeight(max(look.px(theme.MIN_TARGET), look.text(22) * 3 // 2))
        self.line.setPlaceholderText(translate("Desk", "Un autre numéro"))
        self.line.setAccessibleName(translate("Desk", "Un autre numéro à garder"))
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        if look.rtl:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.line.focused.connect(lambda event: focus.follow(self, event))
        self.line.focused.connect(lambda _: self.update())
        self.line.returnPressed.connect(self._write)
        button = Button(translate("Desk", "Ajouter"), "plus")
        button.setObjectName("add_number")
        button.clicked.connect(self._write)
        row.addWidget(self.line, 1)
        row.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        border = look.blue if self.line.hasFocus() else look.line_strong
        radius = look.px(painting.RADIUS_TILE)
        painting.rounded(painter, QRectF(self.rect()), radius, look.surface, border=border, border_width=look.px(2))

    def _write(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            self.written.emit(text)
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
