"""Papers into pixels: what a content is, its pages decoded (pictures) or drawn (PDF). The first to touch hostile bytes.

Pixels are arrays of height x width x 3 bytes (blue, green, red), as OpenCV has them. Sizes are judged before anything
is decoded. A PDF's scripts and actions have nothing to run them: the drawing library is built without an engine for
them, and no event is ever sent to a form.
"""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside.headers import Header, Size, header, picture_format
from kiosk.documents.workshop.jobs import MAX_SIDE, Looked

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]

Image = NDArray[np.uint8]

KEPT_PIXELS = 40_000_000  # A4 at 600 dots per inch
MAX_PAGES = 10_000
POINTS_PER_INCH = 72
MM_PER_INCH = 25.4
_PDF_WITHIN = 1024
_FEW_THINGS = 20  # a photograph comes with a frame or a white ground at most
_FILLED = 0.7  # of a page of A4: by a photograph of 16 to 9
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD


def content_of(descriptor: int) -> bytes:
    return os.pread(descriptor, os.fstat(descriptor).st_size, 0)


def is_pdf(descriptor: int) -> bool:
    start = os.pread(descriptor, _PDF_WITHIN, 0)
    return picture_format(start) is None and b"%PDF-" in start


def look(descriptor: int) -> Looked:
    """Its kind and number of pages. The first page is really opened: who is told "a paper" can count on it."""
    if is_pdf(descriptor):
        with opened_pdf(descriptor) as pdf:
            pages = len(pdf)
            if pages > MAX_PAGES:
                raise PaperTroubleError(Trouble.TOO_MANY_PAGES)
            pdf[0].close()
            return Looked("pdf", pages)
    pages = len(header(content_of(descriptor)).sizes)
    decode(descriptor, longest=64)
    return Looked("image", pages)


def page_count(descriptor: int) -> int:
    if is_pdf(descriptor):
        with opened_pdf(descriptor) as pdf:
            return len(pdf)
    return len(header(content_of(descriptor)).sizes)


# --- pictures -----------------------------------------------------------------------------------------------------


def decode(descriptor: int, page: int = 0, longest: int | None = None) -> Image:
    """A picture upright as its EXIF says, see-through parts white, at most `longest` pixels on its longer side."""
    import cv2  # noqa: PLC0415 - a third of a second: a workshop that only draws a PDF does without

    content = content_of(descriptor)
    head = header(content)
    if page >= len(head.sizes):
        raise PaperTroubleError(Trouble.DAMAGED)
    try:
        image = _decoded(content, head, page, longest)
        if longest is not None:
            image = shrunk(image, longest)
    except cv2.error as error:
        out_of_memory = error.code == cv2.Error.StsNoMem
        raise PaperTroubleError(Trouble.TOO_SLOW if out_of_memory else Trouble.DAMAGED) from error
    return image


def _decoded(content: bytes, head: Header, page: int, longest: int | None) -> Image:
    import cv2  # noqa: PLC0415

    data = np.frombuffer(content, np.uint8)
    flags = cv2.IMREAD_UNCHANGED if head.see_through else _flag(head, head.sizes[page], longest)
    if head.format == "tiff":
        _, found = cv2.imdecodemulti(data, flags, range=(page, page + 1))
        decoded: Any = found[0] if found else None
    else:
        decoded = cv2.imdecode(data, flags)
    if decoded is None or not decoded.size:
        raise PaperTroubleError(Trouble.DAMAGED)
    return _plain(decoded)


def _flag(head: Header, size: Size, longest: int | None) -> int:
    """JPEG can be decoded at a half, a quarter or an eighth of its size, for as much less time and memory."""
    import cv2  # noqa: PLC0415

    if head.format != "jpeg":
        return cv2.IMREAD_COLOR
    part = 1
    while size.width * size.height > KEPT_PIXELS * part**2:
        part *= 2
    while longest is not None and part < 8 and max(size) // (2 * part) >= longest:
        part *= 2
    reduced = {2: cv2.IMREAD_REDUCED_COLOR_2, 4: cv2.IMREAD_REDUCED_COLOR_4, 8: cv2.IMREAD_REDUCED_COLOR_8}
    return reduced.get(part, cv2.IMREAD_COLOR)


