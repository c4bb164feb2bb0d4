"""A paper on its way to the phone, and the certainty that it arrived whole."""

from __future__ import annotations

import asyncio
import fcntl
import os
import re
import struct
import termios
import unicodedata
from urllib.parse import quote

from aiohttp import hdrs, web

from kiosk.documents.paper import ENDINGS
from kiosk.documents.phone import talk

_CHUNK = 256 << 10
_CHUNK_SECONDS = 20.0
_ARRIVAL_SECONDS = 20.0
_TYPES = {"pdf": "application/pdf", "image": "image/jpeg"}
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')
_LONGEST = 80


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
    await response.prepare(request)
    place = 0
    while place < size:
        chunk = os.pread(descriptor, _CHUNK, place)
        await asyncio.wait_for(response.write(chunk), _CHUNK_SECONDS)
        place += len(chunk)
    await asyncio.wait_for(response.write_eof(), _CHUNK_SECONDS)
    return response, request.method != hdrs.METH_HEAD and await _arrived(request)


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
    title = _UNSAFE.sub(" ", name.title.encode(errors="ignore").decode())
    title = " ".join(title.split()).strip(". ")[:_LONGEST].rstrip(". ")
    return (title or "papier") + ENDINGS[name.kind]


async def _arrived(request: web.BaseRequest) -> bool:
    """Wait until nothing is left to be sent or acknowledged: what is in a buffer here is not on the phone."""
    deadline = asyncio.get_running_loop().time() + _ARRIVAL_SECONDS
    while (transport := request.transport) is not None and not transport.is_closing():
        sock = transport.get_extra_info("socket")
        unsent = struct.unpack("i", fcntl.ioctl(sock.fileno(), termios.TIOCOUTQ, b"\0" * 4))[0]
        if not unsent and not transport.get_write_buffer_size():
            return True
        if asyncio.get_running_loop().time() > deadline:
            return False
        await asyncio.sleep(0.02)
    return False
