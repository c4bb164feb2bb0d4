"""What looks like a compressed stream is taken apart wherever it lies, and what is none costs nothing but time."""

from __future__ import annotations

import ctypes
import gzip
import io
import random
import zipfile
import zlib
from pathlib import Path

import pytest

from proof.rig.canary import Canary, files_with
from proof.rig.streams import inflated

CANARY = Canary.draw(random.Random(1))
TEXT = b"before " * 40 + CANARY.core.encode() + b" after" * 40


def _raw_zip(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.txt", content)
    return file.getvalue()


def _brotli(content: bytes) -> bytes:
    encoder = ctypes.CDLL("libbrotlienc.so.1")
    room = ctypes.c_size_t(len(content) + 1024)
    out = ctypes.create_string_buffer(room.value)
    length = ctypes.c_size_t(len(content))
    assert encoder.BrotliEncoderCompress(5, 22, 0, length, content, ctypes.byref(room), out) == 1
    return out.raw[: room.value]


def _cached(body: bytes) -> bytes:
    """As Chromium's cache writes it: a mark, a version, the key's length, the key, the body."""
    key = b"https://traces.exercice/long/address"
    mark = 0xFCFB6D1BA7725C30
    head = mark.to_bytes(8, "little") + (5).to_bytes(4, "little") + len(key).to_bytes(4, "little") + bytes(8)
    return head + key + body


STREAMS = {
    "gzip": gzip.compress(TEXT),
    **{f"zlib {level}": zlib.compress(TEXT, level) for level in (0, 1, 6, 9)},
    "zip": _raw_zip(TEXT),
    "brotli in the cache": _cached(_brotli(TEXT)),
}


@pytest.mark.parametrize("name", STREAMS)
def test_a_stream_is_found_in_the_middle_of_noise(name: str) -> None:
    noise = random.Random(2).randbytes(5000)
    stream = STREAMS[name]
    assert CANARY.core.encode() not in stream or name == "zlib 0"
    assert any(CANARY.is_in(one) for one in inflated(noise + stream + noise))


def test_brotli_is_found_behind_a_short_header_of_a_file(tmp_path: Path) -> None:
    left = tmp_path / "left"
    left.write_bytes(b"some header" + _brotli(TEXT))
    assert files_with([CANARY], [tmp_path]) == [left]


def test_a_stream_that_was_cut_off_gives_what_it_still_has() -> None:
    long = gzip.compress(TEXT + random.Random(3).randbytes(100_000))
    assert any(CANARY.is_in(one) for one in inflated(long[:50_000]))


def test_noise_holds_no_canary() -> None:
    noise = random.Random(4).randbytes(1 << 20)
    assert not any(CANARY.is_in(one) for one in inflated(noise))
    assert list(inflated(b"")) == []
