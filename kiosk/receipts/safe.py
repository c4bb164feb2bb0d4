"""Where the post's key lies, and beside it how far the book goes: the desktop's keyring (Secret Service).

A file next to the book would be no help: whoever changes the book would change it too. Nothing here ever asks anybody
for a password: a question on the screen of a kiosk would be a way out. What is locked is locked.
"""

from __future__ import annotations

import base64
import json
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import secretstorage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy
from keyring.backend import KeyringBackend
from keyring.backends import SecretService
from keyring.errors import KeyringError
from secretstorage.exceptions import SecretStorageException

SERVICE = "cote-a-cote"
_SECRETS = "org.freedesktop.secrets"


class SafeError(Exception):
    """The safe does not open. `reason` is a code for the log and for the table of words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Head:
    """How far the book goes. `count` and `fingerprint`: its last line. `first` and `before`: the number of the first
    line that is still kept, and what that line is tied to."""

    count: int
    fingerprint: str
    first: int
    before: str


class Safe(ABC):
    """Two things, each whole or absent. Every method may take long and may raise SafeError."""

    @abstractmethod
    def key(self) -> Ed25519PrivateKey | None: ...

    @abstractmethod
    def put_key(self, key: Ed25519PrivateKey) -> None: ...

    @abstractmethod
    def head(self) -> Head | None: ...

    @abstractmethod
    def put_head(self, head: Head) -> None: ...


class KeyringSafe(Safe):
    """The keyring of the account under which the post runs, by its session bus. `post` is the post's name."""

    def __init__(self, post: str) -> None:
        self._post = post
        make: Callable[[], KeyringBackend] = _SilentKeyring
        self._keyring = make()

    def key(self) -> Ed25519PrivateKey | None:
        kept = self._get("key")
        if kept is None:
            return None
        try:
            return Ed25519PrivateKey.from_private_bytes(base64.b64decode(kept, validate=True))
        except ValueError as error:
            raise SafeError("keyring-damaged") from error

    def put_key(self, key: Ed25519PrivateKey) -> None:
        self._put("key", base64.b64encode(key.private_bytes_raw()).decode())

    def head(self) -> Head | None:
        kept = self._get("head")
        try:
            return None if kept is None else Head(**json.loads(kept))
        except (ValueError, TypeError) as error:
            raise SafeError("keyring-damaged") from error

    def put_head(self, head: Head) -> None:
        self._put("head", json.dumps(asdict(head)))

    def _get(self, what: str) -> str | None:
        try:
            kept = self._keyring.get_password(SERVICE, f"{self._post}/{what}")
        except (KeyringError, SecretStorageException, OSError) as error:
            raise SafeError("keyring-failed") from error
        return None if kept is None else str(kept)

    def _put(self, what: str, text: str) -> None:
        try:
            self._keyring.set_password(SERVICE, f"{self._post}/{what}", text)
        except (KeyringError, SecretStorageException, OSError) as error:
            raise SafeError("keyring-failed") from error


class _SilentKeyring(SecretService.Keyring):
    """The library's own would make a keyring, or have it unlocked, by asking whoever sits there."""

    def get_preferred_collection(self) -> Any:
        try:
            bus = secretstorage.dbus_init()
        except (SecretStorageException, OSError) as error:
            raise SafeError("keyring-absent") from error
        try:
            return self._open(bus)
        except BaseException:
            bus.close()
            raise

    def unlock(self, item: Any) -> None:
        if item.is_locked():
            raise SafeError("keyring-locked")

    @staticmethod
    def _open(bus: Any) -> Any:
        # Asking for the name first: the bus would start a keyring of its own accord, a locked one.
        if not Proxy(message_bus, bus).NameHasOwner(_SECRETS)[0]:
            raise SafeError("keyring-absent")
        try:
            collection = secretstorage.Collection(bus)
            if collection.is_locked():
                raise SafeError("keyring-locked")
        except SecretStorageException as error:
            raise SafeError("keyring-empty") from error
        return collection
