"""How the doctor reads what other programs and the kernel write: his judging is only as good as that."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.config import load
from kiosk.doctor import confinement, letters, machine, network, programs, system
from kiosk.session.network.outward import LeadsInsideError, NoNetworkError
from kiosk.session.network.policy import AllowList

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def written(folder: Path, **files: str) -> list[Path]:
    paths = []
    for name, text in files.items():
        paths.append(folder / f"{name}.conf")
        paths[-1].write_text(text)
    return paths


# --- the system ---------------------------------------------------------------------------------------------------


def test_the_last_file_of_the_system_is_believed_and_other_sections_are_not(tmp_path: Path) -> None:
    files = written(
        tmp_path,
        a="[Journal]\n#Storage=none\nStorage=persistent\nSystemMaxUse = 50M\n",
        b="[Other]\nStorage=none\n[Journal]\nStorage=volatile\n",
    )
    assert system.settings([*files, tmp_path / "absent.conf"], "Journal") == {
        "Storage": "volatile",
        "SystemMaxUse": "50M",
    }


def test_a_lid_sleeps_unless_somebody_has_said_otherwise() -> None:
    assert "HandleLidSwitch" in system.sleepers({})
    awake = {"HandleLidSwitch": "ignore", "HandleSuspendKey": "ignore", "HandleHibernateKey": "ignore"}
    assert system.sleepers(awake) == ()
    assert system.sleepers({**awake, "HandlePowerKey": "suspend"}) == ("HandlePowerKey",)


def test_what_the_post_installs_lets_no_key_make_it_sleep() -> None:
    drop_in = Path(__file__).parents[3] / "packaging" / "system" / "drop-ins" / "logind.conf"
    assert system.sleepers(system.settings([drop_in], "Login")) == ()


def test_changed_files_are_those_of_the_package_and_not_its_settings() -> None:
    said = (
        "??5??????   /opt/cote-a-cote/kiosk/app.py\n"
        "missing     /opt/cote-a-cote/assets/fonts/a b.ttf\n"
        "??5?????? c /etc/kiosk/a.conf\n"
        "missing   c /etc/kiosk/b.conf\n"
    )
    assert system.changed_in(said) == ("/opt/cote-a-cote/kiosk/app.py", "/opt/cote-a-cote/assets/fonts/a b.ttf")
    assert system.changed_in("") == ()


def test_debian_is_asked_whether_a_package_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "PACKAGE", "bubblewrap")
    found = system.look_at_package()
    assert (found.installed, found.whole) == (True, True)
    monkeypatch.setattr(system, "PACKAGE", "no-such-package-anywhere")
    assert system.look_at_package() == system.Package(installed=False)


def test_a_program_that_is_not_there_or_fails_says_nothing() -> None:
    assert programs.answer_of("/nowhere/program") is None
    assert programs.answer_of("false") is None
    assert programs.answer_of("false", any_status=True) == ""
    assert programs.answer_of("sleep", "60", seconds=0.05) is None
    assert programs.answer_of("echo", "oui") == "oui\n"


# --- the machine --------------------------------------------------------------------------------------------------


def test_memory_is_read_in_bytes(tmp_path: Path) -> None:
    (tmp_path / "meminfo").write_text("MemTotal:        3902016 kB\nMemAvailable:  100 kB\nHugePages_Total:  0\nodd\n")
    found = machine.memory_figures(tmp_path / "meminfo")
    assert (found["MemTotal"], found["MemAvailable"]) == (3_902_016 * 1024, 102_400)
    assert machine.memory_figures(tmp_path / "absent") == {}


@pytest.mark.parametrize(
    ("apparmor", "debian", "most", "who"),
    [("0", "1", "15000", ""), ("1", "1", "1", "apparmor"), ("1", "0", "1", "debian"), ("0", "1", "0", "none-left")],
)
def test_who_forbids_namespaces_is_named(tmp_path: Path, apparmor: str, debian: str, most: str, who: str) -> None:
    switches = {"apparmor": tmp_path / "a", "debian": tmp_path / "d", "none-left": tmp_path / "n"}
    for name, value in (("a", apparmor), ("d", debian), ("n", most)):
        (tmp_path / name).write_text(value + "\n")
    assert confinement.shut_by(switches) == who
    assert confinement.shut_by(dict.fromkeys(switches, tmp_path / "absent")) == ""


# --- letters ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "measured", "missing", "joined"),
    [
        (None, False, (), False),
        (json.dumps({"missing": [], "joined": True}), True, (), True),
        (json.dumps({"missing": ["œ"], "joined": False}), True, ("œ",), False),
    ],
)
def test_letters_are_as_qt_measured_them(
    monkeypatch: pytest.MonkeyPatch, said: str | None, measured: bool, missing: tuple[str, ...], joined: bool
) -> None:
    libraries = "\tlibxcb-cursor.so.0 => not found\n\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x1)\n"
    monkeypatch.setattr(letters, "answer_of", lambda program, *_, **__: libraries if program == "ldd" else said)
    found = letters.look()
    assert found == letters.Letters(("libxcb-cursor.so.0",), measured, missing, joined)


# --- the network --------------------------------------------------------------------------------------------------

ROUTE = "Iface\tDestination\tGateway\neth0\t0011A8C0\t00000000\n"


def test_a_way_out_is_a_route_to_everywhere(tmp_path: Path) -> None:
    assert not network.has_route(tmp_path)
    (tmp_path / "route").write_text(ROUTE)
    assert not network.has_route(tmp_path)
    (tmp_path / "route").write_text(ROUTE + "eth0\t00000000\t0111A8C0\n")
    assert network.has_route(tmp_path)
    (tmp_path / "route").write_text(ROUTE)
    (tmp_path / "ipv6_route").write_text(f"{'0' * 32} 00 {'0' * 32} 00 fe80 00000400 1 0 00000003     lo\n")
    assert not network.has_route(tmp_path)
    (tmp_path / "ipv6_route").write_text(f"{'0' * 32} 00 {'0' * 32} 00 fe80 00000400 1 0 00000003     eth0\n")
    assert network.has_route(tmp_path)


def test_the_clock_is_compared_with_the_answer_of_a_site() -> None:
    head = b"HTTP/1.1 200 OK\r\nServer: x\r\ndate: Sun, 22 Nov 2026 11:45:00 GMT\r\n\r\n"
    assert network.ahead_of(head, NOW) == 900.0
    assert network.ahead_of(b"HTTP/1.1 200 OK\r\nDate: yesterday\r\n\r\n", NOW) is None
    assert network.ahead_of(b"", NOW) is None


@pytest.mark.parametrize(
    ("error", "how"),
    [
        (LeadsInsideError(), "inside"),
        (NoNetworkError(), "no-network"),
        (socket.gaierror(-2, "no"), "name"),
        (ssl.SSLCertVerificationError(), "certificate"),
        (TimeoutError(), "shut"),
        (ConnectionRefusedError(), "shut"),
    ],
)
def test_why_a_site_does_not_open_is_told_apart(error: OSError, how: str) -> None:
    assert network._how(error) == how


def test_every_service_is_looked_at_by_the_rules_of_its_own_procedure() -> None:
    wanted = network.wanted(load([], ['network.allow=["mairie.exemple.fr", "*.exemple.org"]']).config)
    assert "mairie.exemple.fr" in wanted
    assert len(wanted) > 15
    assert not [host for host, rules in wanted.items() if not rules.decide(host, 443).allowed]
    assert not [host for host in wanted if host.endswith(".exercice") or host.startswith("*")]


async def test_a_site_that_the_rules_stop_is_not_even_called() -> None:
    found = await network._visit(
        "www.caf.fr", AllowList(), load([]).config.network, _trusting(b""), asyncio.Semaphore()
    )
    assert found == network.Service("www.caf.fr", "rules")


class Proxy:
    """The network's own, and behind it a site with a certificate of its own."""

    def __init__(self, folder: Path, until: datetime, answer: bytes) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.certificate = _certificate(folder, until)
        self._context.load_cert_chain(folder / "both.pem")
        self._answer = answer

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            await writer.start_tls(self._context)
            await reader.readuntil(b"\r\n\r\n")
            writer.write(self._answer)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


