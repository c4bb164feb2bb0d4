"""Whose packs the post believes: public keys as PEM files, in a folder that IT alone may write; and how a key is made.

A key is known by its fingerprint, which can be read aloud over the telephone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from kiosk.errors import Problem
from kiosk.packs.errors import PackError

ENDING = ".pub"
_LARGEST = 16 * 1024
_MOST = 100


class KeyFileError(PackError):
    what = "La clé ne peut pas être lue."
    kept = "Rien n'a changé."
    todo = (
        "Donnez le fichier de la clé privée, en PEM, et sa phrase secrète. Pour en faire une : kiosk packs key FICHIER"
    )


@dataclass(frozen=True)
class Keyring:
    """The keys that are believed, by fingerprint. `problems`: files that hold none."""

    keys: Mapping[str, Ed25519PublicKey]
    problems: tuple[Problem, ...] = ()


def fingerprint(key: Ed25519PublicKey) -> str:
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()


def shown(print_: str) -> str:
    """The beginning of a fingerprint, in fours: enough to tell keys apart, short enough to be read."""
    return " ".join(print_[place : place + 4] for place in range(0, 16, 4))


def accepted(folder: Path) -> Keyring:
    """The keys of `folder`. A post without any believes no pack, and is a normal post."""
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix == ENDING and file.name[0] != ".")
    except FileNotFoundError:
        return Keyring({})
    except OSError:
        return Keyring({}, (Problem(str(folder), "Le dossier des clés ne peut pas être lu.", expected="un dossier"),))
    keys: dict[str, Ed25519PublicKey] = {}
    problems: list[Problem] = []
    for file in files[:_MOST]:
        key = _public(file)
        if key is None:
            what = "Ce n'est pas une clé de lot. Elle n'est pas prise en compte."
            problems.append(Problem(file.name, what, expected="une clé publique Ed25519, en PEM"))
        else:
            keys[fingerprint(key)] = key
    return Keyring(keys, tuple(problems))


def private(file: Path, passphrase: bytes | None) -> Ed25519PrivateKey:
    """Raises KeyFileError."""
    try:
        key = load_pem_private_key(_content(file), passphrase or None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyFileError from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError
    return key


def is_locked(file: Path) -> bool:
    """Whether a passphrase opens it. Raises KeyFileError."""
    try:
        return b"ENCRYPTED" in _content(file)
    except OSError as error:
        raise KeyFileError from error


def make(file: Path, passphrase: bytes) -> tuple[Path, str]:
    """A new key in `file`, for its owner's eyes only, and its public half beside it; its fingerprint.

    An empty passphrase leaves it unlocked. Raises KeyFileError; a file that is there is never written over.
    """
    key = Ed25519PrivateKey.generate()
    lock: KeySerializationEncryption = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    public = file.with_name(file.name + ENDING)
    try:
        _new(file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock), 0o600)
        half = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        _new(public, half, 0o644)
    except OSError as error:
        raise KeyFileError(
            what=f"La clé ne peut pas être écrite dans {file}.", todo="Choisissez un nom nouveau, ou un autre dossier."
        ) from error
    return public, fingerprint(key.public_key())


def _public(file: Path) -> Ed25519PublicKey | None:
    try:
        key = load_pem_public_key(_content(file))
    except (OSError, ValueError, UnsupportedAlgorithm):
        return None
    return key if isinstance(key, Ed25519PublicKey) else None


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_LARGEST)


def _new(file: Path, content: bytes, mode: int) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
