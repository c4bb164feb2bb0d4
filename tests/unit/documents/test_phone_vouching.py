"""The certificate that a phone sees: the post's own, or the site's when it can be used."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.config.loader import packaged
from kiosk.config.model import PhoneSection
from kiosk.documents.phone.vouching import Flaw, FlawedCertificateError, vouch

HOST = "poste-1.exemple.fr"
DAY = timedelta(days=1)


def write(folder: Path, host: str = HOST, days: float = 30) -> PhoneSection:
    """A site's certificate and key, and the configuration that names them."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - 60 * DAY)
        .not_valid_after(now + days * DAY)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    folder.mkdir(exist_ok=True)
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return packaged().phone.model_copy(
        update={"host": HOST, "certificate": str(folder / "cert.pem"), "key": str(folder / "key.pem")}
    )


def loads(pem: bytes, folder: Path) -> None:
    (folder / "both.pem").write_bytes(pem)
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(folder / "both.pem")


def test_its_own_is_for_its_address_and_for_hours(tmp_path: Path) -> None:
    vouched = vouch(packaged().phone, "192.168.1.20")
    certificate = x509.load_pem_x509_certificate(vouched.pem)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.IPAddress) == [ipaddress.ip_address("192.168.1.20")]
    assert certificate.not_valid_after_utc - datetime.now(UTC) <= DAY
    assert (vouched.host, vouched.own) == ("192.168.1.20", True)
    loads(vouched.pem, tmp_path)


def test_each_opening_has_another_key() -> None:
    assert vouch(packaged().phone, "10.0.0.1").pem != vouch(packaged().phone, "10.0.0.1").pem


@pytest.mark.parametrize("named", [HOST, "*.exemple.fr"])
def test_the_sites_own_is_used_as_it_is(tmp_path: Path, named: str) -> None:
    vouched = vouch(write(tmp_path, named), "192.168.1.20")
    assert (vouched.host, vouched.own) == (HOST, False)
    loads(vouched.pem, tmp_path)


@pytest.mark.parametrize(
    ("flaw", "change"),
    [
        (Flaw.INCOMPLETE, {"key": ""}),
        (Flaw.INCOMPLETE, {"host": ""}),
        (Flaw.UNREADABLE, {"certificate": "/nowhere/cert.pem"}),
        (Flaw.OTHER_HOST, {"host": "poste-2.exemple.fr"}),
        (Flaw.MALFORMED, {"certificate": __file__}),
        (Flaw.MALFORMED, {"key": __file__}),
    ],
)
def test_a_flaw_is_named_and_never_hidden_by_the_posts_own(tmp_path: Path, flaw: Flaw, change: dict[str, str]) -> None:
    with pytest.raises(FlawedCertificateError) as caught:
        vouch(write(tmp_path).model_copy(update=change), "192.168.1.20")
    assert caught.value.flaw is flaw


def test_an_old_one_and_another_ones_key_are_flaws(tmp_path: Path) -> None:
    with pytest.raises(FlawedCertificateError) as caught:
        vouch(write(tmp_path, days=-1), "192.168.1.20")
    assert caught.value.flaw is Flaw.EXPIRED
    other = write(tmp_path / "other")
    with pytest.raises(FlawedCertificateError) as caught:
        vouch(write(tmp_path).model_copy(update={"key": other.key}), "192.168.1.20")
    assert caught.value.flaw is Flaw.OTHER_KEY
