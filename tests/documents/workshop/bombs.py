"""Streams that grow by a thousand times and more when they are opened, made without ever holding what they become."""

from __future__ import annotations

import struct
import zlib

_BLOCK = 1 << 24


def deflated_zeros(size: int) -> bytes:
    """A valid zlib stream of `size` zero bytes, `size` a multiple of 16 MiB: one block, repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(_BLOCK)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = (size % 65521) << 16 | 1
    return b"\x78\xda" + block * (size // _BLOCK) + b"\x03\x00" + struct.pack(">I", checksum)


def deflated_twice(size: int) -> bytes:
    return zlib.compress(deflated_zeros(size), 9)
