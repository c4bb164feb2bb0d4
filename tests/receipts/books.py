"""Books that a post has really written, for the tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.receipts.book import Book
from kiosk.receipts.line import Verdict
from kiosk.receipts.notary import Notary
from kiosk.receipts.safe import Safe

PATIENCE = 60.0
START = datetime(2026, 3, 2, 14, 38, 51, 123456, tzinfo=UTC)


def verdict(at: datetime = START, *, error: str | None = None) -> Verdict:
    steps = (("guest", 0.1234, True, 0), ("clipboard", 0.2, error is None, 0 if error is None else 3))
    return Verdict(at, "finished", error is None, error, 0.3456, steps)


def write(
    folder: Path, safe: Safe | None, count: int, *, at: datetime = START, keep_days: int = 365
) -> list[str | None]:
    """As a post does from its start to its end. Returns why each line is not signed."""
    told: list[str | None] = []
    notary = Notary(Book(folder), safe, keep_days, told=lambda _number, reason: told.append(reason))
    for turn in range(count):
        notary.keep(verdict(at + timedelta(hours=turn)))
    assert notary.end(PATIENCE)
    return told
