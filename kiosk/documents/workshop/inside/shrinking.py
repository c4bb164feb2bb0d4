"""A paper made to fit under a size while it can still be read: the gentlest way that fits, step by step.

First without any loss, then its pictures with fewer pixels and colours, then whole pages as pictures. Text and drawing
of a PDF stay as they are until nothing else helps. A step counts only when recognition reads a sample of the paper
nearly as well as before. What cannot fit so is refused: an unreadable paper costs the person weeks.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pikepdf
from numpy.typing import NDArray

from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside import binding, pages, pictures, reading
from kiosk.documents.workshop.inside.descriptors import descriptor_of
from kiosk.documents.workshop.inside.lightening import Number, Step, as_pictures, lighter, lighter_pictures, weight
from kiosk.documents.workshop.inside.pictures import Ink
from kiosk.documents.workshop.inside.placing import Placed, placed_pictures
from kiosk.documents.workshop.inside.reading import Text

Pixels = NDArray[np.uint8]

STEPS = (
    Step(220, 82),
    Step(200, 75),
    Step(170, 70),
    Step(150, 60),
    Step(150, 50, "grey"),
    Step(130, 42, "grey"),
    Step(200, 0, "black"),
    Step(150, 0, "black"),
)
PAGE_STEPS = (Step(170, 65), Step(150, 50, "grey"), Step(130, 42, "grey"), Step(200, 0, "black"), Step(150, 0, "black"))

SAMPLE_DPI = 170.0
_SURELY_TOO_LARGE = 1.06  # times too large by the look of a few pictures: the step is left out
_TRIED_PICTURES = 3
_TEXT_LETTERS = 40  # with less there is no text whose loss could be noticed
_KEPT_LETTERS = 0.9  # of those that recognition was sure of before
_LOST_POINTS = 10  # of readability


class JpegStep(NamedTuple):
    """`longest` side in pixels."""

    longest: int
    quality: int
    ink: Ink = "colour"


JPEG_STEPS = (
    JpegStep(3200, 85),
    JpegStep(2600, 80),
    JpegStep(2339, 72),
    JpegStep(2000, 66),
    JpegStep(1754, 60),
    JpegStep(1754, 50, "grey"),
    JpegStep(1500, 42, "grey"),
    JpegStep(1300, 35, "grey"),
)


def fit_pdf(content: bytes, max_bytes: int) -> bytes:
    """Never above `max_bytes`, never larger than it was. Raises PaperTroubleError: UNREADABLE, DAMAGED."""
    if len(content) <= max_bytes:
        return content
    with binding.mending():
        tight, places = _without_loss(content)
        if len(tight) <= max_bytes:
            return tight
        before = _sample(content)
        for made in _smaller_ones(content, tight, places, max_bytes):
            if len(made) <= max_bytes and _reads_as_well(before, _sample(made)):
                return made
    raise PaperTroubleError(Trouble.UNREADABLE)


def fit_jpeg(image: Pixels, max_bytes: int) -> bytes:
    """Never above `max_bytes`. Raises PaperTroubleError(UNREADABLE)."""
    before: list[Text] | None = None
    for step in JPEG_STEPS:
        part = min(1.0, step.longest / max(image.shape[:2]))
        small = pictures.shrunk(image, round(image.shape[1] * part), round(image.shape[0] * part))
        made = pictures.encoded(small, step.ink, step.quality).content
        if len(made) > max_bytes:
            continue
        before = before or reading.recognize([image])
        with descriptor_of(made) as descriptor:
            if _reads_as_well(before, reading.recognize([pages.decode(descriptor)])):
                return made
    raise PaperTroubleError(Trouble.UNREADABLE)


def _without_loss(content: bytes) -> tuple[bytes, Mapping[Number, Placed]]:
    """Packed tightly, and where its pictures are in that."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.remove_unreferenced_resources()
        tight = binding.saved(pdf, tightly=True)
    with pikepdf.open(io.BytesIO(tight)) as pdf:
        return tight, placed_pictures(pdf)


def _smaller_ones(content: bytes, tight: bytes, places: Mapping[Number, Placed], max_bytes: int) -> Iterator[bytes]:
    """The gentlest first; each is made only once those before it were refused."""
    for step in STEPS:
        if _expected(tight, places, step) <= _SURELY_TOO_LARGE * max_bytes:
            yield lighter_pictures(tight, places, step)
    for step in PAGE_STEPS:
        made = as_pictures(content, step, max_bytes)
        if made is not None:
            yield made


def _expected(tight: bytes, places: Mapping[Number, Placed], step: Step) -> float:
    """The size to come, from what the step does to a few pictures: all of them would take its full time."""
    with pikepdf.open(io.BytesIO(tight)) as pdf:
        found = [(pdf.get_object(number), place) for number, place in places.items()]
        found.sort(key=lambda one: -weight(one[0]))
        spread = sorted({0, len(found) // 3, 2 * len(found) // 3})[: min(len(found), _TRIED_PICTURES)]
        tried = after = 0
        for picture, place in (found[number] for number in spread):
            made = lighter(picture, place, step)
            tried += weight(picture)
            after += weight(picture) if made is None else len(made.content)
        all_pictures = sum(weight(picture) for picture, _ in found)
    return len(tight) - all_pictures + (all_pictures * after / tried if tried else 0)


def _sample(content: bytes) -> list[Text]:
    """What recognition makes of the first page and of one in the middle."""
    with descriptor_of(content) as descriptor, pages.opened_pdf(descriptor) as pdf:
        return reading.recognize([pages.draw(pdf, page, SAMPLE_DPI) for page in sorted({0, len(pdf) // 2})])


def _reads_as_well(before: Sequence[Text], after: Sequence[Text]) -> bool:
    return all(
        was.sure < _TEXT_LETTERS
        or (now.sure >= _KEPT_LETTERS * was.sure and now.readable >= was.readable - _LOST_POINTS)
        for was, now in zip(before, after, strict=True)
    )
