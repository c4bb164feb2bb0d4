"""One step of shrinking, done to a PDF: its pictures with fewer pixels and colours, or its whole pages as pictures.

Knows how pictures lie in a PDF. Which steps are tried, and when one is good enough, is `shrinking`'s business.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import cv2
import numpy as np
import pikepdf
from numpy.typing import NDArray
from pikepdf import Dictionary, Name, Pdf

from kiosk.documents.trouble import PaperTroubleError
from kiosk.documents.workshop.inside import binding, pages, pictures
from kiosk.documents.workshop.inside.descriptors import descriptor_of
from kiosk.documents.workshop.inside.headers import MAX_PIXELS, header
from kiosk.documents.workshop.inside.light import even_light
from kiosk.documents.workshop.inside.pictures import Encoded, Ink
from kiosk.documents.workshop.inside.placing import Placed

Pixels = NDArray[np.uint8]
Number = tuple[int, int]

_WORTH_BYTES = 4_000  # a smaller picture is a logo: what it weighs is not what is too much
_GREY_INSTEAD = 42  # quality of what is no text when the rest becomes black and white
_LOOK_FOR_TEXT = 1200
_BLACK_DOTS = 200
CORES = 2
_REDUCED = {
    1: cv2.IMREAD_COLOR,
    2: cv2.IMREAD_REDUCED_COLOR_2,
    4: cv2.IMREAD_REDUCED_COLOR_4,
    8: cv2.IMREAD_REDUCED_COLOR_8,
}
_READING = threading.Lock()  # a PDF is read by one thread at a time; pixels are worked on by several
_UNDECODABLE = (
    pikepdf.PdfError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OSError,
    NotImplementedError,
    pikepdf.DataDecodingError,
    cv2.error,
)


class Step(NamedTuple):
    """`dots` per inch; `quality` of JPEG, from 1 to 100."""

    dots: int
    quality: int
    ink: Ink = "colour"


class Opened(NamedTuple):
    """A picture that can be made anew, with no more pixels than are wanted. `size`: in bytes, as it lies in the file.
    `black`: it has no colour but black and white."""

    image: Pixels
    place: Placed
    size: int
    black: bool


def lighter_pictures(content: bytes, places: Mapping[Number, Placed], step: Step) -> bytes:
    """The same PDF with each picture that becomes smaller by the step."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pictures_of = {number: pdf.get_object(number) for number in places}
        with ThreadPoolExecutor(CORES) as pool:
            made = pool.map(lambda number: lighter(pictures_of[number], places[number], step), places)
            for number, one in zip(places, made, strict=True):
                if one is not None:
                    with _READING:
                        _write(pictures_of[number], one)
        return binding.saved(pdf)


def lighter(picture: Any, place: Placed, step: Step) -> Encoded | None:
    """None where the step makes nothing smaller, or the picture is not one that can be made anew."""
    one = opened(picture, place, step.dots)
    return None if one is None else encoded(one, step)


def opened(picture: Any, place: Placed, dots: int) -> Opened | None:
    """For steps of `dots` an inch or fewer."""
    with _READING:
        size = weight(picture)
        if size < _WORTH_BYTES or not _is_plain(picture):
            return None
        black = int(picture.get("/BitsPerComponent", 8)) == 1
        source = _source(picture)
    wanted = _wanted(place, dots, black=black)
    image = None if source is None else _pixels(source, wanted)
    return None if image is None else Opened(_shrunk(image, wanted), place, size, black)


def encoded(one: Opened, step: Step) -> Encoded | None:
    """None where it becomes no smaller."""
    ink = "black" if one.black else step.ink
    if ink == "black" and not one.black and not _is_text(one.image):
        ink = "grey"
    image = _shrunk(one.image, _wanted(one.place, step.dots, black=one.black))
    made = pictures.encoded(image, ink, step.quality or _GREY_INSTEAD)
    return made if len(made.content) < one.size else None


def weight(picture: Any) -> int:
    """In bytes, as it lies in the file."""
    return int(picture.get("/Length", 0))


