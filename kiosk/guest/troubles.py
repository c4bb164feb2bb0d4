"""When the page does not open: why, what covers it meanwhile, and the ways on from there.

Knows the pages, the cover over them and who can say more of a trouble. Nothing of steps: `changed` says that what is
seen is another page now.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.guest.comeback import Comeback, open_again
from kiosk.guest.cover import Cover
from kiosk.guest.page import Trouble
from kiosk.guest.pages import Pages
from kiosk.guest.refusals import Refusals
from kiosk.session import messages


class Troubles(QObject):
    """`shown`: the cover tells of one; `changed`: there may be another page in front."""

    shown = Signal()
    changed = Signal()

    def __init__(
        self,
        pages: Pages,
        cover: Cover,
        send: Callable[[messages.FromGuest], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._cover = cover
        self._send = send
        self._comeback = Comeback()
        self.refusals = Refusals(self)
        self.host = ""
        """Of the page that did not open."""
        pages.trouble.connect(self._note)
        self.refusals.known.connect(self._hear_why)

    @property
    def pending(self) -> bool:
        """Nobody knows yet what there is to see."""
        return self.refusals.asking or self._cover.trouble is not None

    def go_back(self) -> None:
        """A page that did not open is not in the history: the one before it is still the one in front."""
        behind = self._has_page_behind(self._cover.trouble)
        self._cover.clear()
        if not behind:
            self._pages.go_back()
        # Whatever was seen of the page while the cover lay over it was not looked at.
        self.changed.emit()

    def try_again(self) -> None:
        self._cover.clear()
        if self._pages.front.crashed:
            open_again(self._pages.front)
        else:
            self._pages.reload()

    def load_again(self) -> None:
        """The page may reach more sites now. Under a page that was refused lies the one that leads to it."""
        if self._cover.trouble == "refused" and self._has_page_behind("refused"):
            self.go_back()
        else:
            self.try_again()

    def _note(self, trouble: Trouble, host: str) -> None:
        self.host = host
        # A closed tunnel has causes that Chromium cannot tell apart, and whom nobody vouches for may be the network of
        # the place: only the proxy knows.
        if trouble in ("no-tunnel", "certificate", "certificate-date"):
            self.refusals.ask(host, trouble)
        elif trouble == "crashed" and self._comeback.begins(self._pages.front):
            self._send(messages.PageProblem(kind=trouble))
        else:
            self._show(trouble)

    def _hear_why(self, host: str, trouble: Trouble) -> None:
        if host == self.host:
            self._show(trouble)

    def _show(self, trouble: Trouble) -> None:
        self._cover.show_trouble(trouble, self._has_page_behind(trouble) or self._pages.can_go_back)
        if trouble in ("refused", "unreachable", "portal", "offline", "crashed", "certificate", "certificate-date"):
            self._send(messages.PageProblem(kind=trouble))
        self.shown.emit()

    def _has_page_behind(self, trouble: Trouble | None) -> bool:
        opened_nothing = trouble not in (None, "crashed", "password-wanted", "no-tunnel")
        return opened_nothing and self._pages.front.url().scheme() == "https"
