"""The activity-bonus request on the web: four pages, a confirmation with a number, and its receipt.

Turns web requests into the rules of `bonus`, and keeps the answers: a page that has errors, a session that expired
and « Enregistrer et quitter » all find them again.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from aiohttp import web

from kiosk.practice import papers
from kiosk.practice.dates import in_full, last_months
from kiosk.practice.fund import bonus
from kiosk.practice.fund.door import Door
from kiosk.practice.fund.visits import Stage
from kiosk.practice.pages import page, pdf
from kiosk.practice.person import TRAINING

ROOT = "/prime-activite"
_LONGEST = 80


@dataclass(frozen=True)
class Sent:
    """A request that arrived: what the confirmation and the receipt show."""

    number: str
    day: date
    parts: tuple[bonus.Part, ...]


class BonusRequest:
    """`redesigned`: the pages come in another order, all from one template."""

    def __init__(self, door: Door, today: Callable[[], date], *, redesigned: bool) -> None:
        self._pages = bonus.REDESIGNED_PAGES if redesigned else bonus.PAGES
        self._template = f"{door.folder}/prime.html" if redesigned else f"{door.folder}/prime-{{name}}.html"
        self._door = door
        self._today = today
        self._answers: dict[str, str] = {}
        self.sent: Sent | None = None

    @property
    def begun(self) -> bool:
        return bool(self._answers)

    def routes(self) -> list[web.RouteDef]:
        gate = self._door.members_only
        return [
            web.get(ROOT, gate(self._resume)),
            web.get(f"{ROOT}/confirmation", gate(self._confirm)),
            web.get(f"{ROOT}/attestation-de-demande.pdf", gate(self._receipt)),
            web.get(f"{ROOT}/{{page}}", gate(self._show)),
            web.post(f"{ROOT}/{{page}}", self._save),
        ]

    async def _resume(self, _request: web.Request) -> web.StreamResponse:
        unfinished = self._unfinished()
        raise web.HTTPSeeOther(f"{ROOT}/{unfinished or self._pages[-1]}")

    def _unfinished(self) -> str | None:
        return bonus.first_unfinished(self._answers, self._today(), self._pages)

    async def _show(self, request: web.Request) -> web.StreamResponse:
        return self._form(_known_page(request), {})

    def _form(self, name: str, errors: bonus.Errors) -> web.Response:
        today = self._today()
        unfinished = self._unfinished()
        if unfinished and self._pages.index(name) > self._pages.index(unfinished):
            raise web.HTTPSeeOther(f"{ROOT}/{unfinished}")
        defaults = {"enfants": "0", "titulaire": TRAINING.person.full_name}
        return page(
            self._template.format(name=name),
            status=422 if errors else 200,
            name=name,
            pages=[(each, bonus.TITLES[each]) for each in self._pages],
            values=defaults | self._answers,
            errors=errors,
            couple=bonus.is_couple(self._answers),
            months=last_months(today),
            parts=bonus.recap(self._answers, today) if name == self._pages[-1] else (),
            training=TRAINING,
        )

    async def _save(self, request: web.Request) -> web.StreamResponse:
        name = _known_page(request)
        form = await request.post()
        # An expired session still keeps what was just typed: it is the same person, who only took their time.
        if self._door.stage(request) in (Stage.OPEN, Stage.EXPIRED):
            for field in bonus.FIELDS[name]:
                self._answers[field] = str(form.get(field, ""))[:_LONGEST]
        return await self._door.members_only(self._go_on)(request)

    async def _go_on(self, request: web.Request) -> web.StreamResponse:
        name = _known_page(request)
        if (await request.post()).get("geste") == "quitter":
            raise web.HTTPSeeOther("/mon-compte")
        errors = bonus.check(name, self._answers, self._today())
        if errors:
            return self._form(name, errors)
        if name != self._pages[-1]:
            raise web.HTTPSeeOther(f"{ROOT}/{self._pages[self._pages.index(name) + 1]}")
        return self._send()

    def _send(self) -> web.Response:
        today = self._today()
        unfinished = self._unfinished()
        if unfinished:
            raise web.HTTPSeeOther(f"{ROOT}/{unfinished}")
        number = f"PA-{secrets.randbelow(900) + 100}-{secrets.randbelow(900) + 100}"
        self.sent = Sent(number, today, bonus.recap(self._answers, today))
        self._answers.clear()
        raise web.HTTPSeeOther(f"{ROOT}/confirmation")

    async def _confirm(self, _request: web.Request) -> web.StreamResponse:
        if self.sent is None:
            raise web.HTTPSeeOther(ROOT)
        return page(f"{self._door.folder}/prime-confirmation.html", sent=self.sent, day=in_full(self.sent.day))

    async def _receipt(self, _request: web.Request) -> web.StreamResponse:
        if self.sent is None:
            raise web.HTTPNotFound
        rows = [row for part in self.sent.parts for row in part.rows]
        return pdf(
            papers.bonus_receipt(self.sent.number, rows, self.sent.day), f"attestation-demande-{self.sent.number}.pdf"
        )


def _known_page(request: web.Request) -> str:
    name = request.match_info["page"]
    if name not in bonus.PAGES:
        raise web.HTTPNotFound
    return name
