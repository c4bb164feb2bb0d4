"""Downloads go to the tray and nowhere else, within its limits. No question is asked and no file dialog exists."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEngineProfile

from kiosk.guest.tray import Refusal, Tray

_State = QWebEngineDownloadRequest.DownloadState


class Downloads(QObject):
    def __init__(self, profile: QWebEngineProfile, tray: Tray, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        profile.downloadRequested.connect(self._begin)

    def _begin(self, request: QWebEngineDownloadRequest) -> None:
        if request.isSavePageDownload():
            request.cancel()
            return
        refusal = self._tray.refusal(max(request.totalBytes(), 0))
        if refusal is not None:
            self._refuse(request, refusal)
            return
        request.setDownloadDirectory(str(self._tray.folder))
        # Under way, Chromium adds `.download` to the name: a browser that dies leaves no half paper in the tray.
        request.setDownloadFileName(self._tray.free_name(request.suggestedFileName()))
        request.receivedBytesChanged.connect(lambda: self._watch_size(request))
        request.stateChanged.connect(lambda state: self._note_state(request, state))
        request.accept()

    def _watch_size(self, request: QWebEngineDownloadRequest) -> None:
        """A site may announce no size, or a false one."""
        refusal = self._tray.refusal(request.receivedBytes())
        if refusal is not None and request.state() == _State.DownloadInProgress:
            self._refuse(request, refusal)

    def _refuse(self, request: QWebEngineDownloadRequest, refusal: Refusal) -> None:
        request.cancel()
        self._path(request).unlink(missing_ok=True)
        self._tray.refuse(refusal)

    def _note_state(self, request: QWebEngineDownloadRequest, state: QWebEngineDownloadRequest.DownloadState) -> None:
        if state != _State.DownloadCompleted:
            return
        arrived = self._path(request)
        refusal = self._tray.refusal(arrived.stat().st_size)
        if refusal is not None:
            self._refuse(request, refusal)
        else:
            self._tray.keep(arrived)

    @staticmethod
    def _path(request: QWebEngineDownloadRequest) -> Path:
        return Path(request.downloadDirectory()) / request.downloadFileName()