def _certificate(folder: Path, until: datetime) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "site.exemple.fr")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(until - timedelta(days=400))
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("site.exemple.fr")]), critical=False)
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.PEM)
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "both.pem").write_bytes(private + made)
    return made


def _trusting(certificate: bytes) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if certificate:
        context.load_verify_locations(cadata=certificate.decode())
    return context


@pytest.mark.parametrize(("trusted", "how"), [(True, "answers"), (False, "certificate")])
async def test_a_site_is_asked_through_the_proxy_of_the_place(tmp_path: Path, trusted: bool, how: str) -> None:
    until = datetime.now(UTC).replace(microsecond=0) + timedelta(days=5)
    proxy = Proxy(tmp_path, until, b"HTTP/1.1 404 Not Found\r\nDate: Sun, 22 Nov 2026 11:45:00 GMT\r\n\r\n")
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        section = load([], [f'network.upstream="127.0.0.1:{port}"']).config.network
        rules, turn = AllowList(("site.exemple.fr",)), asyncio.Semaphore()
        context = _trusting(proxy.certificate if trusted else b"")
        found = await network._visit("site.exemple.fr", rules, section, context, turn)
    assert (found.host, found.how) == ("site.exemple.fr", how)
    assert found.until == (until if trusted else None)
    assert (found.ahead is not None) == trusted


async def test_a_proxy_that_does_not_answer_ends_the_round(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    config = load([], [f'network.upstream="127.0.0.1:{port}"', f"state.directory={tmp_path}"]).config
    assert await network._look(config, route=False) == network.Network(False, f"127.0.0.1:{port}", proxy=False)


async def test_a_post_without_a_way_out_is_asked_nothing_more(tmp_path: Path) -> None:
    config = load([], [f"state.directory={tmp_path}"]).config
    assert await network._look(config, route=False) == network.Network(False)
