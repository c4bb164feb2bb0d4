"""The way to the sites: a network, names, the network's own proxy, each service, its certificate, and the clock.

Goes the same way as a session's own proxy: the same rules, the same look at addresses. Looks at each service once, with
one short question, then judges (`judge`, pure). The clock is compared with theirs.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import ssl
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Literal

from kiosk.checks import Check, Verdict
from kiosk.config import Config, NetworkSection
from kiosk.kept_packs import every_folder
from kiosk.procedures import loader
from kiosk.procedures.groups import allowed_hosts
from kiosk.session.network.outward import LeadsInsideError, NoNetworkError, Outward
from kiosk.session.network.policy import HTTPS, AllowList
from kiosk.session.network.trackers import known_trackers

How = Literal["answers", "rules", "name", "inside", "no-network", "shut", "certificate"]

_AT_ONCE = 6
_HEAD = 16_384
SOON = timedelta(days=10)
MOST_DRIFT = 120.0
"""Seconds. Certificates that were just renewed are refused beyond some minutes."""
_NO_SITE = "Aucun vrai site ne s'ouvre. Les démarches d'entraînement marchent."


@dataclass(frozen=True)
class Service:
    """`until`: the end of its certificate. `ahead`: seconds by which our clock is ahead of its."""

    host: str
    how: How
    until: datetime | None = None
    ahead: float | None = None


@dataclass(frozen=True)
class Network:
    """`route`: there is a way out. `names`: a name was found; None where the proxy looks for names. `proxy`: it
    answers; None where there is none. `checked`: the machine knows whom to believe about certificates."""

    route: bool
    upstream: str = ""
    proxy: bool | None = None
    names: bool | None = None
    services: tuple[Service, ...] = ()
    checked: bool = True


def look(config: Config) -> Network:
    # The system's own patience with a name server that is silent is half a minute for each name.
    os.environ.setdefault("RES_OPTIONS", "timeout:2 attempts:1")
    return asyncio.run(_look(config, has_route(Path("/proc/net"))))


def has_route(folder: Path) -> bool:
    """Whether the kernel has a way to somewhere else."""
    with contextlib.suppress(OSError):
        rows = [line.split() for line in (folder / "route").read_text().splitlines()[1:]]
        if any(row[1] == "00000000" and row[0] != "lo" for row in rows if len(row) > 1):
            return True
    with contextlib.suppress(OSError):
        rows = [line.split() for line in (folder / "ipv6_route").read_text().splitlines()]
        return any(row[0] == "0" * 32 and row[1] == "00" and row[-1] != "lo" for row in rows if row)
    return False


async def _look(config: Config, route: bool) -> Network:
    section = config.network
    proxy = await _opens(section.upstream, section.connect_timeout_seconds) if section.upstream else None
    # A proxy of the place needs no way out of our own.
    if proxy is False or (proxy is None and not route):
        return Network(route, section.upstream, proxy)
    hosts = wanted(config)
    names = await _any_name(hosts) if proxy is None else None
    if names is False:
        return Network(route, section.upstream, proxy, names)
    context = ssl.create_default_context()
    checked = bool(context.get_ca_certs()) or Path("/etc/ssl/certs/ca-certificates.crt").exists()
    turn = asyncio.Semaphore(_AT_ONCE)
    ways = [_visit(host, rules, section, context, turn) for host, rules in hosts.items()]
    return Network(route, section.upstream, proxy, names, tuple(await asyncio.gather(*ways)), checked)


def wanted(config: Config) -> dict[str, AllowList]:
    """The service of each real procedure, and what IT allows by its whole name, with the rules of such a session."""
    trackers = known_trackers()
    plain = tuple(one for one in config.network.allow if not one.startswith("*."))
    found = {host: AllowList(config.network.allow, trackers) for host in plain}
    for procedure in loader.load(every_folder(config)).procedures:
        if not (procedure.practice or procedure.starts_here):
            found[procedure.host] = AllowList((*allowed_hosts(procedure), *config.network.allow), trackers)
    return dict(sorted(found.items()))


async def _opens(address: str, seconds: float) -> bool:
    name, _, port = address.rpartition(":")
    try:
        async with asyncio.timeout(seconds):
            _, writer = await asyncio.open_connection(name, int(port))
    except OSError:
        return False
    writer.close()
    return True


async def _any_name(hosts: Iterable[str]) -> bool:
    """Two, so that one service that has gone is not taken for a silent name server."""
    for host in list(hosts)[:2]:
        with contextlib.suppress(OSError):
            await asyncio.get_running_loop().getaddrinfo(host, HTTPS, type=socket.SOCK_STREAM)
            return True
    return False


async def _visit(
    host: str, rules: AllowList, section: NetworkSection, context: ssl.SSLContext, turn: asyncio.Semaphore
) -> Service:
    if not rules.decide(host, HTTPS).allowed:
        return Service(host, "rules")
    way = Outward(section.internal, section.upstream)
    async with turn:
        try:
            async with asyncio.timeout(section.connect_timeout_seconds):
                reader, writer = await way.open(host)
                try:
                    return await _ask(host, reader, writer, context)
                finally:
                    writer.close()
        except OSError as error:
            return Service(host, _how(error))


def _how(error: OSError) -> How:
    match error:
        case ssl.SSLCertVerificationError():
            return "certificate"
        case LeadsInsideError():
            return "inside"
        case NoNetworkError():
            return "no-network"
        case socket.gaierror():
            return "name"
        case _:
            return "shut"


async def _ask(
    host: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, context: ssl.SSLContext
) -> Service:
    await writer.start_tls(context, server_hostname=host)
    certificate = writer.get_extra_info("peercert") or {}
    writer.write(f"HEAD / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nUser-Agent: kiosk-doctor\r\n\r\n".encode())
    head = b""
    # A site may dislike the question: it is there all the same.
    with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        head = await reader.readuntil(b"\r\n\r\n")
    return Service(host, "answers", end_of(certificate), ahead_of(head[:_HEAD], datetime.now(UTC)))


def end_of(certificate: dict[str, Any]) -> datetime | None:
    """Of a certificate as `ssl` tells it."""
    written = certificate.get("notAfter")
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(written)), UTC) if written else None


def ahead_of(head: bytes, now: datetime) -> float | None:
    """Seconds by which `now` is ahead of what a site's answer says."""
    for line in head.decode("latin-1").split("\r\n"):
        name, _, value = line.partition(":")
        if name.strip().lower() == "date":
            with contextlib.suppress(ValueError, TypeError):
                return (now - parsedate_to_datetime(value.strip()).astimezone(UTC)).total_seconds()
    return None


