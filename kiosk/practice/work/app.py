"""The job centre's site: the door, the account, the registration, the monthly update, the payment certificate.

Turns web requests into the rules of `visits` and `words`; the pages of its forms are `paged`'s. Two versions.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from datetime import date

from aiohttp import web
from aiohttp.typedefs import Handler

from kiosk.practice import papers
from kiosk.practice.dates import in_full, last_months
from kiosk.practice.paged import Form, PagedForm
from kiosk.practice.pages import add_static, page, pdf
from kiosk.practice.questions import Rows
from kiosk.practice.work import words
from kiosk.practice.work.visits import Visits

COOKIE = "__Host-emploi"
ACCOUNT = "/mon-espace"
REGISTRATION = "/inscription"
UPDATE = "/actualisation"
_CERTIFICATES = "/attestations"
_HOUSE = papers.House("Emploi d'exercice", (0.06, 0.30, 0.42))


class JobCentre:
    def __init__(self, clock: Callable[[], float], today: Callable[[], date], *, redesigned: bool) -> None:
        self._redesigned = redesigned
        self._folder = "emploi/v2" if redesigned else "emploi"
        self._today = today
        self._visits = Visits(clock)
        self._registration = PagedForm(self._form(REGISTRATION, "Inscription", "IN"), today)
        self._update = PagedForm(self._form(UPDATE, "Actualisation", "AC"), today)

    def routes(self) -> list[web.RouteDef]:
        mine = self._members_only
        update = [web.route(one.method, one.path, self._keeping(one.handler)) for one in self._update.routes()]
        return [
            web.get("/", self._home),
            web.get("/connexion", self._show_login),
            web.post("/connexion", self._log_in),
            web.get("/session-expiree", self._show_expired),
            web.post("/deconnexion", self._log_out),
            web.get("/entrainement/session-courte", self._shorten),
            web.get(ACCOUNT, mine(self._account)),
            web.get(_CERTIFICATES, mine(self._certificates)),
            web.get(f"{_CERTIFICATES}/attestation-de-paiement.pdf", mine(self._certificate)),
            *self._registration.routes(),
            *update,
        ]

    def _form(self, root: str, title: str, prefix: str) -> Form:
        registers = root == REGISTRATION
        return Form(
            root=root,
            title=title,
            sheets=(words.registration if registers else words.update)(self._redesigned),
            template=f"{self._folder}/page.html",
            end=f"{self._folder}/fin.html",
            prefix=prefix,
            paper=_proof(f"Attestation : {title.lower()}"),
            paper_name=f"attestation-{title.lower()}",
            also=words.contract_errors if registers else words.work_errors,
        )

    async def _home(self, request: web.Request) -> web.StreamResponse:
        return self._page("accueil", left="au-revoir" in request.query)

    # --- the door -------------------------------------------------------------------------------------------------

    async def _show_login(self, request: web.Request) -> web.StreamResponse:
        return self._login(_next_path(request.query.get("suite", "")))

    def _login(self, after: str, identifier: str = "", errors: dict[str, str] | None = None) -> web.Response:
        status = 422 if errors else 200
        return self._page("connexion", status, suite=after, values={"identifiant": identifier}, errors=errors or {})

    async def _log_in(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        after = _next_path(str(form.get("suite", "")))
        identifier, password = str(form.get("identifiant", ""))[:40], str(form.get("secret", ""))
        errors = {}
        if not identifier.strip():
            errors["identifiant"] = "Écrivez votre identifiant."
        if not password:
            errors["secret"] = "Tapez votre mot de passe."  # noqa: S105  words for the person
        token = None if errors else self._visits.enter(identifier, password)
        if token is None:
            wrong = {"identifiant": "L'identifiant ou le mot de passe n'est pas le bon. Vérifiez les deux."}
            return self._login(after, identifier, errors or wrong)
        answer = web.HTTPSeeOther(after)
        answer.set_cookie(COOKIE, token, secure=True, httponly=True, samesite="Strict")
        raise answer

    async def _log_out(self, request: web.Request) -> web.StreamResponse:
        self._visits.leave(request.cookies.get(COOKIE))
        answer = web.HTTPSeeOther("/?au-revoir")
        answer.del_cookie(COOKIE, secure=True, httponly=True, samesite="Strict")
        raise answer

    async def _show_expired(self, request: web.Request) -> web.StreamResponse:
        return self._page("expiree", suite=_next_path(request.query.get("suite", "")))

    async def _shorten(self, _request: web.Request) -> web.StreamResponse:
        """For practice: the visit ends once, after the first page of the update."""
        self._visits.end_at_next_answer()
        raise web.HTTPSeeOther(UPDATE)

    def _members_only(self, handler: Handler) -> Handler:
        async def gated(request: web.Request) -> web.StreamResponse:
            self._need_visit(request)
            return await handler(request)

        return gated

    def _keeping(self, handler: Handler) -> Handler:
        """As `members_only`; and what was typed when a visit ended is kept: it is the same person, who took their time.

        Nothing is sent for somebody who is not inside any more: the last page only asks for a tick."""

        async def gated(request: web.Request) -> web.StreamResponse:
            if request.method == "POST":
                self._visits.note_answer()
                known = self._visits.is_known(request.cookies.get(COOKIE))
                is_last = request.path.endswith(words.update(self._redesigned)[-1].name)
                if known and not is_last and not self._is_inside(request):
                    with contextlib.suppress(web.HTTPRedirection):
                        await handler(request)
            self._need_visit(request)
            return await handler(request)

        return gated

    def _is_inside(self, request: web.Request) -> bool:
        return self._visits.is_inside(request.cookies.get(COOKIE))

    def _need_visit(self, request: web.Request) -> None:
        """Without an open visit, the way to one, and then back to this page, or to the form's next one."""
        if self._is_inside(request):
            self._visits.touch()
            return
        known = self._visits.is_known(request.cookies.get(COOKIE))
        after = UPDATE if request.path.startswith(UPDATE) else request.path
        raise web.HTTPSeeOther(f"{'/session-expiree' if known else '/connexion'}?suite={after}")

    # --- inside ---------------------------------------------------------------------------------------------------

    async def _account(self, _request: web.Request) -> web.StreamResponse:
        return self._page("espace", sent=self._update.sent)

    async def _certificates(self, _request: web.Request) -> web.StreamResponse:
        months = last_months(self._today())
        return self._page("attestations", months=[(str(place), month) for place, month in enumerate(months)])

    async def _certificate(self, request: web.Request) -> web.StreamResponse:
        months = last_months(self._today())
        chosen = request.query.get("mois", "")
        if chosen not in ("0", "1", "2"):
            raise web.HTTPSeeOther(_CERTIFICATES)
        rows = [("Nom", words.FULL_NAME), ("Identifiant", words.IDENTIFIER), ("Mois", months[int(chosen)])]
        rows.append(("Allocation versée", "742,60 €"))
        sentence = "Emploi d'exercice certifie avoir versé à cette personne :"
        content = papers.paper(_HOUSE, "Attestation de paiement", sentence, rows, self._today())
        return pdf(content, "attestation-de-paiement-emploi.pdf")

    def _page(self, name: str, status: int = 200, **values: object) -> web.Response:
        return page(f"{self._folder}/{name}.html", status, words=words, **values)


def _proof(title: str) -> Callable[[str, Rows, date], bytes]:
    def make(number: str, rows: Rows, day: date) -> bytes:
        head = (("Numéro", number), ("Envoyée le", in_full(day)))
        return papers.paper(_HOUSE, title, "Votre demande est bien arrivée. Gardez ce papier.", [*head, *rows], day)

    return make


def _next_path(asked: str) -> str:
    """A page of this site to go back to. Anything else, another site first of all, becomes the account's page."""
    return asked if re.fullmatch(r"(/[a-z0-9-]+)+", asked) else ACCOUNT


def work_app(clock: Callable[[], float], today: Callable[[], date], *, redesigned: bool) -> web.Application:
    app = web.Application()
    app.router.add_routes(JobCentre(clock, today, redesigned=redesigned).routes())
    add_static(app, "commun", "emploi")
    return app
