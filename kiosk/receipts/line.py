"""One line of the book: what it says, how it is written, signed and tied to the line before it.

A line is a wipe's verdict in codes and rounded figures. It must never hold anything of a person: the time is that of
the quarter of an hour, durations are tenths of seconds.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

NOTHING_BEFORE = "0" * 64
"""What the very first line is tied to."""

ROUNDED_MINUTES = 15

_LAST = 10**12
_LONGEST = 120

_FIELDS = {"n": int, "prev": str, "at": str, "reason": str, "verified": bool, "seconds": float}


@dataclass(frozen=True)
class Verdict:
    """What is to be written of one wipe. `steps`: code, seconds, whether it is clean, how many things remain."""

    at: datetime
    reason: str
    verified: bool
    error: str | None
    seconds: float
    steps: tuple[tuple[str, float, bool, int], ...] = ()


@dataclass(frozen=True)
class Line:
    """`n` counts from 1 for the life of the post's key. `prev` is the fingerprint of line `n - 1`, as it was written.
    `key` names the key that signed; None, as `sig`, when the post could not sign."""

    n: int
    prev: str
    at: str
    reason: str
    verified: bool
    error: str | None
    seconds: float
    steps: tuple[tuple[str, float, bool, int], ...]
    key: str | None = None
    sig: str | None = None

    @property
    def written(self) -> bytes:
        """As it stands in the file, without the end of line."""
        return _json(asdict(self))

    @property
    def fingerprint(self) -> str:
        """Of the whole line: the next one is tied to it."""
        return hashlib.sha256(self.written).hexdigest()

    @property
    def signed(self) -> bool:
        return self.sig is not None

    def is_by(self, key: Ed25519PublicKey) -> bool:
        """Whether this key signed just these words."""
        try:
            key.verify(base64.b64decode(self.sig or "", validate=True), self.words_to_sign())
        except (InvalidSignature, ValueError):
            return False
        return True

    def signed_with(self, key: Ed25519PrivateKey) -> Line:
        named = replace(self, key=name_of(key.public_key()), sig=None)
        return replace(named, sig=base64.b64encode(key.sign(named.words_to_sign())).decode())

    def words_to_sign(self) -> bytes:
        """All that the line says but its signature."""
        return _json({name: value for name, value in asdict(self).items() if name != "sig"})


def made(n: int, prev: str, verdict: Verdict) -> Line:
    """The next line, not signed yet. What could tell one person's visit from another's is rounded here."""
    at = verdict.at.replace(minute=verdict.at.minute // ROUNDED_MINUTES * ROUNDED_MINUTES)
    steps = tuple((code, round(seconds, 1), clean, remains) for code, seconds, clean, remains in verdict.steps)
    return Line(
        n,
        prev,
        at.strftime("%Y-%m-%dT%H:%M"),
        verdict.reason,
        verdict.verified,
        verdict.error,
        round(verdict.seconds, 1),
        steps,
    )


def read(written: bytes) -> Line | None:
    """The line, or None when these bytes are not what this module writes, to the letter."""
    try:
        found = json.loads(written)
        line = Line(**{**found, "steps": tuple((code, *rest) for code, *rest in found["steps"])})
        return line if _is_right(line) and line.written == written else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _is_right(line: Line) -> bool:
    words = [line.prev, line.at, line.reason, *(word for word in (line.error, line.key, line.sig) if word is not None)]
    typed = all(type(getattr(line, name)) is kind for name, kind in _FIELDS.items())
    # They are shown on IT's terminal, which obeys signs that nobody sees.
    fit = all(type(word) is str and word.isascii() and word.isprintable() and len(word) <= _LONGEST for word in words)
    return typed and fit and 0 < line.n <= _LAST and math.isfinite(line.seconds)


def name_of(key: Ed25519PublicKey) -> str:
    """Sixteen signs that tell one key from another."""
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()[:16]


def _json(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode()
