"""What a page keeps by script, in the browser and at its server: planted all at once, confirmed one by one.

The page looks into each place again by the browser's own means; a place that does not give the word back is no kind
that was planted.
"""

from __future__ import annotations

from abc import ABC

from proof.wipe.kind import Kind
from proof.wipe.kinds.pixels import Pixels, drawn_by
from proof.wipe.kinds.traces_page import page_of
from proof.wipe.session import Session


class KeptByPage(Kind, ABC):
    def plant(self, session: Session) -> None:
        page_of(session)

    def seen(self, session: Session) -> bool:
        return page_of(session).keeps(self.name)


def _kept(name: str, where: str) -> type[KeptByPage]:
    """A kind that is nothing more than the page's word for it."""
    return type(name.title().replace("-", ""), (KeptByPage,), {"name": name, "where": where, "__module__": __name__})


class ScreenPixels(KeptByPage):
    """A row of pixels that only this session drew: what the screen, its server and the shell's pictures may keep."""

    name = "screen-pixels"
    where = "pixels of the page"

    def plant(self, session: Session) -> None:
        super().plant(session)
        session.seek(self.name, self._pixels(session))

    def seen(self, session: Session) -> bool:
        picture = session.person.look(session.terminal.page).tobytes()
        return super().seen(session) and self._pixels(session).is_in(picture)

    def _pixels(self, session: Session) -> Pixels:
        return drawn_by(session.canary(self.name).core)


class RefusedHost(KeptByPage):
    """The proxy refuses it, and the shell notes the host for the mediator."""

    name = "refused-host"
    where = "host that the proxy refused"
    seconds = 1.5

    def seen(self, session: Session) -> bool:
        return super().seen(session) and session.in_shell_memory(session.canary(self.name))


STORES = tuple(
    _kept(name, where)
    for name, where in (
        ("local-storage", "localStorage"),
        ("session-storage", "sessionStorage"),
        ("indexed-db", "IndexedDB, text"),
        ("indexed-db-bytes", "IndexedDB, bytes"),
        ("indexed-db-blob", "IndexedDB, file"),
        ("indexed-db-gzip", "IndexedDB, gzip stream"),
        ("indexed-db-name", "name of a database"),
        ("cache-storage", "Cache API"),
        ("cache-name", "name of a cache"),
        ("opfs-content", "private file system, content"),
        ("opfs-name", "private file system, name"),
        ("storage-bucket", "storage bucket"),
        ("cookie-of-year", "cookie for a year"),
        ("cookie-of-visit", "cookie of the visit"),
        ("cookie-name", "name of a cookie"),
        ("cookie-unreadable", "HttpOnly cookie for a year"),
        ("cookie-unreadable-of-visit", "HttpOnly cookie of the visit"),
        ("worker", "memory of a worker"),
        ("shared-worker", "memory of a shared worker"),
        ("service-worker", "address of a service worker"),
        ("service-worker-memory", "memory of a service worker"),
        ("broadcast-channel", "BroadcastChannel"),
    )
)

SENT = tuple(
    _kept(name, where)
    for name, where in (
        ("http-cache", "HTTP cache"),
        ("http-cache-gzip", "HTTP cache, gzip stream"),
        ("http-redirect", "redirection kept for a year"),
        ("http-etag", "ETag"),
        ("http-realm", "realm of a log-in box"),
        ("error-address", "address of an error page"),
        ("web-socket", "WebSocket"),
        ("event-source", "EventSource"),
        ("beacon", "beacon to the server"),
        ("form-posted", "form sent"),
        ("form-file", "file of a form, its name"),
    )
)

SHOWN = tuple(
    _kept(name, where)
    for name, where in (
        ("history-state", "history, state"),
        ("address-query", "address, query"),
        ("address-fragment", "address, fragment"),
        ("frame-address", "address of a frame"),
        ("title", "title of the page"),
        ("window-name", "name of the window"),
        ("hidden-field", "hidden field"),
        ("blob-address", "blob: address"),
        ("console", "console of the page"),
        ("script-error", "error of a script"),
        ("notification-refused", "notification refused"),
        ("media-title", "MediaSession"),
        ("lock-name", "name of a lock"),
        ("performance-mark", "performance mark"),
        ("web-rtc", "WebRTC description"),
    )
)

KINDS: tuple[type[Kind], ...] = (*STORES, *SENT, RefusedHost, *SHOWN, ScreenPixels)
