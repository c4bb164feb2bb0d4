"""A program of its own that copies a paper onto a stick, and then waits to be looked at from outside.

python -m tests.documents.stick.copying IMAGE DESCRIPTOR [hold]        `hold`: it keeps the paper in its memory
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from kiosk.documents.paper import Paper
from kiosk.documents.stick.base import Stick
from kiosk.documents.stick.fat import FatSticks
from kiosk.documents.stick.named import NamedPorts
from kiosk.sealed import Sealed
from tests.documents.remnants import wait_to_be_looked_at


async def copy(image: Path, paper: Paper) -> None:
    sticks = FatSticks(NamedPorts(()))
    told = [one.percent async for one in sticks.copy(Stick(image, "vfat", 0), [paper])]
    assert told[-1] == 100


if __name__ == "__main__":
    paper = Paper("RIB", "pdf", Sealed(int(sys.argv[2])))
    asyncio.run(copy(Path(sys.argv[1]), paper))
    held = paper.content.read() if "hold" in sys.argv else b""
    paper.content.close()
    wait_to_be_looked_at()
