"""`cle-unique.exercice` and `identite.exercice`: who vouches for a person, and who asks them, for the tax office.

The same hops as the State's: service, key, provider, key again for the person's consent, service. Each hop is a page
of another site, each way back carries a code that is good once. Knows the person's identifier, and no tax.
"""

from __future__ import annotations

import re

from aiohttp import web

from kiosk.practice.entry import Entry
from kiosk.practice.headers import IDENTITY_HOST, KEY_HOST, TAXES_HOST
from kiosk.practice.money import without_blanks
from kiosk.practice.pages import add_static, page
from kiosk.practice.taxes.person import FULL_NAME, IDENTIFIER, PASSWORD
from kiosk.practice.taxes.vouchers import Vouchers

_STATE = re.compile(r"[A-Za-z0-9_-]{8,64}")


def state_in(query: str) -> str:
    """A state as a site would make it up, or nothing."""
    return query if _STATE.fullmatch(query) else ""


class Key:
    """`for_service` are the codes that the service takes, `from_provider` those that the provider gave."""

    def __init__(self, folder: str, for_service: Vouchers, from_provider: Vouchers) -> None:
        self._folder = folder
        self._for_service = for_service
        self._from_provider = from_provider
        self._entry = Entry("cle-unique", "/", strict=False)
        self._state = ""

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self._show_home),
            web.get("/autoriser", self._show_choice),
            web.post("/choix", self._go_to_provider),
            web.get("/retour", self._come_back),
            web.get("/accord", self._show_consent),
            web.post("/accord", self._go_to_service),
        ]

    async def _show_home(self, _request: web.Request) -> web.StreamResponse:
        return page(f"{self._folder}/accueil.html")

    async def _show_choice(self, request: web.Request) -> web.StreamResponse:
        self._state = state_in(request.query.get("etat", ""))
        if not self._state:
            raise web.HTTPSeeOther("/")
        answer = page(f"{self._folder}/choix.html")
        self._entry.begin(answer)
        return answer

    async def _go_to_provider(self, request: web.Request) -> web.StreamResponse:
        if not self._entry.is_known(request):
            raise web.HTTPSeeOther("/")
        raise web.HTTPSeeOther(f"https://{IDENTITY_HOST}/connexion?etat={self._state}")

    async def _come_back(self, request: web.Request) -> web.StreamResponse:
        vouched = self._from_provider.take(request.query.get("code", ""), request.query.get("etat", ""))
        if not (vouched and self._entry.is_known(request)):
            raise web.HTTPSeeOther("/")
        self._entry.let_in(request)
        raise web.HTTPSeeOther("/accord")

    async def _show_consent(self, request: web.Request) -> web.StreamResponse:
        if not self._entry.is_inside(request):
            raise web.HTTPSeeOther("/")
        return page(f"{self._folder}/accord.html", name=FULL_NAME)

    async def _go_to_service(self, request: web.Request) -> web.StreamResponse:
        if not self._entry.is_inside(request):
            raise web.HTTPSeeOther("/")
        code = self._for_service.give(self._state)
        answer = web.HTTPSeeOther(f"https://{TAXES_HOST}/retour?code={code}&etat={self._state}")
        self._entry.leave(request, answer)
        raise answer


class Provider:
    def __init__(self, folder: str, given: Vouchers) -> None:
        self._folder = folder
        self._given = given

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self._show_home),
            web.get("/connexion", self._show_login),
            web.post("/connexion", self._log_in),
        ]

    async def _show_home(self, _request: web.Request) -> web.StreamResponse:
        return page(f"{self._folder}/accueil.html")

    async def _show_login(self, request: web.Request) -> web.StreamResponse:
        state = state_in(request.query.get("etat", ""))
        if not state:
            raise web.HTTPSeeOther("/")
        return self._login(state)

    def _login(self, state: str, typed: str = "", errors: dict[str, str] | None = None) -> web.Response:
        return page(
            f"{self._folder}/connexion.html",
            status=422 if errors else 200,
            state=state,
            values={"identifiant": typed},
            errors=errors or {},
            person={"identifier": IDENTIFIER, "password": PASSWORD},
        )

    async def _log_in(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        state = state_in(str(form.get("etat", "")))
        typed, password = str(form.get("identifiant", ""))[:30], str(form.get("secret", ""))
        if not state:
            raise web.HTTPSeeOther("/")
        errors = {}
        if not re.fullmatch(r"\d{10}", without_blanks(typed)):
            errors["identifiant"] = "L'identifiant a 10 chiffres."
        if not password:
            errors["secret"] = "Tapez le mot de passe."  # noqa: S105  words for the person
        if not errors and (without_blanks(typed) != without_blanks(IDENTIFIER) or password != PASSWORD):
            errors["identifiant"] = "L'identifiant ou le mot de passe n'est pas le bon. Vérifiez les deux."
        if errors:
            return self._login(state, typed, errors)
        raise web.HTTPSeeOther(f"https://{KEY_HOST}/retour?code={self._given.give(state)}&etat={state}")


def key_app(for_service: Vouchers, from_provider: Vouchers, *, redesigned: bool) -> web.Application:
    app = web.Application()
    folder = "cle-unique/v2" if redesigned else "cle-unique"
    app.router.add_routes(Key(folder, for_service, from_provider).routes())
    add_static(app, "commun", "cle-unique")
    return app


def identity_app(given: Vouchers, *, redesigned: bool) -> web.Application:
    app = web.Application()
    app.router.add_routes(Provider("identite/v2" if redesigned else "identite", given).routes())
    add_static(app, "commun", "identite")
    return app
