"""A sandbox without isolation, for tests of what stands around one: a plain process group of this machine."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket

from kiosk.sandbox import Guest, GuestSpec, Remains, Sandbox, processes

MARK = "KIOSK_FAKE_GUEST"
SCOPE = "fake"


class FakeSandbox(Sandbox):
    async def start(self, spec: GuestSpec) -> Guest:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        with theirs:
            process = await asyncio.create_subprocess_exec(
                *spec.command,
                pass_fds=(theirs.fileno(),),
                env={**os.environ, MARK: SCOPE, "KIOSK_CHANNEL": str(theirs.fileno()), **spec.environment},
            )
        return FakeGuest(process, ours)

    async def sweep(self) -> Remains:
        found = processes.marked(MARK, SCOPE)
        for process in found:
            processes.kill(process)
        await processes.gone(found, timeout=5.0)
        return Remains(processes=len(processes.marked(MARK, SCOPE)))


class FakeGuest(Guest):
    def __init__(self, process: asyncio.subprocess.Process, channel: socket.socket) -> None:
        self._process = process
        self.channel = channel
        self._left: set[processes.Identity] = set()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    @property
    def exit_code(self) -> int | None:
        code = self._process.returncode
        return code if code is None or code >= 0 else 128 - code

    async def wait(self) -> None:
        await self._process.wait()

    def end(self) -> None:
        self._left |= processes.tree(self.pid) | processes.marked(MARK, SCOPE)
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)
        for process in self._left:
            processes.kill(process)

    async def kill(self) -> None:
        self.end()
        await self._process.wait()
        await processes.gone(self._left, timeout=5.0)
        self.channel.close()

    def remains(self) -> Remains:
        tree = processes.tree(self.pid) if self.alive else set()
        return Remains(processes=len(processes.still_alive(self._left | tree)))
