"""The jobs Wash and Bind: a paper into bare pixels, and bare pixels into a paper that no stranger has made.

Between the two, in another workshop, nothing of the first paper is left but what the eye sees: no script, no
attachment, no font, no broken structure reaches the printer's filters.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside.pages import (
    MM_PER_INCH,
    POINTS_PER_INCH,
    Image,
    content_of,
    decode,
    draw,
    is_pdf,
    opened_pdf,
    page_count,
    page_size,
    shrunk,
)
from kiosk.documents.workshop.jobs import MAX_MM, MAX_SIDE, Bind, Made, Sheet, Wash, Washed
from kiosk.sealed import Sealed

if TYPE_CHECKING:
    import pikepdf

A4_MM = (210.0, 297.0)
QUALITY = 90  # of JPEG: print keeps its edges, an A4 page at 200 dots per inch takes some hundred kilobytes


def wash(job: Wash, inputs: Sequence[int]) -> tuple[Washed, list[Sealed]]:
    sheets, outputs = [], []
    for image, size_mm in _washed_pages(job, inputs[0]):
        height, width = image.shape[:2]
        sheets.append(Sheet(width, height, *size_mm))
        outputs.append(Sealed.of((image[:, :, ::-1] if job.colour else _grey(image)).tobytes()))
    return Washed(tuple(sheets)), outputs


def _washed_pages(job: Wash, descriptor: int) -> Iterator[tuple[Image, tuple[float, float]]]:
    if not is_pdf(descriptor):
        last = min(page_count(descriptor), job.first + job.pages)
        _expect(job.first < last)
        for page in range(job.first, last):
            yield _on_a4(decode(descriptor, page, MAX_SIDE), job.dots_per_inch)
        return
    with opened_pdf(descriptor) as pdf:
        last = min(len(pdf), job.first + job.pages)
        _expect(job.first < last)
        for page in range(job.first, last):
            width, height = (MM_PER_INCH * side / POINTS_PER_INCH for side in page_size(pdf, page))
            part = min(1.0, MAX_MM / max(width, height))
            size_mm = (max(1.0, width * part), max(1.0, height * part))
            yield draw(pdf, page, job.dots_per_inch), size_mm


def _expect(there: bool) -> None:
    if not there:
        raise PaperTroubleError(Trouble.DAMAGED)


def _on_a4(image: Image, dots_per_inch: int) -> tuple[Image, tuple[float, float]]:
    """A picture has no size of its own: as large as an A4 sheet, upright or lying, takes it."""
    size_mm = A4_MM if image.shape[0] >= image.shape[1] else A4_MM[::-1]
    width, height = (round(side * dots_per_inch / MM_PER_INCH) for side in size_mm)
    scale = min(width / image.shape[1], height / image.shape[0])
    fitted = shrunk(image, max(1, int(scale * max(image.shape[:2]))))
    if scale > 1:
        fitted = _enlarged(image, scale, (width, height))
    page = np.full((height, width, 3), 255, np.uint8)
    top, left = (height - fitted.shape[0]) // 2, (width - fitted.shape[1]) // 2
    page[top : top + fitted.shape[0], left : left + fitted.shape[1]] = fitted
    return page, size_mm


def _enlarged(image: Image, scale: float, most: tuple[int, int]) -> Image:
    import cv2  # noqa: PLC0415

    size = (min(most[0], round(image.shape[1] * scale)), min(most[1], round(image.shape[0] * scale)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def _grey(image: Image) -> Image:
    import cv2  # noqa: PLC0415

    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), np.uint8)


def bind(job: Bind, inputs: Sequence[int]) -> tuple[Made, list[Sealed]]:
    import pikepdf  # noqa: PLC0415

    if len(inputs) != len(job.sheets):
        raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
    with pikepdf.new() as pdf:
        for sheet, descriptor in zip(job.sheets, inputs, strict=True):
            _add_page(pdf, sheet, _jpeg(sheet, descriptor, job.colour), job.colour)
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True)
    return Made("pdf", len(job.sheets)), [Sealed.of(made.getvalue())]


def _jpeg(sheet: Sheet, descriptor: int, colour: bool) -> bytes:
    import cv2  # noqa: PLC0415

    channels = 3 if colour else 1
    if os.fstat(descriptor).st_size != sheet.width * sheet.height * channels:
        raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
    pixels = np.frombuffer(content_of(descriptor), np.uint8).reshape(sheet.height, sheet.width, channels)
    # Every pixel keeps its own colour: small coloured print frays otherwise.
    how = [cv2.IMWRITE_JPEG_QUALITY, QUALITY, cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444]
    _, encoded = cv2.imencode(".jpg", pixels[:, :, ::-1] if colour else pixels, how)
    return encoded.tobytes()


def _add_page(pdf: pikepdf.Pdf, sheet: Sheet, jpeg: bytes, colour: bool) -> None:
    import pikepdf  # noqa: PLC0415

    width, height = (mm / MM_PER_INCH * POINTS_PER_INCH for mm in (sheet.width_mm, sheet.height_mm))
    picture = pikepdf.Stream(
        pdf,
        jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=sheet.width,
        Height=sheet.height,
        ColorSpace=pikepdf.Name.DeviceRGB if colour else pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = pdf.add_blank_page(page_size=(width, height))
    page.Contents = pdf.make_stream(f"{width:.3f} 0 0 {height:.3f} 0 0 cm /P Do".encode())
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
