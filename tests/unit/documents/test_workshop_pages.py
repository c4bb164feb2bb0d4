"""What a workshop sees of honest papers: upright, on white, with what was typed into them, page by page."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pytest
from PIL import Image

from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside import pages
from kiosk.documents.workshop.inside.headers import Size, header
from kiosk.documents.workshop.inside.preparing import cropped, turned
from kiosk.documents.workshop.inside.previewing import preview
from kiosk.documents.workshop.inside.washing import bind, wash
from kiosk.documents.workshop.jobs import Bind, Box, Looked, PageOf, Preview, Wash
from kiosk.sealed import Sealed
from tests.unit.documents.fake_workshop import a_pdf

RED, WHITE = (0, 0, 255), (255, 255, 255)  # as OpenCV has them: blue, green, red


def picture(kind: str, image: Image.Image, **more: object) -> Sealed:
    made = io.BytesIO()
    image.save(made, kind, **more)
    return Sealed.of(made.getvalue())


def left_is_red(size: tuple[int, int] = (80, 40)) -> Image.Image:
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    return image


def near(pixel: np.ndarray, colour: tuple[int, int, int]) -> bool:
    return bool(np.abs(pixel.astype(int) - colour).max() < 12)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize(("way", "place"), [(1, (20, 5)), (3, (20, 75)), (6, (5, 20)), (8, (75, 20))])
@pytest.mark.parametrize("longest", [None, 40])
def test_a_picture_is_turned_upright_as_it_asks(
    kind: str, way: int, place: tuple[int, int], longest: int | None
) -> None:
    exif = Image.Exif()
    exif[0x0112] = way
    image = pages.decode(picture(kind, left_is_red(), exif=exif).fileno(), longest=longest)
    part = 1 if longest is None else 2
    assert image.shape[:2] == ((40 // part, 80 // part) if way in {1, 3} else (80 // part, 40 // part))
    assert near(image[place[0] // part, place[1] // part], RED)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_what_can_be_seen_through_is_white_paper(kind: str) -> None:
    image = pages.decode(picture(kind, Image.new("RGBA", (30, 30), (0, 0, 0, 0))).fileno())
    assert near(image[3, 3], WHITE)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "LA", "CMYK", "I;16"])
def test_every_kind_of_pixel_becomes_three_bytes(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = pages.decode(picture(kind, Image.new(mode, (31, 30))).fileno())
    assert image.shape == (30, 31, 3)
    assert image.dtype == np.uint8


def test_each_page_of_a_scan_can_be_opened() -> None:
    several = [Image.new("L", (30 + n, 40), 50 * n) for n in range(3)]
    scan = picture("TIFF", several[0], save_all=True, append_images=several[1:])
    assert pages.look(scan.fileno()) == Looked("image", 3)
    assert [pages.decode(scan.fileno(), n)[0, 0, 0] for n in range(3)] == [0, 50, 100]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "PPM"])
def test_the_size_is_known_before_the_picture_is_decoded(kind: str) -> None:
    assert header(picture(kind, left_is_red((123, 45))).read()).sizes == (Size(123, 45),)
    if kind == "WEBP":
        assert header(picture(kind, left_is_red((123, 45)), lossless=True).read()).sizes == (Size(123, 45),)


def test_a_large_photograph_is_decoded_at_a_part_of_its_size() -> None:
    """108 million pixels from a phone would be 324 megabytes: half the sides are more than a page needs."""
    image = pages.decode(picture("JPEG", Image.new("L", (12_000, 9_000), 128)).fileno())
    assert image.shape == (4500, 6000, 3)


def test_a_form_shows_what_was_typed_into_it() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        look = pdf.make_stream(
            b"1 0 0 rg 0 0 50 50 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 50, 50]
        )
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Tx,
                T="name",
                V="typed",
                F=4,
                Rect=[10, 10, 60, 60],
                AP=pikepdf.Dictionary(N=look),
            )
        )
        page.Annots = pdf.make_indirect([field])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field])
        made = io.BytesIO()
        pdf.save(made)
    image = pages.render(Sealed.of(made.getvalue()).fileno(), dpi=72)
    assert near(image[165, 30], RED)
    assert near(image[20, 20], WHITE)


def test_a_pdf_is_drawn_as_wide_or_as_fine_as_was_asked() -> None:
    paper = Sealed.of(a_pdf())
    assert pages.render(paper.fileno(), width=300).shape[1] in {300, 301}
    assert pages.render(paper.fileno(), dpi=72).shape == (842, 595, 3)
    assert max(pages.render(paper.fileno(), dpi=3000).shape) == 4000


def test_a_page_is_turned_clockwise_and_then_cropped() -> None:
    image = np.zeros((40, 80, 3), np.uint8)
    image[:, :40] = RED
    upright = turned(image, 90)
    assert upright.shape == (80, 40, 3)
    assert near(upright[5, 5], RED)
    lower = cropped(upright, Box(top=0.5))
    assert lower.shape == (40, 40, 3)
    assert not lower.any()


@pytest.mark.parametrize("box", [Box(0.5, 0.5, 0.5, 0.5), Box(1.0, 1.0, 1.0, 1.0), Box(0.9, 0.9, 0.1, 0.1)])
def test_a_crop_of_nothing_leaves_a_pixel(box: Box) -> None:
    assert cropped(np.zeros((40, 80, 3), np.uint8), box).size == 3


def test_a_preview_of_a_part_is_as_sharp_as_one_of_the_whole() -> None:
    paper = Sealed.of(a_pdf())
    part = PageOf(0, crop=Box(0.0, 0.0, 0.25, 0.25))
    drawn, outputs = preview(Preview(part, side=800), [paper.fileno()])
    assert max(drawn.width, drawn.height) == 800
    assert outputs[0].size == drawn.width * drawn.height * 3


def test_a_picture_is_washed_onto_a_sheet_of_a4() -> None:
    for size, millimetres in (((60, 80), (210, 297)), ((80, 60), (297, 210)), ((3000, 4000), (210, 297))):
        washed, outputs = wash(Wash(dots_per_inch=75), [picture("PNG", Image.new("RGB", size, "red")).fileno()])
        sheet = washed.sheets[0]
        assert (sheet.width_mm, sheet.height_mm) == millimetres
        pixels = np.frombuffer(outputs[0].read(), np.uint8).reshape(sheet.height, sheet.width, 3)
        assert tuple(pixels[sheet.height // 2, sheet.width // 2]) == (255, 0, 0)
        assert tuple(pixels[0, 0]) == WHITE  # a photograph is squatter than the sheet


@pytest.mark.parametrize("colour", [True, False])
def test_a_bound_paper_looks_like_the_washed_one(colour: bool) -> None:
    paper = Sealed.of(a_pdf(2))
    washed, pixels = wash(Wash(dots_per_inch=100, colour=colour), [paper.fileno()])
    made, outputs = bind(Bind(washed.sheets, colour), [one.fileno() for one in pixels])
    before, after = pages.render(paper.fileno(), dpi=100), pages.render(outputs[0].fileno(), dpi=100)
    assert made.pages == 2
    assert np.abs(before.astype(int) - after).mean() < 1.5
    assert b"/Font" not in outputs[0].read()  # pixels alone


def test_pixels_that_do_not_fit_their_sheet_are_not_bound() -> None:
    washed, pixels = wash(Wash(dots_per_inch=75), [Sealed.of(a_pdf()).fileno()])
    short = Sealed.of(pixels[0].read()[:-3])
    with pytest.raises(PaperTroubleError) as caught:
        bind(Bind(washed.sheets), [short.fileno()])
    assert caught.value.trouble == Trouble.WORKSHOP_FAILED
