"""The full screen: one page at a time."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui import touch
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import focus
from kiosk.ui.window import ShellWindow


class Screen(ShellWindow):
    def __init__(self) -> None:
        super().__init__("Screen")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._page: Page | None = None
        self._keyboard = self._make_keyboard()

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
        self._column.insertWidget(0, page, 1)
        page.order_keyboard()
        page.show()
        self.take_focus()
        # Once the reader has said what the keyboard is on, it says where that is.
        QTimer.singleShot(0, page, page.speak)

    def retire(self) -> None:
        """Give the screen to the guest. A press that was on its way when it did so is for nothing here any more."""
        if self._page is not None:
            self._page.blockSignals(True)
        self.hide()

    def take_focus(self) -> None:
        """Put the keyboard where the page wants it."""
        start = self._page.first_focus() if self._page else None
        if start is not None:
            focus.give(*start)

    def _make_keyboard(self) -> QWidget | None:
        """The keyboard on the screen, where the post has one. Loaded only there."""
        if not touch.is_on():
            return None
        from kiosk.ui.touch.keyboard import TouchKeyboard  # noqa: PLC0415 - brings Qt Quick with it

        keyboard = TouchKeyboard(self)
        keyboard.shown.connect(self._make_room)
        self._column.addWidget(keyboard)
        return keyboard

    def _make_room(self, keyboard: bool) -> None:
        if self._page is not None:
            self._page.make_room(keyboard)
