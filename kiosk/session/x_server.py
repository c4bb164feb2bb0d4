"""A connection of our own to the X server, for a wipe and no longer. Knows nothing of what it asks.

The X server outlives every session, so what it holds must be asked for by name.
"""

from __future__ import annotations

import os
import select
import socket
import struct
from collections.abc import Sequence
from typing import Any

import xcffib

NOBODY = 0  # X11: None
NOW = 0  # X11: CurrentTime

_ANSWER = 32  # bytes of an answer without more
_IS_ERROR, _IS_ANSWER = 0, 1
_GET_SELECTION_OWNER = 23
_PATIENCE = 2.0
_BLOCK = 512  # questions at a time: their answers must fit in a socket, or both sides would wait for the other

MOST_ATOMS = 1 << 16
"""A server with more names than that is full of somebody's invention."""


class Line:
    """`with` it: the bare socket, by which the library asks nothing any more. OSError when there is no X server."""

    def __init__(self, display: str | None) -> None:
        self._display = display

    def __enter__(self) -> Line:
        try:
            self._raw: Any = _Bare(display=self._display)  # type: ignore[no-untyped-call]
        except xcffib.ConnectionException as error:
            raise OSError("no X server") from error
        return self

    def __exit__(self, *_: object) -> None:
        self._raw.disconnect()

    @property
    def socket(self) -> int:
        return int(self._raw.get_file_descriptor())


class _Bare(xcffib.Connection):
    def _init_x(self) -> None:
        """The library would read the server's whole description of its screens: 2 ms, for each connection."""


class _Plain(_Bare):
    """Can ask. What the library would also do for each connection: read that description, and ask after each extension
    that anything here has loaded."""

    core: Any

    def _init_x(self) -> None:
        raw: Any = xcffib
        self.core = raw.core(self)
        self._setup: Any = raw.lib.xcb_get_setup(self._conn)
        self._error_offsets: Any = raw.OffsetMap(raw.core_errors)


class Connection:
    """`with` it. Raises OSError when there is no X server."""

    raw: Any
    core: Any
    root: int

    def __init__(self, display: str | None) -> None:
        self._display = display

    def __enter__(self) -> Connection:
        try:
            self.raw = _Plain(display=self._display)  # type: ignore[no-untyped-call]
        except xcffib.ConnectionException as error:
            raise OSError("no X server") from error
        self.core = self.raw.core
        self.root = int(self.raw.get_screen_pointers()[0].root)
        return self

    def __exit__(self, *_: object) -> None:
        self.raw.disconnect()

    def wait(self) -> None:
        """A round trip: the server has done all that was asked before when it answers."""
        self.core.GetInputFocus().reply()

    def number_of(self, name: str) -> int:
        """The atom of this name; 0 when the server has none. Makes none: a name stays for the server's life."""
        return int(self.core.InternAtom(True, len(name), name).reply().atom)

    def name_of(self, atom: int) -> str:
        return str(self.core.GetAtomName(atom).reply().name.to_string())

    @property
    def socket(self) -> int:
        return int(self.raw.get_file_descriptor())

    @property
    def server_pid(self) -> int:
        """The process at the other end, as the kernel knows it."""
        with socket.socket(fileno=os.dup(self.socket)) as line:
            pid, _, _ = struct.unpack("3i", line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        return int(pid)


class Questions:
    """The same short question many times, past the library, which would take as long for one as we for fifty.

    `line`: one on which nothing else is asked."""

    def __init__(self, line: Line) -> None:
        self._socket = line.socket

    def owners(self) -> dict[int, int]:
        """Who owns each selection that has an owner. A selection is called by a name's number; names are numbered
        without gaps, so the first that the server does not know is the end. OSError when there are too many."""
        found: dict[int, int] = {}
        for first in range(1, MOST_ATOMS, _BLOCK):
            block = range(first, first + _BLOCK)
            for atom, answer in zip(block, self._ask(_GET_SELECTION_OWNER, block), strict=True):
                if answer[0] == _IS_ERROR:
                    return found
                (owner,) = struct.unpack_from("<I", answer, 8)
                if owner != NOBODY:
                    found[atom] = owner
        raise OSError("too many names in the X server")

    def _ask(self, code: int, about: Sequence[int]) -> list[bytes]:
        """One answer for each, in order. What comes unasked, like a change of the keyboard's layout, is passed over."""
        write(self._socket, b"".join(struct.pack("<BxHI", code, 2, one) for one in about))
        answers: list[bytes] = []
        held = b""
        while len(answers) < len(about):
            held += _read(self._socket)
            while len(held) >= _ANSWER:
                length = _ANSWER
                if held[0] == _IS_ANSWER:
                    length += 4 * int(struct.unpack_from("<I", held, 4)[0])
                if len(held) < length:
                    break
                if held[0] in (_IS_ERROR, _IS_ANSWER):
                    answers.append(held[:_ANSWER])
                held = held[length:]
        return answers


def write(line: int, content: bytes) -> None:
    """All of it; OSError when the server does not take it in time."""
    while content:
        if not select.select((), (line,), (), _PATIENCE)[1]:
            raise TimeoutError
        content = content[os.write(line, content) :]


def _read(line: int) -> bytes:
    if not select.select((line,), (), (), _PATIENCE)[0]:
        raise TimeoutError
    content = os.read(line, 1 << 16)
    if not content:
        raise ConnectionResetError
    return content
