"""The certificate of the practice services: an authority and one leaf, made in memory for one person's session.

The guest trusts this authority and no other of its kind; it may only speak for names under `.exercice`, and its own
key is forgotten as soon as the leaf is signed. Nothing here ever touches the disk.
"""

from __future__ import annotations

import contextlib
import json
import os
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.practice.server import HOSTS, TOP_DOMAIN

# The kiosk's clock may be a little wrong; a session lasts hours, so a week is ample.
_BEFORE = timedelta(days=1)
_AFTER = timedelta(days=7)
_MOST_KEPT = 1 << 16


@dataclass(frozen=True)
class Authority:
    """`ca_pem` is what the guest must trust. The leaf and its key stay in here."""

    ca_pem: bytes
    _leaf_pem: bytes = field(repr=False)

    def server_context(self) -> ssl.SSLContext:
        """A TLS context that presents the leaf. OpenSSL only reads keys from files: this one is in memory."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["http/1.1"])
        memory = os.memfd_create("practice-certificate", os.MFD_CLOEXEC)
        try:
            with os.fdopen(os.dup(memory), "wb") as file:
                file.write(self._leaf_pem)
            context.load_cert_chain(f"/proc/self/fd/{memory}")
        finally:
            os.close(memory)
        return context

    def keep(self, memory: int) -> None:
        os.pwrite(memory, json.dumps([self.ca_pem.decode(), self._leaf_pem.decode()]).encode(), 0)


def make_authority(hosts: Sequence[str] = HOSTS) -> Authority:
    """A new authority with a leaf for all of `hosts`, valid from yesterday for a week."""
    now = datetime.now(UTC)
    ca_key = ec.generate_private_key(ec.SECP256R1())
    ca = _ca(ca_key, now)
    leaf_key = ec.generate_private_key(ec.SECP256R1())
    leaf = _leaf(leaf_key, ca, ca_key, now, hosts)
    ca_pem = ca.public_bytes(serialization.Encoding.PEM)
    key_pem = leaf_key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Authority(ca_pem, key_pem + leaf.public_bytes(serialization.Encoding.PEM) + ca_pem)


def kept_authority(memory: int, hosts: Sequence[str] = HOSTS) -> Authority:
    """The authority that is kept in this descriptor of memory, or a new one, kept there from now on: services that
    are started anew must be those that the guest trusts."""
    with contextlib.suppress(ValueError):
        ca_pem, leaf_pem = json.loads(os.pread(memory, _MOST_KEPT, 0))
        return Authority(ca_pem.encode(), leaf_pem.encode())
    authority = make_authority(hosts)
    authority.keep(memory)
    return authority


def _blank(
    subject: str, issuer: x509.Name | None, key: ec.EllipticCurvePublicKey, now: datetime
) -> x509.CertificateBuilder:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer or name)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + _AFTER)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _ca(key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    return (
        _blank("Autorité d'exercice de ce poste", None, key.public_key(), now)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints([x509.DNSName(TOP_DOMAIN)], None), critical=True)
        .sign(key, hashes.SHA256())
    )


def _leaf(
    key: ec.EllipticCurvePrivateKey,
    ca: x509.Certificate,
    ca_key: ec.EllipticCurvePrivateKey,
    now: datetime,
    hosts: Sequence[str],
) -> x509.Certificate:
    authority_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key())
    names = x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts])
    return (
        _blank("Services d'exercice", ca.subject, key.public_key(), now)
        .add_extension(authority_id, critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(names, critical=False)
        .sign(ca_key, hashes.SHA256())
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
