"""What the door answers to each request: the page, hello, a photograph in, a paper out. Everything else is a 404.

A page that is only fetched binds nothing: programs that preview addresses do that. The page's own script says hello,
and the first phone that does has the code for itself.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable, Sequence
from contextlib import closing

from aiohttp import hdrs, web

from kiosk.documents.phone import page, talk
from kiosk.documents.phone.inside import downloads, uploads
from kiosk.documents.phone.inside.rate import Rate
from kiosk.documents.phone.inside.visit import Standing, Visit
from kiosk.documents.trouble import Trouble
from kiosk.sealed import Sealed

COOKIE = "__Host-porte"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src blob:; connect-src 'self'; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "Server": "",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
_WRONG_COST = 20.0


class Answers:
    """`papers`: descriptors of the sealed contents, in the order of `begin.papers`."""

    def __init__(self, visit: Visit, send_photo: Callable[[Sealed], None], papers: Sequence[int]) -> None:
        self._visit = visit
        self._send_photo = send_photo
        self._papers = papers
        self._rate = Rate()
        self._files = page.files(visit.begin.language, visit.begin.token)
        self._one_by_one = asyncio.Lock()

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        now = asyncio.get_running_loop().time()
        address = request.remote or ""
        # The invited phone does not pay for those who share its address.
        ours = self._visit.standing(request.cookies.get(COOKIE, "")) is Standing.OURS
        if not ours and not self._rate.allows(address, now):
            return _closing(_empty(429))
        token, _, rest = request.raw_path.split("?", 1)[0].removeprefix("/").partition("/")
        if not self._visit.fits(token):
            self._rate.charge(address, now, _WRONG_COST)
            return _empty(404)
        return await self._route(request, rest)

    async def _route(self, request: web.BaseRequest, rest: str) -> web.StreamResponse:
        reading = request.method in (hdrs.METH_GET, hdrs.METH_HEAD)
        if reading and (file := self._files.get(rest)):
            return web.Response(body=file.content, headers={**_HEADERS, "Content-Type": file.type})
        if request.method == hdrs.METH_POST and rest == "hello":
            return self._hello(request)
        if refused := self._guarded(request):
            return refused
        return await self._for_its_phone(request, rest)

    async def _for_its_phone(self, request: web.BaseRequest, rest: str) -> web.StreamResponse:
        match request.method, rest.split("/"):
            case hdrs.METH_POST, ["photo"]:
                return await self._photo(request)
            case hdrs.METH_POST, ["done"]:
                return self._done()
            case hdrs.METH_GET, ["state"]:
                return self._state()
            case hdrs.METH_GET, ["paper", number]:
                return await self._paper(request, number)
        return _empty(404)

    def _guarded(self, request: web.BaseRequest) -> web.Response | None:
        """The refusal, unless the request is of the one phone and the code still lives."""
        if self._visit.expired:
            return _closing(_refusal(410, Trouble.CODE_EXPIRED))
        if self._visit.standing(request.cookies.get(COOKIE, "")) is not Standing.OURS:
            return _closing(_refusal(403, Trouble.SECOND_PHONE))
        return None

    def _hello(self, request: web.BaseRequest) -> web.Response:
        if self._visit.expired:
            return _refusal(410, Trouble.CODE_EXPIRED)
        standing = self._visit.standing(request.cookies.get(COOKIE, ""))
        if standing is Standing.SECOND:
            return _refusal(403, self._visit.refuse(Trouble.SECOND_PHONE))
        answer = self._state()
        if standing is Standing.FREE:
            answer.set_cookie(COOKIE, self._visit.bind(), path="/", secure=True, httponly=True, samesite="Strict")
        return answer

    def _state(self) -> web.Response:
        begin = self._visit.begin
        sizes = (os.fstat(one).st_size for one in self._papers)
        papers = [{"title": one.title, "bytes": size} for one, size in zip(begin.papers, sizes, strict=True)]
        return _json(
            200,
            {
                "mode": begin.mode,
                "most_bytes": begin.photo_bytes,
                "most": begin.photos,
                "received": self._visit.received,
                "papers": papers,
                "fetched": sorted(self._visit.fetched),
            },
        )

    async def _photo(self, request: web.BaseRequest) -> web.Response:
        visit = self._visit
        async with self._one_by_one:
            try:
                if visit.received >= visit.begin.photos:
                    raise uploads.RefusedError(Trouble.TOO_MANY_PAGES)
                content = await uploads.receive(request, visit.begin.photo_bytes)
            except uploads.RefusedError as error:
                return _refusal(413 if error.trouble is Trouble.TOO_LARGE else 422, visit.refuse(error.trouble))
            except uploads.CutOffError:
                return _closing(_empty(408))
            with closing(content):
                if visit.expired:
                    return _refusal(410, Trouble.CODE_EXPIRED)
                visit.received += 1
                self._send_photo(content)
        return _json(200, {"received": visit.received})

    async def _paper(self, request: web.BaseRequest, number: str) -> web.StreamResponse:
        if not (number.isascii() and number.isdigit() and len(number) <= 2 and int(number) < len(self._papers)):
            return _empty(404)
        index = int(number)
        name = self._visit.begin.papers[index]
        response, whole = await downloads.send(
            request, self._papers[index], name, _HEADERS, attached="voir" not in request.query
        )
        if whole:
            self._visit.fetch(index)
        return response

    def _done(self) -> web.Response:
        self._visit.say(talk.PhoneFinished())
        return _json(200, {})


def _json(status: int, content: dict[str, object]) -> web.Response:
    body = json.dumps(content).encode()
    return web.Response(status=status, body=body, headers={**_HEADERS, "Content-Type": "application/json"})


def _refusal(status: int, trouble: Trouble) -> web.Response:
    return _json(status, {"trouble": trouble.value})


def _empty(status: int) -> web.Response:
    return web.Response(status=status, headers=_HEADERS)


def _closing(response: web.Response) -> web.Response:
    response.force_close()
    return response
