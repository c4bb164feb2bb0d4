"""Remembers, past a cut of power too, that something was sent to the printer since its queue was last seen empty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

PRINTED = "printed"
"""A file of the state directory. It holds nothing."""


class PrintedMark:
    """Whether the printer's queue may hold something of a person."""

    def __init__(self, path: Path, record: Callable[..., None]) -> None:
        self._path = path
        self._record = record
        self._set = False

    @property
    def there(self) -> bool:
        return self._set or self._path.exists()

    def set(self) -> None:
        self._set = True
        try:
            self._path.touch()
        except OSError as error:
            # This life purges the queue all the same; after a cut of power the next would not know.
            self._record("print-mark-not-kept", kind=type(error).__name__)

    def clear(self) -> None:
        self._path.unlink(missing_ok=True)
        self._set = False
