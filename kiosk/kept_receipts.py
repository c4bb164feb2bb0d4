"""Ties each wipe to the book of receipts: what the rules report becomes a line, what the book lacks a word for IT.

Knows the session's report and the book; it must not know screens, nor anything of the person but that a wipe was done.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.config import Config
from kiosk.errors import Problem
from kiosk.receipts import words
from kiosk.receipts.book import Book
from kiosk.receipts.line import Verdict
from kiosk.receipts.notary import NOT_WRITTEN, Notary
from kiosk.receipts.safe import KeyringSafe, Safe
from kiosk.session.receipt import WipeReport

_LAST_WORDS = 3.0


def safe_of(config: Config) -> Safe | None:
    """The post's keyring, where its receipts are signed."""
    return KeyringSafe(config.site.post) if config.receipts.signed else None


class KeptReceipts:
    """`call`: runs something on the program's own thread. `problems`: told what IT should know, when that changes."""

    def __init__(
        self,
        config: Config,
        call: Callable[[Callable[[], None]], object],
        record: Callable[..., None],
        problems: Callable[[tuple[Problem, ...]], None],
        wall_clock: Callable[[], datetime],
    ) -> None:
        self._file = Book(config.state.directory).file
        self._call = call
        self._record = record
        self._problems = problems
        self._wall_clock = wall_clock
        self._reason: str | None = None
        self._notary = Notary(
            Book(config.state.directory), safe_of(config), config.receipts.keep_days, told=self._written
        )

    def keep(self, why: str, report: WipeReport | None, error: str | None) -> None:
        """One wipe is over, well or not. `report` None: it never came to its end."""
        steps = report.steps if report is not None else ()
        self._notary.keep(
            Verdict(
                at=report.at if report is not None else self._wall_clock(),
                reason=why,
                verified=error is None,
                error=error,
                seconds=report.total_seconds if report is not None else 0.0,
                steps=tuple((one.code, one.seconds, one.clean, one.remains) for one in steps),
            )
        )

    def end(self) -> None:
        """The last receipts are written, if the keyring lets them."""
        self._notary.end(_LAST_WORDS)

    def _written(self, number: int, reason: str | None) -> None:
        """In the book's thread."""
        self._call(lambda: self._hear(number, reason))

    def _hear(self, number: int, reason: str | None) -> None:
        if reason == NOT_WRITTEN:
            self._record("receipt-not-written")
        elif reason is not None:
            self._record("receipt-unsigned", number=number, reason=reason)
        if reason == self._reason:
            return
        self._reason = reason
        if reason is None:
            self._problems(())
        elif reason == NOT_WRITTEN:
            self._problems((Problem(str(self._file), words.NOT_WRITTEN),))
        else:
            self._problems((Problem(str(self._file), f"{words.why(reason)} {words.STILL_WIPED}"),))
