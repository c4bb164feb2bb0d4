"""The pension office's site: closed at the first visit, slow where real ones are, its account form in a frame.

Turns web requests into the rules of `career`; keeps one person's answers in memory. `pace` multiplies the waits.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from datetime import date

from aiohttp import web

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.drafted import DraftedRequest
from kiosk.practice.entry import Entry
from kiosk.practice.money import without_blanks
from kiosk.practice.pages import add_static, page, pdf
from kiosk.practice.papers import House
from kiosk.practice.pensions import career
from kiosk.practice.sheets import Draft, Sent

_HOME = "/mon-compte"
_FRAME = "/cadre/compte"
_CLOSED_VISITS = 1
_SLOW_SECONDS = 1.5


class PensionOffice(DraftedRequest):
    root = "/demande"
    template = "demande.html"
    house = House("Pensions d'exercice", (0.55, 0.22, 0.12))

    def __init__(self, today: Callable[[], date], pace: float, *, redesigned: bool) -> None:
        draft = Draft(career.REDESIGNED if redesigned else career.SHEETS, "RT")
        folder = "pensions/v2" if redesigned else "pensions"
        super().__init__(folder, Entry("pensions", _HOME), draft, today)
        self._pace = pace
        self._closed_visits = _CLOSED_VISITS

    def routes(self) -> list[web.RouteDef]:
        mine = self._entry.members_only
        return [
            web.get("/", self._show_home),
            web.get("/connexion", self._show_login),
            web.post("/connexion", self._log_in),
            web.post("/deconnexion", self._log_out),
            web.get(_HOME, mine(self._show_account)),
            web.get("/releve", mine(self._show_career)),
            web.get("/releve/releve-de-carriere.pdf", mine(self._career_paper)),
            web.get(r"/releve/{year:\d{4}}", mine(self._show_year)),
            web.get(_FRAME, mine(self._show_frame)),
            web.post(_FRAME, mine(self._save_frame)),
            *self.sheet_routes(),
        ]

    async def _slowly(self) -> None:
        await asyncio.sleep(_SLOW_SECONDS * self._pace)

    # --- the door ---------------------------------------------------------------------------------------------------

    async def _show_home(self, request: web.Request) -> web.StreamResponse:
        """Closed at first, as after a night's upkeep; whoever tries again comes in."""
        if self._closed_visits > 0:
            self._closed_visits -= 1
            closed = page(f"{self._folder}/maintenance.html", status=503)
            closed.headers["Retry-After"] = "5"
            return closed
        return page(f"{self._folder}/accueil.html", person=career, left="au-revoir" in request.query)

    async def _show_login(self, request: web.Request) -> web.StreamResponse:
        return self._login(self._entry.next_path(request.query.get("suite", "")))

    def _login(self, after: str, number: str = "", errors: dict[str, str] | None = None) -> web.Response:
        return page(
            f"{self._folder}/connexion.html",
            status=422 if errors else 200,
            suite=after,
            values={"numero": number},
            errors=errors or {},
            person=career,
        )

    async def _log_in(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        after = self._entry.next_path(str(form.get("suite", "")))
        number, password = str(form.get("numero", ""))[:40], str(form.get("secret", ""))
        errors = {}
        if not re.fullmatch(r"\d{15}", without_blanks(number)):
            errors["numero"] = "Le numéro de sécurité sociale a 15 chiffres."
        if not password:
            errors["secret"] = "Tapez le mot de passe."  # noqa: S105  words for the person
        if not errors and (without_blanks(number) != without_blanks(career.NUMBER) or password != career.PASSWORD):
            errors["numero"] = "Le numéro ou le mot de passe n'est pas le bon. Vérifiez les deux."
        if errors:
            return self._login(after, number, errors)
        answer = web.HTTPSeeOther(after)
        self._entry.begin(answer, inside=True)
        raise answer

    async def _log_out(self, request: web.Request) -> web.StreamResponse:
        answer = web.HTTPSeeOther("/?au-revoir")
        self._entry.leave(request, answer)
        raise answer

    # --- the career -------------------------------------------------------------------------------------------------

    async def _show_account(self, _request: web.Request) -> web.StreamResponse:
        sent = self._draft.sent
        day = in_full(sent.day) if sent else ""
        return page(f"{self._folder}/compte.html", person=career, sent=sent, day=day)

    async def _show_career(self, _request: web.Request) -> web.StreamResponse:
        await self._slowly()
        return page(f"{self._folder}/releve.html", years=career.YEARS, total=career.TOTAL)

    async def _show_year(self, request: web.Request) -> web.StreamResponse:
        asked = int(request.match_info["year"])
        found = next((each for each in career.YEARS if each.year == asked), None)
        if found is None:
            raise web.HTTPNotFound
        return page(f"{self._folder}/annee.html", one=found)

    async def _career_paper(self, _request: web.Request) -> web.StreamResponse:
        rows = [("Nom", career.FULL_NAME), ("Trimestres en tout", str(career.TOTAL))]
        rows += [(f"{each.year}, {each.work}", f"{each.quarters} trimestres") for each in career.YEARS]
        sentence = "Voici les périodes de travail que nous connaissons."
        content = papers.paper(self.house, "Relevé de carrière", sentence, rows, self._today())
        return pdf(content, "releve-de-carriere.pdf")

    # --- the request ------------------------------------------------------------------------------------------------

    async def _show_frame(self, _request: web.Request) -> web.StreamResponse:
        return self._frame({}, saved=False)

    def _frame(self, errors: dict[str, str], *, saved: bool) -> web.Response:
        return page(
            f"{self._folder}/cadre.html",
            status=422 if errors else 200,
            values={"titulaire": career.FULL_NAME} | self._draft.answers,
            errors=errors,
            saved=saved,
            person=career,
        )

    async def _save_frame(self, request: web.Request) -> web.StreamResponse:
        self._draft.keep(career.ACCOUNT, await request.post())
        errors = self._draft.errors(career.ACCOUNT, self._today())
        return self._frame(errors, saved=not errors)

    def _shown(self, today: date) -> Mapping[str, object]:
        del today
        return {"person": career}

    async def _kept(self, name: str, request: web.Request, today: date) -> dict[str, str]:
        if name != career.ACCOUNT:
            return await super()._kept(name, request, today)
        missing = {"cadre": "Écrivez votre compte dans le cadre. Puis enregistrez-le."}
        return missing if self._draft.errors(name, today) else {}

    async def _send(self, today: date) -> None:
        await self._slowly()
        await super()._send(today)

    def _received(self, sent: Sent) -> tuple[str, list[tuple[str, str]]]:
        rows = [("Numéro de la demande", sent.number), ("Envoyée le", in_full(sent.day))]
        return "Votre demande est bien arrivée. Gardez ce papier.", rows


def pensions_app(today: Callable[[], date], pace: float, *, redesigned: bool) -> web.Application:
    app = web.Application()
    app.router.add_routes(PensionOffice(today, pace, redesigned=redesigned).routes())
    add_static(app, "commun", "pensions")
    return app
