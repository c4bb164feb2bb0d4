"""Where one guest lives: its folder, its network process, its sandbox and its line, started and ended together.

Knows how to bring these up in the right order and what must be erased of them. Decides nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.sandbox.base import Guest, GuestSpec, Sandbox
from kiosk.sealed import Sealed
from kiosk.session.channel import Channel
from kiosk.session.limits import RateLimit
from kiosk.session.messages import AnyFromGuest, ToGuest
from kiosk.session.network.gateway import Gateway
from kiosk.session.reader_door import INSIDE as READER_INSIDE
from kiosk.session.reader_door import USER_VARIABLE as READER_USER
from kiosk.session.reader_door import ReaderDoor
from kiosk.session.steps import FileErasure, GuestErasure, MountErasure, NetworkErasure
from kiosk.session.wipe import Erasure

AUTHORITY = "/run/kiosk/authority.pem"
PROXY_SOCKET = "/run/kiosk/proxy"


def runtime_folder() -> Path:
    """Where sockets live: in memory, ours alone. The system's folder for a log-in, or one of ours in /dev/shm."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    return Path(given, "kiosk") if given else Path(f"/dev/shm/kiosk-{os.getuid()}")


@dataclass(frozen=True)
class NetworkSettings:
    """`upstream`: the network's own proxy, "host:port", or empty. Times in seconds.

    `redesigned`: the practice services in their second version. `internal`: patterns of hosts that may have an address
    in the local network."""

    connect_timeout: int = 15
    upstream: str = ""
    redesigned: bool = False
    internal: tuple[str, ...] = ()


class GuestPlace:
    """One guest and all that was made for it. `on_end` is told once: exited, or why its line broke. `on_network_back`:
    how often its proxy was started anew.

    `papers_bytes`: the most that papers beside one message may weigh. `reader_bus`: the address of the accessibility
    bus while a screen reader is on, else nothing: then the guest has no bus at all."""

    def __init__(  # noqa: PLR0917 - all that a guest's life needs
        self,
        number: int,
        runtime: Path,
        network: NetworkSettings,
        on_message: Callable[[int, AnyFromGuest, tuple[Sealed, ...]], None],
        on_end: Callable[[int, str], None],
        papers_bytes: int,
        reader_bus: str = "",
        on_network_back: Callable[[int], None] = lambda _count: None,
    ) -> None:
        self.number = number
        self.folder = runtime / uuid.uuid4().hex
        self.guest: Guest | None = None
        self.gateway: Gateway | None = None
        self.door: ReaderDoor | None = None
        self._reader_bus = reader_bus
        self._on_network_back = on_network_back
        self._channel: Channel | None = None
        self._network = network
        self._papers_bytes = papers_bytes
        self._on_message = on_message
        self._on_end = on_end
        self._watching: asyncio.Task[None] | None = None

    async def start(self, sandbox: Sandbox, spec: GuestSpec) -> None:
        """Raises KioskError when network or sandbox cannot be had."""
        self.folder.mkdir(mode=0o700, parents=True)
        self.gateway = await Gateway.start(
            self.folder,
            self._network.connect_timeout,
            self._network.upstream,
            self._network.redesigned,
            on_restart=self._on_network_back,
            internal=self._network.internal,
        )
        spec = replace(
            spec,
            data={**spec.data, AUTHORITY: self.gateway.authority},
            sockets={**spec.sockets, PROXY_SOCKET: self.gateway.socket},
        )
        self.guest = await sandbox.start(await self._with_reader(spec))
        self._channel = Channel(
            self.guest.channel,
            on_message=lambda message, contents: self._on_message(self.number, message, contents),
            on_broken=self._broken,
            limit=RateLimit(),
            most_bytes=self._papers_bytes,
        )
        self._watching = asyncio.create_task(self._watch(self.guest))

    async def _with_reader(self, spec: GuestSpec) -> GuestSpec:
        if not self._reader_bus:
            return spec
        try:
            self.door = await ReaderDoor.start(self.folder, self._reader_bus)
        except OSError:
            # A session that no reader can read is better than none.
            return spec
        return replace(
            spec,
            sockets={**spec.sockets, READER_INSIDE: self.door.socket},
            environment={**spec.environment, READER_USER: str(os.getuid())},
        )

    def allow(self, hosts: tuple[str, ...]) -> None:
        if self.gateway is not None:
            self.gateway.allow(hosts)

    def send(self, message: ToGuest, contents: Sequence[Sealed] = ()) -> bool:
        return self._channel is not None and self._channel.send(message, contents)

    @property
    def lacks_reader(self) -> bool:
        """A screen reader is on, and cannot read this guest."""
        return bool(self._reader_bus) and self.door is None

    def refused_hosts(self) -> tuple[tuple[str, int], ...]:
        """Each host that was asked for in vain, and how often."""
        return tuple(self.gateway.refused.items()) if self.gateway is not None else ()

    def took_sending(self) -> bool:
        """Whether the session sent something large since this was asked last."""
        return self.gateway is not None and self.gateway.took_sending()

    def silence(self) -> None:
        """From now on nothing that the guest says or does is heard: it is about to be killed."""
        if self._channel is not None:
            self._channel.close()
        if self._watching is not None:
            self._watching.cancel()

    def end(self) -> None:
        """Send the end to all of it at once. The erasures wait for it, and look."""
        self.silence()
        if self.guest is not None:
            self.guest.end()
        if self.gateway is not None:
            self.gateway.end()
        if self.door is not None:
            self.door.end()

    def erasures(self) -> tuple[Erasure, ...]:
        return (
            GuestErasure(self.guest),
            MountErasure(self.guest),
            NetworkErasure(self.gateway, self.door),
            FileErasure(self.folder),
        )

    async def stop(self) -> None:
        """End a guest that nobody used: no receipt, the same thoroughness."""
        self.end()
        if self.guest is not None:
            await self.guest.kill()
        if self.gateway is not None:
            await self.gateway.kill()
        if self.door is not None:
            await self.door.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _broken(self, code: str) -> None:
        # A closed line is the guest's end, which `_watch` reports; anything else is something it said.
        if code != "closed":
            self._on_end(self.number, code)

    async def _watch(self, guest: Guest) -> None:
        with contextlib.suppress(KioskError):
            await guest.wait()
        self._on_end(self.number, "exited")
