"""The shell's end of the line to the guest: one packet, one message, never blocking, never trusting.

A malformed, oversized or too frequent message closes the line for good: the session ends, it is not repaired.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

from kiosk.session.limits import RateLimit
from kiosk.session.messages import MAX_BYTES, AnyFromGuest, ToGuest, UntrustedMessageError, decode_untrusted, encode

_PACKETS_A_TURN = 64  # then let the rest of the shell breathe


class Channel:
    """`on_message` gets each well-formed message; `on_broken` gets one of: size, form, rate, closed - once."""

    def __init__(
        self,
        sock: socket.socket,
        on_message: Callable[[AnyFromGuest], None],
        on_broken: Callable[[str], None],
        limit: RateLimit,
    ) -> None:
        self._socket = sock
        self._on_message = on_message
        self._on_broken = on_broken
        self._limit = limit
        self._loop = asyncio.get_running_loop()
        self._fd = sock.fileno()
        self._open = True
        self._loop.add_reader(self._fd, self._readable)

    def send(self, message: ToGuest) -> bool:
        """False when the guest does not read: the heartbeat will tell the rest."""
        try:
            self._socket.send(encode(message))
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
                untrusted_packet, _, flags, _ = self._socket.recvmsg(MAX_BYTES)
            except BlockingIOError:
                return
            except OSError:
                self._break("closed")
                return
            if not untrusted_packet:
                self._break("closed")
            elif flags & socket.MSG_TRUNC:
                self._break("size")
            elif not self._limit.allows(self._loop.time()):
                self._break("rate")
            else:
                self._deliver(untrusted_packet)

    def _deliver(self, untrusted_packet: bytes) -> None:
        try:
            message = decode_untrusted(untrusted_packet)
        except UntrustedMessageError as error:
            self._break(error.code)
        else:
            self._on_message(message)

    def _break(self, code: str) -> None:
        self.close()
        self._on_broken(code)
