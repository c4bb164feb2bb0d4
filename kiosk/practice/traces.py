"""`traces.exercice`: a page that puts a word of its own in every place that a browser has, and shows which are there.

For the proof that a session leaves nothing (`./dev prove wipe`). No procedure of the post leads here. Unlike the trial
page it keeps a different word in each place, so that what is found later says where it came from. What it is sent lives
with the person's own server, in memory, and ends with it.
"""

from __future__ import annotations

import gzip
import re

from aiohttp import WSMsgType, web

from kiosk.practice.pages import ASSETS, add_static, page, pdf
from kiosk.practice.pdf import Page

NAMES: tuple[str, ...] = (
    # The browser's stores.
    *("local-storage", "session-storage", "indexed-db", "indexed-db-bytes", "indexed-db-blob", "indexed-db-gzip"),
    *("indexed-db-name", "cache-storage", "cache-name", "opfs-content", "opfs-name"),
    *("storage-bucket", "cookie-of-year", "cookie-of-visit", "cookie-name", "cookie-unreadable"),
    *("cookie-unreadable-of-visit", "worker", "shared-worker", "service-worker", "service-worker-memory"),
    "broadcast-channel",
    # What goes over the network.
    *("http-cache", "http-cache-gzip", "http-redirect", "http-etag", "http-realm", "error-address", "refused-host"),
    *("web-socket", "event-source", "beacon", "form-posted", "form-file"),
    # The page itself.
    *("history-state", "address-query", "address-fragment", "frame-address", "title", "window-name", "hidden-field"),
    *("blob-address", "console", "script-error", "notification-refused", "media-title", "lock-name"),
    *("performance-mark", "web-rtc", "screen-pixels"),
    # By a person's hand.
    *("form-text", "password", "form-search", "taken-back", "form-long", "form-free", "selection", "clipboard"),
    *("clipboard-html", "drag", "upload", "alert", "prompt-answer", "paper-content", "paper-name"),
)
"""The places, in the order of the band's cells."""

_A_YEAR = 365 * 24 * 3600
_WORD = re.compile(r"[a-z0-9]{1,64}")
_KEPT = web.AppKey("kept", dict[str, str])
_FOR_A_YEAR = {"Cache-Control": f"private, max-age={_A_YEAR}"}


def _word(untrusted: str | None) -> str:
    if untrusted is None or not _WORD.fullmatch(untrusted):
        raise web.HTTPBadRequest
    return untrusted


def _of_header(request: web.Request) -> str:
    return _word(request.headers.get("Mot"))


async def _screen(_request: web.Request) -> web.Response:
    return page("traces/traces.html", names=NAMES)


async def _empty(_request: web.Request) -> web.Response:
    return web.Response(text="<!doctype html><title>Vide</title>", content_type="text/html")


async def _worker(_request: web.Request) -> web.FileResponse:
    # At the root: a service worker only rules over the folder that it came from.
    return web.FileResponse(ASSETS / "traces" / "static" / "ouvrier.js")


# --- what the browser keeps of an answer ----------------------------------------------------------------------------


async def _cookie(request: web.Request) -> web.Response:
    answer = web.Response(status=204)
    kind = request.query.get("genre")
    age = _A_YEAR if kind == "durable" else None
    answer.set_cookie(
        f"__Host-{_kind(kind)}",
        _of_header(request),
        max_age=age,
        path="/",
        secure=True,
        httponly=True,
        samesite="Strict",
    )
    return answer


async def _found_cookie(request: web.Request) -> web.Response:
    return web.Response(text=request.cookies.get(f"__Host-{_kind(request.query.get('genre'))}", ""))


def _kind(untrusted: str | None) -> str:
    if untrusted not in ("durable", "visite"):
        raise web.HTTPBadRequest
    return untrusted


async def _reserve(request: web.Request) -> web.Response:
    return web.Response(text=_of_header(request), headers=_FOR_A_YEAR)


async def _packed_reserve(request: web.Request) -> web.Response:
    """The browser keeps it as it came: no word of it can be read on its disk."""
    body = gzip.compress(f"{_of_header(request)} serré".encode() * 3)
    return web.Response(body=body, headers={**_FOR_A_YEAR, "Content-Encoding": "gzip", "Content-Type": "text/plain"})


async def _elsewhere(request: web.Request) -> web.Response:
    to = f"/arrivee?mot={_of_header(request)}"
    return web.Response(status=301, headers={**_FOR_A_YEAR, "Location": to})


async def _arrival(request: web.Request) -> web.Response:
    return web.Response(text=_word(request.query.get("mot")), headers=_FOR_A_YEAR)


async def _tag(request: web.Request) -> web.Response:
    """A mark on an answer, which the browser shows again by itself: sites know people by it without any cookie."""
    shown = request.headers.get("If-None-Match")
    word = _word(shown.strip('"')) if shown else _of_header(request)
    return web.Response(text=word, headers={"Cache-Control": "private, no-cache", "ETag": f'"{word}"'})


async def _closed(request: web.Request) -> web.Response:
    return web.Response(status=401, headers={"WWW-Authenticate": f'Basic realm="{_of_header(request)}"'})


# --- what the server keeps ------------------------------------------------------------------------------------------


async def _keep(request: web.Request) -> web.Response:
    text = ""
    for name, value in (await request.post()).items():
        text = value.filename if isinstance(value, web.FileField) else str(value)
        request.app[_KEPT][name] = text
    return web.Response(text=text)


async def _find(request: web.Request) -> web.Response:
    return web.Response(text=request.app[_KEPT].get(request.query.get("nom", ""), ""))


async def _socket(request: web.Request) -> web.WebSocketResponse:
    answer = web.WebSocketResponse(max_msg_size=1024)
    await answer.prepare(request)
    async for message in answer:
        if message.type == WSMsgType.TEXT:
            await answer.send_str(message.data)
    return answer


async def _stream(request: web.Request) -> web.StreamResponse:
    word = _word(request.query.get("mot"))
    answer = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await answer.prepare(request)
    await answer.write(f"id: {word}\ndata: {word}\nretry: 86400000\n\n".encode())
    return answer


async def _paper(request: web.Request) -> web.Response:
    sheet = Page("Papier des traces (exercice)")
    sheet.text(56, 120, _word(request.query.get("mot")), size=20)
    sheet.text(56, 780, "DOCUMENT D'ENTRAÎNEMENT - SANS VALEUR", size=12, bold=True)
    return pdf(sheet.to_bytes(), f"{_word(request.query.get('nom'))}.pdf")


def traces_app() -> web.Application:
    app = web.Application()
    app[_KEPT] = {}
    app.router.add_get("/", _screen)
    app.router.add_get("/vide", _empty)
    app.router.add_get("/ouvrier.js", _worker)
    app.router.add_put("/temoin", _cookie)
    app.router.add_get("/temoin", _found_cookie)
    app.router.add_get("/reserve", _reserve)
    app.router.add_get("/reserve-serree", _packed_reserve)
    app.router.add_get("/ailleurs", _elsewhere)
    app.router.add_get("/arrivee", _arrival)
    app.router.add_get("/etiquette", _tag)
    app.router.add_get("/ferme", _closed)
    app.router.add_post("/envoi", _keep)
    app.router.add_get("/envoi", _find)
    app.router.add_get("/fil", _socket)
    app.router.add_get("/flux", _stream)
    app.router.add_get("/papier", _paper)
    add_static(app, "traces")
    return app
