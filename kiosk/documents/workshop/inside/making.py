"""The job Make: pages out of PDFs and pictures into one new paper, and what was done to them.

A page is taken as it is wherever that gives what is wanted, only turned perhaps; it becomes a new picture when it must
be cropped, is a photograph of a sheet, or lies askew. Then the paper is made to fit, and read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.documents.acceptance import Did, Reading
from kiosk.documents.paper import Kind
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside import jpeg, pages, pictures, preparing, reading, shrinking
from kiosk.documents.workshop.inside.binding import POINTS_PER_INCH, Binding, Source
from kiosk.documents.workshop.inside.descriptors import descriptor_of
from kiosk.documents.workshop.inside.headers import header
from kiosk.documents.workshop.inside.jpeg import Bare, Quarter
from kiosk.documents.workshop.inside.preparing import Prepared
from kiosk.documents.workshop.inside.reading import Text
from kiosk.documents.workshop.inside.shrinking import Fitted
from kiosk.documents.workshop.jobs import Box, Failed, Made, Make, PageOf

DPI = 200.0
QUALITY = 85  # of pictures that are made anew: as good as the eye can tell


class _Flat(NamedTuple):
    """A photographed sheet made flat: a JPEG, and its size in points."""

    content: bytes
    size: tuple[float, float]


def make(job: Make, inputs: Sequence[int]) -> tuple[Made | Failed, list[bytes]]:
    """Descriptors in, and the one paper out; none when it failed."""
    try:
        return _Making(job, inputs).made()
    except PaperTroubleError as failure:
        return Failed(failure.trouble), []


class _Making:
    """One job, from its inputs to the bytes of the new paper."""

    def __init__(self, job: Make, inputs: Sequence[int]) -> None:
        if any(page.input >= len(inputs) for page in job.pages):
            raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
        self._job = job
        self._inputs = inputs
        self._sources: dict[int, Source | None] = {}
        self._did: dict[Did, None] = {}  # in order, each once
        self._texts: Sequence[Text] = ()  # of the new paper, once it had to be read

    def made(self) -> tuple[Made, list[bytes]]:
        try:
            content = self._jpeg() if self._job.format == "jpeg" else self._pdf()
        finally:
            for source in self._sources.values():
                if source is not None:
                    source.close()
        kind: Kind = "image" if self._job.format == "jpeg" else "pdf"
        read = None
        if self._job.read:
            read = reading.reading_of(self._texts) if self._texts else _read(content, kind)
        return Made(kind, len(self._job.pages), tuple(self._did), read), [content]

    def _jpeg(self) -> bytes:
        if len(self._job.pages) != 1:
            raise PaperTroubleError(Trouble.TOO_MANY_PAGES)
        page, most = self._job.pages[0], self._job.max_bytes
        taken = self._as_it_is(page)
        if taken is None or header(taken.content).format != "jpeg":
            self._note(Did.TO_JPEG)
        elif most is None or len(taken.content) <= most:
            self._note_turn(page)
            return jpeg.turned(taken.content, _added(taken.turn, page.turn))
        done = self._prepared(page)
        self._note(*done.did)
        content = pictures.jpeg(done.image, QUALITY)
        if most is not None and len(content) > most:
            return self._fitted_jpeg(page, done.image, most)
        if taken is not None:
            self._note(Did.SHRUNK)
        return content

    def _fitted_jpeg(self, page: PageOf, image: pages.Image, most: int) -> bytes:
        self._note(Did.SHRUNK)
        before = shrinking.AsItCame(lambda: [image])
        try:
            return self._taken(shrinking.fit_jpeg(image, most, before))
        except PaperTroubleError as error:
            flat = self._flat(page) if error.trouble is Trouble.UNREADABLE else None
            if flat is None:
                raise
        with descriptor_of(flat.content) as descriptor:
            return self._taken(shrinking.fit_jpeg(pages.decode(descriptor), most, before))

    def _pdf(self) -> bytes:
        if len({page.input for page in self._job.pages}) > 1:
            self._note(Did.MERGED)
        content = self._bound([None] * len(self._job.pages))
        most = self._job.max_bytes
        if most is None or len(content) <= most:
            return content
        self._note(Did.SHRUNK)
        before = shrinking.pdf_as_it_came(content)
        try:
            return self._taken(shrinking.fit_pdf(content, most, before))
        except PaperTroubleError as error:
            # What weighs most in a photograph of a sheet is the table and the noise: the sheet alone may fit.
            flat = [self._flat(page) for page in self._job.pages] if error.trouble is Trouble.UNREADABLE else []
            if not any(flat):
                raise
        return self._taken(shrinking.fit_pdf(self._bound(flat), most, before, changed=True))

    def _bound(self, flat: Sequence[_Flat | None]) -> bytes:
        """`flat`: for each page, the sheet to bind instead."""
        with Binding() as binding:
            for page, sheet in zip(self._job.pages, flat, strict=True):
                if sheet is not None:
                    binding.picture(sheet.content, size=sheet.size)
                elif pages.is_pdf(self._inputs[page.input]):
                    self._bind_pdf(binding, page)
                else:
                    self._bind_picture(binding, page)
            return binding.bound()

    def _bind_pdf(self, binding: Binding, page: PageOf) -> None:
        source = self._source(page.input)
        done = self._anew(page)
        if done is None and source is not None:
            binding.copy(source, page.page, page.turn)
            self._note_turn(page)
            return
        done = done or self._prepared(page)
        self._note(*done.did)
        binding.picture(pictures.jpeg(done.image, QUALITY), size=_size(done.image))

    def _bind_picture(self, binding: Binding, page: PageOf) -> None:
        self._note(Did.TO_PDF)
        taken = self._as_it_is(page)
        if taken is not None:
            binding.picture(taken.content, _added(taken.turn, page.turn))
            self._note_turn(page)
            return
        done = self._prepared(page)
        self._note(*done.did)
        binding.picture(pictures.jpeg(done.image, QUALITY))

    def _flat(self, page: PageOf) -> _Flat | None:
        """None where the page is no photograph of a sheet, or was made flat or cropped already."""
        if page.photo or page.straighten or page.crop != Box():
            return None
        image = preparing.flat_sheet(self._inputs[page.input], page.page)
        if image is None:
            return None
        self._note(Did.STRAIGHTENED, Did.BRIGHTENED)
        self._note_turn(page)
        image = preparing.turned(image, page.turn)
        return _Flat(pictures.jpeg(image, QUALITY), _size(image))

    def _as_it_is(self, page: PageOf) -> Bare | None:
        """A picture's own bytes, when nothing but a turn is wanted and a PDF or a site can hold them."""
        descriptor = self._inputs[page.input]
        if pages.is_pdf(descriptor) or page.page or self._anew(page) is not None:
            return None
        content = pages.content_of(descriptor)
        head = header(content)
        pages.decode(descriptor, longest=64)  # raises when it is damaged
        if head.format == "jpeg":
            return jpeg.bare(content)
        return Bare(content, 0) if head.format == "png" and not head.see_through else None

    def _anew(self, page: PageOf) -> Prepared | None:
        """The page as a new picture, when it cannot be taken as it is."""
        if page.crop == Box() and not page.photo:
            if not page.straighten:
                return None
            done = self._prepared(page)
            return done if Did.STRAIGHTENED in done.did else None  # it was straight: its text stays text
        return self._prepared(page)

    def _prepared(self, page: PageOf) -> Prepared:
        return preparing.prepared(self._inputs, page, dpi=DPI)

    def _taken(self, fitted: Fitted) -> bytes:
        self._texts = fitted.texts
        return fitted.content

    def _source(self, number: int) -> Source | None:
        """None when the PDF's structure is damaged: its pages can still be drawn."""
        if number not in self._sources:
            try:
                source = Source(pages.content_of(self._inputs[number]))
            except PaperTroubleError as trouble:
                if trouble.trouble is Trouble.LOCKED:
                    raise
                self._sources[number] = None
            else:
                self._sources[number] = source
                if len({page.page for page in self._job.pages if page.input == number}) < source.count:
                    self._note(Did.SPLIT)
        return self._sources[number]

    def _note_turn(self, page: PageOf) -> None:
        if page.turn:
            self._note(Did.TURNED)

    def _note(self, *did: Did) -> None:
        self._did.update(dict.fromkeys(did))


def _size(image: pages.Image) -> tuple[float, float]:
    """In points, of a picture at our dots per inch."""
    height, width = image.shape[:2]
    return width * POINTS_PER_INCH / DPI, height * POINTS_PER_INCH / DPI


def _added(one: Quarter, other: Quarter) -> Quarter:
    turns: dict[int, Quarter] = {0: 0, 90: 90, 180: 180, 270: 270}
    return turns[(one + other) % 360]


def _read(content: bytes, kind: Kind) -> Reading:
    with descriptor_of(content) as descriptor:
        if kind == "image":
            return reading.read([pages.decode(descriptor)])
        with pages.opened_pdf(descriptor) as pdf:
            first = range(min(len(pdf), reading.MOST_PAGES))
            return reading.read([pages.draw(pdf, page, shrinking.SAMPLE_DPI) for page in first])
