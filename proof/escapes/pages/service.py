"""The hostile web: one handler for all its names, played behind the session's proxy by the proof's composition alone.

It tells the runner what pages say, and every question to a host that the procedure does not allow.
"""

from __future__ import annotations

import asyncio
import html
import json
from pathlib import Path

from aiohttp import BasicAuth, WSMsgType, web
from aiohttp.typedefs import Handler

from kiosk.gateway import Others
from kiosk.practice.certificate import Authority
from proof.escapes import telling
from proof.escapes.pages import wish
from proof.escapes.pages.hosts import ALLOWED, CERTIFIED, SUFFIXES
from proof.escapes.pages.script import Script, script_of

WEB = Path(__file__).parent / "web"
_PAGE = """<!doctype html><html lang=fr><meta charset=utf-8><title>{title}</title>{head}
<style>html,body{{margin:0;height:100%;font:24px sans-serif}}main{{padding:40px}}</style>
<body><main>{title}</main>
<script src="https://piege.exercice/socle.js" data-id="{name}" data-turn="{turn}"></script>
<script>arrived(async (event) => {{ {script} }}, "{by}");</script></body></html>"""
_WAITS = Script("Une page hostile attend.", "")
_STALLED = 600.0
_EMPTY = BasicAuth("", "").encode()


class HostileWeb(Others):
    hosts = CERTIFIED

    async def serve(self, folder: Path, authority: Authority) -> dict[str, Path]:
        app = web.Application(client_max_size=64 << 20)
        _Service().add_to(app)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        socket = folder / "hostile"
        await web.UnixSite(runner, str(socket), ssl_context=authority.server_context()).start()
        return dict.fromkeys(SUFFIXES, socket)


class _Service:
    """`_shown`: turns that had their page already. A page that is loaded again waits instead: it was tried."""

    def __init__(self) -> None:
        self._shown: set[int] = set()
        self._first = wish.read().turn

    def add_to(self, app: web.Application) -> None:
        add = app.router.add_route
        add("GET", "/", self._waiting)
        add("GET", "/kid", self._waiting)
        add("GET", "/p/{name}", self._page)
        add("GET", "/wanted", self._wanted)
        add("POST", "/tell", self._tell)
        add("GET", "/{file:(?:socle|ouvrier|fil)\\.js}", _file)
        add("GET", "/r/{status:30[12378]}", _redirect)
        add("*", "/auth", _password)
        add("GET", "/d/{name:.*}", _download)
        add("GET", "/endless", _endless)
        add("GET", "/never", _never)
        add("GET", "/ws", _talk)
        add("GET", "/words", _words)
        add("*", "/{path:.*}", _anything)
        app.middlewares.append(_outside)

    async def _waiting(self, _request: web.Request) -> web.Response:
        return _shown(_WAITS, wish.WAITING, wish.read().turn)

    async def _wanted(self, _request: web.Request) -> web.Response:
        now = wish.read()
        return web.json_response({"name": now.name, "turn": now.turn}, headers=_open_to_all())

    async def _page(self, request: web.Request) -> web.Response:
        name, now = request.match_info["name"], wish.read()
        script = script_of(name)
        if script is None:
            raise web.HTTPNotFound
        wanted = request.query.get("turn") == str(now.turn) and name == now.name
        if not (wanted and now.turn not in self._shown) and "kid" not in request.query:
            return _shown(_WAITS, wish.WAITING, now.turn)
        if "kid" not in request.query:
            self._shown.add(now.turn)
        return _shown(script, name, now.turn)

    async def _tell(self, request: web.Request) -> web.Response:
        try:
            said = json.loads(await request.text())
            kind, technique = str(said["kind"])[:20], str(said["technique"])[:60]
            telling.tell(kind, technique=technique, turn=int(said["turn"]), how=str(said.get("how", ""))[:300])
        except (ValueError, KeyError, TypeError):
            raise web.HTTPBadRequest from None
        return web.Response(status=204, headers=_open_to_all())


@web.middleware
async def _outside(request: web.Request, handler: Handler) -> web.StreamResponse:
    host = request.host.rpartition(":")[0] or request.host
    if host.rstrip(".").lower() not in ALLOWED:
        now = wish.read()
        telling.tell("won", technique=now.name, turn=now.turn, how=f"asked {host} for {request.path[:40]}")
    return await handler(request)


def _open_to_all() -> dict[str, str]:
    return {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store"}


def _shown(script: Script, name: str, turn: int) -> web.Response:
    text = _PAGE.format(
        title=html.escape(script.title),
        head=script.head,
        name=html.escape(name),
        turn=turn,
        script=script.js,
        by=script.by,
    )
    headers = {"Cache-Control": "no-store", **script.headers}
    return web.Response(text=text, content_type="text/html", charset="utf-8", headers=headers)


async def _file(request: web.Request) -> web.Response:
    body = (WEB / request.match_info["file"]).read_text(encoding="utf-8")
    return web.Response(text=body, content_type="text/javascript", headers=_open_to_all())


async def _redirect(request: web.Request) -> web.Response:
    """To whatever address is asked for, as careless sites do."""
    status = int(request.match_info["status"])
    return web.Response(status=status, headers={"Location": request.query["to"], **_open_to_all()})


async def _password(request: web.Request) -> web.Response:
    given = request.headers.get("Authorization", "")
    if given and given != _EMPTY:
        now = wish.read()
        telling.tell("won", technique=now.name, turn=now.turn, how="the browser gave a password")
    return web.Response(status=401, headers={"WWW-Authenticate": 'Basic realm="Mot de passe du poste"'})


async def _download(request: web.Request) -> web.Response:
    size = min(int(request.query.get("bytes", 20)), 64 << 20)
    kind = request.query.get("type", "application/octet-stream")
    named = request.query.get("as", request.match_info["name"])
    headers = {"Content-Type": kind, "Cache-Control": "no-store"}
    if "inline" not in request.query:
        headers["Content-Disposition"] = f'attachment; filename="{named}"'
    return web.Response(body=request.query.get("body", "x" * size).encode(), headers=headers)


async def _endless(request: web.Request) -> web.StreamResponse:
    """A file of no announced size that does not end."""
    answer = web.StreamResponse(headers={"Content-Disposition": 'attachment; filename="sans-fin.bin"'})
    await answer.prepare(request)
    for _ in range(2000):
        await answer.write(bytes(1 << 18))
    return answer


async def _never(request: web.Request) -> web.StreamResponse:
    """An answer that does not come."""
    del request
    await asyncio.sleep(_STALLED)
    return web.Response()


async def _talk(request: web.Request) -> web.WebSocketResponse:
    line = web.WebSocketResponse()
    await line.prepare(request)
    async for message in line:
        if message.type is WSMsgType.TEXT:
            await line.send_str(message.data)
    return line


async def _words(request: web.Request) -> web.Response:
    """A page, style sheet or script of the caller's own making."""
    kind = request.query.get("type", "text/html")
    headers = {**_open_to_all(), **({"Refresh": request.query["refresh"]} if "refresh" in request.query else {})}
    if "kept" in request.query:
        headers["Cache-Control"] = "max-age=100000"
    if "handled" in request.query:
        now = wish.read()
        telling.tell("won", technique=now.name, turn=now.turn, how="a page was handed the address of a program")
    return web.Response(text=request.query.get("body", ""), content_type=kind, charset="utf-8", headers=headers)


async def _anything(_request: web.Request) -> web.Response:
    return web.Response(text="ici", headers=_open_to_all())
