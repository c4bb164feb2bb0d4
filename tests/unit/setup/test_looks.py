"""The test of the network goes the way of a session, and tells a wall from a stranger who answers."""

from __future__ import annotations

import asyncio
import datetime
import socket
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.config import packaged
from kiosk.procedures import loader
from kiosk.session.network.outward import Outward
from kiosk.setup.looks import MOST_HOSTS, Reach, hosts_to_try, printers, reach

SECTION = packaged().network
NAME = "exemple.fr"


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[tuple[int, Path]]:
    """A site of that name with a certificate of its own, and the file of that certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(named, named, key.public_key(), 1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = tmp_path / "site.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = tmp_path / "site.key"
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, private)
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0, ssl=context)
    async with server:
        yield server.sockets[0].getsockname()[1], pem


def leading_to(port: int) -> Outward:
    async def resolve(host: str) -> list[str]:
        return ["93.184.215.14"]

    async def dial(address: str, _port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        # From another address, as a site on the internet is.
        return await asyncio.open_connection("127.0.0.1", port, local_addr=("127.0.0.2", 0))

    return Outward(resolve=resolve, dial=dial)


def resolving(*addresses: str, error: OSError | None = None) -> Outward:
    async def resolve(host: str) -> list[str]:
        if error is not None:
            raise error
        return list(addresses)

    async def dial(address: str, _port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        raise ConnectionRefusedError

    return Outward(resolve=resolve, dial=dial)


async def test_a_site_that_proves_its_name_is_reached(site: tuple[int, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    port, pem = site
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    assert await reach(NAME, SECTION, leading_to(port)) is Reach.OK


async def test_a_stranger_in_its_place_is_told(site: tuple[int, Path]) -> None:
    assert await reach(NAME, SECTION, leading_to(site[0])) is Reach.CERTIFICATE


async def test_each_wall_has_its_word() -> None:
    assert await reach(NAME, SECTION, resolving("192.168.1.1")) is Reach.INSIDE
    assert await reach(NAME, SECTION, resolving("93.184.215.14")) is Reach.SILENT
    assert await reach(NAME, SECTION, resolving(error=socket.gaierror(socket.EAI_AGAIN, ""))) is Reach.NO_NETWORK
    assert await reach(NAME, SECTION, resolving(error=socket.gaierror(socket.EAI_NONAME, ""))) is Reach.SILENT


def test_the_sites_tried_are_those_of_real_procedures() -> None:
    hosts = hosts_to_try(loader.load(packaged().procedures.every_folder).procedures)
    assert len(hosts) == MOST_HOSTS == len(set(hosts))
    assert not any(host.endswith(".exercice") for host in hosts)


async def test_without_a_print_server_there_are_no_printers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server = f"localhost:{free.getsockname()[1]}"
    assert await printers(packaged().print.model_copy(update={"server": server})) == ()
