"""The shell's end of the line to the guest: one packet, one message, never blocking, never trusting.

A malformed, oversized or too frequent message closes the line for good: the session ends, it is not repaired. Only a
wish for the paper desk that comes too often is dropped alone: a page must not be able to keep the person there.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Sequence

from kiosk import packets
from kiosk.sealed import NotSealedError, Sealed
from kiosk.session.limits import SERVICES_BURST, SERVICES_PER_SECOND, RateLimit
from kiosk.session.messages import (
    MAX_BYTES,
    MAX_PAPERS,
    AnyFromGuest,
    ServiceAsked,
    ToGuest,
    UntrustedMessageError,
    decode_untrusted,
    encode,
)

_PACKETS_A_TURN = 64  # then let the rest of the shell breathe
_OF_ONE_PAPER = frozenset({"print", "mend", "take", "join"})
"""Services that are nothing without a paper."""


class Channel:
    """`on_message` gets each well-formed message and the sealed contents that came with it, which are its to close;
    `on_broken` gets one of: size, form, rate, closed - once. `most_bytes`: of the papers beside one message."""

    def __init__(
        self,
        sock: socket.socket,
        on_message: Callable[[AnyFromGuest, tuple[Sealed, ...]], None],
        on_broken: Callable[[str], None],
        limit: RateLimit,
        most_bytes: int,
    ) -> None:
        self._socket = sock
        self._on_message = on_message
        self._on_broken = on_broken
        self._limit = limit
        self._services = RateLimit(SERVICES_PER_SECOND, SERVICES_BURST)
        self._most_bytes = most_bytes
        self._loop = asyncio.get_running_loop()
        self._fd = sock.fileno()
        self._open = True
        self._loop.add_reader(self._fd, self._readable)

    def send(self, message: ToGuest, contents: Sequence[Sealed] = ()) -> bool:
        """False when the guest does not read: the heartbeat will tell the rest."""
        try:
            packets.send(self._socket, encode(message), contents)
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Stop listening. The socket itself belongs to the guest's owner."""
        if self._open:
            self._open = False
            self._loop.remove_reader(self._fd)

    def _readable(self) -> None:
        for _ in range(_PACKETS_A_TURN):
            if not self._open:
                return
            try:
                untrusted_packet, descriptors = packets.receive(self._socket, MAX_BYTES, MAX_PAPERS)
            except BlockingIOError:
                return
            except packets.PacketError:
                self._break("size")
                return
            except OSError:
                self._break("closed")
                return
            self._judge(untrusted_packet, descriptors)

    def _judge(self, untrusted_packet: bytes, descriptors: list[int]) -> None:
        if not untrusted_packet or not self._limit.allows(self._loop.time()):
            packets.close(descriptors)
            self._break("rate" if untrusted_packet else "closed")
            return
        try:
            message = decode_untrusted(untrusted_packet)
        except UntrustedMessageError as error:
            packets.close(descriptors)
            self._break(error.code)
            return
        contents = _sealed(descriptors)
        flaw = self._flaw(message, contents)
        if flaw is not None or not self._is_timely(message):
            for one in contents or ():
                one.close()
            if flaw is not None:
                self._break(flaw)
            return
        self._on_message(message, contents or ())

    def _flaw(self, message: AnyFromGuest, contents: tuple[Sealed, ...] | None) -> str | None:
        """What came beside must be what the message says, and no more than a tray holds: a size costs a guest nothing,
        a sparse file claims gigabytes."""
        papers = message.papers if isinstance(message, ServiceAsked) else ()
        bare = isinstance(message, ServiceAsked) and message.service in _OF_ONE_PAPER and not papers
        if contents is None or len(contents) != len(papers) or bare:
            return "form"
        return "size" if sum(one.size for one in contents) > self._most_bytes else None

    def _is_timely(self, message: AnyFromGuest) -> bool:
        return not isinstance(message, ServiceAsked) or self._services.allows(self._loop.time())

    def _break(self, code: str) -> None:
        self.close()
        self._on_broken(code)


def _sealed(descriptors: list[int]) -> tuple[Sealed, ...] | None:
    """The contents, or None, with everything closed, when one of them could still change."""
    contents: list[Sealed] = []
    for place, one in enumerate(descriptors):
        try:
            contents.append(Sealed(one))
        except NotSealedError:
            for content in contents:
                content.close()
            packets.close(descriptors[place + 1 :])
            return None
    return tuple(contents)
