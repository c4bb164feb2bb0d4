"""Doors of the guest and of the network process that are opened on purpose, so that the proof shows that it would see a
hostile page go through each. By a word; each function runs inside of that process before anything starts.

Where Chromium itself keeps a door shut that no setting opens, its words of refusal are obeyed as an order: that is what
a browser without that door would have done.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

_REFUSALS = re.compile(
    r"(?:load local resource: |navigate top frame to (?:data|filesystem) URL: |Failed to launch '|navigate to ')"
    r"(?P<address>[^'\s]+)"
)


def _page() -> Any:
    from kiosk.guest import page  # noqa: PLC0415 - Qt is there by now, and only in the guest

    return page


def _settings(**wanted: bool) -> None:
    """Chromium's own settings, after the product has set them."""
    from PySide6.QtWebEngineCore import QWebEngineSettings  # noqa: PLC0415

    from kiosk.guest import profile  # noqa: PLC0415

    applied = profile._apply_settings  # noqa: SLF001

    def weaker(settings: QWebEngineSettings) -> None:
        applied(settings)
        for name, on in wanted.items():
            settings.setAttribute(getattr(QWebEngineSettings.WebAttribute, name), on)

    profile._apply_settings = weaker  # noqa: SLF001


def _flags(without: tuple[str, ...], more: tuple[str, ...]) -> None:
    from kiosk.guest import chromium  # noqa: PLC0415

    chromium.FLAGS = (*(one for one in chromium.FLAGS if not one.startswith(without)), *more)  # type: ignore[assignment]
    chromium.prepare()


# --- the guest --------------------------------------------------------------------------------------------------------


def _goes_anywhere() -> None:
    """Every address may fill the view: also those that Chromium refuses a page."""
    from PySide6.QtCore import QTimer, QUrl  # noqa: PLC0415

    page = _page()
    page.Page.acceptNavigationRequest = lambda *_: True
    page.Page._note_address = lambda *_: None  # noqa: SLF001
    page.may_stay = lambda _url: True
    said = page.Page.javaScriptConsoleMessage

    def obey(self: Any, level: Any, message: str, line: int, source: str) -> None:
        said(self, level, message, line, source)
        refused = _REFUSALS.search(message)
        if refused is not None:
            QTimer.singleShot(0, self, lambda: self.load(QUrl(refused["address"])))

    page.Page.javaScriptConsoleMessage = obey


def _reaches_more() -> None:
    """What the guest's own settings keep from asking."""
    _settings(HyperlinkAuditingEnabled=True, DnsPrefetchEnabled=True, AutoLoadIconsForPage=True)


def _grants() -> None:
    _settings(JavascriptCanAccessClipboard=True, JavascriptCanPaste=True, FullScreenSupportEnabled=True)
    _flags((), ("--use-fake-device-for-media-stream",))
    page = _page()
    for name, yes in (
        ("QWebEnginePermission", ("deny", "grant")),
        ("QWebEngineFullScreenRequest", ("reject", "accept")),
    ):
        real = getattr(page, name)
        setattr(page, name, SimpleNamespace(**{yes[0]: getattr(real, yes[1])}))


def _fills_the_screen() -> None:
    """And the window comes in front of the shell's."""
    _settings(FullScreenSupportEnabled=True)
    page = _page()
    accepted = page.QWebEngineFullScreenRequest

    def fill(request: Any) -> None:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        accepted.accept(request)
        (window,) = (one for one in QApplication.topLevelWidgets() if one.windowTitle() == "Côte à Côte")
        window.setGeometry(window.screen().geometry())
        window.raise_()

    page.QWebEngineFullScreenRequest = SimpleNamespace(reject=fill)


def _new_windows() -> None:
    from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: PLC0415

    from kiosk.guest.pages import Pages  # noqa: PLC0415

    def open_window(self: Any, request: Any) -> None:
        view = QWebEngineView()
        _kept.append(view)
        view.setPage(type(view.page())(self.front.profile(), view))
        view.setWindowTitle("Navigateur")
        view.show()
        request.openIn(view.page())

    pushed = Pages._push  # noqa: SLF001

    def push(self: Any, page: Any) -> None:
        pushed(self, page)
        page.newWindowRequested.disconnect()
        page.newWindowRequested.connect(lambda request: open_window(self, request))

    Pages._push = push  # type: ignore[method-assign]  # noqa: SLF001


def _own_dialogs() -> None:
    """Qt's boxes for questions, files, colours and passwords."""
    from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox  # noqa: PLC0415

    from kiosk.guest.window import View  # noqa: PLC0415

    page = _page()

    def show(box: Any) -> list[str]:
        box.setModal(False)
        box.show()
        _kept.append(box)
        return []

    def asks(self: Any, _origin: Any, text: str, *_: Any) -> Any:
        del self
        show(QMessageBox(QMessageBox.Icon.Question, "?", text[:200]))

    page.Page.javaScriptAlert = asks
    page.Page.javaScriptConfirm = lambda *given: bool(asks(*given))
    page.Page.javaScriptPrompt = lambda *given: (asks(*given), (False, ""))[1]
    page.Page.chooseFiles = lambda *_: show(QFileDialog())
    View.eventFilter = lambda *_: False  # type: ignore[method-assign]
    began = page.Page.__init__

    def begin(self: Any, *given: Any) -> None:
        began(self, *given)
        self.authenticationRequired.connect(lambda _url, _asked: show(QInputDialog()))
        self.printRequested.connect(lambda: show(QFileDialog()))
        self.printRequestedByFrame.connect(lambda _frame: show(QFileDialog()))

    page.Page.__init__ = begin


