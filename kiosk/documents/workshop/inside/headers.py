"""What a picture says of itself before it is decoded: its format and the size of each of its pages.

A few bytes can claim a picture of gigabytes, so sizes are read here first, by our own few lines, and judged before any
decoder allocates. Knows no pixels.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kiosk.documents.trouble import PaperTroubleError, Trouble

PictureFormat = Literal["jpeg", "png", "gif", "bmp", "webp", "pnm", "tiff"]
Content = bytes | memoryview

MAX_PIXELS = 80_000_000  # A3 at 600 dots per inch
MAX_JPEG_PIXELS = 250_000_000  # the largest phones; decoded at a part of its size
MAX_TIFF_PAGES = 100
_PNM = re.compile(rb"P[1-6]\s+(?:#[^\n]{0,200}\n\s*){0,9}(\d{1,9})\s+(?:#[^\n]{0,200}\n\s*){0,9}(\d{1,9})\s")
_SOF = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # JPEG markers without a length
_TIFF_WIDTH, _TIFF_HEIGHT = 256, 257
_TIFF_SHORT, _TIFF_LONG = 3, 4


class Size(NamedTuple):
    """In pixels, as stored: before any turning that the picture asks for."""

    width: int
    height: int


class Header(NamedTuple):
    format: PictureFormat
    sizes: tuple[Size, ...]
    see_through: bool = False


def picture_format(start: bytes) -> PictureFormat | None:
    """By the first bytes of the content, never by a name."""
    for magic, name in _MAGIC:
        if start.startswith(magic):
            return name
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "webp"
    if re.match(rb"P[1-6]\s", start):
        return "pnm"
    return None


_MAGIC: tuple[tuple[bytes, PictureFormat], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
)


def header(content: Content) -> Header:
    """Raises PaperTroubleError: NOT_A_PAPER when it is no picture of a known format, DAMAGED when its header is,
    TOO_LARGE when it would take too much memory."""
    found = picture_format(bytes(content[:32]))
    if found is None:
        raise PaperTroubleError(Trouble.NOT_A_PAPER)
    try:
        result = _READERS[found](content)
    except (struct.error, IndexError) as error:
        raise PaperTroubleError(Trouble.DAMAGED) from error
    if not result.sizes or any(side < 1 for size in result.sizes for side in size):
        raise PaperTroubleError(Trouble.DAMAGED)
    most = MAX_JPEG_PIXELS if found == "jpeg" else MAX_PIXELS
    if any(size.width * size.height > most for size in result.sizes):
        raise PaperTroubleError(Trouble.TOO_LARGE)
    return result


def _png(content: Content) -> Header:
    width, height, _, colour = struct.unpack_from(">IIBB", content, 16)
    before_pixels = bytes(content[:4096]).split(b"IDAT", 1)[0]
    return Header("png", (Size(width, height),), see_through=colour in {4, 6} or b"tRNS" in before_pixels)


def _jpeg(content: Content) -> Header:
    at = 2
    while True:
        if content[at] != 0xFF:
            raise IndexError
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in _SOF:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return Header("jpeg", (Size(width, height),))
        else:
            (length,) = struct.unpack_from(">H", content, at + 2)
            at += 2 + max(2, length)


def _gif(content: Content) -> Header:
    return Header("gif", (Size(*struct.unpack_from("<HH", content, 6)),), see_through=True)


def _bmp(content: Content) -> Header:
    (header_size,) = struct.unpack_from("<I", content, 14)
    width, height = struct.unpack_from("<HH" if header_size == 12 else "<ii", content, 18)
    return Header("bmp", (Size(width, abs(height)),))


def _webp(content: Content) -> Header:
    match bytes(content[12:16]):
        case b"VP8 ":
            width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", content, 26))
            return Header("webp", (Size(width, height),))
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", content, 21)
            size = Size((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
            return Header("webp", (size,), see_through=bool(bits >> 28 & 1))
        case b"VP8X":
            width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
            return Header("webp", (Size(width, height),), see_through=bool(content[20] & 0x10))
    raise IndexError


def _pnm(content: Content) -> Header:
    found = _PNM.match(bytes(content[:4096]))
    if found is None:
        raise IndexError
    return Header("pnm", (Size(int(found[1]), int(found[2])),))


def _tiff(content: Content) -> Header:
    return Header("tiff", tuple(_tiff_pages(content)))


def _tiff_pages(content: Content) -> Iterator[Size]:
    order = "<" if content[0] == ord("I") else ">"
    (at,) = struct.unpack_from(f"{order}I", content, 4)
    seen: set[int] = set()
    while at:
        if at in seen or len(seen) >= MAX_TIFF_PAGES:
            raise IndexError
        seen.add(at)
        (entries,) = struct.unpack_from(f"{order}H", content, at)
        sides = {}
        for entry in range(entries):
            place = at + 2 + 12 * entry
            tag, kind = struct.unpack_from(f"{order}HH", content, place)
            if tag in {_TIFF_WIDTH, _TIFF_HEIGHT} and kind in {_TIFF_SHORT, _TIFF_LONG}:
                (sides[tag],) = struct.unpack_from(f"{order}{'H' if kind == _TIFF_SHORT else 'I'}", content, place + 8)
        yield Size(sides.get(_TIFF_WIDTH, 0), sides.get(_TIFF_HEIGHT, 0))
        (at,) = struct.unpack_from(f"{order}I", content, at + 2 + 12 * entries)


_READERS = {"jpeg": _jpeg, "png": _png, "gif": _gif, "bmp": _bmp, "webp": _webp, "pnm": _pnm, "tiff": _tiff}
