"""Pictures that no camera makes: bombs, lies about size, damage, two formats in one; and what is no picture at all."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from PIL import Image

from tests.documents.workshop.bombs import deflated_zeros
from tests.unit.documents.fake_workshop import a_pdf, a_png

Made = tuple[str, Callable[[], bytes]]
HUGE = 60_000


def picture(kind: str, size: tuple[int, int] = (320, 240), **more: object) -> bytes:
    """A real one, with enough in it to be worth damaging."""
    made = io.BytesIO()
    noise = Image.frombytes("RGB", (40, 30), random.Random(8).randbytes(3600)).resize(size)
    noise.save(made, kind, **more)
    return made.getvalue()


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, pixels: bytes, *, kind: int = 2, before: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def hostile_pictures() -> Iterator[Made]:
    yield from _bombs()
    yield from _damaged()
    yield from _liars()
    yield from _strangers()


def _bombs() -> Iterator[Made]:
    gigabytes = HUGE * HUGE // (1 << 24) * (1 << 24)
    yield "png-of-60000-by-60000", lambda: png(HUGE, HUGE, deflated_zeros(gigabytes))
    yield "png-of-the-largest-sides", lambda: png(0x7FFFFFFF, 0x7FFFFFFF, b"")
    yield "png-just-under-the-limit", lambda: png(8900, 8900, deflated_zeros(15 * (1 << 24)))
    yield "png-thin-as-a-hair", lambda: png(1_000_000, 1, deflated_zeros(1 << 24))
    yield (
        "png-with-a-profile-of-a-gigabyte",
        lambda: png(9, 9, zlib.compress(bytes(9 * 28)), before=chunk(b"iCCP", b"x\0\0" + deflated_zeros(1 << 30))),
    )
    yield (
        "png-with-a-text-of-a-gigabyte",
        lambda: png(9, 9, zlib.compress(bytes(9 * 28)), before=chunk(b"zTXt", b"x\0\0" + deflated_zeros(1 << 30))),
    )
    yield "jpeg-of-65535-by-65535", lambda: _jpeg_sized(65535, 65535)
    yield "jpeg-of-15000-by-16000-without-pixels", lambda: _jpeg_sized(15_000, 16_000)
    yield "jpeg-with-two-thousand-scans", _jpeg_of_scans
    yield "gif-of-65535-by-65535", lambda: _gif_sized(65535, 65535)
    yield "gif-of-thousands-of-frames", _gif_of_frames
    yield "gif-whose-frame-is-larger-than-itself", lambda: _gif_sized(16, 16, frame=(65535, 65535))
    yield "bmp-of-60000-by-60000", lambda: _bmp(HUGE, HUGE)
    yield "bmp-of-minus-two-billion", lambda: _bmp(-0x80000000, -0x80000000)
    yield "pnm-of-60000-by-60000", lambda: b"P6\n60000 60000\n255\n" + bytes(1000)
    yield "pnm-of-nine-hundred-digits", lambda: b"P6\n" + b"9" * 900 + b" 9\n255\n"
    yield "pnm-of-endless-comments", lambda: b"P6\n" + b"# x\n" * 500_000
    yield "tiff-of-60000-by-60000", lambda: _tiff(HUGE, HUGE)
    yield "tiff-of-four-billion-strips", lambda: _tiff(1000, 1000, strips=0xFFFFFFFF)
    yield "tiff-pages-in-a-ring", lambda: _tiff(10, 10, following=8)
    yield "webp-of-16384-by-16384", lambda: _webp_canvas(16384, 16384)
    yield "webp-of-16-million-sides", lambda: _webp_canvas(1 << 24, 1 << 24)


def _jpeg_sized(width: int, height: int) -> bytes:
    real = bytearray(picture("JPEG"))
    at = real.index(b"\xff\xc0")
    struct.pack_into(">HH", real, at + 5, height, width)
    return bytes(real)


def _jpeg_of_scans() -> bytes:
    """Progressive, with its last scan again and again: each costs as much as the whole picture."""
    real = picture("JPEG", (3000, 2000), progressive=True, quality=30)
    last = real.rindex(b"\xff\xda")
    return real[:last] + real[last:-2] * 2000 + b"\xff\xd9" if len(real) - last < 20_000 else real[:last] * 2


def _gif_sized(width: int, height: int, frame: tuple[int, int] | None = None) -> bytes:
    inner = frame or (width, height)
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6)
    return head + b"\x2c" + struct.pack("<HHHHB", 0, 0, *inner, 0) + b"\x02\x02\x4c\x01\x00\x3b"


def _gif_of_frames() -> bytes:
    made = io.BytesIO()
    black, white = (Image.new("P", (64, 64), colour) for colour in (0, 1))
    black.save(made, "GIF", save_all=True, append_images=[white, black] * 1500)
    return made.getvalue()


def _bmp(width: int, height: int) -> bytes:
    return (
        b"BM"
        + struct.pack("<IHHI", 1000, 0, 0, 54)
        + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    )


def _tiff(width: int, height: int, *, strips: int = 1, following: int = 0) -> bytes:
    tags = ((256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1))
    tags += ((273, 4, strips, 8), (277, 3, 1, 1), (278, 4, 1, height), (279, 4, strips, 100))
    rows = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + rows + struct.pack("<I", following) + bytes(200)


def _webp_canvas(width: int, height: int) -> bytes:
    inner = picture("WEBP")[12:]
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + sides + inner
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _damaged() -> Iterator[Made]:
    for kind in ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP"):
        whole = picture(kind)
        yield f"{kind.lower()}-cut-in-half", lambda whole=whole: whole[: len(whole) // 2]  # type: ignore[misc]
        yield f"{kind.lower()}-cut-after-its-first-bytes", lambda whole=whole: whole[:20]  # type: ignore[misc]
        yield f"{kind.lower()}-with-bits-flipped", lambda whole=whole: _flipped(whole)  # type: ignore[misc]
    yield "png-with-wrong-checksums", lambda: a_png().replace(b"IHDR", b"IHDR", 1)[:-6] + b"XXXXXX"
    yield "jpeg-with-turning-garbage", lambda: picture("JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + bytes(90))
    yield "jpeg-with-turning-of-nine-hundred", lambda: picture("JPEG", exif=_turned(900))
    yield "jpeg-with-a-profile-of-noise", lambda: picture("JPEG", icc_profile=random.Random(9).randbytes(150_000))
    yield "png-with-a-profile-of-noise", lambda: picture("PNG", icc_profile=random.Random(9).randbytes(150_000))


def _turned(way: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = way
    return exif.tobytes()


def _flipped(content: bytes) -> bytes:
    chance = random.Random(10)
    flipped = bytearray(content)
    for _ in range(40):
        flipped[chance.randrange(16, len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _liars() -> Iterator[Made]:
    yield "png-of-no-width", lambda: png(0, 10, b"")
    yield "jpeg-of-no-height", lambda: _jpeg_sized(10, 0)
    yield "gif-of-no-size", lambda: _gif_sized(0, 0)
    yield "pnm-of-no-size", lambda: b"P6\n0 0\n255\n"
    yield "jpeg-that-is-a-png", lambda: b"\xff\xd8\xff" + a_png()
    yield "png-that-is-a-jpeg", lambda: b"\x89PNG\r\n\x1a\n" + picture("JPEG")
    yield "jpeg-and-pdf-in-one", lambda: picture("JPEG") + a_pdf()
    yield "gif-and-zip-in-one", lambda: picture("GIF") + _zip()
    yield "pdf-behind-a-kilobyte-of-png", lambda: a_png()[:500] + a_pdf()


def _zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.pdf", a_pdf())
    return made.getvalue()


def _strangers() -> Iterator[Made]:
    yield "nothing", lambda: b""
    yield "one-byte", lambda: b"%"
    yield "a-text", lambda: b"Bonjour, voici mon avis d'imposition."
    yield "a-zip", _zip
    yield "a-page-of-the-web", lambda: b"<!doctype html><script>for(;;);</script>"
    yield "an-svg-with-entities", lambda: b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><svg>&b;</svg>"
    yield "a-program", lambda: b"\x7fELF\x02\x01\x01" + bytes(5000)
    yield "zeros", lambda: bytes(30_000_000)
    yield "noise", lambda: random.Random(11).randbytes(500_000)
