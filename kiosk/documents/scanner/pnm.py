"""Sheets out of a scanner's pipe, one after another, each into a sealed memory file.

The pixels go from pipe to memory file inside the kernel: nothing of a sheet stays in the memory of who reads. Only
the few bytes of a PNM header are looked at, for the size that they announce.
"""

from __future__ import annotations

import os

from kiosk.documents.confined import readable
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed

MOST_BYTES = 80_000_000
"""A legal-size sheet in colour at 400 dots per inch: more than any scanner is asked for."""
_MOST_HEADER = 512
_CHANNELS = {b"P4": 0, b"P5": 1, b"P6": 3}


class NoPictureError(Exception):
    """What comes out of the pipe is no PNM."""


class CutShortError(NoPictureError):
    """The pipe ended in the middle of one."""


async def next_sheet(pipe: int) -> Sealed | None:
    """The next sheet; None at the end. Raises NoPictureError, CutShortError, PaperTroubleError(TOO_LARGE)."""
    header, size = await _header(pipe)
    if not header:
        return None
    target = os.memfd_create("kiosk", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        os.write(target, header)
        while size:
            await readable(pipe)
            moved = os.splice(pipe, target, size)
            if not moved:
                raise CutShortError
            size -= moved
    except BaseException:
        os.close(target)
        raise
    return Sealed.sealing(target)


async def _header(pipe: int) -> tuple[bytes, int]:
    """As it was written, and how many bytes of pixels follow."""
    header = b""
    while True:
        await readable(pipe)
        while True:
            try:
                byte = os.read(pipe, 1)
            except BlockingIOError:
                break
            header += byte
            if not byte:
                if header:
                    raise CutShortError
                return b"", 0
            if (size := _pixels(header)) is not None:
                return header, size


def _pixels(header: bytes) -> int | None:
    """How many bytes follow a whole header; None while it is not whole."""
    if len(header) > _MOST_HEADER or not b"P6".startswith(header[:1]):
        raise NoPictureError
    if not header[-1:].isspace():
        return None
    words = b"\n".join(line.partition(b"#")[0] for line in header.split(b"\n")).split()
    whole = 3 if words[:1] == [b"P4"] else 4
    # The one white space after the last number ends the header; a comment is never its end.
    if len(words) < whole or b"#" in header.rsplit(b"\n", 2)[-1]:
        return None
    try:
        channels = _CHANNELS[words[0]]
        width, height, *most = map(int, words[1:])
    except (KeyError, ValueError) as error:
        raise NoPictureError from error
    if width < 1 or height < 1:
        raise NoPictureError
    row = (width + 7) // 8 if channels == 0 else width * channels * (2 if most[0] > 255 else 1)
    if row * height > MOST_BYTES:
        raise PaperTroubleError(Trouble.TOO_LARGE)
    return row * height
