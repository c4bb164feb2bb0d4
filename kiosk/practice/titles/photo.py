"""What the titles agency accepts as an identity photo: a JPEG or PNG of 500 KB at most, recognised by its first bytes.

Pure. Refuses with the sentence that the person reads.
"""

from __future__ import annotations

from dataclasses import dataclass

LIMIT = 500 * 1024
"""Largest photo accepted, in bytes."""

_PNG = b"\x89PNG\r\n\x1a\n"
_KINDS = {b"\xff\xd8\xff": "image/jpeg", _PNG: "image/png"}


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
