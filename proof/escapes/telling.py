"""How the parts of a composition under proof tell the runner what happened: datagrams in a folder that both know.

Knows the envelope, not the news. In the product nobody loads this.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import time
from contextvars import ContextVar
from pathlib import Path
from typing import Any

FOLDER = "KIOSK_PROOF_FOLDER"
_SOCKET = "told"
_LARGEST = 60_000

News = dict[str, Any]


def tell(kind: str, **facts: object) -> None:
    """To the runner, if one listens. Never waits and never fails: what is proven must not depend on it."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return
    packet = json.dumps({"kind": kind, **facts}).encode()[:_LARGEST]
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
        out.setblocking(False)
        out.sendto(packet, os.path.join(folder, _SOCKET))


def tell_tunnels() -> None:
    """In the network process: tell each host and port to which the proxy opens a tunnel, before it does."""
    from kiosk.session.network.proxy import Proxy  # noqa: PLC0415 - only that process has a use for it

    opened, connected = Proxy._open, Proxy._connect  # noqa: SLF001
    door: ContextVar[str] = ContextVar("door", default="")

    async def connecting(self: Proxy, request: Any, *given: Any) -> None:
        door.set(request.target.decode("ascii", "replace").rpartition(":")[2])
        await connected(self, request, *given)

    async def telling(self: Proxy, host: str) -> Any:
        tell("tunnel", host=host, port=door.get())
        return await opened(self, host)

    Proxy._open = telling  # type: ignore[method-assign]  # noqa: SLF001
    Proxy._connect = connecting  # type: ignore[assignment, method-assign]  # noqa: SLF001


class Heard:
    """The runner's end. `news` is everything told since the start, with when it was heard (monotonic seconds)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._all: list[News] = []
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        self._socket.bind(str(folder / _SOCKET))

    @property
    def surroundings(self) -> dict[str, str]:
        """What the environment of the composition gets."""
        return {FOLDER: str(self.folder)}

    @property
    def news(self) -> list[News]:
        with contextlib.suppress(BlockingIOError):
            while True:
                packet = self._socket.recv(_LARGEST)
                with contextlib.suppress(ValueError):
                    self._all.append({**json.loads(packet), "heard": time.monotonic()})
        return self._all

    def close(self) -> None:
        self._socket.close()
