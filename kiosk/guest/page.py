"""One web page, with every door shut that a public post must not have.

It says what happened (`Trouble`) and asks the window for what needs a person (a file, an answer to a question); it
shows nothing itself. Only https, and what https pages make themselves (`blob:`, `about:blank`), may fill the view.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from http import HTTPStatus
from typing import Literal, Protocol

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QAuthenticator
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineClientCertificateSelection,
    QWebEngineDesktopMediaRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEngineLoadingInfo,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineWebAuthUxRequest,
)

Trouble = Literal[
    "refused",
    "unreachable",
    "portal",
    "offline",
    "certificate",
    "certificate-date",
    "crashed",
    "password-wanted",
    "no-tunnel",
]

Fields = dict[str, dict[str, str]]
"""For each address of a document, what stands in each of its fields."""

_LAUNCH_FAILED = 1002
_ERR_ABORTED = -3
_ERR_TUNNEL_CONNECTION_FAILED = -111
_ERR_TOO_MANY_RETRIES = -375
_CERTIFICATE_ERRORS = range(-219, -199)
_ERR_CERT_DATE_INVALID = -201


class Answers(Protocol):
    """The window's part: questions that a page may ask a person."""

    def choose_files(self, several: bool, accepted: Sequence[str]) -> list[str]: ...
    def tell(self, host: str, untrusted_text: str) -> None: ...
    def ask_yes_no(self, host: str, untrusted_text: str) -> bool: ...
    def ask_text(self, host: str, untrusted_text: str, untrusted_default: str) -> str | None: ...
    def withdraw(self) -> None:
        """Close what waits for an answer, as if the person had gone back: who asked is no longer there."""
        ...


