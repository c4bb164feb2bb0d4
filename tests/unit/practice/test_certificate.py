"""The guest trusts the practice authority for `.exercice` alone, and the Unix socket answers with its leaf."""

from __future__ import annotations

import asyncio
import os
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from kiosk.practice.certificate import Authority, kept_authority, make_authority
from kiosk.practice.headers import PENSIONS_HOST
from kiosk.practice.server import HOSTS, serve


async def test_every_host_is_served_over_tls_on_the_unix_socket(tmp_path: Path) -> None:
    authority = make_authority()
    runner = await serve(tmp_path / "practice.sock", authority)
    for host in HOSTS:
        # The pension office is closed for upkeep at the first visit.
        expected = "503 Service Unavailable" if host == PENSIONS_HOST else "200 OK"
        assert await _first_line(tmp_path / "practice.sock", authority, host) == f"HTTP/1.1 {expected}"
    await runner.cleanup()


async def test_the_leaf_is_refused_for_another_name_and_by_who_does_not_trust_the_authority(tmp_path: Path) -> None:
    authority, stranger = make_authority(), make_authority()
    runner = await serve(tmp_path / "practice.sock", authority)
    for trusted, name in ((authority, "www.caf.fr"), (stranger, "caisse.exercice")):
        with pytest.raises(ssl.SSLCertVerificationError):
            await _first_line(tmp_path / "practice.sock", trusted, name)
    await runner.cleanup()


def test_the_authority_may_only_speak_for_exercice() -> None:
    ca = x509.load_pem_x509_certificate(make_authority().ca_pem)
    assert ca.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    limits = ca.extensions.get_extension_for_class(x509.NameConstraints)
    assert limits.critical
    assert limits.value.permitted_subtrees == [x509.DNSName("exercice")]


def test_the_leaf_names_every_host_and_lasts_a_week() -> None:
    authority = make_authority()
    ca = x509.load_pem_x509_certificate(authority.ca_pem)
    leaf = x509.load_pem_x509_certificate(authority._leaf_pem)
    leaf.verify_directly_issued_by(ca)
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert tuple(names.get_values_for_type(x509.DNSName)) == HOSTS
    assert ExtendedKeyUsageOID.SERVER_AUTH in leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert leaf.not_valid_before_utc < datetime.now(UTC) - timedelta(hours=23)
    assert timedelta(days=6) < leaf.not_valid_after_utc - datetime.now(UTC) <= timedelta(days=7)


def test_services_that_are_started_anew_are_those_that_the_guest_trusts() -> None:
    memory = os.memfd_create("test")
    first = kept_authority(memory)
    assert kept_authority(memory) == first
    os.ftruncate(memory, 10)  # whoever wrote it died half-way: nobody trusts it yet
    again = kept_authority(memory)
    assert again != first
    assert kept_authority(memory) == again
    os.close(memory)


def test_the_key_is_not_shown_by_repr() -> None:
    assert "PRIVATE" not in repr(make_authority())


async def _first_line(path: Path, authority: Authority, host: str) -> str:
    trust = ssl.create_default_context(cadata=authority.ca_pem.decode())
    reader, writer = await asyncio.open_unix_connection(str(path), ssl=trust, server_hostname=host)
    writer.write(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer.split(b"\r\n", 1)[0].decode()
