"""Asks the doctor, in a process of its own: what is looked at takes its time, and a fall there is no fall of the post.

Knows how the doctor is called and how it answers; nothing of what is looked at, and no screen.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

import msgspec
import structlog

from kiosk.checks import Check
from kiosk.sandbox import children

PATIENCE = 240.0
"""Seconds. An old disk takes a minute to read the package over."""
MOST_BYTES = 1 << 20


class Doctor:
    """`options`: of the command line that this program itself was given, so that the doctor reads the same settings."""

    def __init__(self, options: Sequence[str], program: Sequence[str] = (sys.executable, "-m", "kiosk")) -> None:
        self._log = structlog.get_logger()
        self._command = (*program, "doctor", "--json", *options)

    async def examine(self) -> tuple[Check, ...] | None:
        """Every answer; None when there was none. Whoever is cancelled leaves no process behind."""
        try:
            process = await children.start(
                *self._command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, limit=MOST_BYTES
            )
        except OSError:
            return None
        try:
            async with asyncio.timeout(PATIENCE):
                assert process.stdout is not None
                written = await _at_most(process.stdout, MOST_BYTES)
                await process.wait()
            checks = msgspec.json.decode(written, type=tuple[Check, ...])
        except (TimeoutError, ValueError, RecursionError):
            self._log.warning("doctor-said-nothing")
            return None
        finally:
            children.end(process)
            await asyncio.shield(process.wait())
        self._log.info("doctor-answered", count=len(checks))
        return checks


async def _at_most(stream: asyncio.StreamReader, most: int) -> bytes:
    """Raises ValueError above that: the limit of a stream is for lines, and holds nothing back here."""
    written = bytearray()
    while read := await stream.read(1 << 16):
        written += read
        if len(written) > most:
            raise ValueError("too long")
    return bytes(written)
