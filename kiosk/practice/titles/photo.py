"""What the titles agency accepts as an identity photo: a JPEG or PNG of 500 KB at most, recognised by its first bytes.

Also makes the photo that is too heavy, offered so that people meet this refusal once without stakes.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

LIMIT = 500 * 1024
"""Largest photo accepted, in bytes."""

_PNG = b"\x89PNG\r\n\x1a\n"
_KINDS = {b"\xff\xd8\xff": "image/jpeg", _PNG: "image/png"}
_END_CHUNK_LENGTH = 12


@dataclass(frozen=True)
class Photo:
    content: bytes
    kind: str


class PhotoRefusedError(Exception):
    """Carries the sentence that the person reads."""


def accept(content: bytes, size: int) -> Photo:
    """The photo, or `PhotoRefusedError`. `size` is the whole file's, in bytes; `content` may stop at the limit."""
    if size == 0:
        raise PhotoRefusedError("Choisissez une photo.")
    kind = next((kind for start, kind in _KINDS.items() if content.startswith(start)), None)
    if kind is None:
        raise PhotoRefusedError("Ce fichier n'est pas une photo JPEG ou PNG. Choisissez un autre fichier.")
    if size > LIMIT:
        raise PhotoRefusedError(
            f"Cette photo est trop lourde : {size // 1024} Ko. La limite est de {LIMIT // 1024} Ko. "
            "Choisissez une photo plus légère."
        )
    return Photo(content, kind)


def too_heavy(png: bytes) -> bytes:
    """The same picture, over the limit: a private chunk that no viewer shows is added before the end."""
    body = b"exEr" + bytes(LIMIT)
    chunk = struct.pack(">I", LIMIT) + body + struct.pack(">I", zlib.crc32(body))
    return png[:-_END_CHUNK_LENGTH] + chunk + png[-_END_CHUNK_LENGTH:]
