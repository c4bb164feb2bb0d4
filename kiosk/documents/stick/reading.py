"""One small file of a stick, named by us, for IT's own answers at a setup. Of people's sticks nothing is ever read."""

from __future__ import annotations

import asyncio

from kiosk.documents.confined import Confinement
from kiosk.documents.stick.base import Stick
from kiosk.documents.stick.fat import DRIVE, room

SECONDS = 20


async def content_of(stick: Stick, name: str, most_bytes: int) -> bytes | None:
    """Of the file of this name at the top of the stick, cut at `most_bytes`; None when there is none to read."""
    confinement = Confinement()
    try:
        async with asyncio.timeout(SECONDS):
            ended = await confinement.run(room(stick.device), ("mtype", "-i", DRIVE, f"::/{name}"), most_bytes)
    except (OSError, TimeoutError):
        return None
    finally:
        await confinement.close()
    return ended.output if ended.status == 0 else None
