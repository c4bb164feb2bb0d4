"""Out by the network: sockets of every family, names, routes."""

from __future__ import annotations

import contextlib
import os
import socket
import struct

from tests.sandbox.compromised.attempt import WORD, NothingThereError, Targets, attempt, holds

_TIMEOUT = 3.0
_AF_NETLINK_ROUTE = 0
_SOCK_DIAG = 4
_RTM_GETROUTE = 26
_DUMP = 0x301  # NLM_F_REQUEST | NLM_F_DUMP
_ETH_P_ALL = 3


def _stream(family: int, address: object) -> str:
    with socket.socket(family, socket.SOCK_STREAM) as made:
        made.settimeout(_TIMEOUT)
        made.connect(address)  # type: ignore[arg-type]
        return holds(made.recv(100))


def _datagram(family: int, address: tuple[str, int], packet: bytes) -> str:
    with socket.socket(family, socket.SOCK_DGRAM) as made:
        made.settimeout(_TIMEOUT)
        made.sendto(packet, address)
        return holds(made.recv(1500))


@attempt("tcp to the post's loopback")
def _tcp_loopback(at: Targets) -> object:
    return _stream(socket.AF_INET, ("127.0.0.1", at["tcp"]))


@attempt("tcp to the post's address on the network")
def _tcp_address(at: Targets) -> object:
    return _stream(socket.AF_INET, (at["address"], at["tcp"]))


@attempt("tcp over IPv6")
def _tcp6(at: Targets) -> object:
    return _stream(socket.AF_INET6, ("::1", at["tcp6"]))


@attempt("tcp to an IPv4 address written as IPv6")
def _tcp_mapped(at: Targets) -> object:
    return _stream(socket.AF_INET6, ("::ffff:" + at["address"], at["tcp"]))


@attempt("udp")
def _udp(at: Targets) -> object:
    return _datagram(socket.AF_INET, (at["address"], at["udp"]), WORD.encode())


@attempt("udp over IPv6")
def _udp6(at: Targets) -> object:
    return _datagram(socket.AF_INET6, ("::1", at["udp6"]), WORD.encode())


@attempt("a question to a name server")
def _dns(at: Targets) -> object:
    name = b"".join(bytes([len(label)]) + label for label in (WORD.encode(), b"example"))
    question = struct.pack(">HHHHHH", 7, 0x100, 1, 0, 0, 0) + name + b"\0" + struct.pack(">HH", 16, 1)
    return _datagram(socket.AF_INET, (at["address"], at["udp"]), question)


@attempt("a name of the post's own network")
def _name(at: Targets) -> object:
    found = socket.getaddrinfo(at["name"], 443, type=socket.SOCK_STREAM)
    if not found:
        raise NothingThereError(0, "no address")
    return "an address"


@attempt("ping by a raw socket")
def _ping_raw(at: Targets) -> object:
    return _ping(socket.SOCK_RAW, at["address"])


@attempt("ping without rights")
def _ping_plain(at: Targets) -> object:
    return _ping(socket.SOCK_DGRAM, at["address"])


def _ping(kind: int, address: str) -> str:
    packet = struct.pack(">BBHHH", 8, 0, 0, os.getpid() & 0xFFFF, 1) + WORD.encode()
    total = sum(struct.unpack(f">{len(packet) // 2}H", packet[: len(packet) // 2 * 2]))
    total += packet[-1] << 8 if len(packet) % 2 else 0
    total = (total & 0xFFFF) + (total >> 16)
    packet = packet[:2] + struct.pack(">H", ~(total + (total >> 16)) & 0xFFFF) + packet[4:]
    with socket.socket(socket.AF_INET, kind, socket.IPPROTO_ICMP) as made:
        made.settimeout(_TIMEOUT)
        made.sendto(packet, (address, 0))
        return holds(made.recv(1500))


@attempt("a raw IP socket")
def _raw(_at: Targets) -> object:
    socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_UDP).close()
    return "a raw socket"


@attempt("every packet of the machine")
def _packets(_at: Targets) -> object:
    socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ETH_P_ALL)).close()
    return "a packet socket"


@attempt("the machine's network interfaces")
def _interfaces(_at: Targets) -> object:
    others = [name for _, name in socket.if_nameindex() if name != "lo"]
    if not others:
        raise NothingThereError(0, "only its own loopback")
    return others


@attempt("the machine's routes")
def _routes(_at: Targets) -> object:
    """A dump of the routes by netlink: any that leaves by another interface than the loopback."""
    loopback = socket.if_nametoindex("lo")
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _AF_NETLINK_ROUTE) as made:
        made.settimeout(_TIMEOUT)
        made.send(struct.pack("=IHHIIB11x", 28, _RTM_GETROUTE, _DUMP, 1, 0, socket.AF_INET))
        for kind, body in _messages(made.recv(1 << 16)):
            if kind == _RTM_GETROUTE - 2 and _interface_of(body) not in (None, loopback):
                return "a route"
    raise NothingThereError(0, "no route")


def _messages(data: bytes) -> list[tuple[int, bytes]]:
    found = []
    while len(data) >= 16:
        length, kind = struct.unpack_from("=IH", data)
        found.append((kind, data[16:length]))
        data = data[(length + 3) & ~3 :]
    return found


def _interface_of(route: bytes) -> int | None:
    route = route[12:]
    while len(route) >= 4:
        length, kind = struct.unpack_from("=HH", route)
        if kind == 4:  # RTA_OIF
            return int(struct.unpack_from("=I", route, 4)[0])
        route = route[max((length + 3) & ~3, 4) :]
    return None


@attempt("the list of the machine's sockets")
def _sockets(at: Targets) -> object:
    listening = f":{at['tcp']:04X} "
    with open("/proc/net/tcp") as table:
        if listening not in table.read():
            raise NothingThereError(0, "not listed")
    return "a listening port"


@attempt("a local socket")
def _unix(at: Targets) -> object:
    return _stream(socket.AF_UNIX, at["unix"])


@attempt("an abstract local socket")
def _abstract(at: Targets) -> object:
    return _stream(socket.AF_UNIX, "\0" + at["abstract"])


@attempt("the X server's abstract socket")
def _abstract_x(at: Targets) -> object:
    with socket.socket(socket.AF_UNIX) as made:
        made.connect(f"\0/tmp/.X11-unix/X{at['display'].lstrip(':')}")
    return "the X server"


@attempt("the practice services past the proxy")
def _practice(at: Targets) -> object:
    with socket.socket(socket.AF_UNIX) as made:
        made.connect(at["practice"])
    return "the services"


@attempt("the hypervisor's sockets")
def _vsock(_at: Targets) -> object:
    """These know no network namespace. Only made, and bound to ourselves: nobody is called."""
    with socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM) as made:
        made.bind((socket.VMADDR_CID_ANY, socket.VMADDR_PORT_ANY))
    return "a socket"


@attempt("a socket of the kernel's ciphers")
def _ciphers(_at: Targets) -> object:
    with contextlib.closing(socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)) as made:
        made.bind(("hash", "sha256"))
    return "a socket"
