"""Words that are read, not pressed: wrapped, either direction, as tall as they need for the width they get."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import painting
from kiosk.ui.widgets.paragraph import Align, Paragraph, plain


class Label(QLabel):
    """`**words**` are bold. `max_width` (at 100 %) keeps lines short enough to read; it grows with the text."""

    def __init__(
        self,
        text: str,
        size: float = 20,
        weight: int = 400,
        colour: str = "ink",
        align: Align = "start",
        *,
        max_width: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size, self._weight, self._colour, self._align = size, weight, colour, align
        self._max_width = max_width
        # Or words that look like a page would be read as one, and could name files to open.
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)
        theme.broadcast.theme_changed.connect(self._look_changed)

    @property
    def size_of_type(self) -> float:
        """At 100 %."""
        return self._size

    def say(self, text: str) -> None:
        """Change the words."""
        self._words = Paragraph(text, self._size, self._weight, self._align)
        self.setText(plain(text))
        self.setAccessibleName(plain(text))
        self._look_changed()

    def recolour(self, colour: str) -> None:
        """A name of the theme's colours."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        width = self._words.natural_width()
        if self._max_width:
            width = min(width, self._widest())
        return QSize(width, self._words.height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words.least_width(), self._words.height(self._words.natural_width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._max_width:
            width = min(width, self._widest())
        return self._words.height(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.smooth(painter)
        look = theme.current()
        width = min(self.width(), self._widest()) if self._max_width else self.width()
        spare = self.width() - width
        x = spare if self.isRightToLeft() and self._align == "start" else spare / 2 if self._align == "centre" else 0
        y = max(0.0, (self.height() - self._words.height(width)) / 2)
        self._words.paint(painter, x, y, width, look.colour(self._colour))

    def _widest(self) -> int:
        look = theme.current()
        return round((self._max_width or 0) * look.text(self._size) / self._size)

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()