def as_pictures(content: bytes, step: Step, max_bytes: int) -> bytes | None:
    """Every page as one picture; None as soon as that is too large."""
    total = 0
    with Pdf.new() as made, descriptor_of(content) as descriptor, pages.opened_pdf(descriptor) as opened:
        for page in range(len(opened)):
            width, height = pages.page_size(opened, page)
            image = pages.draw(opened, page, step.dots)
            ink = step.ink if step.ink != "black" or pictures.is_text(image) else "grey"
            drawn = pictures.encoded(image, ink, step.quality or _GREY_INSTEAD)
            total += len(drawn.content)
            if total > max_bytes:
                return None
            _add_page(made, drawn, width, height)
        return binding.saved(made)


def _wanted(place: Placed, dots: int, *, black: bool) -> tuple[int, int]:
    """Width and height in pixels; 0 where the place on paper is not known. Without greys, strokes need more of them."""
    dots = max(dots, _BLACK_DOTS) if black else dots
    return round(place.width * dots), round(place.height * dots)


def _shrunk(image: Pixels, wanted: tuple[int, int]) -> Pixels:
    return pictures.shrunk(image, *wanted) if all(wanted) else image


def _is_text(image: Pixels) -> bool:
    part = _LOOK_FOR_TEXT / max(image.shape[:2])
    return pictures.is_text(even_light(pictures.shrunk(image, int(image.shape[1] * part), int(image.shape[0] * part))))


def _is_plain(picture: Any) -> bool:
    """Nothing about it depends on the exact values of its pixels, or on a reading of them that is not ours."""
    if picture.get("/ImageMask", False) or "/Decode" in picture or int(picture.get("/SMaskInData", 0)):
        return False
    if isinstance(picture.get("/Mask"), pikepdf.Array):
        return False
    mask = picture.get("/SMask")
    return not (isinstance(mask, pikepdf.Stream) and "/Matte" in mask)


def _source(picture: Any) -> bytes | Pixels | None:
    """A JPEG as it lies in the file, for it takes long to decode; anything else as pixels."""
    try:
        width, height = int(picture.Width), int(picture.Height)
        if width * height > MAX_PIXELS or width < 1 or height < 1:
            return None
        if picture.get("/Filter") == Name.DCTDecode and picture.get("/ColorSpace") in {Name.DeviceRGB, Name.DeviceGray}:
            return bytes(picture.read_raw_bytes())
        seen = pikepdf.PdfImage(picture).as_pil_image().convert("RGB")
        return np.asarray(cv2.cvtColor(np.asarray(seen, np.uint8), cv2.COLOR_RGB2BGR), np.uint8)
    except _UNDECODABLE:
        return None


def _pixels(source: bytes | Pixels, wanted: tuple[int, int]) -> Pixels | None:
    """A JPEG of which less than half of the size is wanted is decoded at a half, a quarter or an eighth of it."""
    if not isinstance(source, bytes):
        return source
    try:
        size = header(source).sizes[0]
        if size.width * size.height > MAX_PIXELS:
            return None
        part = 1
        while all(wanted) and part < 8 and size.width >= 2 * part * wanted[0] and size.height >= 2 * part * wanted[1]:
            part *= 2
        flags = _REDUCED[part] | cv2.IMREAD_IGNORE_ORIENTATION
        return np.asarray(cv2.imdecode(np.frombuffer(source, np.uint8), flags), np.uint8)
    except (*_UNDECODABLE, PaperTroubleError):
        return None


def _write(picture: pikepdf.Object, made: Encoded) -> None:
    for key in ("/DecodeParms", "/Decode", "/Intent"):
        if key in picture:
            del picture[key]
    picture.Width, picture.Height = made.width, made.height
    if made.ink == "black":
        how = Dictionary(K=-1, Columns=made.width, Rows=made.height)
        picture.write(made.content, filter=Name.CCITTFaxDecode, decode_parms=how)
    else:
        picture.write(made.content, filter=Name.DCTDecode)
    picture.BitsPerComponent = 1 if made.ink == "black" else 8
    picture.ColorSpace = Name.DeviceRGB if made.ink == "colour" else Name.DeviceGray


def _add_page(pdf: Pdf, drawn: Encoded, width: float, height: float) -> None:
    page = pdf.add_blank_page(page_size=(width, height))
    picture = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image)
    _write(picture, drawn)
    name = page.add_resource(picture, Name.XObject)
    page.Contents = pdf.make_stream(b"q %.3f 0 0 %.3f 0 0 cm %s Do Q" % (width, height, str(name).encode()))
