"""What the X server would keep of a guest that is dead: windows left on purpose, texts hung on windows that stay, the
permission for others to connect, and the buffers in which it received what people copied.

Measured on Xvfb and Xorg: freed memory is overwritten at once when the server was started with `forgetting.X_SERVER`;
what then still holds a copied text is the buffer that its last client wrote into, kept for the next client.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import struct
import termios
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import xcffib.res
import xcffib.xproto

from kiosk.sandbox.processes import Identity, identify
from kiosk.session.x_server import Connection, Line, write

_EVERY_TEMPORARY = 0  # X11: AllTemporary, whoever asked that what is theirs stay for a while after them
_INSERT, _DELETE = 0, 1  # X11: HostInsert, HostDelete
_NO_OPERATION = 127
_WASH_BYTES = 1 << 16  # more than the 32 KB that the server keeps of a buffer
_WASH_BUFFERS = 12  # as many as a post has programs that speak to the server at the same time, and some more
_WASH_PATIENCE = 2.0
_WASH_EVERY = 0.0005

# What window systems and toolkits hang on windows for each other. Qt passes copied texts through `_QT_SELECTION`.
_KNOWN = re.compile(
    r"^(WM_|_NET_|_MOTIF_|Xdnd(Aware|Proxy)$|_QT_(?!SELECTION|CLIPBOARD)|QT_|_KDE_|_GTK_|_?GDK_|_XEMBED|XFree86_|_XKB_"
    r"|_XSETTINGS|AT_SPI_BUS$|PULSE_|XIM_SERVERS$|RESOURCE_MANAGER$|SCREEN_RESOURCES$|_XROOTPMAP_ID$|ESETROOT_PMAP_ID$"
    r"|_XSETROOT_ID$|_ICC_PROFILE|Xorg_Seat$|EDID)"
)


class Leftovers(ABC):
    @abstractmethod
    def erase(self) -> None: ...

    @abstractmethod
    def remains(self) -> int:
        """How many things the X server keeps for somebody dead. Raises OSError when it does not answer."""


class X11Leftovers(Leftovers):
    """`note`: a file where a shell that starts again finds what this X server was before any guest: numbers only."""

    def __init__(self, display: str | None = None, note: Path | None = None) -> None:
        self._display = display
        self._note = note
        self._before: Before | None = None

    def erase(self) -> None:
        """The first time is before any guest: whoever then speaks for a dead process, like a program that left its
        terminal, was started by IT and stays. What a shell that was killed had before its guests is in its note."""
        with Connection(self._display) as server:
            server.core.KillClient(_EVERY_TEMPORARY)
            if self._before is None:
                self._before = self._noted(server)
            self._shut(server, self._before.door)
            for client in self._left_clients(server):
                server.core.KillClient(client)
            for window, atom in _foreign_properties(server):
                server.core.DeleteProperty(window, atom)
            server.wait()
        _wash(self._display)

    def remains(self) -> int:
        with Connection(self._display) as server:
            opened = self._before is not None and _door(server) != self._before.door
            return opened + len(self._left_clients(server)) + sum(1 for _ in _foreign_properties(server))

    def _noted(self, server: Connection) -> Before:
        identity = identify(server.server_pid)
        if self._note is not None and identity is not None:
            with contextlib.suppress(OSError, ValueError):
                noted = msgspec.json.decode(self._note.read_bytes(), type=Before)
                if noted.server == identity:
                    return noted
        before = Before(identity, frozenset(_of_the_dead(server)), _door(server))
        if self._note is not None:
            self._note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._note.write_bytes(msgspec.json.encode(before))
        return before

    def _shut(self, server: Connection, before: Door) -> None:
        """Only those who might connect before any guest may do so again."""
        now = _door(server)
        server.core.SetAccessControl(before.shut)
        for mode, hosts in ((_DELETE, now.hosts - before.hosts), (_INSERT, before.hosts - now.hosts)):
            for family, address in hosts:
                server.core.ChangeHosts(mode, family, len(address), address)

    def _left_clients(self, server: Connection) -> list[int]:
        known = self._before.dead if self._before is not None else frozenset()
        return [client for client in _of_the_dead(server) if client not in known]


class Door(NamedTuple):
    """Who may connect: everybody unless `shut`, else these, each with the kind of its address."""

    shut: int
    hosts: frozenset[tuple[int, bytes]]


class Before(NamedTuple):
    """An X server before its first guest. `server`: its process. `dead`: the clients whose process was no more."""

    server: Identity | None
    dead: frozenset[int]
    door: Door


def _door(server: Connection) -> Door:
    answer = server.core.ListHosts().reply()
    return Door(answer.mode, frozenset((int(one.family), bytes(one.address.buf())) for one in answer.hosts))


def _of_the_dead(server: Connection) -> Iterator[int]:
    """The clients, each by the first number of what is theirs, whose process is no more."""
    pids = _pids_of_clients(server)
    if os.getpid() not in pids.values():
        # The server counts processes otherwise than we do: nobody can say who is dead.
        return
    yield from (client for client, pid in pids.items() if not _lives(pid))


def _pids_of_clients(server: Connection) -> dict[int, int]:
    resources: Any = server.raw(xcffib.res.key)
    spec = xcffib.res.ClientIdSpec.synthetic(0, xcffib.res.ClientIdMask.LocalClientPID)  # type: ignore[no-untyped-call]
    answer = resources.QueryClientIds(1, [spec]).reply()
    return {int(one.spec.client): int(one.value[0]) for one in answer.ids if one.length and one.spec.client}


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def _foreign_properties(server: Connection) -> Iterator[tuple[int, int]]:
    """Window and name of each text that neither a window system nor a toolkit has hung there."""
    windows = (server.root, *server.core.QueryTree(server.root).reply().children)
    asked = [(window, server.core.ListProperties(window)) for window in windows]
    hung = [(window, atom) for window, question in asked for atom in _listed(question)]
    names = {atom: server.core.GetAtomName(atom) for _, atom in hung}
    known = {atom for atom, question in names.items() if _KNOWN.match(question.reply().name.to_string())}
    yield from ((window, atom) for window, atom in hung if atom not in known)


def _listed(question: Any) -> list[int]:
    try:
        return list(question.reply().atoms)
    except xcffib.xproto.WindowError:
        # Gone since it was named.
        return []


def _wash(display: str | None) -> None:
    """Fill the buffers into which the server reads what clients send. Each of ours sends the beginning of a request,
    so that the server must hold a buffer for each at the same time, and takes the used ones before it makes new."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(Line(display)).socket for _ in range(_WASH_BUFFERS)]
        for socket in sockets:
            write(socket, struct.pack("<BxH", _NO_OPERATION, 0xFFFF) + bytes(_WASH_BYTES))
        _until(lambda: not any(_unread(socket) for socket in sockets))


def _unread(socket: int) -> int:
    """How much of what we sent the server has not taken yet."""
    return int(struct.unpack("i", fcntl.ioctl(socket, termios.TIOCOUTQ, bytes(4)))[0])


def _until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _WASH_PATIENCE
    while not done():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(_WASH_EVERY)
