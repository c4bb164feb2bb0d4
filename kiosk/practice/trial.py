"""`essai.exercice`: a page that keeps a word everywhere a site can keep one, and says where it finds it again.

For whoever wants to see with their own eyes that a session leaves nothing: type a word, finish, come back. The places
are the browser's (see `assets/practice/essai`); the server itself remembers nothing.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from aiohttp import web

from kiosk.practice.pages import ASSETS, add_static, page, pdf
from kiosk.practice.pdf import Page

LONGEST = 80
_A_YEAR = 365 * 24 * 3600
_WORD_HEADER = "Mot"  # percent-encoded: a header holds no accent


def _word(untrusted: str) -> str:
    word = unquote(untrusted).strip()
    if not word or len(word) > LONGEST or not word.isprintable():
        raise web.HTTPBadRequest
    return word


async def _screen(_request: web.Request) -> web.Response:
    return page("essai/essai.html", longest=LONGEST)


async def _worker(_request: web.Request) -> web.FileResponse:
    # At the root: a service worker only rules over the folder that it came from.
    return web.FileResponse(ASSETS / "essai" / "ouvrier.js")


async def _cookies(request: web.Request) -> web.Response:
    """Two cookies that scripts cannot touch, as log-in cookies are: one for a year, one for the visit."""
    word = quote(_word(request.headers.get(_WORD_HEADER, "")))
    answer = web.Response(status=204)
    for name, age in (("__Host-essai-durable", _A_YEAR), ("__Host-essai-visite", None)):
        answer.set_cookie(name, word, max_age=age, path="/", secure=True, httponly=True, samesite="Strict")
    return answer


async def _found_cookies(request: web.Request) -> web.Response:
    return web.json_response(
        [unquote(request.cookies.get(f"__Host-essai-{kind}", "")) for kind in ("durable", "visite")]
    )


async def _cached(request: web.Request) -> web.Response:
    """The only answer of all the practice sites that the browser may keep in its own cache."""
    word = _word(request.headers.get(_WORD_HEADER, ""))
    return web.Response(text=word, headers={"Cache-Control": f"private, max-age={_A_YEAR}"})


async def _paper(request: web.Request) -> web.Response:
    word = _word(request.query.get("mot", ""))
    sheet = Page(f"{word} - papier d'essai (exercice)")
    sheet.text(56, 120, "Votre mot :", size=20)
    sheet.text(56, 170, word, size=28, bold=True)
    sheet.text(56, 780, "DOCUMENT D'ENTRAÎNEMENT - SANS VALEUR", size=12, bold=True)
    # In its name too: names travel farther than contents.
    named = re.sub(r"\W+", "-", word).strip("-")
    return pdf(sheet.to_bytes(), f"papier-d-essai-{named}.pdf")


def trial_app() -> web.Application:
    app = web.Application()
    app.router.add_get("/", _screen)
    app.router.add_get("/ouvrier.js", _worker)
    app.router.add_put("/temoins", _cookies)
    app.router.add_get("/temoins", _found_cookies)
    app.router.add_get("/reserve", _cached)
    app.router.add_get("/papier", _paper)
    add_static(app, "commun", "essai")
    return app
