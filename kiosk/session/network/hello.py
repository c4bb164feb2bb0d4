"""Which server a TLS client asks for: the name in its first message, the only part of a tunnel that is not secret.

Pure, and distrustful: one name, in one complete ClientHello (RFC 8446, 4.1.2; RFC 6066, 3), or an error.
"""

from __future__ import annotations

MOST = 1 << 15
"""Bytes. Chromium's, with keys against quantum computers in it, is about 2,000 long."""

_HANDSHAKE, _CLIENT_HELLO = 22, 1
_RECORD = 1 << 14
_SERVER_NAME, _HOST_NAME = 0, 0


class NotAHelloError(Exception):
    """Not TLS, or not as a browser writes it."""


class _CutError(Exception):
    """There is less than what is announced."""


class _Reader:
    def __init__(self, untrusted: bytes) -> None:
        self._left = memoryview(untrusted)

    def __len__(self) -> int:
        return len(self._left)

    def take(self, count: int) -> bytes:
        if count > len(self._left):
            raise _CutError
        taken, self._left = bytes(self._left[:count]), self._left[count:]
        return taken

    def number(self, width: int) -> int:
        return int.from_bytes(self.take(width))

    def block(self, width: int) -> bytes:
        """What follows its own length, which is so many bytes wide."""
        return self.take(self.number(width))


def named_server(untrusted: bytes) -> str | None:
    """The host that these first bytes of a tunnel ask for; None while there are too few of them.

    Raises NotAHelloError on anything else than the beginning of one ClientHello with exactly one host name.
    """
    message = _message(untrusted)
    if message is None:
        if len(untrusted) > MOST:
            raise NotAHelloError
        return None
    try:
        return _name(message)
    except (_CutError, UnicodeDecodeError) as error:
        raise NotAHelloError from error


def _message(untrusted: bytes) -> bytes | None:
    """The ClientHello, gathered from as many records as it is cut into, or None while it is not whole."""
    records, gathered = _Reader(untrusted), b""
    while True:
        # Each byte is looked at as soon as it is there: who speaks anything else is not waited for.
        try:
            kind = records.number(1)
            if kind != _HANDSHAKE:
                raise NotAHelloError
            if records.number(1) != 3:
                raise NotAHelloError
            records.take(1)
            length = records.number(2)
            if not 0 < length <= _RECORD:
                raise NotAHelloError
            gathered += records.take(length)
        except _CutError:
            return None
        if gathered[0] != _CLIENT_HELLO:
            raise NotAHelloError
        if len(gathered) >= 4:
            wanted = 4 + int.from_bytes(gathered[1:4])
            if wanted > MOST or len(gathered) > wanted:
                raise NotAHelloError
            if len(gathered) == wanted:
                return gathered[4:]


def _name(message: bytes) -> str:
    hello = _Reader(message)
    hello.take(2 + 32)  # version, random
    hello.block(1)  # session
    hello.block(2)  # ciphers
    hello.block(1)  # compressions
    extensions = _Reader(hello.block(2))
    if len(hello):
        raise NotAHelloError
    names = []
    while len(extensions):
        kind, body = extensions.number(2), extensions.block(2)
        if kind == _SERVER_NAME:
            names.append(body)
    if len(names) != 1:
        raise NotAHelloError
    entries = _Reader(_whole(names[0]))
    if entries.number(1) != _HOST_NAME:
        raise NotAHelloError
    name = entries.block(2)
    if len(entries):
        raise NotAHelloError
    return name.decode("ascii")


def _whole(body: bytes) -> bytes:
    reader = _Reader(body)
    inner = reader.block(2)
    if len(reader):
        raise NotAHelloError
    return inner
