"""What this machine has to offer for its setup: printers, scanners, and a way to the sites of the procedures.

Looks only. Each look takes seconds, none raises: what does not answer is not there.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pyipp.enums import IppOperation

from kiosk.config import NetworkSection, PrintSection, ScanSection
from kiosk.documents.printer.server import NoAnswerError, PrintServer, RefusedError
from kiosk.documents.scanner.sane import SaneScanner
from kiosk.procedures.model import Procedure
from kiosk.session.network.outward import LeadsInsideError, NoNetworkError, Outward

MOST_HOSTS = 6


@dataclass(frozen=True)
class Found:
    """`name`: as it is written in the settings. `words`: what its maker or IT calls it."""

    name: str
    words: str


async def printers(section: PrintSection) -> tuple[Found, ...]:
    server = PrintServer(section.server, "kiosk")
    try:
        answer = await server.ask(
            IppOperation.CUPS_GET_PRINTERS,
            requested_attributes=["printer-name", "printer-info", "printer-make-and-model"],
        )
    except (NoAnswerError, RefusedError):
        return ()
    finally:
        await server.close()
    rows = [one for one in answer.get("printers", ()) if one.get("printer-name")]
    return tuple(Found(str(one["printer-name"]), _words(one)) for one in rows)


def _words(printer: dict[str, object]) -> str:
    name = printer["printer-name"]
    said = [str(printer[key]) for key in ("printer-info", "printer-make-and-model") if printer.get(key)]
    return next((one for one in said if one != name), "")


async def scanners(section: ScanSection) -> tuple[Found, ...]:
    """Whatever the settings name."""
    scanner = SaneScanner(section.model_copy(update={"device": "", "enabled": True}))
    try:
        return tuple(Found(name, maker) for name, _, maker in await scanner.listed())
    finally:
        await scanner.close()


class Reach(StrEnum):
    """How far a site was reached. `CERTIFICATE`: somebody answers in its name and cannot prove it."""

    OK = "ok"
    NO_NETWORK = "no-network"
    INSIDE = "inside"
    CERTIFICATE = "certificate"
    SILENT = "silent"


def hosts_to_try(procedures: Iterable[Procedure]) -> tuple[str, ...]:
    """Of the real procedures that are asked for most."""
    real = sorted(
        (one for one in procedures if not (one.practice or one.starts_here)),
        key=lambda one: (one.frequent or 100, one.id),
    )
    return tuple(dict.fromkeys(one.host for one in real))[:MOST_HOSTS]


async def reach(host: str, section: NetworkSection, outward: Outward | None = None) -> Reach:
    """By the very way that a session takes, and with the site's own proof of its name."""
    way = outward or Outward(section.internal, section.upstream)
    try:
        async with asyncio.timeout(section.connect_timeout_seconds):
            _, writer = await way.open(host)
            try:
                await writer.start_tls(ssl.create_default_context(), server_hostname=host)
            finally:
                writer.transport.abort()
    except LeadsInsideError:
        return Reach.INSIDE
    except NoNetworkError:
        return Reach.NO_NETWORK
    except ssl.SSLError:
        return Reach.CERTIFICATE
    except (OSError, TimeoutError):
        return Reach.SILENT
    return Reach.OK
