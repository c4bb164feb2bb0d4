"""Held sheets: they wait in the shell's memory, never in the print server, until a mediator's PIN lets them out.

Knows that somebody of the staff answered for it, and forgets who.
"""

from __future__ import annotations

import asyncio
from typing import Protocol

from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.scenes import PinScene
from kiosk.documents.desk.wishes import Leave, Pin, Wish

_TICK = 1.0


class Checked(Protocol):
    """`name`: whose PIN it was, None when nobody's. `wait_seconds`: before another one is heard."""

    @property
    def name(self) -> str | None: ...

    @property
    def wait_seconds(self) -> int: ...

    @property
    def locked(self) -> bool: ...


class Staff(Protocol):
    async def check(self, digits: str) -> Checked: ...

    def waiting(self) -> Checked:
        """What would be answered now, whatever the digits."""


async def admitted(counter: Counter, staff: Staff) -> bool:
    """Whether a mediator typed their PIN before they went back. The wait is counted down on the screen."""
    wrong = False
    while True:
        waiting = staff.waiting()
        counter.show(PinScene(wrong, waiting.wait_seconds, waiting.locked))
        match await _wish_within(counter, _TICK if waiting.wait_seconds else None):
            case Leave():
                return False
            case Pin(digits) if not staff.waiting().wait_seconds:
                if (await staff.check(digits)).name is not None:
                    return True
                wrong = True


async def _wish_within(counter: Counter, seconds: float | None) -> Wish | None:
    try:
        async with asyncio.timeout(seconds):
            return await counter.wish()
    except TimeoutError:
        return None