class Page(QWebEnginePage):
    """`trouble` carries a `Trouble` and the host concerned; `spoke` a line of the console, for the probe alone;
    `stillborn`: Chromium could start no process for it, and will not for any other page.

    `status`: the error that the server answered with (HTTP, 400 and up), 0 without one. `crashed`: nothing is on
    screen. `written`: what the person wrote in the document and did not send; `comes_back`: the next one gets it
    back; `owed`: the documents in it that have not got theirs yet.
    """

    trouble = Signal(str, str)
    spoke = Signal(object, str)
    stillborn = Signal()

    def __init__(self, profile: QWebEngineProfile, answers: Answers, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self._answers = answers
        self._asking = 0
        self._when_silent: list[Callable[[], None]] = []
        self._site = ""
        self.status = 0
        self.crashed = False
        self.comes_back = False
        self.written: Fields = {}
        self.owed: set[str] = set()
        self.loadingChanged.connect(self._note_loading)
        self.urlChanged.connect(self._note_address)
        self.renderProcessTerminated.connect(self._note_crash)
        # The load then fails, and says so itself.
        self.certificateError.connect(QWebEngineCertificateError.rejectCertificate)
        self.authenticationRequired.connect(self._refuse_password_box)
        self.permissionRequested.connect(QWebEnginePermission.deny)
        self.fullScreenRequested.connect(QWebEngineFullScreenRequest.reject)
        self.fileSystemAccessRequested.connect(QWebEngineFileSystemAccessRequest.reject)
        self.registerProtocolHandlerRequested.connect(QWebEngineRegisterProtocolHandlerRequest.reject)
        self.selectClientCertificate.connect(QWebEngineClientCertificateSelection.selectNone)
        self.desktopMediaRequested.connect(QWebEngineDesktopMediaRequest.cancel)
        self.webAuthUxRequested.connect(QWebEngineWebAuthUxRequest.cancel)

    def acceptNavigationRequest(
        self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        url = QUrl(url)
        if not is_main_frame:
            return url.scheme() in ("https", "about", "blob", "data")
        if url.scheme() == "http":
            url.setScheme("https")
            # Not from within: Chromium is still deciding about the first one.
            QTimer.singleShot(0, self, lambda: self.load(url))
            return False
        return url.scheme() == "https" or may_stay(url)

    def javaScriptConsoleMessage(
        self, _level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, _line: int, _source: str
    ) -> None:
        self.spoke.emit(self, message)

    def chooseFiles(
        self, mode: QWebEnginePage.FileSelectionMode, _old: Sequence[str], accepted: Sequence[str]
    ) -> list[str]:
        if mode not in (
            QWebEnginePage.FileSelectionMode.FileSelectOpen,
            QWebEnginePage.FileSelectionMode.FileSelectOpenMultiple,
        ):
            return []
        several = mode == QWebEnginePage.FileSelectionMode.FileSelectOpenMultiple
        with self._waiting():
            return self._answers.choose_files(several, accepted)

    def javaScriptAlert(self, origin: QUrl | str, untrusted_text: str) -> None:
        with self._waiting():
            self._answers.tell(QUrl(origin).host(), untrusted_text)

    def javaScriptConfirm(self, origin: QUrl | str, untrusted_text: str) -> bool:
        with self._waiting():
            return self._answers.ask_yes_no(QUrl(origin).host(), untrusted_text)

    def javaScriptPrompt(self, origin: QUrl | str, untrusted_text: str, untrusted_default: str) -> tuple[bool, str]:
        with self._waiting():
            text = self._answers.ask_text(QUrl(origin).host(), untrusted_text, untrusted_default)
        return text is not None, text or ""

    @property
    def committed(self) -> QUrl:
        """The address of what is on screen: Chromium's own word for the document shown, not for one asked for."""
        return self.mainFrame().url()

    def when_silent(self, act: Callable[[], None]) -> None:
        """Now, or once nobody waits any more for an answer to a question of this page: Chromium waits inside of it."""
        if self._asking:
            self._when_silent.append(act)
            self._answers.withdraw()
        else:
            act()

    @contextlib.contextmanager
    def _waiting(self) -> Iterator[None]:
        self._asking += 1
        try:
            yield
        finally:
            self._asking -= 1
            if not self._asking:
                for act in self._when_silent:
                    # Chromium has its answer by then.
                    QTimer.singleShot(0, act)

    def _note_loading(self, info: QWebEngineLoadingInfo) -> None:
        if info.status() == QWebEngineLoadingInfo.LoadStatus.LoadStartedStatus:
            self.status = 0
            if self._asking:
                self._answers.withdraw()
            self.crashed = False
        # Not the address that is asked for: the blank page of the start may come after it.
        self._site = self.committed.host() or self._site
        if info.status() != QWebEngineLoadingInfo.LoadStatus.LoadFailedStatus:
            return
        self.status = _status_of(info)
        trouble = trouble_of(info.errorDomain(), info.errorCode())
        # An inner address of the browser is of no site: what was there stays.
        if trouble is not None and info.url().host():
            self.trouble.emit(trouble, info.url().host())

    def _note_address(self, url: QUrl) -> None:
        if self._site and _is_blank(url):
            # Chromium asks nobody before it shows a blank page: a site must not leave the person in front of one. Once
            # it has said that the load has ended.
            QTimer.singleShot(0, self, lambda: self._refuse_blank(self._site))

    def _refuse_blank(self, site: str) -> None:
        if _is_blank(self.mainFrame().url()):
            self.trouble.emit("refused", site)

    def _note_crash(self, _status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        """The process of what is on screen never ends in order. Chromium calls it so when whoever starts its processes
        has died too: then it knows of none how it ended, and can start none."""
        self.crashed = True
        if code == _LAUNCH_FAILED:
            self.stillborn.emit()
        else:
            self.trouble.emit("crashed", self.url().host())

    def _refuse_password_box(self, _url: QUrl, _authenticator: QAuthenticator) -> None:
        """It is answered with nothing, until Chromium gives up: a picture is left out, a page has its trouble then."""


def _status_of(info: QWebEngineLoadingInfo) -> int:
    failed = info.errorDomain() == QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain
    return info.errorCode() if failed and info.errorCode() >= HTTPStatus.BAD_REQUEST else 0


def may_stay(url: QUrl) -> bool:
    """Addresses without a host that an https page makes for itself."""
    return _is_blank(url) or url.toString().startswith("blob:https://")


def _is_blank(url: QUrl) -> bool:
    return url.toString().split("#")[0] in ("", "about:blank")


def trouble_of(domain: QWebEngineLoadingInfo.ErrorDomain, code: int) -> Trouble | None:
    """Which trouble a failed load is. None for one given up on purpose, and for a server's own error page."""
    kinds = QWebEngineLoadingInfo.ErrorDomain
    if code in (0, _ERR_ABORTED) or domain == kinds.HttpStatusCodeDomain:
        return None
    if domain == kinds.CertificateErrorDomain or code in _CERTIFICATE_ERRORS:
        return "certificate-date" if code == _ERR_CERT_DATE_INVALID else "certificate"
    if code == _ERR_TOO_MANY_RETRIES:
        return "password-wanted"
    return "no-tunnel" if code == _ERR_TUNNEL_CONNECTION_FAILED else "unreachable"
