"""The fines' site put together: its home, the payment with its queue, the contestation. Two versions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from aiohttp import web

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.fines import words
from kiosk.practice.fines.notice import NOTICE, unknown
from kiosk.practice.fines.payment import HOUSE, Payment, Till
from kiosk.practice.fines.queue import Queue
from kiosk.practice.paged import Form, PagedForm
from kiosk.practice.pages import add_static, page
from kiosk.practice.questions import Answers, Errors, Rows


def _receipt(number: str, rows: Rows, day: date) -> bytes:
    head = (("Numéro de la contestation", number), ("Envoyée le", in_full(day)))
    sentence = "Votre contestation est bien arrivée. Gardez ce papier."
    return papers.paper(HOUSE, "Attestation de contestation", sentence, [*head, *rows], day)


def _unknown_notice(answers: Answers) -> Errors:
    if "avis" not in answers:
        return {}
    return unknown(answers["avis"], answers.get("cle", ""))


def fines_app(
    till: Till, clock: Callable[[], float], today: Callable[[], date], pace: float, redesigned: bool = False
) -> web.Application:
    folder = "contraventions/v2" if redesigned else "contraventions"
    payment = Payment(till, Queue(clock, pace), today, folder, redesigned)
    contest = Form(
        root="/contestation" if redesigned else "/contester",
        title="Contester une amende",
        sheets=words.contest(redesigned),
        template=f"{folder}/page.html",
        end=f"{folder}/fin.html",
        prefix="CT",
        paper=_receipt,
        paper_name="attestation-contestation",
        also=_unknown_notice,
    )

    async def home(_request: web.Request) -> web.StreamResponse:
        return page(f"{folder}/accueil.html", pay=payment.root, contest=contest.root, notice=NOTICE)

    app = web.Application()
    app.router.add_get("/", home)
    app.router.add_routes(payment.routes())
    app.router.add_routes(PagedForm(contest, today).routes())
    add_static(app, "commun", "contraventions")
    return app
