"""PDFs that no honest program writes: bombs, loops, lies, scripts, damage. Each is small, or made in an instant."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable, Iterator

import pikepdf

from tests.documents.workshop.bombs import deflated_twice, deflated_zeros
from tests.unit.documents.fake_workshop import a_pdf

GIGABYTE = 1 << 30
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R %s >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def pdf(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    content = b"%PDF-1.7\n"
    places = {}
    for number, body in objects.items():
        places[number] = len(content)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = max(objects) + 1
    rows = [b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size)]
    table = b"xref\n0 %d\n%s" % (size, b"".join(rows))
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(content))
    return content + table + end


def stream(body: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(body), entries, body)


def one_page(page: bytes = b"", *, catalog: bytes = b"", more: dict[int, bytes] | None = None) -> bytes:
    return pdf({1: CATALOG % catalog, 2: PAGES, 3: PAGE % page, **(more or {})})


def drawn(
    content: bytes, entries: bytes = b"", *, resources: bytes = b"", more: dict[int, bytes] | None = None
) -> bytes:
    """One page with this content stream as object 4."""
    page = b"/Contents 4 0 R /Resources << %s >>" % resources
    return one_page(page, more={4: stream(content, entries), **(more or {})})


def pictured(body: bytes, entries: bytes) -> bytes:
    """One page that shows this image stream, filling it."""
    image = stream(body, b"/Type /XObject /Subtype /Image " + entries)
    return drawn(b"q 595 0 0 842 0 0 cm /I Do Q", resources=b"/XObject << /I 5 0 R >>", more={5: image})


def hostile_pdfs() -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield from _bombs()
    yield from _trees()
    yield from _boxes()
    yield from _actions()
    yield from _broken()
    yield from _contents()


def _bombs() -> Iterator[tuple[str, Callable[[], bytes]]]:
    flate = b"/Filter /FlateDecode"
    twice = b"/Filter [/FlateDecode /FlateDecode]"
    wide = b"/Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
    yield "content-of-4-gigabytes", lambda: drawn(deflated_zeros(4 * GIGABYTE), flate)
    yield "content-deflated-twice-to-8-gigabytes", lambda: drawn(deflated_twice(8 * GIGABYTE), twice)
    yield "picture-of-4-gigabytes", lambda: pictured(deflated_zeros(4 * GIGABYTE), wide + flate)
    yield "picture-deflated-twice-to-10-gigabytes", lambda: pictured(deflated_twice(10 * GIGABYTE), wide + twice)
    yield (
        "picture-of-run-lengths",
        lambda: pictured(b"\x81\x00" * 500_000 + b"\x80", wide + b"/Filter /RunLengthDecode"),
    )
    yield (
        "picture-of-lzw-garbage",
        lambda: pictured(random.Random(1).randbytes(200_000), wide + b"/Filter /LZWDecode"),
    )
    yield "object-stream-of-2-gigabytes", _object_stream_bomb
    yield "forty-filters", lambda: drawn(b"00" * 50, b"/Filter [" + b"/ASCIIHexDecode " * 40 + b"]")
    yield "forms-within-forms-a-billion-times", _laughs
    yield (
        "predictor-with-huge-columns",
        lambda: drawn(
            zlib.compress(bytes(1000)), flate + b" /DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 4 >>"
        ),
    )


def _object_stream_bomb() -> bytes:
    packed = deflated_zeros(2 * GIGABYTE)
    return pdf(
        {
            1: CATALOG % b"/Extra 7 0 R",
            2: PAGES,
            3: PAGE % b"",
            6: stream(packed, b"/Type /ObjStm /N 1000000000 /First 10 /Filter /FlateDecode"),
        }
    )


def _laughs() -> bytes:
    """Ten levels of forms that draw the next one ten times each."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F %d 0 R >> >>"
    more = {10 + n: stream(b"/F Do " * 10, form % (11 + n)) for n in range(10)}
    more[20] = stream(b"0 0 100 100 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]")
    return drawn(b"/F Do", resources=b"/XObject << /F 10 0 R >>", more=more)