_kept: list[Any] = []


def _gives_files() -> None:
    """Whatever is asked for, from wherever: nobody is asked."""
    page = _page()
    page.Page.chooseFiles = lambda *_: ["/etc/passwd"]
    page.QWebEngineFileSystemAccessRequest = SimpleNamespace(reject=page.QWebEngineFileSystemAccessRequest.accept)


def _keeps_files_anywhere() -> None:
    from pathlib import Path  # noqa: PLC0415

    from kiosk.guest import downloads  # noqa: PLC0415

    def begin(self: Any, request: Any) -> None:
        del self
        request.setDownloadDirectory(str(Path.home()))
        request.setDownloadFileName("dehors-" + re.sub(r"\W", "", request.suggestedFileName())[:20])
        request.accept()

    downloads.Downloads._begin = begin  # type: ignore[method-assign]  # noqa: SLF001


def _shows_pdf() -> None:
    _settings(PdfViewerEnabled=True, PluginsEnabled=True)


def _waits_for_its_page() -> None:
    """A guest that asks its page how it is, and does nothing else until it hears."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from kiosk.guest.guest import Guest  # noqa: PLC0415

    started = Guest.start

    def start(self: Any) -> None:
        started(self)
        asked = [time.monotonic()]

        def hear(_answer: object) -> None:
            asked[0] = time.monotonic()

        def ask() -> None:
            if time.monotonic() - asked[0] > 1.2:
                time.sleep(3600)
            self.pages.front.runJavaScript("1", 1, hear)

        timer = QTimer(self, interval=200)
        timer.timeout.connect(ask)
        timer.start()

    Guest.start = start  # type: ignore[method-assign]


def _says_what_was_asked() -> None:
    page = _page()
    as_it_is, accepts = page.Page.committed.fget, page.Page.acceptNavigationRequest
    asked: dict[Any, Any] = {}

    def accept(self: Any, url: Any, kind: Any, is_main_frame: bool) -> bool:
        if is_main_frame:
            asked[id(self)] = url
        return bool(accepts(self, url, kind, is_main_frame))

    page.Page.acceptNavigationRequest = accept
    page.Page.committed = property(lambda self: asked.get(id(self)) or as_it_is(self))


def _reads_files() -> None:
    """Where Chromium says that it may not load a file, the page gets it."""
    from pathlib import Path  # noqa: PLC0415

    page = _page()
    said = page.Page.javaScriptConsoleMessage

    def obey(self: Any, level: Any, message: str, line: int, source: str) -> None:
        said(self, level, message, line, source)
        if "file:///etc/passwd" in message:
            self.runJavaScript(f"won('a file of {len(Path('/etc/passwd').read_bytes())} bytes')")

    page.Page.javaScriptConsoleMessage = obey


def _gives_the_picture() -> None:
    _settings(ScreenCaptureEnabled=True)
    page = _page()
    page.QWebEngineDesktopMediaRequest = SimpleNamespace(
        cancel=lambda one: one.selectScreen(one.screensModel().index(0))
    )


def _says_what_the_page_says() -> None:
    from PySide6.QtCore import QTimer, QUrl  # noqa: PLC0415

    from kiosk.guest.guest import Guest  # noqa: PLC0415

    started = Guest.start

    def start(self: Any) -> None:
        started(self)

        def show(said: object) -> None:
            self.window.frame.strip.show_address(QUrl(str(said)).host(), True, False, False)

        timer = QTimer(self, interval=100)
        timer.timeout.connect(lambda: self.pages.front.runJavaScript("document.baseURI", 0, show))
        timer.start()

    Guest.start = start  # type: ignore[method-assign]


GUEST: dict[str, Callable[[], None]] = {
    "page-goes-anywhere": _goes_anywhere,
    "page-reaches-anything": _reaches_more,
    "page-gets-permissions": _grants,
    "page-gets-the-screen": _fills_the_screen,
    "page-gets-windows": _new_windows,
    "page-gets-dialogs": _own_dialogs,
    "page-gets-files": _gives_files,
    "page-keeps-files-anywhere": _keeps_files_anywhere,
    "page-reads-files": _reads_files,
    "page-gets-the-picture": _gives_the_picture,
    "strip-says-what-the-page-says": _says_what_the_page_says,
    "page-shows-pdf": _shows_pdf,
    "guest-waits-for-its-page": _waits_for_its_page,
    "strip-says-what-was-asked": _says_what_was_asked,
}


# --- the network process ----------------------------------------------------------------------------------------------


def _without_a_list() -> None:
    from kiosk.session.network.policy import AllowList, Decision  # noqa: PLC0415

    AllowList.decide = lambda _self, host, _port: Decision("allowed", host.strip("[]").lower().rstrip("."))  # type: ignore[method-assign, assignment]


GATEWAY: dict[str, Callable[[], None]] = {"page-reaches-anything": _without_a_list}