# --- judging ------------------------------------------------------------------------------------------------------


def judge(found: Network, now: datetime | None = None) -> Iterator[Check]:
    """Stops at what makes the rest meaningless."""
    if found.proxy is None and not found.route:
        yield Check(
            "network",
            Verdict.FAILED,
            "Le poste n'est relié à aucun réseau qui mène dehors.",
            _NO_SITE,
            "Branchez le câble du réseau. Puis regardez : ip route",
        )
        return
    yield Check("network", Verdict.OK, "Le poste est relié à un réseau.")
    if found.proxy is False:
        yield Check(
            "proxy",
            Verdict.FAILED,
            f"Le proxy du réseau ne répond pas : {found.upstream}",
            _NO_SITE,
            "Corrigez [network] upstream dans /etc/kiosk/kiosk.toml, ou demandez au service du réseau.",
        )
        return
    said = f"Le proxy du réseau répond : {found.upstream}" if found.proxy else "Le poste sort sans proxy."
    yield Check("proxy", Verdict.OK, said)
    if found.names is False:
        yield Check(
            "names",
            Verdict.FAILED,
            "Le poste ne trouve pas l'adresse des sites (DNS).",
            _NO_SITE,
            "Regardez les serveurs de noms : cat /etc/resolv.conf. Puis essayez : getent hosts www.service-public.fr",
        )
        return
    said = "Le proxy cherche l'adresse des sites." if found.names is None else "Le poste trouve l'adresse des sites."
    yield Check("names", Verdict.OK, said)
    yield from _services(found.services)
    yield from _certificates(found, now or datetime.now(UTC))
    yield _clock(found.services)


