"""A paper on its way to the phone, and the certainty that it arrived whole."""

from __future__ import annotations

import asyncio
import fcntl
import os
import re
import socket
import struct
import termios
import unicodedata
from urllib.parse import quote

from aiohttp import hdrs, web

from kiosk.documents.paper import ENDINGS, LONGEST_TITLE
from kiosk.documents.phone import talk
from kiosk.documents.plain import plain

_CHUNK = 256 << 10
_CHUNK_SECONDS = 20.0
_ARRIVAL_SECONDS = 20.0
_TCP_CLOSE = 7  # in the kernel's `tcp_states.h`
_TYPES = {"pdf": "application/pdf", "image": "image/jpeg"}
_UNSAFE = re.compile(r'[<>:"/\\|?*]+')


async def send(
    request: web.BaseRequest, descriptor: int, name: talk.PaperName, headers: dict[str, str], *, attached: bool
) -> tuple[web.StreamResponse, bool]:
    """Returns whether the phone has acknowledged every byte, too."""
    size = os.fstat(descriptor).st_size
    response = web.StreamResponse(
        headers={
            **headers,
            "Content-Type": _TYPES[name.kind],
            "Content-Disposition": disposition(name, attached=attached),
        }
    )
    response.content_length = size
    connection = _kept_open(request)
    try:
        await response.prepare(request)
        place = 0
        while place < size:
            chunk = os.pread(descriptor, _CHUNK, place)
            await asyncio.wait_for(response.write(chunk), _CHUNK_SECONDS)
            place += len(chunk)
        await asyncio.wait_for(response.write_eof(), _CHUNK_SECONDS)
        return response, connection is not None and request.method != hdrs.METH_HEAD and await _arrived(connection)
    finally:
        if connection is not None:
            connection.close()


def disposition(name: talk.PaperName, *, attached: bool) -> str:
    """RFC 6266, with the name in ASCII for old phones and whole after RFC 8187 for the others."""
    whole = file_name(name)
    plain = unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode()
    if plain.startswith("."):
        plain = f"papier{plain}"
    how = "attachment" if attached else "inline"
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(whole, safe='')}"


def file_name(name: talk.PaperName) -> str:
    """Never a path, never hidden, never more than one line, whatever the title says."""
    title = plain(_UNSAFE.sub(" ", name.title), LONGEST_TITLE).strip(". ")
    return (title or "papier") + ENDINGS[name.kind]


def _kept_open(request: web.BaseRequest) -> socket.socket | None:
    """The connection once more, to be asked after the phone has closed its end."""
    if request.transport is None:
        return None
    return socket.socket(fileno=os.dup(request.transport.get_extra_info("socket").fileno()))


async def _arrived(connection: socket.socket) -> bool:
    """Wait until the phone's side has acknowledged all: what is in a buffer here is not on the phone.

    Seen empty twice: between two fillings the kernel's buffer is empty for a moment.
    """
    deadline = asyncio.get_running_loop().time() + _ARRIVAL_SECONDS
    empty = 0
    while empty < 2 and asyncio.get_running_loop().time() < deadline:
        await asyncio.sleep(0.02)
        state = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]
        if state == _TCP_CLOSE:  # broken off
            return False
        unsent = struct.unpack("i", fcntl.ioctl(connection.fileno(), termios.TIOCOUTQ, b"\0" * 4))[0]
        empty = empty + 1 if not unsent else 0
    return empty == 2
