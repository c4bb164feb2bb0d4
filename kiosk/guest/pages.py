"""The pages of the session: one in front, and under it those that opened it in a "new window".

A kiosk has no tabs. A site's new window comes in front of the page that asked for it, and "back" returns there, so
that sign-in windows keep their link with the page behind them. The guide may bring any of them to front again.
"""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineHistory,
    QWebEngineLoadingInfo,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
)
from PySide6.QtWebEngineWidgets import QWebEngineView

from kiosk.guest.page import Page, may_stay

DEEPEST = 4


class Pages(QObject):
    """Signals are those of the page in front, whichever it is; `front_changed` says that it is another one."""

    front_changed = Signal(object)
    address_changed = Signal(QUrl)
    loading_changed = Signal()
    trouble = Signal(str, str)

    def __init__(self, view: QWebEngineView, make: Callable[[], Page], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._make = make
        self._stack: list[Page] = []
        self._leaving: list[Page] = []
        self._numbers: dict[Page, int] = {}
        self._opened = 0
        self._loading = False
        self._zoom = 1.0
        self._push(make())

    @property
    def front(self) -> Page:
        return self._stack[-1]

    @property
    def number(self) -> int:
        """Of the page in front: 0 for the session's first page, and never used twice."""
        return self._numbers[self.front]

    @property
    def loading(self) -> bool:
        return self._loading

    @property
    def can_go_back(self) -> bool:
        return len(self._stack) > 1 or _has_page_before(self.front.history())

    def set_zoom(self, factor: float) -> None:
        self._zoom = factor
        for page in self._stack:
            page.setZoomFactor(factor)

    def load(self, address: str) -> None:
        self.front.load(QUrl(address))

    def go_back(self) -> None:
        if _has_page_before(self.front.history()):
            self.front.triggerAction(QWebEnginePage.WebAction.Back)
        elif len(self._stack) > 1:
            self._leave_front()

    def bring_to_front(self, number: int) -> bool:
        """Nothing is closed: the others stay behind. False when that page is gone."""
        wanted = next((page for page in self._stack if self._numbers[page] == number), None)
        if wanted is None:
            return False
        if wanted is not self.front:
            self._stack.remove(wanted)
            self._stack.append(wanted)
            self._show_front()
        return True

    def reload(self) -> None:
        self.front.triggerAction(QWebEnginePage.WebAction.Reload)

    def start_over(self, address: str) -> None:
        self.bring_to_front(0)
        while len(self._stack) > 1:
            self._put_away(self._stack.pop(0))
        self.load(address)

    def close(self) -> None:
        """Before the profile goes: Chromium insists on the order."""
        for page in (*self._stack, *self._leaving):
            shiboken6.delete(page)

    def _push(self, page: Page) -> None:
        page.setParent(self)
        # Who is behind opens nothing: a page that asks for window after window would keep the front one from coming.
        page.newWindowRequested.connect(lambda request: self._if_front(page, lambda: self._open_in_front(request)))
        page.windowCloseRequested.connect(lambda: self._close_by_itself(page))
        page.urlChanged.connect(lambda url: self._if_front(page, lambda: self.address_changed.emit(url)))
        # Not `loadFinished`: it comes before the page knows what the server answered.
        page.loadingChanged.connect(lambda info: self._if_front(page, lambda: self._set_loading(_has_begun(info))))
        page.trouble.connect(lambda kind, host: self._if_front(page, lambda: self.trouble.emit(kind, host)))
        # Chromium forgets the zoom when a page moves to another process.
        page.loadFinished.connect(lambda _: page.setZoomFactor(self._zoom))
        page.setZoomFactor(self._zoom)
        self._stack.append(page)
        self._numbers[page] = self._opened
        self._opened += 1
        self._show_front()

    def _leave_front(self) -> None:
        """A window that a site opened is closed; the first page goes behind."""
        if self.number == 0:
            self._stack.insert(0, self._stack.pop())
            self._show_front()
        else:
            self._pop()

    def _pop(self) -> None:
        gone = self._stack.pop()
        self._show_front()
        self._put_away(gone)

    def _put_away(self, gone: Page) -> None:
        """At once, or when it asks nothing any more: a page must never outlive its profile, nor be gone under Chromium
        that waits in it."""
        del self._numbers[gone]
        self._leaving.append(gone)
        gone.when_silent(lambda: self._delete(gone))

    def _delete(self, gone: Page) -> None:
        if gone in self._leaving:
            self._leaving.remove(gone)
            shiboken6.delete(gone)

    def _show_front(self) -> None:
        self._view.setPage(self.front)
        # First of all: what is seen must be of this page from now on.
        self.front_changed.emit(self.front)
        self._set_loading(self.front.isLoading())
        self.address_changed.emit(self.front.url())
        if self.front.crashed:
            # Behind the others, where nobody saw it.
            self.trouble.emit("crashed", self.front.url().host())

    def _open_in_front(self, request: QWebEngineNewWindowRequest) -> None:
        wanted = request.requestedUrl()
        if wanted.scheme() not in ("https", "http") and not may_stay(wanted):
            return
        if len(self._stack) < DEEPEST:
            self._push(self._make())
            request.openIn(self.front)
        elif wanted.scheme() == "https":
            self.front.load(wanted)

    def _close_by_itself(self, page: Page) -> None:
        """`window.close` closes a window that a site opened, never the first page. Not while the page is speaking."""
        if page is self.front and self.number != 0:
            QTimer.singleShot(0, self, lambda: self._pop() if page is self.front else None)

    def _if_front(self, page: Page, act: Callable[[], None]) -> None:
        if self._stack and page is self.front:
            act()

    def _set_loading(self, loading: bool) -> None:
        self._loading = loading
        self.loading_changed.emit()


def _has_begun(info: QWebEngineLoadingInfo) -> bool:
    return info.status() == QWebEngineLoadingInfo.LoadStatus.LoadStartedStatus


def _has_page_before(history: QWebEngineHistory) -> bool:
    """The blank page that a new window starts with is not a page to go back to."""
    before = history.backItem()
    return history.canGoBack() and before.isValid() and not may_stay(before.url())
