"""Bytes that we made ourselves, as a descriptor: what opens papers takes descriptors, because papers come as such."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from kiosk.sealed import Sealed


@contextlib.contextmanager
def descriptor_of(content: bytes) -> Iterator[int]:
    sealed = Sealed.of(content)
    try:
        yield sealed.fileno()
    finally:
        sealed.close()
