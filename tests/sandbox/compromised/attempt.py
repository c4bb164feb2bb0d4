"""What an attempt is: a function that is given its targets and says what it got hold of, or fails with OSError."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from typing import Any

Targets = dict[str, Any]
Attempt = Callable[[Targets], object]

ATTEMPTS: dict[str, Attempt] = {}

WORD = "canari-4711"
"""What stands in everything that is outside."""

libc = ctypes.CDLL(None, use_errno=True)


class NothingThereError(OSError):
    """The way was open and led nowhere."""


def attempt(name: str) -> Callable[[Attempt], Attempt]:
    def note(function: Attempt) -> Attempt:
        assert name not in ATTEMPTS
        ATTEMPTS[name] = function
        return function

    return note


def holds(found: bytes | str | None) -> str:
    """The word, if it is in there. Raises where it is not."""
    text = found.decode(errors="replace") if isinstance(found, bytes) else found or ""
    if WORD not in text:
        raise NothingThereError(0, "nothing there")
    return WORD


def call(result: int) -> int:
    """The result of a C function that answers -1 on error."""
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
