"""The shell's side of the network process: started for one session, told the allow-list, killed, verified gone.

The process itself is `kiosk.gateway` (it also plays the practice administration). The two talk by lines of JSON on its
standard input and output; when the shell dies its input ends and so does it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections import Counter
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.sandbox import children, processes

PROGRAM = "kiosk.gateway"
"""The module that is run as the network process."""

READY_TIMEOUT = 15.0
_LINE_LIMIT = 1 << 16
MAX_REFUSED = 64
"""As many refused hosts are remembered: a page may ask for any number."""


class GatewayError(KioskError):
    """The network process did not start."""

    code = "E-402"
    what = "Le poste ne peut pas ouvrir la connexion."
    kept = "Rien n'est perdu : aucune session n'était ouverte."
    todo = "Prenez un autre poste. Prévenez l'accueil."


class Gateway:
    """`folder` is the session's own folder, in memory; `authority` the certificate of the practice services, in PEM."""

    def __init__(self, process: asyncio.subprocess.Process, folder: Path, authority: bytes) -> None:
        self._process = process
        self._identity = processes.identify(process.pid)
        self.socket = folder / "proxy"
        self.authority = authority
        self.refused: Counter[str] = Counter()
        self._sending = False
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(
        cls, folder: Path, connect_timeout: int = 15, upstream: str = "", redesigned: bool = False
    ) -> Gateway:
        process = await children.start(
            *(sys.executable, "-m", PROGRAM, str(folder), str(connect_timeout), upstream),
            *(("redesigned",) if redesigned else ()),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=_LINE_LIMIT,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert process.stdout is not None
        try:
            line = await asyncio.wait_for(process.stdout.readline(), READY_TIMEOUT)
            authority = str(json.loads(line)["authority"]).encode()
        except BaseException as error:
            children.end(process)
            await process.wait()
            if not isinstance(error, TimeoutError | ValueError | KeyError):
                raise
            raise GatewayError from error
        return cls(process, folder, authority)

    @property
    def pid(self) -> int:
        return self._process.pid

    def allow(self, patterns: tuple[str, ...]) -> None:
        """Open the way to these hosts, and to no other."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"allow": patterns}).encode() + b"\n")

    def took_sending(self) -> bool:
        """Whether something large went out since this was asked last."""
        sending, self._sending = self._sending, False
        return sending

    def end(self) -> None:
        """Send the end without waiting for it."""
        # Not through asyncio: it would take note of a death itself, and its own watcher then not know the process.
        if self._identity is not None:
            processes.kill(self._identity)

    async def kill(self) -> None:
        self.end()
        await self._process.wait()
        self._reading.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._reading
        self.refused.clear()

    def remains(self) -> int:
        """1 while the process still exists."""
        return len(processes.still_alive({self._identity} if self._identity else ()))

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            with contextlib.suppress(ValueError, KeyError):
                said = json.loads(line)
                if "sending" in said:
                    self._sending = True
                    continue
                host = str(said["refused"])
                if host in self.refused or len(self.refused) < MAX_REFUSED:
                    self.refused[host] += 1
