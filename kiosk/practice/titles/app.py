"""The titles agency's site: one page that holds every screen, and the small interface that its script calls.

Turns web requests into the rules of `prerequest` and `photo`, and keeps one person's answers in memory.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from aiohttp import web

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.pages import add_static, page, pdf
from kiosk.practice.person import TRAINING
from kiosk.practice.titles import prerequest
from kiosk.practice.titles.photo import LIMIT, Photo, PhotoRefusedError, accept

_LONGEST = 80
# Far above the limit, so that a phone's photo is refused with a sentence and not by a broken connection.
_MOST_READ = 30 * 1024 * 1024
_SCREENS = ("", "pre-demande", "pre-demande/{page}", "suivi")


@dataclass(frozen=True)
class _Sent:
    rows: tuple[tuple[str, str], ...]
    day: date


class TitlesAgency:
    """`redesigned`: the identity comes before the document, in another look."""

    def __init__(self, today: Callable[[], date], *, redesigned: bool) -> None:
        self._template = "titres/v2/index.html" if redesigned else "titres/index.html"
        self._order = ("identite", "titre") if redesigned else ("titre", "identite")
        self._today = today
        self._answers: dict[str, str] = {}
        self._photo: Photo | None = None
        self._sent: dict[str, _Sent] = {}

    def routes(self) -> list[web.RouteDef]:
        screens = [web.get(f"/{path}", self._shell) for path in _SCREENS]
        return [
            *screens,
            web.get("/api/pre-demande", self._draft),
            web.put("/api/pre-demande/{page}", self._save),
            web.put("/api/photo", self._receive_photo),
            web.get("/api/photo", self._show_photo),
            web.post("/api/pre-demande", self._send),
            web.get("/api/suivi/{number}", self._follow),
            web.get("/recapitulatif/{number}.pdf", self._summary),
        ]

    async def _shell(self, _request: web.Request) -> web.StreamResponse:
        return page(
            self._template,
            training=TRAINING,
            order=" ".join((*self._order, "photo", "recapitulatif")),
            limit=LIMIT // 1024,
            documents=prerequest.DOCUMENTS.items(),
            reasons=prerequest.REASONS.items(),
        )

    async def _draft(self, _request: web.Request) -> web.StreamResponse:
        """The answers so far, and the first screen that is not finished: a reload goes on where it stood."""
        unfinished = self._unfinished()
        rows = prerequest.recap(self._answers) if unfinished == "recapitulatif" else ()
        return web.json_response(
            {"reponses": self._answers, "photo": self._photo is not None, "suite": unfinished, "lignes": rows}
        )

    def _unfinished(self) -> str:
        for name in self._order:
            if prerequest.check(name, self._answers, self._today()):
                return name
        return "recapitulatif" if self._photo else "photo"

    async def _save(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["page"]
        if name not in prerequest.FIELDS:
            raise web.HTTPNotFound
        typed: Any = await request.json()
        if not isinstance(typed, dict):
            raise web.HTTPBadRequest
        for field in prerequest.FIELDS[name]:
            self._answers[field] = str(typed.get(field, ""))[:_LONGEST]
        errors = prerequest.check(name, self._answers, self._today())
        return web.json_response({"erreurs": errors}, status=422 if errors else 200)

    async def _receive_photo(self, request: web.Request) -> web.StreamResponse:
        kept = bytearray()
        size = 0
        async for piece in request.content.iter_any():
            size += len(piece)
            kept += piece[: max(0, LIMIT - len(kept))]
            if size > _MOST_READ:
                raise web.HTTPRequestEntityTooLarge(max_size=_MOST_READ, actual_size=size)
        try:
            self._photo = accept(bytes(kept), size)
        except PhotoRefusedError as refusal:
            return web.json_response({"erreurs": {"photo": str(refusal)}}, status=422)
        return web.json_response({"erreurs": {}})

    async def _show_photo(self, _request: web.Request) -> web.StreamResponse:
        if self._photo is None:
            raise web.HTTPNotFound
        return web.Response(body=self._photo.content, content_type=self._photo.kind)

    async def _send(self, _request: web.Request) -> web.StreamResponse:
        unfinished = self._unfinished()
        if unfinished != "recapitulatif":
            return web.json_response({"suite": unfinished}, status=409)
        number = f"TE-{secrets.randbelow(900) + 100}-{secrets.randbelow(900) + 100}"
        self._sent[number] = _Sent(prerequest.recap(self._answers), self._today())
        self._answers.clear()
        self._photo = None
        return web.json_response({"numero": number, "jour": in_full(self._today())})

    async def _follow(self, request: web.Request) -> web.StreamResponse:
        days = {number: sent.day for number, sent in self._sent.items()}
        found = prerequest.progress(request.match_info["number"], days, self._today())
        if found is None:
            words = "Ce numéro n'est pas connu. Vérifiez chaque lettre et chaque chiffre."
            return web.json_response({"erreurs": {"numero": words}}, status=404)
        return web.json_response(asdict(found))

    async def _summary(self, request: web.Request) -> web.StreamResponse:
        number = request.match_info["number"]
        sent = self._sent.get(number)
        if sent is None:
            raise web.HTTPNotFound
        return pdf(papers.prerequest_summary(number, sent.rows, sent.day), f"pre-demande-{number}.pdf")


def titles_app(today: Callable[[], date], *, redesigned: bool) -> web.Application:
    app = web.Application()
    app.router.add_routes(TitlesAgency(today, redesigned=redesigned).routes())
    add_static(app, "commun", "titres")
    return app
