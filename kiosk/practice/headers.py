"""What every answer of the practice services carries, and the pages for what went wrong.

The Content-Security-Policy is as strict as the best real services': the walkthrough is practised, and tested, under
the conditions it meets outside. Knows hosts and headers; knows no page's content.
"""

from __future__ import annotations

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from kiosk.practice.pages import page

FUND_HOST = "caisse.exercice"
TITLES_HOST = "titres.exercice"
PHONE_HOST = "telephone.exercice"
TRIAL_HOST = "essai.exercice"
TRACES_HOST = "traces.exercice"  # for the proof that nothing stays: no procedure leads there
MAIL_HOST = "messagerie.exercice"
DESK_HOST = "bureau.exercice"
FINES_HOST = "contraventions.exercice"
TAXES_HOST = "finances.exercice"
KEY_HOST = "cle-unique.exercice"  # asks an identity provider who somebody is, for the services
IDENTITY_HOST = "identite.exercice"  # one such provider
HEALTH_HOST = "sante.exercice"
WORK_HOST = "emploi.exercice"
ENERGY_HOST = "energie.exercice"
PENSIONS_HOST = "pensions.exercice"
SCHOOL_HOST = "ecole.exercice"
BANK_HOST = "paiement.exercice"  # the card form that the fines show in a frame

_COMMON = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'"
# Its own, and what it made itself; and a site that the post will refuse.
_CONNECTS_TO = {TRACES_HOST: "'self' blob: https://*.exercice"}
_FRAMES = {
    FUND_HOST: f"frame-src https://{PHONE_HOST}; frame-ancestors 'none'",
    PHONE_HOST: f"frame-ancestors https://{FUND_HOST} https://{HEALTH_HOST}",
    HEALTH_HOST: f"frame-src https://{PHONE_HOST}; frame-ancestors 'none'",
    FINES_HOST: f"frame-src https://{BANK_HOST}; frame-ancestors 'none'",
    BANK_HOST: f"frame-ancestors https://{FINES_HOST}",
    PENSIONS_HOST: "frame-src 'self'; frame-ancestors 'self'",
    TRACES_HOST: "frame-src 'self'; frame-ancestors 'self'",
}
# A log-in by redirection: each site's forms lead, through an answer that sends further, to the next one's.
_FORMS_LEAD_TO = {
    TAXES_HOST: (KEY_HOST,),
    KEY_HOST: (IDENTITY_HOST, TAXES_HOST),
    IDENTITY_HOST: (KEY_HOST,),
}


def content_policy(host: str) -> str:
    frames = _FRAMES.get(host, "frame-ancestors 'none'")
    forms = " ".join(["'self'", *(f"https://{other}" for other in _FORMS_LEAD_TO.get(host, ()))])
    connects = _CONNECTS_TO.get(host, "'self'")
    return f"{_COMMON}; connect-src {connects}; form-action {forms}; {frames}"


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """On every answer, refusals and files included."""
    response.headers["Content-Security-Policy"] = content_policy(request.host)
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"


@web.middleware
async def plain_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A French page instead of a trace. The log names the fault's kind and never a value: people type here."""
    try:
        return await handler(request)
    except web.HTTPRedirection:
        raise
    except web.HTTPClientError as refusal:
        return page("commun/absente.html", status=refusal.status)
    except Exception as fault:
        structlog.get_logger().error("practice-page-failed", kind=type(fault).__name__)
        return page("commun/panne.html", status=500)
