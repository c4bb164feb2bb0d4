"""Scanning at the desk: the scanner is looked for, sheets come from its glass or its feeder, and are kept as one paper.

The scanner runs in the background, so that sheets that are there can be looked at while others come in. What went
wrong is told beside what was scanned, which stays.
"""

from __future__ import annotations

import asyncio
import contextlib

import structlog

from kiosk.documents.acceptance import Rule
from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.leaving import LeftError, found, unless_left
from kiosk.documents.desk.sheets import SheetPile
from kiosk.documents.desk.wishes import Cancel, Keep, Leave, Scan
from kiosk.documents.ending import ended
from kiosk.documents.scanner.base import Progress, Scanner, ScannerInfo, Source
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Workshop

_log = structlog.get_logger()


async def scan(counter: Counter, scanner: Scanner, workshop: Workshop, rule: Rule | None) -> None:
    workshop.warm()
    with contextlib.suppress(LeftError):
        info = await found(counter, scanner.find, "scanner", Trouble.NO_SCANNER)
        async with SheetPile(counter, workshop, "scan", rule) as pile:
            await _scanned(counter, scanner, info, pile)


async def _scanned(counter: Counter, scanner: Scanner, info: ScannerInfo, pile: SheetPile) -> None:
    """Until the pile was kept or the person has left."""
    coming: asyncio.Task[None] | None = None
    try:
        while True:
            match await pile.review(info.sources):
                case Scan(source):
                    pile.tell(percent=0)
                    coming = asyncio.create_task(_bring(counter, scanner, pile, source))
                case Cancel() if coming is not None:
                    await ended(coming)
                    pile.tell()
                case Keep():
                    if await unless_left(counter, pile.keep()):
                        counter.done("scan")
                        return
                case Leave():
                    return
    finally:
        if coming is not None:
            await ended(coming)


async def _bring(counter: Counter, scanner: Scanner, pile: SheetPile, source: Source) -> None:
    trouble = None
    clock = asyncio.get_running_loop().time
    told = clock() - 1.0
    try:
        async with contextlib.aclosing(scanner.scan(source)) as coming:
            async for one in coming:
                if clock() - told >= 1.0:
                    told = clock()
                    counter.alive()
                if isinstance(one, Progress):
                    pile.tell(one.percent)
                    continue
                await pile.add(one)
                if pile.full:
                    break
    except PaperTroubleError as error:
        trouble = error.trouble
    except Exception:
        # The sheets that came before must not be lost to a fault of ours.
        _log.exception("scan-broke")
        trouble = Trouble.SCANNER_FAILED
    pile.tell(trouble=trouble)
