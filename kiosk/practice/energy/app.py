"""The energy service's site: one page that holds every screen, and the small, slow interface that its script calls.

Turns web requests into the rules of `words` and `places`, and keeps one person's answers in memory.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from aiohttp import web

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.energy import places, words
from kiosk.practice.pages import add_static, page, pdf
from kiosk.practice.questions import Errors, Rows, Sheet

SLOWEST_ANSWER = 1.0
"""Seconds that a search takes at most at the usual pace; the quickest takes a third of it."""

_HOUSE = papers.House("Énergie d'exercice", (0.58, 0.25, 0.05))
_LONGEST = 2000
_SCREENS = ("", "{a}", "{a}/{b}", "{a}/{b}/{c}")


@dataclass
class _Request:
    """One of the two requests: its pages, what was answered so far, what was sent."""

    prefix: str
    paper_title: str
    paper_name: str
    sheets: tuple[Sheet, ...]
    answers: dict[str, str] = field(default_factory=dict)
    bill: str = ""
    sent: tuple[str, date, Rows] | None = None

    def errors(self, sheet: Sheet, today: date) -> Errors:
        errors = sheet.errors(self.answers, today)
        asked = {question.name for question in sheet.questions}
        if "adresse" in asked - errors.keys() and not places.is_known(self.answers["adresse"]):
            errors["adresse"] = "Cette adresse n'est pas dans la liste. Choisissez une adresse de la liste."
        return errors


class EnergyService:
    def __init__(self, today: Callable[[], date], pace: float, redesigned: bool) -> None:
        self._today = today
        self._pace = pace
        self._folder = "energie/v2" if redesigned else "energie"
        cheque, contest = words.cheque(redesigned), words.contest(redesigned)
        self._requests = {
            "cheque": _Request("CE", "Attestation de demande de chèque énergie", "attestation-cheque-energie", cheque),
            "reclamation": _Request("RF", "Attestation de contestation de facture", "attestation-facture", contest),
        }

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/api/adresses", self._look_up),
            web.get("/api/factures", self._bills),
            web.get("/api/factures/{number}", self._bill),
            web.get("/api/{request}", self._draft),
            web.put("/api/{request}/{page}", self._save),
            web.post("/api/{request}", self._send),
            web.get("/papier/{request}.pdf", self._paper),
            *(web.get(f"/{path}", self._shell) for path in _SCREENS),
        ]

    async def _shell(self, _request: web.Request) -> web.StreamResponse:
        forms = {name: request.sheets for name, request in self._requests.items()}
        return page(f"{self._folder}/index.html", forms=forms, training=words, today=self._today())

    async def _look_up(self, request: web.Request) -> web.StreamResponse:
        await self._slowly(secrets.choice((1.0, 0.7, 0.5, 0.35)))
        return web.json_response(places.suggestions(request.query.get("q", "")[:80]))

    async def _bills(self, _request: web.Request) -> web.StreamResponse:
        await self._slowly(0.5)
        return web.json_response([asdict(bill) for bill in words.bills(self._today())])

    async def _bill(self, request: web.Request) -> web.StreamResponse:
        """One bill; whoever looks at it may contest it."""
        number = request.match_info["number"]
        found = next((bill for bill in words.bills(self._today()) if bill.number == number), None)
        if found is None:
            raise web.HTTPNotFound
        self._requests["reclamation"].bill = found.month
        return web.json_response({"lignes": found.rows, "mois": found.month})

    async def _draft(self, request: web.Request) -> web.StreamResponse:
        """The answers so far, the first page that is not finished, and the recap."""
        asked = self._asked(request)
        unfinished = next((sheet.name for sheet in asked.sheets if asked.errors(sheet, self._today())), "")
        return web.json_response({"reponses": asked.answers, "suite": unfinished, "lignes": self._rows(asked)})

    async def _save(self, request: web.Request) -> web.StreamResponse:
        asked = self._asked(request)
        sheet = next((sheet for sheet in asked.sheets if sheet.name == request.match_info["page"]), None)
        typed: Any = await request.json()
        if sheet is None:
            raise web.HTTPNotFound
        if not isinstance(typed, dict):
            raise web.HTTPBadRequest
        for question in sheet.questions:
            asked.answers[question.name] = str(typed.get(question.name, ""))[:_LONGEST]
        await self._slowly(0.3)
        errors = asked.errors(sheet, self._today())
        return web.json_response({"erreurs": errors}, status=422 if errors else 200)

    async def _send(self, request: web.Request) -> web.StreamResponse:
        asked, today = self._asked(request), self._today()
        unfinished = next((sheet.name for sheet in asked.sheets if asked.errors(sheet, today)), "")
        if unfinished:
            return web.json_response({"suite": unfinished}, status=409)
        number = f"{asked.prefix}-{secrets.randbelow(900) + 100}-{secrets.randbelow(900) + 100}"
        asked.sent = (number, today, self._rows(asked))
        asked.answers.clear()
        return web.json_response({"numero": number, "jour": in_full(today)})

    async def _paper(self, request: web.Request) -> web.StreamResponse:
        asked = self._asked(request)
        if asked.sent is None:
            raise web.HTTPNotFound
        number, day, rows = asked.sent
        head = (("Numéro de la demande", number), ("Envoyée le", in_full(day)))
        sentence = "Votre demande est bien arrivée. Gardez ce papier."
        content = papers.paper(_HOUSE, asked.paper_title, sentence, [*head, *rows], day)
        return pdf(content, f"{asked.paper_name}-{number}.pdf")

    def _asked(self, request: web.Request) -> _Request:
        found = self._requests.get(request.match_info["request"])
        if found is None:
            raise web.HTTPNotFound
        return found

    def _rows(self, asked: _Request) -> Rows:
        bill = (("Facture", asked.bill),) if asked.bill else ()
        return (*bill, *(row for sheet in asked.sheets for row in sheet.rows(asked.answers)))

    async def _slowly(self, part: float) -> None:
        if self._pace:
            await asyncio.sleep(SLOWEST_ANSWER * part * self._pace)


def energy_app(today: Callable[[], date], pace: float, redesigned: bool = False) -> web.Application:
    app = web.Application()
    add_static(app, "commun", "energie")
    app.router.add_routes(EnergyService(today, pace, redesigned).routes())
    return app
