"""The health account's site: one shell for every page, filled by web components, and the interface they ask.

Both versions ask the same interface; the shell says which one draws. Turns requests into the rules of `cover`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from aiohttp import web
from aiohttp.typedefs import Handler

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.health import cover
from kiosk.practice.health.door import HOME, HealthDoor, answers_of
from kiosk.practice.pages import add_static, page, pdf
from kiosk.practice.papers import House
from kiosk.practice.phone import Phone
from kiosk.practice.sheets import Draft

_ROOT = "/complementaire"
_HOUSE = House("Santé d'exercice", (0.63, 0.14, 0.31))
_TITLES = {
    "/": "Accueil",
    "/connexion": "Se connecter",
    "/connexion/code": "Le code du téléphone",
    HOME: "Mon compte",
    "/attestations": "Mes attestations",
    f"{_ROOT}/confirmation": "Votre demande est envoyée",
}


class HealthAccount:
    def __init__(self, phone: Phone, today: Callable[[], date], *, redesigned: bool) -> None:
        self._redesigned = redesigned
        self._today = today
        self._door = HealthDoor(phone)
        self._draft = Draft(cover.REDESIGNED if redesigned else cover.SHEETS, "CS")

    def routes(self) -> list[web.RouteDef]:
        mine = self._door.entry.members_only
        return [
            *self._door.routes(),
            web.get("/", self._shell),
            web.get("/connexion", self._shell),
            web.get("/connexion/code", self._show_code),
            web.get(HOME, mine(self._shell)),
            web.get("/attestations", mine(self._shell)),
            web.get("/attestations/attestation-de-droits.pdf", mine(self._certificate)),
            web.get(_ROOT, mine(self._resume)),
            web.get(f"{_ROOT}/confirmation", mine(self._confirm)),
            web.get(f"{_ROOT}/{{sheet}}", mine(self._show_sheet)),
            web.get("/api/demande", self._for_members(self._draft_so_far)),
            web.put("/api/demande/{sheet}", self._for_members(self._save)),
        ]

    def _for_members(self, handler: Handler) -> Handler:
        async def gated(request: web.Request) -> web.StreamResponse:
            if not self._door.entry.is_inside(request):
                return web.json_response({"suite": "/connexion"}, status=403)
            return await handler(request)

        return gated

    # --- pages ------------------------------------------------------------------------------------------------------

    async def _shell(self, request: web.Request) -> web.StreamResponse:
        sheets = {f"{_ROOT}/{sheet.id}": sheet.title for sheet in self._draft.sheets}
        inside = self._door.entry.is_inside(request)
        data = {
            "nom": cover.FULL_NAME if inside else "",
            "exercice": {
                "nom": cover.FULL_NAME,
                "numero": cover.NUMBER,
                "secret": cover.PASSWORD,
                "personnes": cover.PEOPLE,
                "ressources": cover.INCOME,
            },
            "organismes": cover.MANAGERS,
        }
        title = {**_TITLES, **sheets}[request.path]
        return page("sante/index.html", title=title, data=data, version="v2" if self._redesigned else "v1")

    async def _show_code(self, request: web.Request) -> web.StreamResponse:
        if self._door.entry.is_inside(request):
            raise web.HTTPSeeOther(HOME)
        if not self._door.entry.is_known(request):
            raise web.HTTPSeeOther("/connexion")
        return await self._shell(request)

    async def _certificate(self, _request: web.Request) -> web.StreamResponse:
        rows = [("Nom", cover.FULL_NAME), ("Numéro de sécurité sociale", cover.NUMBER)]
        rows += [("Droits ouverts", "oui"), ("Complémentaire santé", "demandée" if self._draft.sent else "non")]
        sentence = "Santé d'exercice dit que cette personne a droit à des soins remboursés."
        content = papers.paper(_HOUSE, "Attestation de droits", sentence, rows, self._today())
        return pdf(content, "attestation-de-droits.pdf")

    async def _resume(self, _request: web.Request) -> web.StreamResponse:
        raise web.HTTPSeeOther(f"{_ROOT}/{self._draft.unfinished(self._today())}")

    async def _show_sheet(self, request: web.Request) -> web.StreamResponse:
        if not self._draft.may_open(self._asked(request), self._today()):
            return await self._resume(request)
        return await self._shell(request)

    async def _confirm(self, request: web.Request) -> web.StreamResponse:
        if self._draft.sent is None:
            raise web.HTTPSeeOther(_ROOT)
        return await self._shell(request)

    # --- the interface ----------------------------------------------------------------------------------------------

    async def _draft_so_far(self, _request: web.Request) -> web.StreamResponse:
        draft, sent = self._draft, self._draft.sent
        ready = not draft.sent and draft.unfinished(self._today()) == draft.order[-1]
        parts = draft.recap() if ready else ()
        return web.json_response(
            {
                "reponses": draft.answers,
                "feuilles": [{"id": sheet.id, "titre": sheet.title} for sheet in draft.sheets],
                "bilan": [{"id": part.id, "titre": part.title, "lignes": part.rows} for part in parts],
                "envoyee": {"numero": sent.number, "jour": in_full(sent.day)} if sent else None,
            }
        )

    async def _save(self, request: web.Request) -> web.StreamResponse:
        name, today = self._asked(request), self._today()
        self._draft.keep(name, await answers_of(request))
        errors = self._draft.errors(name, today)
        if errors:
            return web.json_response({"erreurs": errors}, status=422)
        if not self._draft.may_open(name, today):
            return web.json_response({"suite": f"{_ROOT}/{self._draft.unfinished(today)}"})
        if name != self._draft.order[-1]:
            return web.json_response({"suite": f"{_ROOT}/{self._draft.after(name)}"})
        self._draft.send(today)
        return web.json_response({"suite": f"{_ROOT}/confirmation"})

    def _asked(self, request: web.Request) -> str:
        name = request.match_info["sheet"]
        if name not in self._draft.order:
            raise web.HTTPNotFound
        return name


def health_app(phone: Phone, today: Callable[[], date], *, redesigned: bool) -> web.Application:
    app = web.Application()
    app.router.add_routes(HealthAccount(phone, today, redesigned=redesigned).routes())
    add_static(app, "commun", "sante")
    return app