_WHY: dict[How, tuple[str, str]] = {
    "rules": (
        "les règles de sa propre démarche l'arrêtent",
        "Corrigez « allow » dans le fichier de la démarche, puis : sudo kiosk procedures check",
    ),
    "name": ("son nom n'existe pas ou plus", "Cherchez sa nouvelle adresse. Corrigez « start » dans la démarche."),
    "inside": (
        "son nom mène au réseau du lieu",
        "Un portail demande peut-être une connexion. Si c'est voulu : [network] internal.",
    ),
    "no-network": ("le réseau ne mène pas jusqu'à lui", "Regardez le câble et la box, puis recommencez."),
    "shut": ("il ne répond pas", "Essayez plus tard, et d'un autre poste. Sinon, le pare-feu l'arrête peut-être."),
    "certificate": (
        "son certificat n'est pas reconnu",
        "Regardez l'heure du poste. Un pare-feu du réseau ouvre peut-être les pages : demandez une exception.",
    ),
}


def _services(services: Iterable[Service]) -> Iterator[Check]:
    services = tuple(services)
    away = [one for one in services if one.how != "answers"]
    for one in away:
        why, remedy = _WHY[one.how]
        yield Check(
            "site",
            Verdict.WARNING,
            f"Le site {one.host} ne s'ouvre pas : {why}.",
            "Les démarches de ce site ne marchent pas sur ce poste.",
            remedy,
        )
    if services and not away:
        yield Check("site", Verdict.OK, f"Les {len(services)} sites des démarches s'ouvrent, par les règles du poste.")


def _certificates(found: Network, now: datetime) -> Iterator[Check]:
    if not found.checked:
        yield Check(
            "certificates",
            Verdict.WARNING,
            "Le système ne sait pas à quels certificats croire.",
            "On ne peut pas vérifier ici ceux des sites. Le navigateur a sa propre liste.",
            "sudo apt install ca-certificates",
        )
        return
    ends = [(one.until, one.host) for one in found.services if one.until is not None]
    ending = [f"{host} ({until:%d/%m/%Y})" for until, host in sorted(ends) if until - now < SOON]
    if ending:
        yield Check(
            "certificates",
            Verdict.WARNING,
            f"Des certificats finissent bientôt : {', '.join(ending)}.",
            "Après ce jour, ces sites ne s'ouvriront plus.",
            "Regardez l'heure du poste : date. Si elle est juste, prévenez ces services.",
        )
    elif ends:
        yield Check("certificates", Verdict.OK, "Les certificats des sites sont valables.")


def _clock(services: Iterable[Service]) -> Check:
    told = [one.ahead for one in services if one.ahead is not None]
    if not told:
        return Check(
            "clock",
            Verdict.WARNING,
            "L'heure du poste n'a pas pu être comparée : aucun site n'a donné la sienne.",
            "Une horloge fausse fait refuser les sites.",
            "Comparez avec une montre : date",
        )
    ahead = statistics.median(told)
    if abs(ahead) > MOST_DRIFT:
        side = "avance" if ahead > 0 else "retarde"
        return Check(
            "clock",
            Verdict.FAILED,
            f"L'horloge du poste {side} de {abs(ahead) / 60:.0f} minutes.",
            "Des sites sont refusés, et les reçus ont une heure fausse.",
            'sudo timedatectl set-ntp true. Ou, sans réseau : sudo timedatectl set-time "AAAA-MM-JJ HH:MM:SS"',
        )
    return Check("clock", Verdict.OK, "L'horloge du poste est juste.")
