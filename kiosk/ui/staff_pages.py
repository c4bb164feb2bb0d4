"""The staff area's pages as the shell shows them: each scene on the page of its kind, in place where it can be."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.screens.context import Context
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.staff import PAGES, StaffPage
from kiosk.ui.staff_scenes import StaffScene, StaffWish


class StaffPages:
    """`wished` is told what a mediator asks for on any of them."""

    def __init__(self, context: Context, wished: Callable[[StaffWish], None]) -> None:
        self._context = context
        self._wished = wished

    def build(self) -> StaffPage:
        """A page for the scene of the visit."""
        scene = self._context.visit.staff
        assert scene is not None
        page = PAGES[type(scene)](self._context, scene)
        page.wished.connect(self._wished)
        return page

    def changes_in_place(self, page: Page | None, scene: StaffScene) -> bool:
        """Take the scene up, and show it on this page if it is one for such scenes: the keyboard then stays."""
        self._context.visit.staff = scene
        if not isinstance(page, StaffPage) or not page.can_show(scene):
            return False
        page.show_scene(scene)
        return True

    def leave(self, page: Page | None) -> None:
        """Nothing that was typed stays."""
        self._context.visit.staff = None
        self._context.visit.address = ""
        if isinstance(page, StaffPage):
            page.forget()
