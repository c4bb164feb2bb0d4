"""The paper desk's pages as the shell shows them: each scene on the page of its kind, forgotten once another is shown.

Knows what is on the screen, and nothing of what a scene is about.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.documents.desk.scenes import Scene
from kiosk.documents.desk.wishes import Wish
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk import PAGES, DeskPage
from kiosk.ui.screens.page import Page


class DeskPages:
    """`wished` is told what a person asks for on any of them."""

    def __init__(self, context: Context, wished: Callable[[Wish], None]) -> None:
        self._context = context
        self._wished = wished
        self._pages: set[DeskPage] = set()

    def build(self) -> DeskPage:
        """A page for the scene of the visit."""
        scene = self._context.visit.scene
        assert scene is not None
        page = PAGES[type(scene)](self._context)
        page.wished.connect(self._wished)
        page.show_scene(scene)
        self._pages.add(page)
        return page

    def changes_in_place(self, page: Page | None, scene: Scene) -> bool:
        """Take the scene up, and show it on this page if it is one for such scenes: the keyboard then stays."""
        known = isinstance(page, DeskPage) and page.scene is not None
        self._context.visit.scene = scene
        if known and isinstance(page, PAGES[type(scene)]):
            page.show_scene(scene)
            return True
        return False

    def keep_only(self, page: Page) -> None:
        """What the others show is forgotten at once, not when Qt comes to destroy them."""
        for left in self._pages - {page}:
            left.forget()
            self._pages.discard(left)
        if not isinstance(page, DeskPage):
            self._context.visit.scene = None

    def forget(self) -> None:
        self._context.visit.scene = None
        for page in self._pages:
            page.forget()
        self._pages.clear()

    def known(self) -> int:
        """How many pages still show something of a person's papers."""
        return sum(page.scene is not None for page in self._pages)
