"""One page after the other: two arrows and "Page 2 sur 5" between them. Hidden for a single page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Label


class Pager(QWidget):
    """`turned(int)`: the page asked for, from 0. At the ends the arrows do nothing: the keyboard stays."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._page, self._pages = 0, 1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(12))
        before = Button(translate("Desk", "Page d'avant"), "arrow-left", icon_only=True, height=52)
        before.setObjectName("page_before")
        before.clicked.connect(lambda: self._turn(-1))
        after = Button(translate("Desk", "Page d'après"), "arrow-right", icon_only=True, height=52)
        after.setObjectName("page_after")
        after.clicked.connect(lambda: self._turn(1))
        self._where = Label("", 20, 600, align="centre")
        row.addStretch()
        row.addWidget(before)
        row.addWidget(self._where, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(after)
        row.addStretch()

    def show_page(self, page: int, pages: int) -> None:
        self._page, self._pages = page, pages
        self.setVisible(pages > 1)
        text = translate("Desk", "Page %1 sur %2").replace("%1", str(page + 1)).replace("%2", str(pages))
        if theme.current().enlarged:
            text = f"{page + 1} / {pages}"
        self._where.say(text)

    def _turn(self, by: int) -> None:
        if 0 <= self._page + by < self._pages:
            self.turned.emit(self._page + by)
