"""One web page, with every door shut that a public post must not have.

It says what happened (`Trouble`) and asks the window for what needs a person (a file, an answer to a question); it
shows nothing itself. Only https, and what https pages make themselves (`blob:`, `about:blank`), may fill the view.
"""

from __future__ import annotations

from collections.abc import Sequence
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

Trouble = Literal["refused", "unreachable", "certificate", "crashed", "password-wanted", "no-tunnel"]

Fields = dict[str, dict[str, str]]
"""For each address of a document, what stands in each of its fields."""

_ERR_ABORTED = -3
_ERR_TUNNEL_CONNECTION_FAILED = -111
_CERTIFICATE_ERRORS = range(-219, -199)


class Answers(Protocol):
    """The window's part: questions that a page may ask a person."""

    def choose_files(self, several: bool, accepted: Sequence[str]) -> list[str]: ...
    def tell(self, host: str, untrusted_text: str) -> None: ...
    def ask_yes_no(self, host: str, untrusted_text: str) -> bool: ...
    def ask_text(self, host: str, untrusted_text: str, untrusted_default: str) -> str | None: ...


class Page(QWebEnginePage):
    """`trouble` carries a `Trouble` and the host concerned; `spoke` a line of the console, for the probe alone.

    `status`: the error that the server answered with (HTTP, 400 and up), 0 without one. `crashed`: nothing is on
    screen. `written`: what the person wrote in the document and did not send; `comes_back`: the next one gets it
    back; `owed`: the documents in it that have not got theirs yet.
    """

    trouble = Signal(str, str)
    spoke = Signal(object, str)

    def __init__(self, profile: QWebEngineProfile, answers: Answers, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self._answers = answers
        self.status = 0
        self.crashed = False
        self.comes_back = False
        self.written: Fields = {}
        self.owed: set[str] = set()
        self.loadingChanged.connect(self._note_loading)
        self.renderProcessTerminated.connect(self._note_crash)
        self.certificateError.connect(self._refuse_certificate)
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
        return self._answers.choose_files(several, accepted)

    def javaScriptAlert(self, origin: QUrl | str, untrusted_text: str) -> None:
        self._answers.tell(QUrl(origin).host(), untrusted_text)

    def javaScriptConfirm(self, origin: QUrl | str, untrusted_text: str) -> bool:
        return self._answers.ask_yes_no(QUrl(origin).host(), untrusted_text)

    def javaScriptPrompt(self, origin: QUrl | str, untrusted_text: str, untrusted_default: str) -> tuple[bool, str]:
        text = self._answers.ask_text(QUrl(origin).host(), untrusted_text, untrusted_default)
        return text is not None, text or ""

    @property
    def committed(self) -> QUrl:
        """The address of what is on screen: Chromium's own word for the document shown, not for one asked for."""
        return self.mainFrame().url()

    def _note_loading(self, info: QWebEngineLoadingInfo) -> None:
        if info.status() == QWebEngineLoadingInfo.LoadStatus.LoadStartedStatus:
            self.status = 0
            self.crashed = False
        if info.status() != QWebEngineLoadingInfo.LoadStatus.LoadFailedStatus:
            return
        self.status = _status_of(info)
        trouble = trouble_of(info.errorDomain(), info.errorCode())
        if trouble is not None:
            self.trouble.emit(trouble, info.url().host())

    def _note_crash(self, status: QWebEnginePage.RenderProcessTerminationStatus, _code: int) -> None:
        if status != QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self.crashed = True
            self.trouble.emit("crashed", self.url().host())

    def _refuse_certificate(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        if error.isMainFrame():
            self.trouble.emit("certificate", error.url().host())

    def _refuse_password_box(self, url: QUrl, _authenticator: QAuthenticator) -> None:
        # Left empty, the authenticator cancels the request.
        self.trouble.emit("password-wanted", url.host())


def _status_of(info: QWebEngineLoadingInfo) -> int:
    failed = info.errorDomain() == QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain
    return info.errorCode() if failed and info.errorCode() >= HTTPStatus.BAD_REQUEST else 0


def may_stay(url: QUrl) -> bool:
    """Addresses without a host that an https page makes for itself."""
    text = url.toString()
    return text.split("#")[0] in ("", "about:blank") or text.startswith("blob:https://")


def trouble_of(domain: QWebEngineLoadingInfo.ErrorDomain, code: int) -> Trouble | None:
    """Which trouble a failed load is. None for one given up on purpose, and for a server's own error page."""
    kinds = QWebEngineLoadingInfo.ErrorDomain
    if code in (0, _ERR_ABORTED) or domain == kinds.HttpStatusCodeDomain:
        return None
    if domain == kinds.CertificateErrorDomain or code in _CERTIFICATE_ERRORS:
        return "certificate"
    return "no-tunnel" if code == _ERR_TUNNEL_CONNECTION_FAILED else "unreachable"
