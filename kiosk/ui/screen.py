"""The full screen: one page at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
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
        self._over: Page | None = None
        self._held: QWidget | None = None
        self._keyboard = self._make_keyboard()

    @property
    def page(self) -> Page | None:
        return self._page

    @property
    def over(self) -> Page | None:
        """What lies over the page."""
        return self._over

    def show_page(self, page: Page, *, under: bool = False) -> None:
        """Replace the page. The old one is destroyed: nothing of it may answer any more. `under`: what lies over it
        stays there."""
        old, self._page = self._page, page
        self._held = None
        if not under:
            self._take_off()
            focus.of_window(self).leave()
        _destroy(old)
        self._column.insertWidget(0, page, 1)
        if under and self._over is not None:
            page.hide()
            return
        self._reveal_page(page)

    def lay_over(self, page: Page) -> None:
        """Show this one over the page, which waits just as it is."""
        if self._over is None:
            self._held = self.focusWidget()
        self._take_off()
        focus.of_window(self).leave()
        if self._page is not None:
            self._page.hide()
        self._over = page
        self._column.insertWidget(0, page, 1)
        self._reveal_page(page)

    def lift(self) -> None:
        """Back to the page, with the keyboard where it was."""
        focus.of_window(self).leave()
        self._take_off()
        if self._page is None:
            return
        self._page.show()
        if self._held is not None and self._held.isVisible():
            self._held.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()
        self._held = None

    def retire(self) -> None:
        """Give the screen to the guest. A press that was on its way when it did so is for nothing here any more."""
        self._take_off()
        if self._page is not None:
            self._page.blockSignals(True)
        self.hide()

    def take_focus(self) -> None:
        """Put the keyboard where the page wants it."""
        front = self._over or self._page
        start = front.first_focus() if front else None
        if start is not None:
            focus.give(*start)

    def _reveal_page(self, page: Page) -> None:
        page.order_keyboard()
        page.show()
        self.take_focus()
        # Once the reader has said what the keyboard is on, it says where that is.
        QTimer.singleShot(0, page, page.speak)

    def _take_off(self) -> None:
        over, self._over = self._over, None
        _destroy(over)

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
        front = self._over or self._page
        if front is not None:
            front.make_room(keyboard)


def _destroy(page: Page | None) -> None:
    if page is not None:
        page.hide()
        page.setParent(None)
        page.deleteLater()
