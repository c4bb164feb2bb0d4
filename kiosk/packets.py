"""One packet with the descriptors that travel with it, over a local SOCK_SEQPACKET socket. Knows no kind of message."""

from __future__ import annotations

import array
import os
import socket
from collections.abc import Sequence
from typing import Protocol

MAX_DESCRIPTORS = 40
_INT = array.array("i").itemsize


class Held(Protocol):
    """Whatever owns a descriptor."""

    def fileno(self) -> int: ...


class PacketError(ValueError):
    """The packet, or the number of its descriptors, is over the bound. What came with it is closed."""


def send(sock: socket.socket, packet: bytes, held: Sequence[Held] = ()) -> None:
    """Raises BlockingIOError when the other side does not read, OSError when it is gone."""
    if held:
        socket.send_fds(sock, [packet], [one.fileno() for one in held])
    else:
        sock.send(packet)


def receive(sock: socket.socket, max_bytes: int, max_descriptors: int = MAX_DESCRIPTORS) -> tuple[bytes, list[int]]:
    """The packet, empty at the end of the conversation, and the descriptors, which are the caller's to close.

    Raises BlockingIOError when nothing waits, PacketError over a bound, OSError when the other side is gone.
    """
    room = socket.CMSG_SPACE(max_descriptors * _INT)
    packet, ancillary, flags, _ = sock.recvmsg(max_bytes, room, socket.MSG_CMSG_CLOEXEC)
    descriptors = _descriptors(ancillary)
    if flags & (socket.MSG_TRUNC | socket.MSG_CTRUNC) or len(descriptors) > max_descriptors:
        close(descriptors)
        raise PacketError
    return packet, descriptors


def close(descriptors: Sequence[int]) -> None:
    for one in descriptors:
        os.close(one)


def _descriptors(ancillary: list[tuple[int, int, bytes]]) -> list[int]:
    found = array.array("i")
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            found.frombytes(data[: len(data) - len(data) % _INT])
    return list(found)
