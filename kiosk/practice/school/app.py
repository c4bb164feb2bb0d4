"""The school's site put together: its home, the grant, the canteen, and what their papers say. Two versions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from aiohttp import web

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.paged import Form, PagedForm
from kiosk.practice.pages import add_static, page
from kiosk.practice.questions import Rows
from kiosk.practice.school import words

_HOUSE = papers.House("Écoles d'exercice", (0.11, 0.35, 0.20))


def _receipt(title: str) -> Callable[[str, Rows, date], bytes]:
    def make(number: str, rows: Rows, day: date) -> bytes:
        head = (("Numéro de la demande", number), ("Envoyée le", in_full(day)))
        return papers.paper(_HOUSE, title, "Votre demande est bien arrivée. Gardez ce papier.", [*head, *rows], day)

    return make


def school_app(today: Callable[[], date], redesigned: bool = False) -> web.Application:
    folder = "ecole/v2" if redesigned else "ecole"
    grant = Form(
        root="/bourses/demande" if redesigned else "/bourse",
        title="Bourse de collège",
        sheets=words.grant(redesigned),
        template=f"{folder}/page.html",
        end=f"{folder}/fin.html",
        prefix="BC",
        paper=_receipt("Attestation de demande de bourse"),
        paper_name="attestation-demande-bourse",
    )
    canteen = Form(
        root="/restauration" if redesigned else "/cantine",
        title="Inscription à la cantine",
        sheets=words.canteen(redesigned),
        template=f"{folder}/page.html",
        end=f"{folder}/fin.html",
        prefix="CA",
        paper=_receipt("Attestation d'inscription à la cantine"),
        paper_name="attestation-inscription-cantine",
    )

    async def home(_request: web.Request) -> web.StreamResponse:
        return page(f"{folder}/accueil.html", grant=grant, canteen=canteen)

    app = web.Application()
    app.router.add_get("/", home)
    for form in (grant, canteen):
        app.router.add_routes(PagedForm(form, today).routes())
    add_static(app, "commun", "ecole")
    return app
