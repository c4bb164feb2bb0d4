"""A JPEG's own envelope: what the picture needs is kept byte by byte, what a phone wrote about the person is not.

Phones write the place, the time and a small copy of the picture into the file, and whole films behind it. Knows no
pixels: the picture itself is never decoded here.
"""

from __future__ import annotations

import struct
from typing import Literal, NamedTuple

Quarter = Literal[0, 90, 180, 270]

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_APP0, _EXIF, _COLOUR_PROFILE, _ADOBE, _APP15, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_ORIENTATION = 0x0112
_TURNS: dict[int, Quarter] = {1: 0, 3: 180, 6: 90, 8: 270}


class Bare(NamedTuple):
    """`content`: without what was written beside the picture. `turn`: clockwise, to be seen upright."""

    content: bytes
    turn: Quarter


def bare(content: bytes) -> Bare | None:
    """None when the envelope is broken, or the picture mirrored: it must then be decoded and made anew."""
    try:
        return _bare(content)
    except (IndexError, ValueError, struct.error):
        return None


def turned(content: bytes, turn: Quarter) -> bytes:
    """A bare JPEG that says by how much it must be turned to be seen upright, and nothing else."""
    if not turn:
        return content
    orientation = next(code for code, quarter in _TURNS.items() if quarter == turn)
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return content[:2] + struct.pack(">BBH", 0xFF, _EXIF, len(exif) + 2) + exif + content[2:]


def _bare(content: bytes) -> Bare | None:
    if content[:2] != bytes((0xFF, _START)):
        return None
    kept = [content[:2]]
    turn: Quarter | None = 0
    at = 2
    while True:
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END:
            return None if turn is None else Bare(b"".join([*kept, content[at : at + 2]]), turn)
        if marker in _ALONE:
            return None
        end = at + 2 + struct.unpack_from(">H", content, at + 2)[0]
        body = content[at + 4 : end]
        if marker == _EXIF and body.startswith(b"Exif\0\0"):
            turn = _TURNS.get(_orientation(body[6:]))
        if marker == _SCAN:
            end = _end_of_scan(content, end)
        if _belongs_to_the_picture(marker, body):
            kept.append(content[at:end])
        at = end


def _belongs_to_the_picture(marker: int, body: bytes) -> bool:
    if marker == _COLOUR_PROFILE:
        return body.startswith(b"ICC_PROFILE\0")  # the same marker also tells of further pictures behind this one
    return marker == _ADOBE or not (_APP0 < marker <= _APP15 or marker == _COMMENT)


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next marker is: within the picture's own bits, 0xFF is followed by 0 or by a restart."""
    while True:
        at = content.index(b"\xff", at)
        if content[at + 1] != 0 and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 2


def _orientation(exif: bytes) -> int:
    order = ">" if exif[:2] == b"MM" else "<"
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    (entries,) = struct.unpack_from(f"{order}H", exif, at)
    for place in range(at + 2, at + 2 + 12 * entries, 12):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, place)
        if tag == _ORIENTATION:
            return int(value) or 1
    return 1