def _plain(decoded: NDArray[Any]) -> Image:
    """Any depth and number of channels into three bytes a pixel, on white paper."""
    import cv2  # noqa: PLC0415

    if decoded.dtype == np.uint16:
        decoded = (decoded >> 8).astype(np.uint8)
    elif decoded.dtype != np.uint8:
        raise PaperTroubleError(Trouble.DAMAGED)
    if decoded.ndim == 2:
        return np.asarray(cv2.cvtColor(decoded, cv2.COLOR_GRAY2BGR), np.uint8)
    if decoded.shape[2] == 4:
        return _on_white(decoded)
    if decoded.shape[2] != 3:
        raise PaperTroubleError(Trouble.DAMAGED)
    return decoded


def _on_white(image: NDArray[np.uint8]) -> Image:
    result = np.empty((*image.shape[:2], 3), np.uint8)
    for top in range(0, len(image), 256):  # by strips: sixteen bits a value for the whole would take much memory
        strip = image[top : top + 256].astype(np.uint16)
        alpha = strip[:, :, 3:]
        result[top : top + 256] = (strip[:, :, :3] * alpha + 255 * (255 - alpha) + 127) // 255
    return result


def shrunk(image: Image, longest: int) -> Image:
    """At most `longest` on its longer side."""
    import cv2  # noqa: PLC0415

    height, width = image.shape[:2]
    if max(height, width) <= longest:
        return image
    scale = longest / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


# --- PDF ----------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def opened_pdf(descriptor: int) -> Iterator[pypdfium2.PdfDocument]:
    """Raises PaperTroubleError: LOCKED, DAMAGED. What fails within is DAMAGED as well."""
    import pypdfium2  # noqa: PLC0415

    try:
        with pypdfium2.PdfDocument(content_of(descriptor)) as pdf:
            pdf.init_forms()  # so that what was typed into a form is drawn
            yield pdf
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == _WRONG_PASSWORD
        raise PaperTroubleError(Trouble.LOCKED if locked else Trouble.DAMAGED) from error


def page_size(pdf: pypdfium2.PdfDocument, page: int) -> tuple[float, float]:
    """Width and height in points, upright as the page asks to be shown."""
    if page >= len(pdf):
        raise PaperTroubleError(Trouble.DAMAGED)
    width, height = pdf.get_page_size(page)
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise PaperTroubleError(Trouble.DAMAGED)
    return width, height


def is_photograph(pdf: pypdfium2.PdfDocument, page: int) -> bool:
    """One picture that nearly fills its page, and no text beside or over it. A scan is one as well."""
    import pypdfium2.raw  # type: ignore[import-untyped] # noqa: PLC0415

    opened = pdf[page]
    try:
        text = opened.get_textpage()
        letters = text.count_chars()
        text.close()
        things = list(itertools.islice(opened.get_objects(), _FEW_THINGS + 1))
        seen = [one.get_bounds() for one in things if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        room = opened.get_width() * opened.get_height()
    finally:
        opened.close()
    if letters or len(things) > _FEW_THINGS or len(seen) != 1:
        return False
    left, bottom, right, top = seen[0]
    return bool((right - left) * (top - bottom) >= _FILLED * room)


def draw(pdf: pypdfium2.PdfDocument, page: int, dots_per_inch: float, longest: int = MAX_SIDE) -> Image:
    """One page as pixels, on white. A page too large for `longest` is drawn smaller."""
    size = page_size(pdf, page)
    # The library rounds up: half a pixel less keeps within the bound.
    scale = min(dots_per_inch / POINTS_PER_INCH, (longest - 0.5) / max(size))
    opened = pdf[page]
    try:
        bitmap = opened.render(scale=scale)
        try:
            return np.array(bitmap.to_numpy(), np.uint8)
        finally:
            bitmap.close()
    finally:
        opened.close()


def render(descriptor: int, page: int = 0, *, dpi: float | None = None, width: int | None = None) -> Image:
    """One page of a PDF as pixels: at `dpi`, or `width` pixels wide. Never more than MAX_SIDE on the longer side."""
    with opened_pdf(descriptor) as pdf:
        if width is not None:
            dpi = POINTS_PER_INCH * width / page_size(pdf, page)[0]
        return draw(pdf, page, dpi or 150.0)


def page_image(descriptor: int, page: int = 0, *, dpi: float = 200.0, longest: int = MAX_SIDE) -> Image:
    """One page of any paper as pixels, at most `longest` on its longer side."""
    if is_pdf(descriptor):
        with opened_pdf(descriptor) as pdf:
            return draw(pdf, page, dpi, longest)
    return decode(descriptor, page, longest)
