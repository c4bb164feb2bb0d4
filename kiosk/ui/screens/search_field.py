"""The search field: one box, one word is enough, one button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Line, Picture, focus, painting

MAX_QUERY = 80


class SearchField(QFrame):
    """`searched(str)`: the person wants results for these words."""

    searched = Signal(str)
    ring_radius = painting.RADIUS_TILE

    def __init__(self, query: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(look.px(72))
        row = QHBoxLayout(self)
        left, right = (look.px(8), look.px(24)) if look.rtl else (look.px(24), look.px(8))
        row.setContentsMargins(left, look.px(8), right, look.px(8))
        row.setSpacing(look.px(14))
        self.line = Line(query)
        self.line.setFrame(False)
        self.line.setMaxLength(MAX_QUERY)
        self.line.setFont(look.font(22))
        self.line.setMinimumHeight(max(look.px(theme.MIN_TARGET), look.text(22) * 3 // 2))
        self.line.setPlaceholderText(self._hint(look))
        self.line.setAccessibleName(translate("Home", "Écrivez ce que vous voulez faire"))
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        if look.rtl:
            # Qt follows the keyboard's direction; an empty field must begin where the Arabic words begin.
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.line.focused.connect(lambda event: focus.follow(self, event))
        self.line.focused.connect(lambda _: self.update())
        self.line.returnPressed.connect(self._search)
        button = Button(translate("Home", "Chercher"), kind="primary", size=20)
        button.clicked.connect(self._search)
        row.addWidget(Picture("search", 28, "ink_2"))
        row.addWidget(self.line, 1)
        row.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        border = look.blue if self.line.hasFocus() else look.line_strong
        radius = look.px(painting.RADIUS_TILE)
        painting.rounded(painter, QRectF(self.rect()), radius, look.surface, border=border, border_width=look.px(2))

    def _hint(self, look: theme.Theme) -> str:
        if look.enlarged:
            return translate("Home", "Écrivez un mot.")
        return translate("Home", "Écrivez un mot. Exemple : passeport")

    def _search(self) -> None:
        words = self.line.text().strip()
        if words:
            self.searched.emit(words)
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
