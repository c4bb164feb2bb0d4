"""`paiement.exercice`: the bank's card form, shown in a frame of the fines. Its own origin, its own words.

What is typed is compared with the training card and forgotten; the fines learn one thing, that the payment was made.
"""

from __future__ import annotations

from aiohttp import web

from kiosk.practice.fines.notice import CARD, NOTICE, card_problems
from kiosk.practice.fines.payment import Till
from kiosk.practice.headers import FINES_HOST
from kiosk.practice.pages import add_static, page


def bank_app(till: Till, redesigned: bool = False) -> web.Application:
    folder = "paiement/v2" if redesigned else "paiement"
    back = f"https://{FINES_HOST}{'/reglement/fin' if redesigned else '/payer/recu'}"

    async def form(_request: web.Request) -> web.StreamResponse:
        if till.number:
            raise web.HTTPSeeOther("/fait")
        return page(f"{folder}/carte.html", errors={}, card=CARD, notice=NOTICE)

    async def pay(request: web.Request) -> web.StreamResponse:
        came = await request.post()
        typed = {name: str(value)[:40] for name, value in came.items()}
        if "fin-mois" in typed:
            typed["fin"] = f"{typed['fin-mois']}/{typed.get('fin-annee', '')}"
        if errors := card_problems(typed):
            # What was typed does not come back: a card's number is not for showing again.
            return page(f"{folder}/carte.html", status=422, errors=errors, card=CARD, notice=NOTICE)
        till.receive()
        raise web.HTTPSeeOther("/fait")

    async def done(_request: web.Request) -> web.StreamResponse:
        if not till.number:
            raise web.HTTPSeeOther("/")
        return page(f"{folder}/fait.html", back=back, notice=NOTICE)

    app = web.Application()
    app.router.add_get("/", form)
    app.router.add_post("/", pay)
    app.router.add_get("/fait", done)
    add_static(app, "commun", "paiement")
    return app
