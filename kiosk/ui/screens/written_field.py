"""One line that a person writes, and what stands beside it, in one frame; the focus ring goes around both."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import Line, focus, painting


class WrittenField(QFrame):
    """`entered()`: Return was pressed. `colour`: the border while the person writes. `address`: what is written reads
    from left to right in every language."""

    entered = Signal()
    ring_radius = painting.RADIUS_TILE

    def __init__(self, name: str, hint: str, most_letters: int, colour: str = "blue", *, address: bool = False) -> None:
        super().__init__()
        look = theme.current()
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        mirrored = look.rtl and not address
        if address:
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        left, right = (look.px(8), look.px(20)) if mirrored else (look.px(20), look.px(8))
        self._row.setContentsMargins(left, look.px(8), right, look.px(8))
        self._row.setSpacing(look.px(12))
        self.line = Line()
        self.line.setFrame(False)
        self.line.setMaxLength(most_letters)
        self.line.setFont(look.font(22))
        self.line.setMinimumHeight(max(look.px(theme.MIN_TARGET), look.text(22) * 3 // 2))
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        if mirrored:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.line.focused.connect(lambda event: focus.follow(self, event))
        self.line.focused.connect(lambda _: self.update())
        self.line.returnPressed.connect(self.entered)
        self._row.addWidget(self.line, 1)

    def add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        border = look.colour(self._colour) if self.line.hasFocus() else look.line_strong
        radius = look.px(painting.RADIUS_TILE)
        painting.rounded(painter, QRectF(self.rect()), radius, look.surface, border=border, border_width=look.px(2))
