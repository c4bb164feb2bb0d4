"""The tax office's site: a private space behind the hops of `key`, the income declaration, and the tax notices.

Turns web requests into the rules of `income`; keeps one person's answers in memory.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import date

from aiohttp import web

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.drafted import DraftedRequest
from kiosk.practice.entry import Entry
from kiosk.practice.headers import KEY_HOST
from kiosk.practice.pages import add_static, page, pdf
from kiosk.practice.papers import House
from kiosk.practice.sheets import Draft, Sent
from kiosk.practice.taxes import income
from kiosk.practice.taxes import person as training
from kiosk.practice.taxes.key import state_in
from kiosk.practice.taxes.vouchers import Vouchers

_HOME = "/mon-espace"
_NOTICES = 3


class TaxOffice(DraftedRequest):
    root = "/declaration"
    template = "declaration.html"
    house = House("Finances d'exercice", (0.29, 0.35, 0.12))

    def __init__(self, taken: Vouchers, today: Callable[[], date], *, redesigned: bool) -> None:
        draft = Draft(income.REDESIGNED if redesigned else income.SHEETS, "IR")
        folder = "finances/v2" if redesigned else "finances"
        super().__init__(folder, Entry("finances", _HOME, strict=False), draft, today)
        self._taken = taken
        self._state = ""
        self._after = _HOME

    def routes(self) -> list[web.RouteDef]:
        mine = self._entry.members_only
        return [
            web.get("/", self._show_home),
            web.get("/connexion", self._show_door),
            web.post("/connexion", self._go_to_key),
            web.get("/retour", self._come_back),
            web.post("/deconnexion", self._log_out),
            web.get(_HOME, mine(self._show_space)),
            web.get("/avis", mine(self._show_notices)),
            web.get(r"/avis/avis-impot-{year:\d{4}}.pdf", mine(self._notice)),
            *self.sheet_routes(),
        ]

    # --- the door ---------------------------------------------------------------------------------------------------

    async def _show_home(self, request: web.Request) -> web.StreamResponse:
        return page(f"{self._folder}/accueil.html", person=training, left="au-revoir" in request.query)

    async def _show_door(self, request: web.Request) -> web.StreamResponse:
        self._after = self._entry.next_path(request.query.get("suite", ""))
        if self._entry.is_inside(request):
            raise web.HTTPSeeOther(self._after)
        return page(f"{self._folder}/connexion.html", refused="refus" in request.query)

    async def _go_to_key(self, _request: web.Request) -> web.StreamResponse:
        self._state = secrets.token_urlsafe(16)
        answer = web.HTTPSeeOther(f"https://{KEY_HOST}/autoriser?etat={self._state}")
        self._entry.begin(answer)
        raise answer

    async def _come_back(self, request: web.Request) -> web.StreamResponse:
        """Only the visit that left, with the state that it left with, and a code that nobody used."""
        state = state_in(request.query.get("etat", ""))
        right = state == self._state and self._entry.is_known(request)
        if not (right and self._taken.take(request.query.get("code", ""), state)):
            raise web.HTTPSeeOther("/connexion?refus")
        self._entry.let_in(request)
        raise web.HTTPSeeOther(self._after)

    async def _log_out(self, request: web.Request) -> web.StreamResponse:
        answer = web.HTTPSeeOther("/?au-revoir")
        self._entry.leave(request, answer)
        raise answer

    # --- inside -----------------------------------------------------------------------------------------------------

    async def _show_space(self, _request: web.Request) -> web.StreamResponse:
        sent = self._draft.sent
        day = in_full(sent.day) if sent else ""
        return page(f"{self._folder}/espace.html", person=training, sent=sent, day=day, year=self._today().year)

    async def _show_notices(self, _request: web.Request) -> web.StreamResponse:
        return page(f"{self._folder}/avis.html", years=self._years(), tax=training.TAX)

    def _years(self) -> list[int]:
        return [self._today().year - back for back in range(_NOTICES)]

    async def _notice(self, request: web.Request) -> web.StreamResponse:
        year = int(request.match_info["year"])
        if year not in self._years():
            raise web.HTTPNotFound
        rows = [("Nom", training.FULL_NAME), ("Année de l'impôt", str(year)), ("Revenus de", str(year - 1))]
        rows += [("Salaires déclarés", f"{training.WAGES},00 €"), ("Impôt à payer", training.TAX)]
        sentence = "Cet avis dit combien d'impôt vous payez pour vos revenus."
        return pdf(papers.paper(self.house, "Avis d'impôt", sentence, rows, self._today()), f"avis-impot-{year}.pdf")

    def _shown(self, today: date) -> Mapping[str, object]:
        return {
            "situations": income.SITUATIONS.items(),
            "children": income.CHILDREN.items(),
            "person": training,
            "year": today.year - 1,
        }

    def _received(self, sent: Sent) -> tuple[str, list[tuple[str, str]]]:
        rows = [("Numéro de la déclaration", sent.number), ("Signée le", in_full(sent.day))]
        return "Votre déclaration est bien arrivée. Gardez ce papier.", rows


def taxes_app(taken: Vouchers, today: Callable[[], date], *, redesigned: bool) -> web.Application:
    app = web.Application()
    app.router.add_routes(TaxOffice(taken, today, redesigned=redesigned).routes())
    add_static(app, "commun", "finances")
    return app
