"""Asks the proxy why a site did not open: Chromium sees the same error for a refused site and for a dead one, and a
captive portal looks to it like a site with a false certificate."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QUrl, QUrlQuery, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from kiosk.guest.page import Trouble

STATUS_ADDRESS = "http://kiosk.invalid/last"
ANSWER_WITHIN_MS = 4000
"""Longer than the proxy takes to find out (`network.portal`)."""


class Refusals(QObject):
    """`known` carries the host that was asked about, and the `Trouble` that it is."""

    known = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._network: QNetworkAccessManager | None = None
        self._asked: set[str] = set()

    @property
    def asking(self) -> bool:
        return bool(self._asked)

    def ask(self, host: str, seen: Trouble) -> None:
        """`seen`: what Chromium says of it. A question that has no answer yet is not asked again."""
        if host in self._asked:
            return
        self._asked.add(host)
        if self._network is None:
            self._network = QNetworkAccessManager(self)
        url = QUrl(STATUS_ADDRESS)
        query = QUrlQuery()
        query.addQueryItem("host", host)
        url.setQuery(query)
        request = QNetworkRequest(url)
        request.setTransferTimeout(ANSWER_WITHIN_MS)
        reply = self._network.get(request)
        reply.finished.connect(lambda: self._read(reply, host, seen))

    def _read(self, reply: QNetworkReply, host: str, seen: Trouble) -> None:
        try:
            answer = json.loads(bytes(reply.readAll().data()))
        except ValueError:
            answer = {}
        reply.deleteLater()
        self._asked.discard(host)
        reason = answer.get("reason") if isinstance(answer, dict) else None
        self.known.emit(host, _trouble(seen, reason))


def _trouble(seen: Trouble, reason: object) -> Trouble:
    match reason:
        case "portal":
            return "portal"
        case "refused" | "offline" if seen == "no-tunnel":
            return "refused" if reason == "refused" else "offline"
        case _:
            return "unreachable" if seen == "no-tunnel" else seen
