"""The one file that a pack is, as bytes: read with distrust, written the same each time.

    cote-a-cote pack 1
    key <fingerprint of the signer's key, 64 hexadecimal digits>
    signature <Ed25519 over the mark and the manifest, 128 hexadecimal digits>
    manifest <its length in bytes, 8 digits>
    <the manifest, JSON><the files one after the other, in the manifest's order>

Nothing is packed tight, so nothing can swell. Nothing of the manifest is read before its signature is seen to be right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.packs.errors import AlteredError, BadlyFormedError, TooLargeError, UnknownSignerError
from kiosk.packs.keys import Keyring, fingerprint
from kiosk.packs.manifest import LARGEST_MANIFEST, LARGEST_PACK, Manifest, decoded, encoded, match

_MARK = b"cote-a-cote pack 1\n"
_HEAD = re.compile(
    re.escape(_MARK) + rb"key ([0-9a-f]{64})\nsignature ([0-9a-f]{128})\nmanifest ([0-9]{8})\n", re.ASCII
)
_HEAD_LENGTH = len(_MARK) + len("key \n") + 64 + len("signature \n") + 128 + len("manifest \n") + 8
LARGEST = _HEAD_LENGTH + LARGEST_MANIFEST + LARGEST_PACK


@dataclass(frozen=True)
class Signed:
    """A manifest that is believed. `head`: the very bytes that make it so. `signer`: a fingerprint."""

    manifest: Manifest
    signer: str
    head: bytes


@dataclass(frozen=True)
class Pack:
    """Whole, and as it was signed."""

    signed: Signed
    contents: Mapping[str, bytes]


def read(untrusted: bytes, keyring: Keyring) -> Pack:
    """Raises the PackError that says why it is not believed."""
    if len(untrusted) > LARGEST:
        raise TooLargeError
    signed, rest = read_head(untrusted, keyring)
    if len(rest) != signed.manifest.size:
        raise AlteredError if len(rest) > signed.manifest.size else BadlyFormedError
    contents: dict[str, bytes] = {}
    place = 0
    for item in signed.manifest.files:
        content = rest[place : place + item.size]
        match(item, content)
        contents[item.name] = content
        place += item.size
    return Pack(signed, contents)


def read_head(untrusted: bytes, keyring: Keyring) -> tuple[Signed, bytes]:
    """The manifest, and what follows it. Raises PackError."""
    found = _HEAD.match(untrusted)
    if found is None:
        raise BadlyFormedError
    signer, signature, length = found[1].decode(), bytes.fromhex(found[2].decode()), int(found[3])
    end = found.end() + length
    if length > LARGEST_MANIFEST or end > len(untrusted):
        raise BadlyFormedError
    key = keyring.keys.get(signer)
    if key is None:
        raise UnknownSignerError
    manifest = untrusted[found.end() : end]
    try:
        key.verify(signature, _MARK + manifest)
    except InvalidSignature as error:
        raise AlteredError from error
    return Signed(decoded(manifest), signer, untrusted[:end]), untrusted[end:]


def written(manifest: Manifest, contents: Mapping[str, bytes], key: Ed25519PrivateKey) -> bytes:
    """The same bytes for the same pack and key, wherever and whenever."""
    said = encoded(manifest)
    head = b"key %s\nsignature %s\nmanifest %08d\n" % (
        fingerprint(key.public_key()).encode(),
        key.sign(_MARK + said).hex().encode(),
        len(said),
    )
    return _MARK + head + said + b"".join(contents[item.name] for item in manifest.files)
