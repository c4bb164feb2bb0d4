"""A paper made to fit under a size while it can still be read: the gentlest way that fits, step by step.

First without any loss, then its pictures with fewer pixels and colours, then whole pages as pictures. Text and drawing
of a PDF stay as they are until nothing else helps. A step counts only when recognition reads a sample of the paper
nearly as well as before. What cannot fit so is refused: an unreadable paper costs the person weeks.
"""

from __future__ import annotations

import bisect
import functools
import io
import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import pikepdf
from numpy.typing import NDArray

from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside import binding, pages, pictures, reading
from kiosk.documents.workshop.inside.descriptors import descriptor_of
from kiosk.documents.workshop.inside.light import even_light
from kiosk.documents.workshop.inside.lightening import (
    CORES,
    Number,
    Opened,
    Step,
    as_pictures,
    encoded,
    lighter_pictures,
    opened,
    weight,
)
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
_MOST_DOTS = max(step.dots for step in STEPS)
_SURELY_TOO_LARGE = 1.06  # times too large by the look of a few pictures: the step is left out. Less, and it comes last
_TRIED = 4  # pictures
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


class Fitted(NamedTuple):
    """`texts`: what recognition made of its sample, where it had to be read."""

    content: bytes
    texts: Sequence[Text] = ()


class AsItCame:
    """The paper before anything was done to it, read once it must be."""

    def __init__(self, pages: Callable[[], Sequence[Pixels]]) -> None:
        self._pages = pages

    @functools.cached_property
    def texts(self) -> Sequence[Text]:
        return _read(self._pages())


def fit_pdf(content: bytes, max_bytes: int, before: AsItCame, *, changed: bool = False) -> Fitted:
    """Never above `max_bytes`, never larger than it was. `changed`: the paper is another one than `before` already, so
    that it must be read in any case. Raises PaperTroubleError: UNREADABLE, DAMAGED."""
    with binding.mending():
        tight, places = _without_loss(content)
        if len(tight) <= max_bytes and not changed:
            return Fitted(tight)
        for made in itertools.chain([tight], _smaller_ones(content, tight, places, max_bytes)):
            if len(made) <= max_bytes and _reads_as_well(before.texts, texts := _read(_sample(made))):
                return Fitted(made, texts)
    raise PaperTroubleError(Trouble.UNREADABLE)


def fit_jpeg(image: Pixels, max_bytes: int, before: AsItCame) -> Fitted:
    """Never above `max_bytes`. Raises PaperTroubleError(UNREADABLE)."""
    for step in JPEG_STEPS:
        part = min(1.0, step.longest / max(image.shape[:2]))
        small = pictures.shrunk(image, round(image.shape[1] * part), round(image.shape[0] * part))
        made = pictures.encoded(small, step.ink, step.quality).content
        if len(made) > max_bytes:
            continue
        with descriptor_of(made) as descriptor:
            if _reads_as_well(before.texts, texts := _read([pages.decode(descriptor)])):
                return Fitted(made, texts)
    raise PaperTroubleError(Trouble.UNREADABLE)


def pdf_as_it_came(content: bytes) -> AsItCame:
    return AsItCame(lambda: _sample(content))


def _reads_as_well(before: Sequence[Text], after: Sequence[Text]) -> bool:
    return all(
        was.sure < _TEXT_LETTERS
        or (now.sure >= _KEPT_LETTERS * was.sure and now.readable >= was.readable - _LOST_POINTS)
        for was, now in zip(before, after, strict=True)
    )


def _without_loss(content: bytes) -> tuple[bytes, Mapping[Number, Placed]]:
    """Packed tightly, and where its pictures are in that."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.remove_unreferenced_resources()
        tight = binding.saved(pdf, tightly=True)
    with pikepdf.open(io.BytesIO(tight)) as pdf:
        return tight, placed_pictures(pdf)


def _smaller_ones(content: bytes, tight: bytes, places: Mapping[Number, Placed], max_bytes: int) -> Iterator[bytes]:
    """The gentlest first; each is made only once those before it were refused."""
    few = _few_pictures(tight, places)
    doubtful = []
    for step in STEPS:
        expected = _expected(len(tight), few, step)
        if expected <= max_bytes:
            yield lighter_pictures(tight, places, step)
        elif expected <= _SURELY_TOO_LARGE * max_bytes:
            doubtful.append(step)
    for step in doubtful:
        yield lighter_pictures(tight, places, step)
    if _has_only_photographs(content):
        return  # made pictures of pages, they would be the same again
    for step in PAGE_STEPS:
        made = as_pictures(content, step, max_bytes)
        if made is not None:
            yield made


class _Few(NamedTuple):
    """Some of the pictures, to see what a step does to them: all of them would take its full time.

    `opened`: with the part of all bytes that each stands for; None is one that cannot be made anew. `weight`: bytes of
    all pictures."""

    opened: Sequence[tuple[Opened | None, float]]
    weight: int


def _few_pictures(tight: bytes, places: Mapping[Number, Placed]) -> _Few:
    """Spread over the bytes: a picture that is most of the paper stands for most of it."""
    with pikepdf.open(io.BytesIO(tight)) as pdf:
        found = sorted(
            ((pdf.get_object(number), place) for number, place in places.items()), key=lambda one: weight(one[0])
        )
        until = list(itertools.accumulate(weight(picture) for picture, _ in found))
        whole = until[-1] if until else 0
        if not whole:
            return _Few((), 0)
        chosen = Counter(bisect.bisect_right(until, whole * (2 * part + 1) // (2 * _TRIED)) for part in range(_TRIED))
        with ThreadPoolExecutor(CORES) as pool:
            few = list(pool.map(lambda one: opened(found[one][0], found[one][1], _MOST_DOTS), chosen))
        return _Few([(one, times / _TRIED) for one, times in zip(few, chosen.values(), strict=True)], whole)


def _expected(size: int, few: _Few, step: Step) -> float:
    """The size to come of a paper of `size`."""
    with ThreadPoolExecutor(CORES) as pool:
        saved = pool.map(lambda one: _saved(one[0], step), few.opened)
        return size - few.weight * sum(part * one for one, (_, part) in zip(saved, few.opened, strict=True))


def _saved(one: Opened | None, step: Step) -> float:
    """Which part of its bytes."""
    made = None if one is None else encoded(one, step)
    return 0.0 if one is None or made is None else 1 - len(made.content) / one.size


def _has_only_photographs(content: bytes) -> bool:
    with descriptor_of(content) as descriptor, pages.opened_pdf(descriptor) as pdf:
        return all(pages.is_photograph(pdf, page) for page in range(len(pdf)))


def _sample(content: bytes) -> list[Pixels]:
    """The first page and one in the middle."""
    with descriptor_of(content) as descriptor, pages.opened_pdf(descriptor) as pdf:
        return [pages.draw(pdf, page, SAMPLE_DPI) for page in sorted({0, len(pdf) // 2})]


def _read(images: Sequence[Pixels]) -> list[Text]:
    """In even light: in a shadow, recognition overlooks other lines each time, however many pixels they have."""
    return reading.recognize([even_light(image) for image in images])
