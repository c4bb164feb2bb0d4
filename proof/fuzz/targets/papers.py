"""What people bring: papers that lie, to the program that opens them; and words of a page, to the code for a phone.

The workshop's own program, in this process: in its sandbox the same function answers, and a crash is an answer too.
Here a crash, an error that is none of ours and a wait are defects.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import struct
import zlib
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import cv2
from PIL import Image, ImageDraw

from demonstration.qr import read_square
from kiosk.documents.desk import qr
from kiosk.documents.desk.receipt import MOST_NUMBERS, QR_BYTES, Numbers, ReceiptFacts, text_for_phone
from kiosk.documents.plain import plain
from kiosk.documents.trouble import PaperTroubleError
from kiosk.documents.workshop import checks
from kiosk.documents.workshop.inside import __main__ as workshop
from kiosk.documents.workshop.jobs import AnyJob, Box, Look, Make, PageOf, Preview, Wash
from kiosk.documents.workshop.line import encode
from kiosk.sealed import Sealed
from proof.fuzz.mutation import Mutator
from proof.fuzz.target import REFUSED, TAKEN, Outcome, Target, expect

JOBS: tuple[AnyJob, ...] = (
    Look(),
    Preview(PageOf(0), side=300),
    Preview(PageOf(0, turn=90, photo=True, crop=Box(0.2, 0.3, 0.7, 0.9)), side=200),
    Wash(dots_per_inch=75, pages=2),
    Wash(dots_per_inch=75, colour=False, first=1),
    Make((PageOf(0),)),
    Make((PageOf(0, turn=270), PageOf(0, 1), PageOf(0)), max_bytes=30_000),
    Make((PageOf(0, straighten=True),), format="jpeg"),
    Make((PageOf(0),), format="jpeg", max_bytes=20_000),
)
_MOST_BYTES = 512 << 20


class Papers(Target):
    """The first byte of a case says what is asked of the paper."""

    name = "papers"
    seconds = 45.0
    """Half of what the workshop gives a paper, which is then told to be too slow."""
    life = 25

    @classmethod
    def before_life(cls) -> None:
        cv2.setNumThreads(1)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._pictures = {kind: _picture(kind) for kind in ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP", "PPM")}
        self._pdfs = [_written(one) for one in _pdfs(self._pictures["JPEG"])]
        self._mutators = {kind: Mutator((content,), _PICTURE_WORDS) for kind, content in self._pictures.items()}
        self._pdf_mutator = Mutator(self._pdfs, _PDF_WORDS)

    def case(self, chance: random.Random) -> bytes:
        return bytes([chance.randrange(len(JOBS))]) + self._paper(chance)

    def _paper(self, chance: random.Random) -> bytes:
        match chance.randrange(10):
            case 0 | 1:
                return self._pdf_mutator.case(chance)
            case 2 | 3 | 4:
                return _nearly_pdf(chance.choice(_pdfs(self._pictures["JPEG"])), chance)
            case 5:
                return _nearly_png(self._pictures["PNG"], chance)
            case 6:
                return _nearly_jpeg(self._pictures["JPEG"], chance)
            case 7:
                return _few_bits(self._pictures[chance.choice(("TIFF", "WEBP", "GIF", "BMP"))], chance)
            case _:
                return self._mutators[chance.choice(sorted(self._mutators))].case(chance)

    def put(self, case: bytes) -> Outcome:
        job = JOBS[(case[0] if case else 0) % len(JOBS)]
        with contextlib.closing(Sealed.of(case[1:])) as paper:
            try:
                answer, outputs = workshop._done(job, [paper.fileno()])  # noqa: SLF001 - before it hides its errors
            except (PaperTroubleError, MemoryError):
                return REFUSED
            except Exception as error:
                if workshop._is_out_of_memory(error):  # noqa: SLF001
                    return REFUSED
                raise
            descriptors = [os.dup(one.fileno()) for one in outputs]
            for one in outputs:
                one.close()
            try:
                done = checks.checked(job, encode(answer), descriptors, _MOST_BYTES)
            except PaperTroubleError:
                return REFUSED
        for one in done.outputs:
            one.close()
        return TAKEN


# --- right ones ---------------------------------------------------------------------------------------------------

_PICTURE_WORDS = (
    *(b"IDAT", b"tRNS", b"iCCP", b"acTL", b"\xff\xc4", b"\xff\xda", b"\xff\xd9", b"\xff\xc2", b"\xff\xe1", b"Exif\0\0"),
    *(b"VP8X", b"ANIM", b"ALPH", b"II*\0", b"MM\0*", b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"),
)
_PDF_WORDS = (
    *(b"/JavaScript", b"/Launch", b"/AA", b"/EmbeddedFile", b"/ObjStm", b"/XRef", b"/FlateDecode", b"/JBIG2Decode"),
    *(
        b"/JPXDecode",
        b"/CCITTFaxDecode",
        b"/Encrypt",
        b"/Prev 0",
        b"/Kids [2 0 R]",
        b"/Count -1",
        b"/Rotate 45",
        b"/A85",
    ),
    *(
        b"endstream",
        b"stream\n",
        b"xref\n",
        b"trailer",
        b"startxref",
        b"%%EOF",
        b"1 0 R",
        b"99999999 0 R",
        b"<<",
        b">>",
    ),
    *(b" Do ", b" q ", b" Q ", b" BT ", b" cm ", b" sh ", b"1e38 ", b"-1e38 ", b"0 0 0 0 0 0 cm ", b"/UserUnit 1e9"),
)
_Objects = dict[int, bytes]


def _picture(kind: str) -> bytes:
    """A sheet on a table, small."""
    picture = Image.new("RGB", (150, 200), (90, 60, 40))
    pen = ImageDraw.Draw(picture)
    pen.polygon(((20, 15), (130, 25), (125, 185), (15, 175)), fill="white")
    for line in range(40, 160, 12):
        pen.line(((35, line), (110, line + 4)), fill="black", width=2)
    path = io.BytesIO()
    more: dict[str, object] = {"quality": 60} if kind in ("JPEG", "WEBP") else {}
    if kind == "TIFF":
        more = {"save_all": True, "append_images": [picture.resize((60, 80))]}
    picture.convert("P" if kind == "GIF" else "RGB").save(path, kind, **more)
    return path.getvalue()


def _stream(body: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(body), entries, body)


@cache
def _pdfs(jpeg: bytes) -> tuple[_Objects, ...]:
    catalog = b"<< /Type /Catalog /Pages 2 0 R %s >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << %s >> %s >>"
    font = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    text = b"BT /F 18 Tf 30 350 Td (Attestation) Tj 0 -30 Td (de paiement) Tj ET 20 20 200 90 re S"
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    image = b"/Type /XObject /Subtype /Image /Width 150 /Height 200 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    grey = zlib.compress(bytes(range(256)) * 4, 1)
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (nom) /V (Dupont) /DA (/F 12 Tf 0 g) /Rect [30 30 200 60] /F 4 >>"
    )
    return (
        {1: catalog % b"", 2: tree, 3: page % (font, b"/Rotate 90"), 4: _stream(text)},
        {
            1: catalog % b"/Metadata 6 0 R",
            2: b"<< /Type /Pages /Kids [3 0 R 7 0 R] /Count 2 >>",
            3: page % (b"/XObject << /P 5 0 R >>", b""),
            4: _stream(b"q 300 0 0 400 0 0 cm /P Do Q"),
            5: _stream(jpeg, image + b" /Filter /DCTDecode"),
            6: _stream(b"<x/>", b"/Type /Metadata"),
            7: page % (b"/XObject << /P 8 0 R >>", b"/CropBox [10 10 90 90] /UserUnit 2"),
            8: _stream(
                grey,
                b"/Type /XObject /Subtype /Image /Width 32 /Height 32 /ColorSpace /DeviceGray /BitsPerComponent 8"
                b" /Filter /FlateDecode",
            ),
        },
        {
            1: catalog % b"/AcroForm << /Fields [5 0 R] /DR << %s >> /NeedAppearances true >>" % font,
            2: tree,
            3: page % (font, b"/Annots [5 0 R 6 0 R]"),
            4: _stream(zlib.compress(text, 1), b"/Filter /FlateDecode"),
            5: field,
            6: b"<< /Type /Annot /Subtype /Link /Rect [0 0 50 50] /A << /S /URI /URI (https://a.fr) >> >>",
        },
        {
            1: catalog % b"/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >> /OpenAction [3 0 R /Fit]",
            2: tree,
            3: page % (b"/Properties << /O 5 0 R >> " + font, b"/Group << /S /Transparency >> /Thumb 4 0 R"),
            4: _stream(b"/OC /O BDC " + text + b" EMC"),
            5: b"<< /Type /OCG /Name (calque) >>",
        },
    )  # fmt: skip


def _written(objects: _Objects, trailer: bytes = b"") -> bytes:
    """With a table of places that is right, whatever stands at them."""
    out, places = b"%PDF-1.7\n", []
    for number, body in objects.items():
        places.append((number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, trailer, len(out))
    return out + b"xref\n0 1\n0000000000 65535 f \n" + table + end


# --- nearly right -------------------------------------------------------------------------------------------------


def _nearly_pdf(objects: _Objects, chance: random.Random) -> bytes:
    changed = dict(objects)
    for _ in range(chance.choice((1, 1, 2, 4))):
        number = chance.choice(sorted(changed))
        other = chance.choice(sorted(changed))
        match chance.randrange(6):
            case 0:
                changed[number] = changed[other]
            case 1:
                changed[number] = changed[number].replace(
                    b"%d 0 R" % other, b"%d 0 R" % chance.choice((number, 1, 2, 77))
                )
            case 2:
                body = changed[number]
                place = body.find(b"<<") + 2 if b"<<" in body else 0
                entry = chance.choice((*_PDF_WORDS, b"/%s %d 0 R" % (chance.choice(_KEYS), other)))
                changed[number] = body[:place] + b" " + entry + b" " + body[place:]
            case 3:
                changed[number] = _numbers_changed(changed[number], chance)
            case _:
                changed[number] = Mutator((changed[number],), _PDF_WORDS).case(chance)[:60_000]
    return _written(changed, chance.choice((b"", b"", b"", b"/Encrypt 4 0 R", b"/Info 3 0 R", b"/Prev 9")))


_KEYS = (
    b"Parent",
    b"Kids",
    b"Contents",
    b"Resources",
    b"Annots",
    b"Length",
    b"Filter",
    b"SMask",
    b"Mask",
    b"AP",
    b"Rotate",
)
_ODD_NUMBERS = (b"0", b"-1", b"1e9", b"99999999999", b"0.0001", b"4294967296", b"nan", b"1 0 R")


def _numbers_changed(body: bytes, chance: random.Random) -> bytes:
    """One number in the first part, which is what says what the rest is."""
    head, mark, rest = body.partition(b"stream\n")
    words = head.split(b" ")
    places = [place for place, word in enumerate(words) if word.strip(b"[]()").lstrip(b"-").isdigit()]
    if places:
        words[chance.choice(places)] = chance.choice(_ODD_NUMBERS)
    return b" ".join(words) + mark + rest


def _nearly_png(content: bytes, chance: random.Random) -> bytes:
    """Each piece with a right sum, so that what is in it is read."""
    out, at, pieces = content[:8], 8, []
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        pieces.append((content[at + 4 : at + 8], content[at + 8 : at + 8 + length]))
        at += 12 + length
    for _ in range(chance.choice((1, 1, 2))):
        place = chance.randrange(len(pieces))
        name, body = pieces[place]
        pieces[place] = (name, _few_bits(body, chance)) if body and chance.random() < 0.7 else (name, body)
        if chance.random() < 0.3:
            extra = chance.choice(
                ((b"tRNS", b"\0" * 6), (b"PLTE", b"\1\2\3" * 9), (b"acTL", b"\0\0\0\2" * 2), pieces[place])
            )
            pieces.insert(place, extra)
        if chance.random() < 0.1:
            pieces.append(pieces.pop(place))
    for name, body in pieces:
        out += struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    return out


def _nearly_jpeg(content: bytes, chance: random.Random) -> bytes:
    """Its pieces in another order, twice, without one, or with other tables."""
    pieces, at = [], 2
    while content[at + 1] != 0xDA:
        (length,) = struct.unpack_from(">H", content, at + 2)
        pieces.append(content[at : at + 2 + length])
        at += 2 + length
    exif = b"II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0%c\0\0\0\0\0\0\0" % chance.randrange(256)
    pieces.insert(chance.randrange(len(pieces)), b"\xff\xe1" + struct.pack(">H", len(exif) + 8) + b"Exif\0\0" + exif)
    place = chance.randrange(len(pieces))
    match chance.randrange(4):
        case 0:
            pieces.insert(place, pieces[chance.randrange(len(pieces))])
        case 1:
            del pieces[place]
        case _:
            head, body = pieces[place][:4], pieces[place][4:]
            pieces[place] = head + (_few_bits(body, chance) if body else body)
    scan = content[at:] if chance.random() < 0.7 else _few_bits(content[at:], chance)
    return content[:2] + b"".join(pieces) + scan


def _few_bits(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5))):
        # Beginnings say how large the rest is.
        place = chance.randrange(min(len(changed), chance.choice((40, len(changed)))))
        changed[place] = chance.choice((0, 0xFF, 0x7F, changed[place] ^ 1 << chance.randrange(8)))
    return bytes(changed)


# --- the code for a phone -----------------------------------------------------------------------------------------


class Squares(Target):
    """Words of a site on the receipt: what a phone reads is what the person chose. A case is texts, parted."""

    name = "squares"
    seconds = 20.0
    _PART = "\x1e"
    _RIGHT = (
        "Dossier 1234567\x1eréf. AB-12/é\x1eDemander une carte\x1eMairie\x1eAttendez une lettre",
        "رقم الطلب 12\x1e١٢٣\x1eطلب بطاقة\x1eCAF\x1eانتظر",
        "日本 12\x1e漢字\x1eΩ≈ç\x1eПривет\x1e🙂",
    )

    @classmethod
    def before_life(cls) -> None:
        cv2.setNumThreads(1)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        words = [one.encode() for one in ("١", "\u2066", "N° ", "\u0301", "Ã©", "A" * 300, "1" * 300, "漢" * 40, "\n")]
        self._mutator = Mutator([one.encode() for one in self._RIGHT], words)

    def case(self, chance: random.Random) -> bytes:
        return self._mutator.case(chance)[:8000]

    def put(self, case: bytes) -> Outcome:
        said = case.decode("utf-8", "surrogateescape").split(self._PART)
        numbers = Numbers(tuple(said))
        for index in range(MOST_NUMBERS):
            numbers.toggle(index)
        numbers.write(said[0])
        # The rest is a procedure's, which has no sign that is not seen.
        title, service, done, after, call = ([plain(one, 400) for one in said] * 5)[-5:]
        facts = ReceiptFacts(title, service, (done,), tuple(said), (after,), call)
        chosen = ReceiptFacts(**{**facts.__dict__, "numbers": numbers.chosen})
        text = text_for_phone(chosen, date(2026, 11, 23))
        expect(len(text.encode()) <= QR_BYTES, "a code that a cheap phone cannot read")
        expect(all(number in text for number in numbers.chosen), "a chosen number is not there")
        read = _read(qr.modules(text))
        expect(read in ("", text), "a phone reads something else")
        return TAKEN if read else REFUSED


def _read(modules: Sequence[Sequence[bool]]) -> str:
    """Nothing where our reader sees none: it fails on a few squares that phones read."""
    return next((text for size in (8, 5, 11) if (text := read_square(_drawn(modules, size)))), "")


def _drawn(modules: Sequence[Sequence[bool]], size: int) -> Image.Image:
    side = len(modules) + 8
    picture = Image.new("L", (side, side), 255)
    for top, row in enumerate(modules):
        for left, dark in enumerate(row):
            if dark:
                picture.putpixel((left + 4, top + 4), 0)
    return picture.resize((side * size, side * size), Image.Resampling.NEAREST)
