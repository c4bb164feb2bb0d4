"""The shell's windows, placed and dressed together: screen, bar over the guest, mediator's bar, backdrop.

Knows which of them is in front, and nothing of what they show.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from kiosk.session.messages import Appearance
from kiosk.ui import i18n, theme
from kiosk.ui.backdrop import Backdrop
from kiosk.ui.screen import Screen
from kiosk.ui.screens.page import Page
from kiosk.ui.topbar import TopBar
from kiosk.ui.wheelbar import WheelBar


class Windows:
    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.screen = Screen()
        self.bar = TopBar(clock)
        self.wheel_bar = WheelBar()
        self._backdrop = Backdrop()
        self._beside_with_pair = False
        self._guest_in_front = False

    def wear(self, appearance: Appearance) -> None:
        """Put the person's look in force, in every window."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        size = self._geometry().size()
        i18n.install(app, appearance.language)
        theme.apply(app, theme.make_theme(size.width(), size.height(), appearance))
        self.bar.build()
        self.wheel_bar.build()
        self._backdrop.build()
        self.place()

    def place(self) -> None:
        whole = self._geometry()
        self.screen.place(whole)
        self._backdrop.place(whole)
        look = theme.current()
        self.bar.place(QRect(whole.x(), whole.y(), whole.width(), look.topbar_height))
        below = whole.y() + look.topbar_height
        self.wheel_bar.place(QRect(whole.x(), below, whole.width(), look.wheel_bar_height))

    def put_backdrop_behind(self) -> None:
        self._backdrop.put_behind()

    def show_page(self, page: Page, *, under: bool = False) -> None:
        """A page of the shell covers everything. `under`: but what lies over the one that is there."""
        self._guest_in_front = False
        self.screen.show_page(page, under=under)

    @property
    def guest_in_front(self) -> bool:
        return self._guest_in_front

    def lay_over(self, page: Page) -> None:
        """Over whatever is in front: the shell's page, or the guest."""
        self._guest_in_front = False
        self.screen.lay_over(page)
        self.reveal_page()

    def reveal_page(self) -> None:
        self.screen.reveal()
        self._show_wheel_bar()
        self.screen.take_focus()

    def reveal_guest(self) -> None:
        """The screen goes, the bar stays."""
        self.place()
        self.bar.show()
        self.bar.raise_()
        self._guest_in_front = True
        self._show_wheel_bar()
        self.screen.retire()

    def set_pair_beside(self, on: bool) -> None:
        """Whether a mediator sits there with a mouse and a keyboard of their own."""
        self._beside_with_pair = on
        self._show_wheel_bar()

    def end(self) -> None:
        """Close them for good."""
        self.screen.end()
        self.bar.end()
        self.wheel_bar.end()
        self._backdrop.end()

    def _show_wheel_bar(self) -> None:
        """Only over a session's page: the shell's other screens need nobody at the wheel."""
        if not (self._beside_with_pair and self._guest_in_front):
            self.wheel_bar.hide()
        elif not self.wheel_bar.isVisible():
            self.place()
            self.wheel_bar.show()
            self.wheel_bar.raise_()

    @staticmethod
    def _geometry() -> QRect:
        """The screen that the person looks at."""
        return QApplication.primaryScreen().geometry()
