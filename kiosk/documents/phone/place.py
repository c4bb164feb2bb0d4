"""Where a phone finds this post: its address on the local network, and the door that it opens there.

Asks the kernel only; sends nothing. Loopback is never chosen, only written by IT.
"""

from __future__ import annotations

import errno
import fcntl
import ipaddress
import socket
import struct
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_SIOCGIFFLAGS = 0x8913
_SIOCGIFADDR = 0x8915
_UP, _LOOPBACK, _POINT_TO_POINT, _RUNNING = 0x1, 0x8, 0x10, 0x40
_REQUEST = struct.Struct("16s16x8x")
_ROUTES = Path("/proc/net/route")
_PORTS_TRIED = 5
_WAITING = 32


@dataclass(frozen=True)
class Interface:
    """`default`: the way out of the local network leads through it. `real`: a device, not a bridge between programs."""

    name: str
    address: str
    default: bool = False
    real: bool = True


def find_address(configured: str) -> str | None:
    """An IPv4 address that phones on the same network reach. None when there is none."""
    return configured or choose(interfaces())


def choose(found: Iterable[Interface]) -> str | None:
    """The default route's first, then devices before bridges. Public addresses are never opened unasked."""
    private = [one for one in found if _is_private(one.address)]
    private.sort(key=lambda one: (not one.default, not one.real))
    return private[0].address if private else None


def interfaces() -> list[Interface]:
    """Those that run and have an IPv4 address. Tunnels lead away from the room: they are left out."""
    default = _default_interface()
    found = []
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as sock:
        for _, name in socket.if_nameindex():
            try:
                flags = struct.unpack_from("H", _ask(sock, _SIOCGIFFLAGS, name), 16)[0]
                address = socket.inet_ntoa(_ask(sock, _SIOCGIFADDR, name)[20:24])
            except OSError:
                continue
            if flags & _UP and flags & _RUNNING and not flags & (_LOOPBACK | _POINT_TO_POINT):
                real = Path("/sys/class/net", name, "device").exists()
                found.append(Interface(name, address, default=name == default, real=real))
    return found


def listen(address: str, port: int) -> socket.socket:
    """A listening socket on this port or, when it is taken, on one of the next. Raises OSError."""
    for tried in range(port, min(port + _PORTS_TRIED, 65_536)):
        try:
            return listen_on(address, tried)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, "no free port")


def listen_on(address: str, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((address, port))
        sock.listen(_WAITING)
        sock.setblocking(False)
    except BaseException:
        sock.close()
        raise
    return sock


def still_listens(inode: int) -> bool:
    """Whether the socket with this inode accepts connections, in whatever process it is."""
    listening = "0A"
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        fields = line.split()
        if fields[3] == listening and int(fields[9]) == inode:
            return True
    return False


def _is_private(address: str) -> bool:
    parsed = ipaddress.ip_address(address)
    return parsed.is_private and not parsed.is_loopback and not parsed.is_link_local


def _ask(sock: socket.socket, what: int, name: str) -> bytes:
    return fcntl.ioctl(sock.fileno(), what, _REQUEST.pack(name.encode()))


def _default_interface() -> str | None:
    """The interface of the default route with the lowest metric."""
    best: tuple[int, str] | None = None
    try:
        lines = _ROUTES.read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return None
    for line in lines:
        name, destination, _, _, _, _, metric, mask, *_ = line.split()
        if destination == mask == "00000000":
            best = min(best or (int(metric), name), (int(metric), name))
    return best[1] if best else None
