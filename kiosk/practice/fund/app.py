"""The fund's site put together: home, account, documents, and the door and the request that do their own work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from aiohttp import web

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.fund.door import Door, next_path
from kiosk.practice.fund.request import BonusRequest
from kiosk.practice.fund.visits import Visits
from kiosk.practice.pages import add_static, page, pdf
from kiosk.practice.person import TRAINING
from kiosk.practice.phone import Phone

_CERTIFICATE = "/documents/attestation-de-paiement"


def fund_app(
    phone: Phone, clock: Callable[[], float], today: Callable[[], date], *, redesigned: bool
) -> web.Application:
    folder = "caisse/v2" if redesigned else "caisse"
    door = Door(Visits(phone, clock), folder)
    bonus_request = BonusRequest(door, today, redesigned=redesigned)

    async def home(request: web.Request) -> web.StreamResponse:
        return page(f"{folder}/accueil.html", training=TRAINING, left="au-revoir" in request.query)

    async def account(_request: web.Request) -> web.StreamResponse:
        sent = bonus_request.sent
        day = in_full(sent.day) if sent else ""
        return page(f"{folder}/compte.html", training=TRAINING, begun=bonus_request.begun, sent=sent, day=day)

    async def documents(_request: web.Request) -> web.StreamResponse:
        return page(f"{folder}/documents.html", sent=bonus_request.sent)

    async def certificate(_request: web.Request) -> web.StreamResponse:
        return page(f"{folder}/attestation.html", training=TRAINING, payments=papers.payments(today()))

    async def certificate_pdf(_request: web.Request) -> web.StreamResponse:
        return pdf(papers.payment_certificate(today()), "attestation-de-paiement.pdf")

    async def forgotten(_request: web.Request) -> web.StreamResponse:
        return page(f"{folder}/oubli.html", training=TRAINING)

    async def training(request: web.Request) -> web.StreamResponse:
        return page(f"{folder}/entrainement.html", suite=next_path(request.query.get("suite", "")))

    app = web.Application()
    app.router.add_get("/", home)
    app.router.add_get("/mon-compte", door.members_only(account))
    app.router.add_get("/documents", door.members_only(documents))
    app.router.add_get(_CERTIFICATE, door.members_only(certificate))
    app.router.add_get(f"{_CERTIFICATE}.pdf", door.members_only(certificate_pdf))
    app.router.add_get("/mot-de-passe-oublie", forgotten)
    app.router.add_get("/entrainement", training)
    app.router.add_routes([*door.routes(), *bonus_request.routes()])
    add_static(app, "commun", "caisse")
    return app
