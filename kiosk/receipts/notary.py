"""Writes a receipt after each wipe, in a thread of its own: a keyring that is slow, locked or gone never holds a wipe.

What cannot be signed is written unsigned, and said. The chain goes on from what the keyring knows, never from a file
that disagrees with it: a break stays to be seen.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable
from datetime import date, timedelta

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.receipts.book import Book, Row
from kiosk.receipts.line import NOTHING_BEFORE, Line, Verdict, made
from kiosk.receipts.safe import Head, Safe, SafeError

KEY_NAME = "receipts.pub"
NOT_WRITTEN = "not-written"


class Notary:
    """`told` hears of each line, from the thread: its number, and why it is not signed (None: it is). With
    `NOT_WRITTEN` as the reason, there is no line. `safe` None: the site wants no signature. `keep_days`: how long a
    line is kept."""

    def __init__(
        self, book: Book, safe: Safe | None, keep_days: int, told: Callable[[int, str | None], None] | None = None
    ) -> None:
        self._book = book
        self._safe = safe
        self._keep = timedelta(days=keep_days)
        self._told = told or (lambda _number, _reason: None)
        self._asked: queue.SimpleQueue[Verdict | None] = queue.SimpleQueue()
        self._key: Ed25519PrivateKey | None = None
        self._head: Head | None = None
        self._pruned: date | None = None
        # A keyring that never answers must not hold the program's end either.
        self._thread = threading.Thread(target=self._work, name="receipts", daemon=True)
        self._thread.start()

    def keep(self, verdict: Verdict) -> None:
        """Returns at once."""
        self._asked.put(verdict)

    def end(self, seconds: float) -> bool:
        """Wait for what was asked to be written, for so long at the most. Whether all is."""
        self._asked.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    # --- in the thread --------------------------------------------------------------------------------------------

    def _work(self) -> None:
        while (verdict := self._asked.get()) is not None:
            try:
                number, reason = self._keep_one(verdict)
            except OSError:
                number, reason = 0, NOT_WRITTEN
            self._told(number, reason)

    def _keep_one(self, verdict: Verdict) -> tuple[int, str | None]:
        reason = self._open()
        rows = self._book.rows()
        if self._key is not None and reason is None:
            rows = self._without_broken_end(rows)
        number, before = self._place(rows)
        line = made(number, before, verdict)
        if self._key is not None and reason is None:
            line = line.signed_with(self._key)
        self._book.add(line)
        if self._key is not None and reason is None:
            reason = self._note(line, rows)
        if reason is None:
            self._drop_old(verdict.at.date())
        return number, reason

    def _open(self) -> str | None:
        """Why the safe is shut, or None. Tried again each time: it may have been opened since."""
        if self._safe is None:
            return None
        try:
            if self._key is None:
                self._key = self._safe.key() or self._new_key(self._safe)
            self._head = self._safe.head()
        except SafeError as error:
            return error.reason
        return None

    def _new_key(self, safe: Safe) -> Ed25519PrivateKey:
        key = Ed25519PrivateKey.generate()
        safe.put_key(key)
        public = key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        self._book.file.parent.mkdir(parents=True, exist_ok=True)
        self._book.file.with_name(KEY_NAME).write_bytes(public)
        return key

    def _without_broken_end(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Half a line that a power cut has left, when the keyring knows that none is missing before it."""
        if not rows or rows[-1].line is not None:
            return rows
        head = self._head
        if head is None or any(row.line is not None and row.line.n == head.count for row in rows):
            self._book.drop_broken_end()
            return self._book.rows()
        return rows

    def _place(self, rows: tuple[Row, ...]) -> tuple[int, str]:
        """The number of the next line, and what it is tied to."""
        lines = [row.line for row in rows if row.line is not None]
        last = max(lines, key=lambda line: line.n, default=None)
        head = self._head
        if head is not None and not any(one.n == head.count and one.fingerprint == head.fingerprint for one in lines):
            return max(head.count, last.n if last else 0) + 1, head.fingerprint
        return (1, NOTHING_BEFORE) if last is None else (last.n + 1, last.fingerprint)

    def _note(self, line: Line, rows: tuple[Row, ...]) -> str | None:
        assert self._safe is not None
        oldest = next((row.line for row in rows if row.line is not None), line)
        first, before = (self._head.first, self._head.before) if self._head else (oldest.n, oldest.prev)
        self._head = Head(line.n, line.fingerprint, first, before)
        try:
            self._safe.put_head(self._head)
        except SafeError as error:
            return error.reason
        return None

    def _drop_old(self, today: date) -> None:
        """Once a day, what was kept long enough. The keyring knows first where the book begins from now on."""
        if self._pruned == today:
            return
        self._pruned = today
        oldest = (today - self._keep).isoformat()
        lines = [row.line for row in self._book.rows() if row.line is not None]
        kept = next((line for line in lines if line.at[:10] >= oldest), None)
        if kept is None or kept is lines[0]:
            return
        if self._head is not None and self._safe is not None:
            self._head = Head(self._head.count, self._head.fingerprint, kept.n, kept.prev)
            with contextlib.suppress(SafeError):
                self._safe.put_head(self._head)
                self._book.drop_before(kept.n)
        elif self._safe is None:
            self._book.drop_before(kept.n)
