"""Who vouches for the post: a certificate of the site's own name, or one made in memory for a single opening.

Knows certificates and files; knows no phone. The key never reaches a disk from here.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.config.model import PhoneSection

# The clocks of phones and old posts are a little wrong; a door is open for minutes.
_BEFORE = timedelta(days=1)
_AFTER = timedelta(days=1)


class Flaw(StrEnum):
    """Why the site's certificate cannot be used. `kiosk doctor` says it in words."""

    INCOMPLETE = "incomplete"  # not all of host, certificate and key are written
    UNREADABLE = "unreadable"
    MALFORMED = "malformed"
    OTHER_KEY = "other-key"
    OTHER_HOST = "other-host"
    EXPIRED = "expired"


class FlawedCertificateError(Exception):
    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


@dataclass(frozen=True)
class Vouched:
    """`host` for the address. `own`: phones will warn. `pem`: the certificate, its chain and the key."""

    host: str
    own: bool
    pem: bytes = field(repr=False)


def vouch(section: PhoneSection, address: str) -> Vouched:
    """Raises FlawedCertificateError when the site wrote its own certificate and it cannot be used: falling back to
    one that makes phones warn would teach people to press on."""
    written = (section.host, section.certificate, section.key)
    if not any(written):
        return Vouched(address, own=True, pem=_own(address))
    if not all(written):
        raise FlawedCertificateError(Flaw.INCOMPLETE)
    return Vouched(section.host, own=False, pem=_sites(section))


def expires(section: PhoneSection) -> datetime:
    """When the site's certificate ends. Raises FlawedCertificateError."""
    return _leaf(_read(section.certificate)).not_valid_after_utc


def _sites(section: PhoneSection) -> bytes:
    certificate, key = _read(section.certificate), _read(section.key)
    leaf = _leaf(certificate)
    try:
        private = serialization.load_pem_private_key(key, password=None)
    except (ValueError, TypeError) as error:  # TypeError: it has a password
        raise FlawedCertificateError(Flaw.MALFORMED) from error
    if _public(private.public_key()) != _public(leaf.public_key()):
        raise FlawedCertificateError(Flaw.OTHER_KEY)
    if not _names(leaf, section.host):
        raise FlawedCertificateError(Flaw.OTHER_HOST)
    if not leaf.not_valid_before_utc <= datetime.now(UTC) <= leaf.not_valid_after_utc:
        raise FlawedCertificateError(Flaw.EXPIRED)
    return certificate.rstrip() + b"\n" + key


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise FlawedCertificateError(Flaw.UNREADABLE) from error


def _leaf(pem: bytes) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificates(pem)[0]
    except ValueError as error:
        raise FlawedCertificateError(Flaw.MALFORMED) from error


def _names(leaf: x509.Certificate, host: str) -> bool:
    try:
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    wild = "*." + host.partition(".")[2]
    return any(name.lower() in (host, wild) for name in names.get_values_for_type(x509.DNSName))


def _public(key: object) -> bytes:
    return key.public_bytes(  # type: ignore[attr-defined,no-any-return]  # every kind of public key has it
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def _own(address: str) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Côte à Côte")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + _AFTER)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    return certificate.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
