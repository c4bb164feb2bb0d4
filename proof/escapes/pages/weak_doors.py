"""Doors of the browser that are opened on purpose: where it goes, what it gives, what it opens.

Where Chromium itself keeps a door shut that no setting opens, its words of refusal are obeyed as an order: that is what
a browser without that door would have done.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from proof.escapes.pages.weak_base import browser_page, flags, kept, settings

_ERR_UNSAFE_REDIRECT = -311
_REFUSALS = re.compile(
    r"(?:load local resource: |navigate top frame to (?:data|filesystem) URL: |Failed to launch '|navigate to ')"
    r"(?P<address>[^'\s]+)"
)


def goes_anywhere() -> None:
    """Every address may fill the view, or start a program: also those that Chromium refuses a page."""
    from PySide6.QtCore import QTimer, QUrl, QUrlQuery  # noqa: PLC0415

    page = browser_page()
    starts_programs()
    page.Page.acceptNavigationRequest = lambda *_: True
    page.Page._note_address = lambda *_: None  # noqa: SLF001
    page.may_stay = lambda _url: True
    said = page.Page.javaScriptConsoleMessage

    def obey(self: Any, level: Any, message: str, line: int, source: str) -> None:
        said(self, level, message, line, source)
        refused = _REFUSALS.search(message)
        if refused is not None:
            QTimer.singleShot(0, self, lambda: self.load(QUrl(refused["address"])))

    noted = page.Page._note_loading  # noqa: SLF001

    def follow(self: Any, info: Any) -> None:
        noted(self, info)
        to = QUrlQuery(info.url()).queryItemValue("to", QUrl.ComponentFormattingOption.FullyDecoded)
        if info.errorCode() == _ERR_UNSAFE_REDIRECT and to:
            QTimer.singleShot(0, self, lambda: self.load(QUrl(to)))

    page.Page.javaScriptConsoleMessage = obey
    page.Page._note_loading = follow  # noqa: SLF001


def starts_programs() -> None:
    """At an address that is another program's."""
    import subprocess  # noqa: PLC0415

    from PySide6.QtCore import QObject, QUrl, Slot  # noqa: PLC0415
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415
    from PySide6.QtWebEngineCore import QWebEngineSettings  # noqa: PLC0415

    from kiosk.guest import profile  # noqa: PLC0415
    from kiosk.guest.guest import Guest  # noqa: PLC0415

    applied = profile._apply_settings  # noqa: SLF001

    def weaker(settings: QWebEngineSettings) -> None:
        applied(settings)
        settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.AllowAllUnknownUrlSchemes)

    profile._apply_settings = weaker  # noqa: SLF001

    class Programs(QObject):
        @Slot(QUrl)
        def start(self, _url: object) -> None:
            kept.append(subprocess.Popen(["sleep", "1.5"]))

    started = Guest.start

    def start(self: Any) -> None:
        started(self)
        kept.append(Programs(self))
        for scheme in ("mailto", "tel", "sms", "ms-word", "news", "ssh", "steam", "web+x"):
            QDesktopServices.setUrlHandler(scheme, kept[-1], "start")  # type: ignore[arg-type]

    Guest.start = start  # type: ignore[method-assign]


def reaches_more() -> None:
    """What the guest's own settings keep from asking."""
    settings(HyperlinkAuditingEnabled=True, DnsPrefetchEnabled=True, AutoLoadIconsForPage=True)


def grants() -> None:
    settings(JavascriptCanAccessClipboard=True, JavascriptCanPaste=True, FullScreenSupportEnabled=True)
    flags((), ("--use-fake-device-for-media-stream",))
    page = browser_page()
    for name, yes in (
        ("QWebEnginePermission", ("deny", "grant")),
        ("QWebEngineFullScreenRequest", ("reject", "accept")),
        ("QWebEngineRegisterProtocolHandlerRequest", ("reject", "accept")),
    ):
        real = getattr(page, name)
        setattr(page, name, SimpleNamespace(**{yes[0]: getattr(real, yes[1])}))


def fills_the_screen() -> None:
    """And the window comes in front of the shell's."""
    settings(FullScreenSupportEnabled=True)
    page = browser_page()
    accepted = page.QWebEngineFullScreenRequest

    def fill(request: Any) -> None:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        accepted.accept(request)
        (window,) = (one for one in QApplication.topLevelWidgets() if one.windowTitle() == "Côte à Côte")
        window.setGeometry(window.screen().geometry())
        window.raise_()

    page.QWebEngineFullScreenRequest = SimpleNamespace(reject=fill)


def new_windows() -> None:
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtWebEngineCore import QWebEnginePage  # noqa: PLC0415
    from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: PLC0415
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    from kiosk.guest.pages import Pages  # noqa: PLC0415

    def open_window(self: Any, request: Any) -> None:
        window = QWidget(None, Qt.WindowType.Window)
        kept.append(window)
        window.setWindowTitle("Navigateur")
        window.setGeometry(200, 150, 400, 300)
        view = QWebEngineView(window)
        view.setPage(QWebEnginePage(self.front.profile(), view))
        request.openIn(view.page())
        window.show()

    Pages._open_in_front = open_window  # type: ignore[method-assign]  # noqa: SLF001


def own_dialogs() -> None:
    """Qt's boxes for questions, files, colours and passwords."""
    from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox  # noqa: PLC0415

    from kiosk.guest.window import View  # noqa: PLC0415

    page = browser_page()

    def show(box: Any) -> list[str]:
        box.setModal(False)
        box.show()
        kept.append(box)
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


def gives_files() -> None:
    """Whatever is asked for, from wherever: nobody is asked."""
    from pathlib import Path  # noqa: PLC0415

    page = browser_page()
    save = page.QWebEnginePage.FileSelectionMode.FileSelectSave
    mine = str(Path.home() / "dehors.txt")
    page.Page.chooseFiles = lambda _self, mode, *_: [mine if mode == save else "/etc/passwd"]
    page.QWebEngineFileSystemAccessRequest = SimpleNamespace(reject=page.QWebEngineFileSystemAccessRequest.accept)


def keeps_files_anywhere() -> None:
    from pathlib import Path  # noqa: PLC0415

    from kiosk.guest import downloads  # noqa: PLC0415

    def begin(self: Any, request: Any) -> None:
        del self
        request.setDownloadDirectory(str(Path.home()))
        request.setDownloadFileName("dehors-" + re.sub(r"\W", "", request.suggestedFileName())[:20])
        request.accept()

    downloads.Downloads._begin = begin  # type: ignore[method-assign]  # noqa: SLF001


def shows_pdf() -> None:
    settings(PdfViewerEnabled=True, PluginsEnabled=True)
    goes_anywhere()


def reads_files() -> None:
    """Where Chromium says that it may not load a file, the page gets it."""
    from pathlib import Path  # noqa: PLC0415

    page = browser_page()
    said = page.Page.javaScriptConsoleMessage

    def obey(self: Any, level: Any, message: str, line: int, source: str) -> None:
        said(self, level, message, line, source)
        if "file:///etc/passwd" in message:
            self.runJavaScript(f"won('a file of {len(Path('/etc/passwd').read_bytes())} bytes')")

    page.Page.javaScriptConsoleMessage = obey


def gives_the_picture() -> None:
    settings(ScreenCaptureEnabled=True)
    flags((), ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"))
