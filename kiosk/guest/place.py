"""Where the person was, so that a browser that died can take them back there: the page's address, the cookies, and
how they want to read.

Chromium writes cookies only every half minute, and session cookies never: they are mirrored here from the cookie
store's own signals, into one file on the sandbox's memory file system, which dies with the session.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtNetwork import QNetworkCookie
from PySide6.QtWebEngineCore import QWebEngineCookieStore

from kiosk.session.messages import Appearance

WRITE_AFTER_MS = 100
RESTORED_WITHIN_MS = 600
MOST_COOKIES = 500


class Place(QObject):
    def __init__(self, home: Path, store: QWebEngineCookieStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = _file(home)
        self._store = store
        self._cookies: dict[tuple[str, str, str], str] = {}
        self._address = ""
        self._appearance = Appearance()
        self._awaited = 0
        self._when_restored: Callable[[], None] | None = None
        self._writing = QTimer(self, singleShot=True, interval=WRITE_AFTER_MS)
        self._writing.timeout.connect(self._write)
        self._giving_up = QTimer(self, singleShot=True, interval=RESTORED_WITHIN_MS)
        self._giving_up.timeout.connect(self._restored)
        store.cookieAdded.connect(self._note_added)
        store.cookieRemoved.connect(self._note_removed)

    def note_address(self, url: QUrl) -> None:
        if url.scheme() == "https":
            self._address = url.toString()
            self._write_soon()

    def note_appearance(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._write_soon()

    def restore(self, then: Callable[[str], None]) -> bool:
        """Put the cookies of a dead browser back, then call `then` with the last address. False when nobody was
        anywhere before: a first start."""
        try:
            saved = json.loads(self._file.read_text(encoding="utf-8"))
            address, cookies = str(saved["address"]), [str(line) for line in saved["cookies"]]
        except (OSError, ValueError, KeyError, TypeError):
            return False
        if not address:
            return False
        # Should this browser die too before it gets there.
        self._address = address
        self._when_restored = lambda: then(address)
        self._awaited = sum(self._set(line) for line in cookies)
        # The store answers one by one; one cookie that it refuses must not keep the person waiting.
        self._giving_up.start(RESTORED_WITHIN_MS if self._awaited else 0)
        return True

    def keep(self) -> None:
        """At once: this browser is about to end."""
        if self._writing.isActive():
            self._writing.stop()
            self._write()

    def _set(self, line: str) -> int:
        host, _, raw = line.partition(" ")
        parsed = QNetworkCookie.parseCookies(raw.encode())
        for cookie in parsed:
            self._store.setCookie(cookie, QUrl(f"https://{host}/"))
        return len(parsed)

    def _restored(self) -> None:
        then, self._when_restored = self._when_restored, None
        if then is not None:
            then()

    def _note_added(self, cookie: QNetworkCookie) -> None:
        if len(self._cookies) < MOST_COOKIES:
            self._cookies[_key(cookie)] = _line(cookie)
            self._write_soon()
        if self._when_restored is not None:
            self._awaited -= 1
            if self._awaited <= 0:
                self._giving_up.start(0)

    def _note_removed(self, cookie: QNetworkCookie) -> None:
        self._cookies.pop(_key(cookie), None)
        self._write_soon()

    def _write_soon(self) -> None:
        # A page that sets cookies without end must not put it off.
        if not self._writing.isActive():
            self._writing.start()

    def _write(self) -> None:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = self._file.with_suffix(".new")
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            wanted = msgspec.to_builtins(self._appearance)
            json.dump({"address": self._address, "cookies": list(self._cookies.values()), "appearance": wanted}, out)
        new.replace(self._file)


def last_appearance(home: Path) -> Appearance:
    """How the person wanted to read; how the post is read by default, on a first start."""
    try:
        saved = json.loads(_file(home).read_text(encoding="utf-8"))
        return msgspec.convert(saved["appearance"], Appearance)
    except (OSError, ValueError, KeyError, TypeError):
        return Appearance()


def _file(home: Path) -> Path:
    return home / ".session" / "place.json"


def _key(cookie: QNetworkCookie) -> tuple[str, str, str]:
    return cookie.domain(), cookie.path(), bytes(cookie.name().data()).decode(errors="replace")


def _line(cookie: QNetworkCookie) -> str:
    """`host raw-cookie`. Without a leading dot the cookie belongs to its host alone, and must not name a domain."""
    host = cookie.domain()
    copy = QNetworkCookie(cookie)
    if not host.startswith("."):
        copy.setDomain("")
    return f"{host.lstrip('.')} {bytes(copy.toRawForm().data()).decode(errors='replace')}"
