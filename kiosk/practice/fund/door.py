"""The fund's door: log in with a number and a password, then the code; leave; come back after an expired session.

Turns web requests into the rules of `visits`. Also the gate that the other pages stand behind.
"""

from __future__ import annotations

import re

from aiohttp import web
from aiohttp.typedefs import Handler

from kiosk.practice.fund.visits import CodeCheck, Stage, Visits
from kiosk.practice.pages import page
from kiosk.practice.person import TRAINING

COOKIE = "__Host-caisse"
ACCOUNT = "/mon-compte"

_CODE_WORDS = {
    CodeCheck.WRONG: "Ce code n'est pas le bon. Regardez le dernier message du téléphone.",
    CodeCheck.TOO_MANY: "Trop d'essais avec ce code. Demandez un nouveau code.",
}


class Door:
    """`folder`: where the templates of this version of the site are."""

    def __init__(self, visits: Visits, folder: str) -> None:
        self._visits = visits
        self.folder = folder

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/connexion", self._show_login),
            web.post("/connexion", self._log_in),
            web.get("/connexion/code", self._show_code),
            web.post("/connexion/code", self._check_code),
            web.post("/connexion/nouveau-code", self._new_code),
            web.get("/session-expiree", self._show_expired),
            web.post("/session/prolonger", self._stay),
            web.post("/deconnexion", self._log_out),
            web.post("/entrainement/expirer", self._expire),
        ]

    def stage(self, request: web.Request) -> Stage:
        return self._visits.stage(_token(request))

    def members_only(self, handler: Handler) -> Handler:
        """`handler` behind the gate: without an open session, the way to one, and then back to this page."""

        async def gated(request: web.Request) -> web.StreamResponse:
            stage = self.stage(request)
            if stage is Stage.OPEN:
                self._visits.touch(_token(request))
                return await handler(request)
            door = "/session-expiree" if stage is Stage.EXPIRED else "/connexion"
            raise web.HTTPSeeOther(_with_next(door, request.path))

        return gated

    async def _show_login(self, request: web.Request) -> web.StreamResponse:
        return self._login_page(next_path(request.query.get("suite", "")))

    def _login_page(self, after: str, number: str = "", errors: dict[str, str] | None = None) -> web.Response:
        return page(
            f"{self.folder}/connexion.html",
            status=422 if errors else 200,
            suite=after,
            values={"numero": number},
            errors=errors or {},
            training=TRAINING,
        )

    async def _log_in(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        number, password = str(form.get("numero", ""))[:20], str(form.get("secret", ""))
        after = next_path(str(form.get("suite", "")))
        errors = _login_errors(number, password)
        if errors:
            return self._login_page(after, number, errors)
        token = self._visits.enter(number, password)
        if token is None:
            wrong = {"numero": "Le numéro ou le mot de passe n'est pas le bon. Vérifiez les deux."}
            return self._login_page(after, number, wrong)
        answer = web.HTTPSeeOther(_with_next("/connexion/code", after))
        answer.set_cookie(COOKIE, token, secure=True, httponly=True, samesite="Strict")
        raise answer

    async def _show_code(self, request: web.Request) -> web.StreamResponse:
        after = next_path(request.query.get("suite", ""))
        self._need_code_stage(request, after)
        return page(f"{self.folder}/code.html", suite=after, errors={})

    async def _check_code(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        after = next_path(str(form.get("suite", "")))
        self._need_code_stage(request, after)
        typed = "".join(str(form.get("code", "")).split())
        if not re.fullmatch(r"\d{6}", typed):
            return self._code_page(after, "Écrivez les 6 chiffres du code.")
        verdict = self._visits.check_code(_token(request), typed)
        if verdict is not CodeCheck.RIGHT:
            return self._code_page(after, _CODE_WORDS[verdict])
        self._visits.touch(_token(request))
        raise web.HTTPSeeOther(after)

    def _code_page(self, after: str, problem: str) -> web.Response:
        return page(f"{self.folder}/code.html", status=422, suite=after, errors={"code": problem})

    async def _new_code(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        after = next_path(str(form.get("suite", "")))
        self._need_code_stage(request, after)
        self._visits.send_code(_token(request))
        self._visits.touch(_token(request))
        raise web.HTTPSeeOther(_with_next("/connexion/code", after))

    def _need_code_stage(self, request: web.Request, after: str) -> None:
        stage = self.stage(request)
        if stage is Stage.OPEN:
            raise web.HTTPSeeOther(after)
        if stage is not Stage.CODE:
            raise web.HTTPSeeOther(_with_next("/connexion", after))

    async def _show_expired(self, request: web.Request) -> web.StreamResponse:
        return page(f"{self.folder}/expiree.html", suite=next_path(request.query.get("suite", "")))

    async def _stay(self, request: web.Request) -> web.StreamResponse:
        self._visits.touch(_token(request))
        return web.json_response({"ouverte": self.stage(request) is Stage.OPEN})

    async def _log_out(self, request: web.Request) -> web.StreamResponse:
        self._visits.leave(_token(request))
        answer = web.HTTPSeeOther("/?au-revoir")
        answer.del_cookie(COOKIE, secure=True, httponly=True, samesite="Strict")
        raise answer

    async def _expire(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        self._visits.expire(_token(request))
        raise web.HTTPSeeOther(next_path(str(form.get("suite", ""))))


def next_path(asked: str) -> str:
    """A page of this site to go back to. Anything else, another site first of all, becomes the account's page."""
    return asked if re.fullmatch(r"(/[a-z0-9-]+)+", asked) else ACCOUNT


def _with_next(path: str, after: str) -> str:
    return path if after == ACCOUNT else f"{path}?suite={after}"


def _token(request: web.Request) -> str | None:
    return request.cookies.get(COOKIE)


def _login_errors(number: str, password: str) -> dict[str, str]:
    errors: dict[str, str] = {}
    if not re.fullmatch(r"\d{7}", "".join(number.split())):
        errors["numero"] = "Le numéro d'allocataire a 7 chiffres."
    if not password:
        errors |= {"secret": "Tapez votre mot de passe."}
    return errors
