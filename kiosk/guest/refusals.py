"""Asks the proxy why it closed a tunnel: Chromium sees the same error for a refused site and for a dead one."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QUrl, QUrlQuery, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

STATUS_ADDRESS = "http://kiosk.invalid/last"
ANSWER_WITHIN_MS = 2000


class Refusals(QObject):
    """`known` carries "refused" or "unreachable"."""

    known = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._network: QNetworkAccessManager | None = None

    def ask(self, host: str) -> None:
        if self._network is None:
            self._network = QNetworkAccessManager(self)
        url = QUrl(STATUS_ADDRESS)
        query = QUrlQuery()
        query.addQueryItem("host", host)
        url.setQuery(query)
        request = QNetworkRequest(url)
        request.setTransferTimeout(ANSWER_WITHIN_MS)
        reply = self._network.get(request)
        reply.finished.connect(lambda: self._read(reply))

    def _read(self, reply: QNetworkReply) -> None:
        try:
            answer = json.loads(bytes(reply.readAll().data()))
        except ValueError:
            answer = {}
        reply.deleteLater()
        refused = isinstance(answer, dict) and answer.get("reason") == "refused"
        self.known.emit("refused" if refused else "unreachable")
