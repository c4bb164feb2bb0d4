"""A guest that is misled or stopped by what its page says, on purpose."""

from __future__ import annotations

import time
from collections import deque
from typing import Any

from proof.escapes.pages.weak_base import browser_page, flags, settings
from proof.escapes.pages.weak_doors import grants


def waits_for_its_page() -> None:
    """A guest that asks its page how it is, and does nothing else until it hears: nor when that page has died."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from kiosk.guest.guest import Guest  # noqa: PLC0415

    browser_page().Page._note_crash = lambda *_: time.sleep(3600)  # noqa: SLF001
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


_TOO_MANY, _AT_ONCE = 120, 5.0


def works_through_every_word() -> None:
    page = browser_page()
    began, said = page.Page.__init__, page.Page.javaScriptConsoleMessage

    words: deque[float] = deque(maxlen=_TOO_MANY)

    def work(*_: object) -> None:
        words.append(time.monotonic())
        if len(words) == _TOO_MANY and words[-1] - words[0] < _AT_ONCE:
            time.sleep(3600)

    def begin(self: Any, *given: Any) -> None:
        began(self, *given)
        for signal in (self.titleChanged, self.urlChanged, self.loadStarted):
            signal.connect(work)

        def read_the_past(*_: object) -> None:
            for _entry in range(self.history().count()):
                work()

        # Chromium says several addresses in one word, and remembers each of them.
        self.urlChanged.connect(read_the_past)
        self.profile().cookieStore().cookieAdded.connect(work)

    def hear(self: Any, *given: Any) -> None:
        work()
        said(self, *given)

    accepts = page.Page.acceptNavigationRequest

    def accept(self: Any, *given: Any) -> bool:
        work()
        return bool(accepts(self, *given))

    page.Page.__init__ = begin
    page.Page.acceptNavigationRequest = accept
    page.Page.javaScriptConsoleMessage = hear


def calls_directly() -> None:
    from kiosk.guest import chromium  # noqa: PLC0415

    grants()
    settings(WebRTCPublicInterfacesOnly=False)
    shut = "WebRtcHideLocalIpsWithMdns"
    chromium.FLAGS = tuple(f"{one},{shut}" if "disable-features=" in one else one for one in chromium.FLAGS)  # type: ignore[assignment]
    flags(("--force-webrtc",), ("--allow-loopback-in-peer-connection",))


def believes_the_speaker() -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415

    page = browser_page()
    spoke = page.Page.javaScriptAlert
    page.Page.javaScriptAlert = lambda self, _origin, text: spoke(self, QUrl("https://" + text.split()[0]), text)


def reads_markup() -> None:
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415

    from kiosk.guest.overlays import questions  # noqa: PLC0415

    def label(text: str, *_: Any) -> QLabel:
        made = QLabel(text)
        made.setTextFormat(Qt.TextFormat.RichText)
        return made

    questions.Label = label  # type: ignore[assignment, attr-defined]


def opens_the_ring() -> None:
    from kiosk.guest.probe import probe, source  # noqa: PLC0415

    as_it_is = source.probe_source

    def open_source(word: str) -> str:
        return as_it_is(word).replace('mode: "closed"', 'mode: "open"')

    source.probe_source = probe.probe_source = open_source  # type: ignore[attr-defined]


def says_what_was_asked() -> None:
    page = browser_page()
    as_it_is, accepts = page.Page.committed.fget, page.Page.acceptNavigationRequest
    asked: dict[Any, Any] = {}

    def accept(self: Any, url: Any, kind: Any, is_main_frame: bool) -> bool:
        if is_main_frame:
            asked[id(self)] = url
        return bool(accepts(self, url, kind, is_main_frame))

    page.Page.acceptNavigationRequest = accept
    page.Page.committed = property(lambda self: asked.get(id(self)) or as_it_is(self))


def says_what_the_page_says() -> None:
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
