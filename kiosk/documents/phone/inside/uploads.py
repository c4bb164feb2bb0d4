"""A photograph on its way in: bounded in size and time, looked at for its first bytes only."""

from __future__ import annotations

import asyncio

from aiohttp import web
from aiohttp.web_protocol import RequestPayloadError

from kiosk.documents.trouble import Trouble
from kiosk.sealed import Sealed

_CHUNK = 64 << 10
_CHUNK_SECONDS = 20.0
_ALL_SECONDS = 300.0
_START = 12


class RefusedError(Exception):
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class CutOffError(Exception):
    """The phone went away, or is too slow to be waited for."""


async def receive(request: web.BaseRequest, most: int) -> Sealed:
    """Raises RefusedError, CutOffError."""
    if (request.content_length or 0) > most:
        raise RefusedError(Trouble.TOO_LARGE)
    content = bytearray()
    try:
        async with asyncio.timeout(_ALL_SECONDS):
            while chunk := await asyncio.wait_for(request.content.read(_CHUNK), _CHUNK_SECONDS):
                content += chunk
                if len(content) > most:
                    raise RefusedError(Trouble.TOO_LARGE)
                if len(content) >= _START and not is_photo(content):
                    raise RefusedError(Trouble.NOT_A_PAPER)
    except (TimeoutError, OSError, RequestPayloadError, web.HTTPException) as error:
        raise CutOffError from error
    if not is_photo(content):
        raise RefusedError(Trouble.NOT_A_PAPER)
    return Sealed.of(bytes(content))


def is_photo(content: bytes | bytearray) -> bool:
    """Whether it says that it is a picture that a workshop opens. What it truly is, the workshop finds out."""
    start = bytes(content[:_START])
    return start.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (start[:4] == b"RIFF" and start[8:] == b"WEBP")
