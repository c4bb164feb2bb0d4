"""The health account's door: the number and password, then a code on the practice phone. Speaks JSON to the page."""

from __future__ import annotations

import re
import secrets
from typing import Any

from aiohttp import web

from kiosk.practice.entry import Entry
from kiosk.practice.health.cover import NUMBER, PASSWORD
from kiosk.practice.money import without_blanks
from kiosk.practice.phone import Phone

HOME = "/mon-compte"
CODE_TRIES = 5
_SENDER = "Santé d'exercice"
_TEXT = "Site d'entraînement. Voici votre code pour vous connecter à Santé d'exercice."


class HealthDoor:
    def __init__(self, phone: Phone) -> None:
        self.entry = Entry("sante", HOME)
        self._phone = phone
        self._code = ""
        self._tries = 0

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/api/connexion", self._log_in),
            web.post("/api/code", self._check_code),
            web.post("/api/nouveau-code", self._new_code),
            web.post("/api/deconnexion", self._log_out),
        ]

    async def _log_in(self, request: web.Request) -> web.StreamResponse:
        typed = await answers_of(request)
        number, password = without_blanks(str(typed.get("numero", "")))[:40], str(typed.get("secret", ""))
        if not re.fullmatch(r"\d{15}", number):
            return refused("numero", "Le numéro de sécurité sociale a 15 chiffres.")
        if number != without_blanks(NUMBER) or password != PASSWORD:
            return refused("numero", "Le numéro ou le mot de passe n'est pas le bon. Vérifiez les deux.")
        answer = web.json_response({"suite": "/connexion/code"})
        self.entry.begin(answer)
        self._send_code()
        return answer

    def _send_code(self) -> None:
        self._code, self._tries = f"{secrets.randbelow(1_000_000):06}", 0
        self._phone.receive(_SENDER, _TEXT, f"{self._code[:3]} {self._code[3:]}")

    async def _check_code(self, request: web.Request) -> web.StreamResponse:
        if not self.entry.is_known(request):
            return web.json_response({"suite": "/connexion"}, status=403)
        typed = without_blanks(str((await answers_of(request)).get("code", "")))
        if not re.fullmatch(r"\d{6}", typed):
            return refused("code", "Écrivez les 6 chiffres du code.")
        if self._tries >= CODE_TRIES:
            return refused("code", "Trop d'essais avec ce code. Demandez un nouveau code.")
        self._tries += 1
        if not secrets.compare_digest(typed.encode(), self._code.encode()):
            return refused("code", "Ce code n'est pas le bon. Regardez le dernier message du téléphone.")
        self.entry.let_in(request)
        return web.json_response({"suite": HOME})

    async def _new_code(self, request: web.Request) -> web.StreamResponse:
        if not self.entry.is_known(request):
            return web.json_response({"suite": "/connexion"}, status=403)
        self._send_code()
        return web.json_response({"suite": "/connexion/code"})

    async def _log_out(self, request: web.Request) -> web.StreamResponse:
        answer = web.json_response({"suite": "/"})
        self.entry.leave(request, answer)
        return answer


async def answers_of(request: web.Request) -> dict[str, Any]:
    typed: Any = await request.json()
    if not isinstance(typed, dict):
        raise web.HTTPBadRequest
    return typed


def refused(field: str, words: str) -> web.Response:
    return web.json_response({"erreurs": {field: words}}, status=422)