def _trees() -> Iterator[tuple[str, Callable[[], bytes]]]:
    def tree(pages: bytes, more: dict[int, bytes] | None = None) -> bytes:
        return pdf({1: CATALOG % b"", 2: pages, 3: PAGE % b"", **(more or {})})

    yield "two-billion-pages", lambda: tree(b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>")
    yield "minus-five-pages", lambda: tree(b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>")
    yield "no-page", lambda: tree(b"<< /Type /Pages /Kids [] /Count 0 >>")
    yield "page-tree-within-itself", lambda: tree(b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")
    yield (
        "page-tree-in-a-ring",
        lambda: tree(
            b"<< /Type /Pages /Kids [4 0 R] /Count 9 >>",
            {4: b"<< /Type /Pages /Kids [2 0 R 4 0 R] /Count 9 /Parent 4 0 R >>"},
        ),
    )
    yield "hundred-thousand-kids", lambda: tree(b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % (b"3 0 R " * 100_000))
    yield "deep-page-tree", _deep_tree
    yield (
        "parents-in-a-ring",
        lambda: pdf(
            {
                1: CATALOG % b"",
                2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 5 0 R >>",
                3: b"<< /Type /Page /Parent 2 0 R >>",
                5: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>",
            }
        ),
    )
    yield "kids-that-are-numbers", lambda: tree(b"<< /Type /Pages /Kids [1 2 3 (x) null] /Count 5 >>")
    yield "references-in-a-ring", lambda: pdf({1: b"2 0 R", 2: b"3 0 R", 3: b"1 0 R"})
    yield "pages-is-a-string", lambda: pdf({1: CATALOG % b"", 2: b"(nothing here)"})


def _deep_tree() -> bytes:
    depth = 5000
    objects = {1: CATALOG % b"", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"}
    for number in range(3, depth):
        objects[number] = b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (number - 1, number + 1)
    objects[depth] = b"<< /Type /Page /Parent %d 0 R >>" % (depth - 1)
    return pdf(objects)


def _boxes() -> Iterator[tuple[str, Callable[[], bytes]]]:
    def box(entries: bytes) -> bytes:
        return pdf({1: CATALOG % b"", 2: PAGES, 3: b"<< /Type /Page /Parent 2 0 R %s >>" % entries})

    yield "box-as-wide-as-a-country", lambda: box(b"/MediaBox [0 0 2147483647 2147483647]")
    yield "box-of-infinite-width", lambda: box(b"/MediaBox [0 0 " + b"9" * 400 + b" 10]")
    yield "box-upside-down", lambda: box(b"/MediaBox [595 842 0 0]")
    yield "box-of-nothing", lambda: box(b"/MediaBox [0 0 0 0]")
    yield "box-thin-as-a-hair", lambda: box(b"/MediaBox [0 0 0.00001 100000]")
    yield "box-of-words", lambda: box(b"/MediaBox [(a) /b null]")
    yield "unit-of-a-million", lambda: box(b"/MediaBox [0 0 595 842] /UserUnit 1000000")
    yield "turned-by-a-degree", lambda: box(b"/MediaBox [0 0 595 842] /Rotate 1000000001")
    yield "crop-outside", lambda: box(b"/MediaBox [0 0 595 842] /CropBox [9000 9000 9900 9900]")


def _actions() -> Iterator[tuple[str, Callable[[], bytes]]]:
    script = b"/OpenAction << /S /JavaScript /JS (while\\(true\\){app.alert\\('x'\\)}) >>"
    launch = b"/OpenAction << /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >>"
    fetch = b"/OpenAction << /S /URI /URI (http://example.invalid/) >>"
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (b) /Rect [0 0 100 100] "
        b"/AA << /C << /S /JavaScript /JS (for\\(;;\\);) >> /F << /S /JavaScript /JS (for\\(;;\\);) >> >> >>"
    )
    form = b"/AcroForm << /Fields [4 0 R] /CO [4 0 R] /NeedAppearances true >>"
    outside = b"<< /Type /XObject /Subtype /Image /Width 9 /Height 9 /F (/etc/passwd) /Length 0 >>\nstream\n\nendstream"
    yield "script-when-opened", lambda: one_page(catalog=script)
    yield "program-when-opened", lambda: one_page(catalog=launch)
    yield "address-when-opened", lambda: one_page(catalog=fetch)
    yield "scripts-of-a-form", lambda: one_page(b"/Annots [4 0 R]", catalog=form, more={4: field})
    yield (
        "form-fields-in-a-ring",
        lambda: one_page(
            b"/Annots [4 0 R]",
            catalog=form,
            more={4: b"<< /FT /Tx /T (a) /Kids [5 0 R] >>", 5: b"<< /T (b) /Parent 4 0 R /Kids [4 0 R] >>"},
        ),
    )
    yield "picture-from-the-disk", lambda: drawn(b"/I Do", resources=b"/XObject << /I 5 0 R >>", more={5: outside})
    yield (
        "program-attached",
        lambda: one_page(
            catalog=b"/Names << /EmbeddedFiles << /Names [(x.exe) 4 0 R] >> >>",
            more={
                4: b"<< /Type /Filespec /F (x.exe) /EF << /F 5 0 R >> >>",
                5: stream(b"MZ" + bytes(9000), b"/Type /EmbeddedFile"),
            },
        ),
    )
    yield (
        "xfa-form",
        lambda: one_page(
            catalog=b"/AcroForm << /XFA 4 0 R /Fields [] >>", more={4: stream(b"<xdp:xdp><template>" + b"<a>" * 9999)}
        ),
    )


def _broken() -> Iterator[tuple[str, Callable[[], bytes]]]:
    whole = a_pdf(3)
    for percent in (1, 20, 50, 80, 99):
        yield f"cut-at-{percent}-percent", lambda percent=percent: whole[: len(whole) * percent // 100]  # type: ignore[misc]
    yield "table-that-lies", lambda: _renumbered(whole, b"00000 n", lambda n: b"%010d" % (n * 7919 % 10**10))
    yield "table-of-the-same-place", lambda: _renumbered(whole, b"00000 n", lambda _: b"0000000009")
    yield "startxref-beyond-the-end", lambda: whole[: whole.rindex(b"startxref")] + b"startxref\n99999999999999\n%%EOF"
    yield "startxref-in-a-ring", lambda: pdf({1: CATALOG % b"", 2: PAGES, 3: PAGE % b""}, b"/Prev 9")
    yield "table-that-comes-before-itself", _own_predecessor
    yield (
        "object-streams-in-a-ring",
        lambda: pdf(
            {
                1: CATALOG % b"",
                2: PAGES,
                3: PAGE % b"/Contents 6 0 R",
                6: stream(b"6 0 7 5 << >> << >>", b"/Type /ObjStm /N 2 /First 8 /Extends 7 0 R"),
                7: stream(b"6 0 7 5 << >> << >>", b"/Type /ObjStm /N 2 /First 8 /Extends 6 0 R"),
            }
        ),
    )
    yield "stream-of-negative-length", lambda: drawn(b"q Q").replace(b"/Length 3", b"/Length -9")
    yield "stream-whose-length-is-itself", lambda: drawn(b"q Q").replace(b"/Length 3", b"/Length 4 0 R")
    yield "noise-after-the-start", lambda: b"%PDF-1.7\n" + random.Random(2).randbytes(300_000)
    yield "bits-flipped", lambda: _flipped(whole)
    yield "locked-with-a-password", lambda: _locked("secret")
    yield (
        "locked-with-nonsense",
        lambda: pdf(
            {1: CATALOG % b"", 2: PAGES, 3: PAGE % b""},
            b"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 999999 /O () /U () /P -1 /CF << >> >> /ID [() ()]",
        ),
    )
    yield "only-its-first-line", lambda: b"%PDF-1.7\n"
    yield "spaces-before-and-much-after", lambda: b" " * 900 + whole + bytes(20_000_000)


def _renumbered(content: bytes, mark: bytes, place: Callable[[int], bytes]) -> bytes:
    lines = content.split(b"\n")
    return b"\n".join(
        place(number) + line[10:] if mark in line and len(line) == 19 else line for number, line in enumerate(lines)
    )


def _own_predecessor() -> bytes:
    content = pdf({1: CATALOG % b"", 2: PAGES, 3: PAGE % b""})
    place = content.index(b"xref\n")
    return content.replace(b"/Root", b"/Prev %d /Root" % place)


def _flipped(content: bytes) -> bytes:
    chance = random.Random(3)
    flipped = bytearray(content)
    for _ in range(5):
        flipped[chance.randrange(9, len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _locked(password: str) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_pdf())) as opened:
        opened.save(made, encryption=pikepdf.Encryption(owner="owner", user=password))
    return made.getvalue()


def _contents() -> Iterator[tuple[str, Callable[[], bytes]]]:
    small = b"/Width 5000 /Height 5000 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
    yield (
        "picture-of-jpeg2000-garbage",
        lambda: pictured(b"\0\0\0\x0cjP  \r\n\x87\n" + random.Random(4).randbytes(9000), small + b"/Filter /JPXDecode"),
    )
    yield (
        "picture-of-jpeg2000-with-huge-size",
        lambda: pictured(
            b"\xff\x4f\xff\x51\x00\x2f\x00\x00" + b"\x7f\xff\xff\xff" * 8 + b"\x00\x03" + b"\x07\x01\x01" * 3,
            small + b"/Filter /JPXDecode",
        ),
    )
    yield (
        "picture-of-jbig2-garbage",
        lambda: pictured(
            b"\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13" + b"\xff" * 19 + random.Random(5).randbytes(3000),
            b"/Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode",
        ),
    )
    yield (
        "picture-of-fax-garbage",
        lambda: pictured(
            random.Random(6).randbytes(50_000),
            b"/Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
            b"/DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>",
        ),
    )
    yield (
        "picture-of-jpeg-garbage",
        lambda: pictured(
            b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03" + bytes(900), small + b"/Filter /DCTDecode"
        ),
    )
    yield (
        "picture-that-masks-itself",
        lambda: pictured(bytes(75), b"/Width 5 /Height 5 /ColorSpace /DeviceRGB /BitsPerComponent 8 /SMask 5 0 R"),
    )
    yield (
        "colours-within-colours",
        lambda: pictured(
            bytes(99), b"/Width 5 /Height 5 /BitsPerComponent 8 /ColorSpace " + b"[/Indexed " * 3000 + b"/DeviceRGB"
        ),
    )
    yield (
        "form-that-draws-itself",
        lambda: drawn(
            b"/F Do",
            resources=b"/XObject << /F 5 0 R >>",
            more={
                5: stream(b"/F Do /F Do", b"/Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /F 5 0 R >> >>")
            },
        ),
    )
    yield (
        "pattern-of-itself",
        lambda: drawn(
            b"/Pattern cs /P scn 0 0 595 842 re f",
            resources=b"/Pattern << /P 5 0 R >>",
            more={
                5: stream(
                    b"/Pattern cs /P scn 0 0 9 9 re f",
                    b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.0001 "
                    b"/YStep 0.0001 /Resources << /Pattern << /P 5 0 R >> >>",
                )
            },
        ),
    )
    yield "million-saved-states", lambda: drawn(b"q " * 1_000_000)
    yield "hundred-thousand-levels", lambda: one_page(b"/Extra " + b"[" * 100_000)
    yield "hundred-thousand-dictionaries", lambda: one_page(b"/Extra " + b"<</A " * 100_000)
    yield (
        "ten-thousand-fonts",
        lambda: drawn(
            b"BT " + b"".join(b"/F%d 9 Tf (x) Tj " % n for n in range(10_000)) + b"ET",
            resources=b"/Font << " + b"".join(b"/F%d 5 0 R " % n for n in range(10_000)) + b">>",
            more={5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"},
        ),
    )
    yield (
        "font-of-noise",
        lambda: drawn(
            b"BT /F 40 Tf 50 500 Td (Bonjour) Tj ET",
            resources=b"/Font << /F 5 0 R >>",
            more={
                5: b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 6 0 R >>",
                6: b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 7 0 R >>",
                7: stream(b"\0\1\0\0\0\x10" + random.Random(7).randbytes(20_000)),
            },
        ),
    )
    yield "million-curves", lambda: drawn(b"0 0 m " + b"900 -900 -900 900 500 500 c " * 300_000 + b"S")
    yield "dashes-without-end", lambda: drawn(b"[0.00001 0.00001] 0 d 0 0 m 595 842 l S " * 20)
    yield (
        "shading-by-a-slow-function",
        lambda: drawn(
            b"/S sh",
            resources=b"/Shading << /S << /ShadingType 1 /ColorSpace /DeviceRGB /Function 5 0 R >> >>",
            more={
                5: stream(b"{ " + b"dup sin " * 5000 + b"}", b"/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]")
            },
        ),
    )
