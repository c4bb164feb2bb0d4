"""What looks like a compressed stream, taken apart: gzip, zlib, the members of a zip, and brotli.

A stream that was cut off or partly overwritten gives what comes before its fault. Brotli has no mark to be known by: it
is tried at the beginning of a content, and behind the header that Chromium's cache writes before a body.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import zlib
from collections.abc import Iterator
from functools import cache

import numpy as np

MOST = 4 << 20
"""Bytes of one stream that are looked at."""

_FIRST = 64
_TRY_BROTLI = 64
_LEAST = 8
_MARKS = (
    ("gzip", b"\x1f\x8b\x08"),
    ("zlib", b"\x78\x01"),
    ("zlib", b"\x78\x5e"),
    ("zlib", b"\x78\x9c"),
    ("zlib", b"\x78\xda"),
    ("zip", b"PK\x03\x04"),
    ("cache", b"\x30\x5c\x72\xa7\x1b\x6d\xfb\xfc"),
)
_ZIP_HEADER = 30
_DEFLATED = 8
_CACHE_HEADER = 24
_LONGEST_KEY = 1 << 14


def inflated(content: bytes, *, beginning: bool = False) -> Iterator[bytes]:
    """`beginning`: of a file, where a body may lie behind a header that nobody here knows."""
    for kind, at in _marked(content):
        yield from _one(kind, content, at)
    for at in range(min(_TRY_BROTLI, len(content) - 1) if beginning else 0):
        yield from _brotli(content[at : at + MOST])


def _marked(content: bytes) -> Iterator[tuple[str, int]]:
    """By the first two bytes of all at once: hundreds of megabytes are looked at after each session."""
    if len(content) < _LEAST:
        return
    pairs = np.frombuffer(content, np.uint8)
    first, second = pairs[:-1], pairs[1:]
    for kind, mark in _MARKS:
        for at in np.flatnonzero((first == mark[0]) & (second == mark[1])):
            if content.startswith(mark, at):
                yield kind, int(at)


def _one(kind: str, content: bytes, at: int) -> Iterator[bytes]:
    match kind:
        case "gzip":
            yield from _inflate(content, at, zlib.MAX_WBITS | 16)
        case "zlib":
            # The third kind of block does not exist: of what is no stream, a quarter is seen at once.
            if at + 2 < len(content) and content[at + 2] & 0b110 != 0b110:
                yield from _inflate(content, at, zlib.MAX_WBITS)
        case "zip":
            header = content[at : at + _ZIP_HEADER]
            if len(header) == _ZIP_HEADER and header[8] == _DEFLATED:
                beside = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
                yield from _inflate(content, at + _ZIP_HEADER + beside, -zlib.MAX_WBITS)
        case _:
            key = int.from_bytes(content[at + 12 : at + 16], "little")
            if key < _LONGEST_KEY:
                body = at + _CACHE_HEADER + key
                yield from _brotli(content[body : body + MOST])


def _inflate(content: bytes, at: int, form: int) -> Iterator[bytes]:
    stream = zlib.decompressobj(form)
    try:
        first = stream.decompress(content[at : at + _FIRST], MOST)
    except zlib.error:
        return
    out = [first]
    at += _FIRST
    size, step = len(first), 1 << 12
    try:
        while at < len(content) and not stream.eof and size < MOST:
            piece = stream.decompress(stream.unconsumed_tail + content[at : at + step], MOST - size)
            out.append(piece)
            size, at, step = size + len(piece), at + step, step * 2
    except zlib.error:
        # What came before the fault was given piece by piece; the last piece is tried byte by byte no more.
        pass
    if size:
        yield b"".join(out)


# --- brotli, by the library that the system's fonts need anyway -------------------------------------------------------


@cache
def _decoder() -> ctypes.CDLL:
    library = ctypes.CDLL("libbrotlidec.so.1")
    library.BrotliDecoderCreateInstance.restype = ctypes.c_void_p
    library.BrotliDecoderCreateInstance.argtypes = [ctypes.c_void_p] * 3
    library.BrotliDecoderDestroyInstance.argtypes = [ctypes.c_void_p]
    pointer = ctypes.POINTER
    library.BrotliDecoderDecompressStream.argtypes = [
        ctypes.c_void_p,
        pointer(ctypes.c_size_t),
        pointer(ctypes.c_char_p),
        pointer(ctypes.c_size_t),
        pointer(ctypes.c_void_p),
        pointer(ctypes.c_size_t),
    ]
    return library


def _brotli(content: bytes) -> Iterator[bytes]:
    library = _decoder()
    state = library.BrotliDecoderCreateInstance(None, None, None)
    try:
        room = 1 << 16
        out = ctypes.create_string_buffer(room)
        left, where = ctypes.c_size_t(len(content)), ctypes.c_char_p(content)
        pieces, size = [], 0
        while size < MOST:
            space, put = ctypes.c_size_t(room), ctypes.c_void_p(ctypes.addressof(out))
            result = library.BrotliDecoderDecompressStream(
                state, ctypes.byref(left), ctypes.byref(where), ctypes.byref(space), ctypes.byref(put), None
            )
            made = room - space.value
            pieces.append(out.raw[:made])
            size += made
            if result != _MORE_ROOM:
                break
        # Noise can pass for a stream of a few bytes.
        if size > _FEW:
            yield b"".join(pieces)
    finally:
        library.BrotliDecoderDestroyInstance(state)


_MORE_ROOM = 3
_FEW = 8
