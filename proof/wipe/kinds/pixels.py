"""What a person leaves that is no word: bytes as they are, and runs of pixels in the orders of programs.

Knows pictures, and nothing of the kiosk.
"""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PIL import Image

from proof.rig.canary import LONGEST

_HALF_RUN = 21
RUN = 2 * _HALF_RUN
"""Pixels."""


@dataclass(frozen=True)
class Bytes:
    """Bytes as they are."""

    content: bytes

    def is_in(self, content: bytes) -> bool:
        return self.content in content


@dataclass(frozen=True)
class Digits:
    """A number of a person, in the two writings in which programs keep texts."""

    text: str

    def is_in(self, content: bytes) -> bool:
        return self.text.encode() in content or self.text.encode("utf-16-le") in content


@dataclass(frozen=True)
class Pixels:
    """A run of pixels, red, green and blue."""

    rgb: bytes

    @cached_property
    def writings(self) -> tuple[bytes, ...]:
        pixels = np.frombuffer(self.rgb, np.uint8).reshape(-1, 3)
        turned = pixels[:, ::-1]
        filled = [np.insert(turned, 3, alpha, axis=1) for alpha in (0x00, 0xFF)]
        written = (self.rgb, *(one.tobytes() for one in (turned, *filled)))
        assert max(map(len, written)) <= LONGEST
        return written

    def is_in(self, content: bytes) -> bool:
        return any(writing in content for writing in self.writings)


def drawn_by(word: str) -> Pixels:
    """The run that the page of traces draws of a word: the same hashes as in its script."""
    hashes = (hashlib.sha256(f"{word} {number}".encode()).digest() for number in itertools.count())
    return Pixels(bytes(itertools.islice(itertools.chain.from_iterable(hashes), 3 * RUN)))


def shown(picture: Image.Image) -> Pixels:
    """The run of a picture that nothing else resembles: the one with the most different neighbours."""
    pixels = np.asarray(picture).astype(int)
    changes = np.abs(np.diff(pixels, axis=1)).sum(axis=2) > 0
    sums = np.cumsum(np.pad(changes, ((0, 0), (1, 0))), axis=1)
    varied = sums[:, RUN:] - sums[:, :-RUN]
    row, column = np.unravel_index(varied.argmax(), varied.shape)
    return Pixels(pixels[row, column : column + RUN].astype(np.uint8).tobytes())
