"""A safe in memory, that can be shut as a keyring can."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.receipts.safe import Head, Safe, SafeError


class MemorySafe(Safe):
    def __init__(self) -> None:
        self.shut: str | None = None
        self._key: bytes | None = None
        self._head: Head | None = None

    def key(self) -> Ed25519PrivateKey | None:
        self._knock()
        return None if self._key is None else Ed25519PrivateKey.from_private_bytes(self._key)

    def put_key(self, key: Ed25519PrivateKey) -> None:
        self._knock()
        self._key = key.private_bytes_raw()

    def head(self) -> Head | None:
        self._knock()
        return self._head

    def put_head(self, head: Head) -> None:
        self._knock()
        self._head = head

    def _knock(self) -> None:
        if self.shut is not None:
            raise SafeError(self.shut)
