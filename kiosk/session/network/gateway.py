"""The shell's side of the network processes: started for one session, told the allow-list, killed, verified gone.

The processes themselves are `kiosk.gateway`: the proxy, and the practice administration behind it. Each is started anew
when it dies: the sockets that they are asked at are the shell's own, so whoever comes meanwhile waits and is served.
They are talked to by lines of JSON on their standard input and output; when the shell dies their input ends and so do
they.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.errors import KioskError
from kiosk.lives import Lives
from kiosk.sandbox import children, processes

PROGRAM = "kiosk.gateway"
"""The module that is run as the network processes."""

READY_TIMEOUT = 60.0
_LINE_LIMIT = 1 << 16
MAX_REFUSED = 64
"""As many refused hosts are remembered: a page may ask for any number."""

MOST_RESTARTS = 5
RESTARTS_WITHIN = 60.0
"""Which of the two dies oftener than so many times in so many seconds stays dead: the page then says what is wrong."""
_MOST_WAITING = 256


class GatewayError(KioskError):
    """The network processes did not start."""

    code = "E-402"
    what = "Le poste ne peut pas ouvrir la connexion."
    kept = "Rien n'est perdu : aucune session n'était ouverte."
    todo = "Prenez un autre poste. Prévenez l'accueil."


class Gateway:
    """`folder` is the session's own folder, in memory; `authority` the certificate of the practice services, in PEM.

    `on_restart` is told how often one of the two was started anew."""

    def __init__(
        self,
        folder: Path,
        options: tuple[str, ...],
        on_restart: Callable[[int], None] = lambda _count: None,
    ) -> None:
        self.socket = folder / "proxy"
        self.authority = b""
        self.refused: Counter[str] = Counter()
        self._listening = listen(self.socket)
        self._practice = listen(folder / "practice")
        self._memory = os.memfd_create("practice", os.MFD_CLOEXEC)
        self._options = options
        self._on_restart = on_restart
        self._words: tuple[str, ...] = ()
        self._local: dict[str, str] = {}
        self._allowed: tuple[str, ...] = ()
        self._services: asyncio.subprocess.Process | None = None
        self._proxy: asyncio.subprocess.Process | None = None
        self._started: set[processes.Identity] = set()
        self._sending = False
        self._ending = False
        self._restarts = 0
        self._keeping: tuple[asyncio.Task[None], ...] = ()

    @classmethod
    async def start(
        cls,
        folder: Path,
        connect_timeout: int = 15,
        upstream: str = "",
        redesigned: bool = False,
        *,
        on_restart: Callable[[int], None] = lambda _count: None,
        internal: tuple[str, ...] = (),
    ) -> Gateway:
        gateway = cls(folder, (str(connect_timeout), upstream, *internal), on_restart)
        try:
            await gateway._start(folder, redesigned)
        except BaseException as error:
            await gateway.kill()
            if not isinstance(error, TimeoutError | ValueError | KeyError):
                raise
            raise GatewayError from error
        return gateway

    @property
    def pid(self) -> int:
        """The proxy's."""
        assert self._proxy is not None
        return self._proxy.pid

    def allow(self, patterns: tuple[str, ...]) -> None:
        """Open the way to these hosts, and to no other."""
        self._allowed = patterns
        self._tell_proxy(allow=patterns)

    def took_sending(self) -> bool:
        """Whether something large went out since this was asked last."""
        sending, self._sending = self._sending, False
        return sending

    def end(self) -> None:
        """Send the end without waiting for it."""
        self._ending = True
        # Not through asyncio: it would take note of a death itself, and its own watcher then not know the process.
        for identity in self._started:
            processes.kill(identity)

    async def kill(self) -> None:
        self.end()
        for keeping in self._keeping:
            keeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await keeping
        self.end()  # who was being started just now
        for process in (self._proxy, self._services):
            if process is not None:
                await process.wait()
        self._listening.close()
        self._practice.close()
        self._forget_memory()
        self.refused.clear()

    def remains(self) -> int:
        """The processes that still exist."""
        return len(processes.still_alive(self._started))

    # --- the two processes ----------------------------------------------------------------------------------------

    async def _start(self, folder: Path, redesigned: bool) -> None:
        self._words = (str(folder), *(("redesigned",) if redesigned else ()))
        self._services = services = await self._run_services()
        # Without waiting: each takes a moment to load.
        self._proxy = await self._run_proxy()
        assert services.stdout is not None
        said = json.loads(await asyncio.wait_for(services.stdout.readline(), READY_TIMEOUT))
        self.authority, self._local = str(said["authority"]).encode(), dict(said["local"])
        self._greet_proxy()
        self._keeping = tuple(map(asyncio.create_task, (self._keep_proxy(), self._keep_services())))

    async def _run_services(self) -> asyncio.subprocess.Process:
        descriptors = (self._practice.fileno(), self._memory)
        return await self._run("services", *map(str, descriptors), *self._words, pass_fds=descriptors)

    async def _run_proxy(self) -> asyncio.subprocess.Process:
        descriptor = self._listening.fileno()
        return await self._run("carry", str(descriptor), *self._options, pass_fds=(descriptor,))

    async def _run(self, *words: str, **options: Any) -> asyncio.subprocess.Process:
        process = await children.start(
            *(sys.executable, "-m", PROGRAM, *words),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=_LINE_LIMIT,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            **options,
        )
        if (identity := processes.identify(process.pid)) is not None:
            self._started.add(identity)
        return process

    async def _keep_proxy(self) -> None:
        """Hear it until it dies, and start it again."""
        lives = Lives(MOST_RESTARTS, RESTARTS_WITHIN)
        while True:
            assert self._proxy is not None
            await self._hear(self._proxy)
            await self._proxy.wait()
            if self._ending or not lives.died():
                return
            self._proxy = await self._run_proxy()
            self._greet_proxy()
            self._tell_restart()

    async def _keep_services(self) -> None:
        """Whoever was logged in is not any more: like a site that was started anew."""
        lives = Lives(MOST_RESTARTS, RESTARTS_WITHIN)
        while True:
            assert self._services is not None
            assert self._services.stdout is not None
            async for _ in self._services.stdout:
                """They say where they are, and are where they were."""
            await self._services.wait()
            if self._ending or not lives.died():
                return
            self._services = await self._run_services()
            self._tell_restart()

    def _tell_restart(self) -> None:
        self._restarts += 1
        self._on_restart(self._restarts)

    def _forget_memory(self) -> None:
        memory, self._memory = self._memory, -1
        if memory >= 0:
            os.close(memory)

    def _greet_proxy(self) -> None:
        self._tell_proxy(local=self._local)
        if self._allowed:
            self._tell_proxy(allow=self._allowed)

    def _tell_proxy(self, **line: object) -> None:
        assert self._proxy is not None
        assert self._proxy.stdin is not None
        # Has it died just now, the next one is told.
        self._proxy.stdin.write(json.dumps(line).encode() + b"\n")

    async def _hear(self, proxy: asyncio.subprocess.Process) -> None:
        assert proxy.stdout is not None
        async for line in proxy.stdout:
            with contextlib.suppress(ValueError, KeyError, TypeError, RecursionError):
                said = json.loads(line)
                if "sending" in said:
                    self._sending = True
                    continue
                host = str(said["refused"])
                if host in self.refused or len(self.refused) < MAX_REFUSED:
                    self.refused[host] += 1


def listen(path: Path) -> socket.socket:
    """A Unix socket that only this user may reach. It outlives each proxy, and goes with the session's folder."""
    listening = socket.socket(socket.AF_UNIX)
    try:
        listening.bind(str(path))
        path.chmod(0o600)
        listening.listen(_MOST_WAITING)
    except OSError:
        listening.close()
        raise
    listening.setblocking(False)
    return listening
