"""Paying a fine on the web: the queue, the notice, the amount, the bank's frame, the receipt.

Turns web requests into the rules of `queue` and `notice`. The bank tells it through `Till` that the money came,
as a real bank would tell a real service; no card ever comes here.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import date

from aiohttp import web
from aiohttp.typedefs import Handler

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.fines import words
from kiosk.practice.fines.notice import BESIDE, NOTICE, unknown
from kiosk.practice.fines.queue import REFRESH_SECONDS, Queue
from kiosk.practice.headers import BANK_HOST
from kiosk.practice.pages import page, pdf
from kiosk.practice.questions import Errors

HOUSE = papers.House("Agence des contraventions d'exercice", (0.13, 0.20, 0.42))


class Till:
    """The one payment: whether it was made, and under which number. The bank writes it, the fines read it."""

    def __init__(self) -> None:
        self.number = ""

    def receive(self) -> None:
        self.number = self.number or f"PM-{secrets.randbelow(900) + 100}-{secrets.randbelow(900) + 100}"


class Payment:
    def __init__(self, till: Till, queue: Queue, today: Callable[[], date], folder: str, redesigned: bool) -> None:
        self._till = till
        self._queue = queue
        self._today = today
        self._folder = folder
        self._known = False
        self._questions = (words.KEY_AGAIN, words.NUMBER_AGAIN) if redesigned else (words.NUMBER, words.KEY)
        self.root = "/reglement" if redesigned else "/payer"
        self._names = ("reference", "detail", "paiement", "fin") if redesigned else ("avis", "montant", "carte", "recu")

    def routes(self) -> list[web.RouteDef]:
        turn, notice = self._in_turn, self._with_notice
        first, amount, card, receipt = (f"{self.root}/{name}" for name in self._names)
        return [
            web.get(self.root, turn(self._start)),
            web.get("/file-d-attente", self._wait),
            web.get(first, turn(self._ask)),
            web.post(first, turn(self._check)),
            web.get(amount, notice(self._show_amount)),
            web.get(card, notice(self._show_card)),
            web.get(receipt, notice(self._show_receipt)),
            web.get(f"{self.root}/justificatif-de-paiement.pdf", notice(self._receipt)),
        ]

    def _address(self, place: int) -> str:
        return f"{self.root}/{self._names[place]}"

    def _in_turn(self, handler: Handler) -> Handler:
        async def gated(request: web.Request) -> web.StreamResponse:
            if self._queue.place:
                raise web.HTTPSeeOther("/file-d-attente")
            return await handler(request)

        return gated

    def _with_notice(self, handler: Handler) -> Handler:
        async def gated(request: web.Request) -> web.StreamResponse:
            if not self._known:
                raise web.HTTPSeeOther(self._address(0))
            return await handler(request)

        return self._in_turn(gated)

    async def _start(self, _request: web.Request) -> web.StreamResponse:
        raise web.HTTPSeeOther(self._address(0))

    async def _wait(self, _request: web.Request) -> web.StreamResponse:
        place = self._queue.place
        if not place:
            raise web.HTTPSeeOther(self._address(0))
        return self._page("attente", ahead=place, seconds=REFRESH_SECONDS)

    async def _ask(self, _request: web.Request) -> web.StreamResponse:
        return self._asked({}, {})

    async def _check(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        typed = {each.name: str(form.get(each.name, ""))[:40] for each in self._questions}
        found = ((each.name, each.problem(typed[each.name], self._today())) for each in self._questions)
        errors = {name: problem for name, problem in found if problem}
        errors = errors or unknown(typed["avis"], typed["cle"])
        if errors:
            return self._asked(typed, errors)
        self._known = True
        raise web.HTTPSeeOther(self._address(1))

    def _asked(self, typed: Mapping[str, str], errors: Errors) -> web.Response:
        status = 422 if errors else 200
        return self._page("avis", status, questions=self._questions, values=typed, errors=errors, beside=BESIDE)

    async def _show_amount(self, _request: web.Request) -> web.StreamResponse:
        return self._page("montant", notice=NOTICE, paid=self._till.number)

    async def _show_card(self, _request: web.Request) -> web.StreamResponse:
        if self._till.number:
            raise web.HTTPSeeOther(self._address(3))
        return self._page("carte", notice=NOTICE, bank=f"https://{BANK_HOST}/")

    async def _show_receipt(self, _request: web.Request) -> web.StreamResponse:
        if not self._till.number:
            raise web.HTTPSeeOther(self._address(2))
        return self._page("recu", notice=NOTICE, number=self._till.number, day=in_full(self._today()))

    async def _receipt(self, _request: web.Request) -> web.StreamResponse:
        if not self._till.number:
            raise web.HTTPNotFound
        rows = (
            ("Numéro du paiement", self._till.number),
            ("Numéro de l'avis", NOTICE.number),
            ("Raison", NOTICE.reason),
            ("Payé", NOTICE.amount),
        )
        sentence = "Cette amende d'exercice est payée. Gardez ce papier."
        content = papers.paper(HOUSE, "Justificatif de paiement", sentence, rows, self._today())
        return pdf(content, f"justificatif-de-paiement-{self._till.number}.pdf")

    def _page(self, name: str, status: int = 200, **values: object) -> web.Response:
        links = dict(zip(("to_first", "to_amount", "to_card", "to_receipt"), map(self._address, range(4)), strict=True))
        return page(f"{self._folder}/{name}.html", status, root=self.root, **links, **values)
