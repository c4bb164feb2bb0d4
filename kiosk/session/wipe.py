"""The end of a person's session: each thing is erased, then looked at again. A wipe that cannot be verified fails.

Knows the steps and their order, not what they erase (see `steps`). Nothing here reads a person's data.
"""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import datetime

from kiosk.session.receipt import WipeReport, WipeStep

VERIFY_TIMEOUT = 5.0
_VERIFY_EVERY = 0.01


class Erasure(ABC):
    """One thing to erase. `code` names it in the receipt and in `ui.words`."""

    code: str

    @abstractmethod
    async def erase(self) -> None: ...

    @abstractmethod
    def remains(self) -> int:
        """How much still exists, by looking. 0 is the only success."""


async def wipe(
    erasures: Sequence[Erasure], now: Callable[[], datetime], on_step: Callable[[str], None] = lambda _code: None
) -> WipeReport:
    """Erase everything in order. A step that fails does not spare the next ones: all are tried, all are reported."""
    began = time.monotonic()
    steps = []
    for erasure in erasures:
        steps.append(await _erase(erasure))
        on_step(erasure.code)
    return WipeReport(steps=tuple(steps), total_seconds=time.monotonic() - began, at=now())


async def _erase(erasure: Erasure) -> WipeStep:
    began = time.monotonic()
    remains = await _until_gone(erasure)
    return WipeStep(code=erasure.code, seconds=time.monotonic() - began, verified=remains == 0, remains=max(remains, 0))


async def _until_gone(erasure: Erasure) -> int:
    """The remains after the erasure; -1 when it could not even be looked at."""
    deadline = time.monotonic() + VERIFY_TIMEOUT
    try:
        async with asyncio.timeout(VERIFY_TIMEOUT):
            await erasure.erase()
        while (remains := erasure.remains()) and time.monotonic() < deadline:
            await asyncio.sleep(_VERIFY_EVERY)
    except Exception:
        # Whatever it was, nobody can say that the thing is gone, and the other things must still be erased.
        return -1
    return remains
