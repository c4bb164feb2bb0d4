"""The practice administration as one server: a few names under `.exercice`, one person's state, all in memory.

Ties the services together and listens with TLS on a Unix socket, to which the session's proxy pipes. Make a new one
for each person: what they typed lives and dies with it.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from kiosk.practice.desk import desk_app
from kiosk.practice.energy.app import energy_app
from kiosk.practice.fines.app import fines_app
from kiosk.practice.fines.bank import bank_app
from kiosk.practice.fines.payment import Till
from kiosk.practice.fund.app import fund_app
from kiosk.practice.headers import (
    BANK_HOST,
    DESK_HOST,
    ENERGY_HOST,
    FINES_HOST,
    FUND_HOST,
    HEALTH_HOST,
    IDENTITY_HOST,
    KEY_HOST,
    MAIL_HOST,
    PENSIONS_HOST,
    PHONE_HOST,
    SCHOOL_HOST,
    TAXES_HOST,
    TITLES_HOST,
    TRACES_HOST,
    TRIAL_HOST,
    WORK_HOST,
    add_headers,
    plain_errors,
)
from kiosk.practice.health.app import health_app
from kiosk.practice.mail.app import mail_app
from kiosk.practice.pages import add_static
from kiosk.practice.pensions.app import pensions_app
from kiosk.practice.phone import Phone, phone_app
from kiosk.practice.school.app import school_app
from kiosk.practice.taxes.app import taxes_app
from kiosk.practice.taxes.key import identity_app, key_app
from kiosk.practice.taxes.vouchers import Vouchers
from kiosk.practice.titles.app import titles_app
from kiosk.practice.traces import traces_app
from kiosk.practice.trial import trial_app
from kiosk.practice.work.app import work_app

if TYPE_CHECKING:
    from kiosk.practice.certificate import Authority

TOP_DOMAIN = "exercice"
HOSTS: tuple[str, ...] = (
    FUND_HOST,
    TITLES_HOST,
    PHONE_HOST,
    TRIAL_HOST,
    TRACES_HOST,
    MAIL_HOST,
    DESK_HOST,
    TAXES_HOST,
    KEY_HOST,
    IDENTITY_HOST,
    PENSIONS_HOST,
    HEALTH_HOST,
    FINES_HOST,
    BANK_HOST,
    ENERGY_HOST,
    SCHOOL_HOST,
    WORK_HOST,
)

# The guest is killed before the server stops: nobody is left to wait for.
_LINGER = 0.5


def make_app(
    *,
    clock: Callable[[], float] = time.monotonic,
    today: Callable[[], date] = date.today,
    redesigned: bool = False,
    pace: float = 1.0,
) -> web.Application:
    """All the services, with nothing typed yet. `clock` (seconds) ages the fund's session, `today` dates papers.

    `redesigned`: the services as they look after their makers changed everything: other markup, other order, other
    words on the buttons. The same procedures lead through both. `pace`: how long slow answers and queues take, beside
    what a person meets here; 0 in tests that prove something else.
    """
    phone = Phone()
    app = web.Application(middlewares=[plain_errors])
    app.on_response_prepare.append(add_headers)
    add_static(app, "commun")
    app.add_domain(FUND_HOST, fund_app(phone, clock, today, redesigned=redesigned))
    app.add_domain(TITLES_HOST, titles_app(today, redesigned=redesigned))
    app.add_domain(PHONE_HOST, phone_app(phone))
    app.add_domain(TRIAL_HOST, trial_app())
    app.add_domain(TRACES_HOST, traces_app())
    app.add_domain(MAIL_HOST, mail_app(today, redesigned=redesigned))
    app.add_domain(DESK_HOST, desk_app())
    by_key, by_identity = Vouchers(), Vouchers()
    app.add_domain(TAXES_HOST, taxes_app(by_key, today, redesigned=redesigned))
    app.add_domain(KEY_HOST, key_app(by_key, by_identity, redesigned=redesigned))
    app.add_domain(IDENTITY_HOST, identity_app(by_identity, redesigned=redesigned))
    app.add_domain(HEALTH_HOST, health_app(phone, today, redesigned=redesigned))
    app.add_domain(PENSIONS_HOST, pensions_app(today, pace, redesigned=redesigned))
    till = Till()
    app.add_domain(FINES_HOST, fines_app(till, clock, today, pace, redesigned))
    app.add_domain(BANK_HOST, bank_app(till, redesigned))
    app.add_domain(ENERGY_HOST, energy_app(today, pace, redesigned))
    app.add_domain(SCHOOL_HOST, school_app(today, redesigned))
    app.add_domain(WORK_HOST, work_app(clock, today, redesigned=redesigned))
    return app


async def serve(
    where: Path | str | socket.socket, authority: Authority, *, redesigned: bool = False, pace: float = 1.0
) -> web.AppRunner:
    """Listen with TLS at `where`, a path or a Unix socket that listens already, until the returned runner's
    `cleanup()`. No access log: paths hold numbers."""
    runner = web.AppRunner(make_app(redesigned=redesigned, pace=pace), access_log=None, shutdown_timeout=_LINGER)
    await runner.setup()
    trust = authority.server_context()
    if isinstance(where, socket.socket):
        await web.SockSite(runner, where, ssl_context=trust).start()
    else:
        await web.UnixSite(runner, str(where), ssl_context=trust).start()
    return runner
