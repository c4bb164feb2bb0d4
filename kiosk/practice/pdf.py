"""A one-page PDF written by hand: headings, lines and bands of colour on A4, nothing else.

Knows the PDF file format (ISO 32000-1) and the standard Helvetica fonts, so that a certificate needs no library.
Knows nothing of what the certificates say (see `papers`).
"""

from __future__ import annotations

A4 = (595, 842)
"""Width and height of the page, in points (1/72 inch)."""

Colour = tuple[float, float, float]
INK: Colour = (0.11, 0.15, 0.19)


class Page:
    """Drawing starts at the top left: `x` grows to the right, `y` grows downwards, both in points."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._drawing: list[bytes] = []

    def text(
        self, x: float, y: float, text: str, size: float = 11, *, bold: bool = False, colour: Colour = INK
    ) -> None:
        font = "F2" if bold else "F1"
        start = f"BT /{font} {size:g} Tf {_rgb(colour)} rg {x:g} {A4[1] - y:g} Td ".encode()
        self._drawing.append(start + _string(text) + b" Tj ET")

    def band(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self._drawing.append(f"{_rgb(colour)} rg {x:g} {A4[1] - y - height:g} {width:g} {height:g} re f".encode())

    def to_bytes(self) -> bytes:
        drawing = b"\n".join(self._drawing)
        objects = (
            b"<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) /ViewerPreferences << /DisplayDocTitle true >> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>" % A4,
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawing), drawing),
            _font(b"Helvetica"),
            _font(b"Helvetica-Bold"),
            b"<< /Title %b >>" % _string(self._title),
        )
        return _file(objects)


def _file(objects: tuple[bytes, ...]) -> bytes:
    """The file: each object at the place that the cross-reference table announces."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def _font(name: bytes) -> bytes:
    return b"<< /Type /Font /Subtype /Type1 /BaseFont /%b /Encoding /WinAnsiEncoding >>" % name


def _string(text: str) -> bytes:
    """A PDF string. WinAnsi holds every French letter; what it lacks becomes a question mark."""
    raw = text.encode("cp1252", "replace")
    return b"(" + raw.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)") + b")"


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:g}" for part in colour)
