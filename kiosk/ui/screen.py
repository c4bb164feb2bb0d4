"""The full screen: one page at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import focus
from kiosk.ui.window import ShellWindow


class Screen(ShellWindow):
    def __init__(self) -> None:
        super().__init__("Screen")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._page: Page | None = None

    @property
    def page(self) -> Page | None:
        return self._page

    def show_page(self, page: Page) -> None:
        """Replace the page. The old one is destroyed: nothing of it may answer any more."""
        old, self._page = self._page, page
        focus.of_window(self).leave()
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._column.addWidget(page)
        page.order_keyboard()
        page.show()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where the page wants it."""
        start = self._page.first_focus() if self._page else None
        if start is not None:
            focus.give(*start)
