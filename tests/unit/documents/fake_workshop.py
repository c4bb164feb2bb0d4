"""A workshop without a sandbox, for tests of what stands around one: white pages of the right number and size.

Parses nothing, starts nothing. `asked` holds every job; `troubles` what the next jobs end with, None for one that goes
well; `wait` is awaited within each job, for tests that cancel one.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Awaitable, Callable, Sequence

from kiosk.documents.acceptance import Did, Reading
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Done, Workshop
from kiosk.documents.workshop.jobs import (
    AnyJob,
    Bind,
    Drawn,
    Look,
    Looked,
    Made,
    Make,
    Preview,
    Sheet,
    Wash,
    Washed,
)
from kiosk.sealed import Sealed

A4_POINTS = (595, 842)
A4_MM = (210.0, 297.0)
A_JPEG = b"\xff\xd8\xff\xe0 not really \xff\xd9"
_PAGE = re.compile(rb"/Type\s*/Page\b")


def a_pdf(pages: int = 1, words: str = "Bonjour") -> bytes:
    """A small and valid PDF of A4 pages, each with `words` on it."""
    text = f"BT /F1 24 Tf 72 700 Td ({words}) Tj ET".encode("latin-1")
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n in range(pages):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4_POINTS[0]} {A4_POINTS[1]}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        ]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            size,
            table,
            size,
            len(content),
        )
    )


def a_png(width: int = 60, height: int = 80, colour: tuple[int, int, int] = (255, 255, 255)) -> bytes:
    """A valid PNG of one colour (red, green, blue)."""
    rows = (b"\0" + bytes(colour) * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


class FakeWorkshop(Workshop):
    def __init__(self) -> None:
        self.asked: list[AnyJob] = []
        self.troubles: list[Trouble | None] = []
        self.reading = Reading(kind="avis-imposition", readable=90)
        self.did: tuple[Did, ...] = ()
        self.wait: Callable[[], Awaitable[None]] | None = None
        self.warmed = 0
        self.closed = 0
        self._working = 0

    async def do(self, job: AnyJob, inputs: Sequence[Sealed]) -> Done:
        self.asked.append(job)
        self._working += 1
        try:
            if self.wait is not None:
                await self.wait()
            trouble = self.troubles.pop(0) if self.troubles else None
            if trouble is not None:
                raise PaperTroubleError(trouble)
            return self._done(job, inputs)
        finally:
            self._working -= 1

    def _done(self, job: AnyJob, inputs: Sequence[Sealed]) -> Done:
        match job:
            case Look():
                return Done(_looked(inputs[0]))
            case Preview(side=side):
                looked = _looked(inputs[job.page.input])
                if job.page.page >= looked.pages:
                    raise PaperTroubleError(Trouble.DAMAGED)
                width, height = round(side * 210 / 297), side
                if job.page.turn in {90, 270}:
                    width, height = height, width
                return Done(Drawn(width, height, found_edges=job.page.photo), (_white(width * height * 3),))
            case Make():
                kind, content = ("pdf", a_pdf(len(job.pages))) if job.format == "pdf" else ("image", A_JPEG)
                made = Made(kind, len(job.pages), self.did, self.reading if job.read else None)
                return Done(made, (Sealed.of(content),))
            case Wash():
                looked = _looked(inputs[0])
                pages = min(job.pages, looked.pages - job.first)
                if pages < 1:
                    raise PaperTroubleError(Trouble.DAMAGED)
                width, height = (round(side * job.dots_per_inch / 25.4) for side in A4_MM)
                size = width * height * (3 if job.colour else 1)
                return Done(Washed((Sheet(width, height, *A4_MM),) * pages), tuple(_white(size) for _ in range(pages)))
            case Bind():
                return Done(Made("pdf", len(job.sheets)), (Sealed.of(a_pdf(len(job.sheets))),))

    def warm(self) -> None:
        self.warmed += 1

    async def close(self) -> None:
        self.closed += 1

    def remains(self) -> int:
        return self._working


def _looked(content: Sealed) -> Looked:
    if content.start().startswith(b"%PDF-"):
        return Looked("pdf", max(1, len(_PAGE.findall(content.read()))))
    if content.start().startswith((b"\x89PNG", b"\xff\xd8\xff")):
        return Looked("image", 1)
    raise PaperTroubleError(Trouble.NOT_A_PAPER)


def _white(size: int) -> Sealed:
    return Sealed.of(b"\xff" * size)
