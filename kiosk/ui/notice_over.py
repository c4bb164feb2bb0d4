"""The notice « Vos données » over whatever the shell or the guest shows, and the way back to just that place.

Knows which page is under it; a page of the same kind may change there meanwhile, any other takes the notice away.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk import DeskPage
from kiosk.ui.screens.notice import NoticePage
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.staff import StaffPage
from kiosk.ui.windows import Windows


class NoticeOver(QObject):
    """`left`: the person has read it, and the guest is behind. `laid(NoticePage)`: to be tied like any page."""

    left = Signal()
    laid = Signal(object)

    def __init__(self, context: Context, windows: Windows) -> None:
        super().__init__()
        self._context = context
        self._windows = windows
        self._over_guest = False

    @property
    def over_guest(self) -> bool:
        return self._over_guest and self._windows.screen.over is not None

    def lay(self) -> None:
        self._over_guest = self._windows.guest_in_front
        self._put()

    def lay_again(self) -> None:
        """The look has changed."""
        if self._windows.screen.over is not None:
            self._put()

    def drop(self) -> None:
        """Another person comes."""
        if self._windows.screen.over is not None:
            self._windows.screen.lift()

    def stays_over(self, page: Page) -> bool:
        """Whether this page may come under it: it is what the person came from, as it is now."""
        before = self._windows.screen.page
        if self._windows.screen.over is None or self._over_guest or before is None:
            return False
        return any(isinstance(page, kind) and isinstance(before, kind) for kind in (DeskPage, StaffPage, type(before)))

    def _put(self) -> None:
        page = NoticePage(self._context)
        page.back_asked.connect(self._leave)
        self.laid.emit(page)
        self._windows.lay_over(page)

    def _leave(self) -> None:
        if self._over_guest:
            self.left.emit()
        else:
            self._windows.screen.lift()
