"""`bureau.exercice`: the pages that stand in front while a person is busy with their papers and needs no website.

They belong to real procedures too, so they claim nothing to be practice. The network process of every session serves
them, whether the practice procedures are shown or not. The second page leads to the mailboxes that people use.
"""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from kiosk.practice.pages import add_static, page


@dataclass(frozen=True)
class MailService:
    """`also`: the endings of the addresses that people know it by."""

    name: str
    url: str
    also: str


# Common knowledge, walked by nobody with this post yet. The hosts that these logins need are in
# `procedures.groups` (@mailboxes); where one stops, the proxy's log names the missing host.
MAIL_SERVICES: tuple[MailService, ...] = (
    MailService("Orange", "https://messagerie.orange.fr/", "orange.fr, wanadoo.fr"),
    MailService("Gmail", "https://mail.google.com/", "gmail.com"),
    MailService("Outlook, Hotmail", "https://outlook.live.com/", "outlook.fr, hotmail.fr, live.fr"),
    MailService("La Poste", "https://www.laposte.net/", "laposte.net"),
    MailService("Free", "https://webmail.free.fr/", "free.fr"),
    MailService("SFR", "https://webmail.sfr.fr/", "sfr.fr, neuf.fr"),
    MailService("Yahoo", "https://mail.yahoo.com/", "yahoo.fr, yahoo.com"),
    MailService("Bouygues", "https://www.mail.bbox.bouyguestelecom.fr/", "bbox.fr"),
    MailService("iCloud", "https://www.icloud.com/mail", "icloud.com, me.com"),
    MailService("Proton", "https://mail.proton.me/", "proton.me, protonmail.com"),
)


async def _papers(_request: web.Request) -> web.Response:
    return page("bureau/papiers.html")


async def _mails(_request: web.Request) -> web.Response:
    return page("bureau/mails.html", services=MAIL_SERVICES)


def desk_app() -> web.Application:
    app = web.Application()
    app.router.add_get("/", _papers)
    app.router.add_get("/mails", _mails)
    add_static(app, "commun", "bureau")
    return app
