"""A program of its own that scans, and then waits to be looked at from outside. The `scanimage` is the PATH's first.

python -m tests.documents.scanner.scanning [hold]        `hold`: it keeps the sheet in its memory
"""

from __future__ import annotations

import asyncio
import sys

from kiosk.config import packaged
from kiosk.documents.scanner.base import Source
from kiosk.documents.scanner.sane import SaneScanner
from kiosk.sealed import Sealed
from tests.documents.remnants import wait_to_be_looked_at


async def scan(hold: bool) -> list[bytes]:
    scanner = SaneScanner(packaged().scan.model_copy(update={"device": "pretended:1"}))
    held, seen = [], 0
    async for one in scanner.scan(Source.GLASS):
        if isinstance(one, Sealed):
            seen += 1
            held += [one.read()] * hold
            one.close()
    assert seen == 1
    assert scanner.remains() == 0
    return held


if __name__ == "__main__":
    held = asyncio.run(scan("hold" in sys.argv))
    wait_to_be_looked_at()
