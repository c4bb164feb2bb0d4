"""The malformed and hostile documents that a workshop is fed with, made anew each time, none from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.documents.trouble import Trouble
from tests.documents.workshop.hostile_pdfs import hostile_pdfs
from tests.documents.workshop.hostile_pictures import hostile_pictures


@dataclass(frozen=True)
class Specimen:
    """`expected`: what must be said of it when it is looked at, where only one answer is right."""

    name: str
    make: Callable[[], bytes]
    expected: Trouble | None = None


_NO_PAPER = {
    "nothing",
    "one-byte",
    "a-text",
    "a-zip",
    "a-page-of-the-web",
    "an-svg-with-entities",
    "a-program",
    "zeros",
    "noise",
}
_TOO_LARGE = {
    "png-of-60000-by-60000",
    "png-of-the-largest-sides",
    "jpeg-of-65535-by-65535",
    "gif-of-65535-by-65535",
    "bmp-of-60000-by-60000",
    "pnm-of-60000-by-60000",
    "tiff-of-60000-by-60000",
    "webp-of-16384-by-16384",
    "webp-of-16-million-sides",
}
_EXPECTED = {
    **dict.fromkeys(_NO_PAPER, Trouble.NOT_A_PAPER),
    **dict.fromkeys(_TOO_LARGE, Trouble.TOO_LARGE),
    "locked-with-a-password": Trouble.LOCKED,
    "tiff-pages-in-a-ring": Trouble.DAMAGED,
    "bmp-of-minus-two-billion": Trouble.DAMAGED,
    "png-of-no-width": Trouble.DAMAGED,
    "only-its-first-line": Trouble.DAMAGED,
    "no-page": Trouble.DAMAGED,
}

CORPUS = tuple(Specimen(name, make, _EXPECTED.get(name)) for name, make in (*hostile_pdfs(), *hostile_pictures()))
