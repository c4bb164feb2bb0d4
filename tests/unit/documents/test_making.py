"""New papers out of old ones: pages stay what they were wherever they can, nothing that acts comes along, what must fit
fits and can be read, or is refused. Recognition is a scripted one here: the real one is in `tests/documents`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence

import cv2
import numpy as np
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, String

from benchmarks import letters
from kiosk.documents.acceptance import Did
from kiosk.documents.trouble import Trouble
from kiosk.documents.workshop.inside import jpeg, pages, reading, shrinking
from kiosk.documents.workshop.inside.descriptors import descriptor_of
from kiosk.documents.workshop.inside.making import make
from kiosk.documents.workshop.inside.reading import Text
from kiosk.documents.workshop.jobs import Box, Failed, Format, Made, Make, PageOf, Turn
from kiosk.sealed import Sealed
from tests.unit.documents.fake_workshop import a_pdf, a_png

GOOD = Text(("mot",) * 40, 160, 160, 95)
TOO_LITTLE = 100_000  # for three photographs as they are
Maker = Callable[..., tuple[Made | Failed, list[bytes]]]


@pytest.fixture(autouse=True)
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Text]:
    """What recognition answers next; when there is no more, a page that reads well."""
    coming: list[Text] = []

    def recognize(images: Sequence[object], seconds: float = 1.0) -> list[Text]:
        return [coming.pop(0) if coming else GOOD for _ in images]

    monkeypatch.setattr(reading, "recognize", recognize)
    return coming


@pytest.fixture(scope="module")
def photo() -> bytes:
    image = letters.photograph(letters.letter(1), 2, (1500, 2000)).image
    return cv2.imencode(".jpg", image, (cv2.IMWRITE_JPEG_QUALITY, 93))[1].tobytes()


@pytest.fixture(scope="module")
def photo_pdf(photo: bytes) -> bytes:
    answer, (content,) = made(Make(pages=(PageOf(0), PageOf(0), PageOf(0))), photo)
    assert isinstance(answer, Made)
    return content


def made(job: Make, *inputs: bytes) -> tuple[Made | Failed, list[bytes]]:
    sealed = [Sealed.of(one) for one in inputs]
    try:
        return make(job, [one.fileno() for one in sealed])
    finally:
        for one in sealed:
            one.close()


def the_paper(job: Make, *inputs: bytes) -> tuple[Made, bytes]:
    answer, contents = made(job, *inputs)
    assert isinstance(answer, Made), answer
    (content,) = contents
    return answer, content


def words_of(content: bytes) -> list[str]:
    with descriptor_of(content) as descriptor, pages.opened_pdf(descriptor) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def seen(content: bytes, page: int = 0) -> pages.Image:
    with descriptor_of(content) as descriptor:
        return pages.page_image(descriptor, page, dpi=50)


# --- pages --------------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 4), min_size=1, max_size=8), st.lists(st.sampled_from([0, 90, 180, 270]), min_size=8))
@settings(deadline=None, max_examples=25)
def test_pages_keep_their_text_in_the_order_that_was_asked(chosen: list[int], turns: list[Turn]):
    with Pdf.new() as source:
        for number in range(5):
            with pikepdf.open(io.BytesIO(a_pdf(words=f"Page {number}"))) as one:
                source.pages.extend(one.pages)
        file = io.BytesIO()
        source.save(file)
    wanted = tuple(PageOf(0, page, turn) for page, turn in zip(chosen, turns, strict=False))
    answer, content = the_paper(Make(pages=wanted), file.getvalue())
    assert words_of(content) == [f"Page {one.page}" for one in wanted]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert [int(page.obj.get("/Rotate", 0)) for page in pdf.pages] == [one.turn for one in wanted]
    assert (Did.TURNED in answer.did) == any(one.turn for one in wanted)
    assert (Did.SPLIT in answer.did) == (len(set(chosen)) < 5)
    assert answer.pages == len(wanted)


def test_papers_are_merged_in_order(photo: bytes):
    answer, content = the_paper(
        Make(pages=(PageOf(1), PageOf(0), PageOf(2))), photo, a_pdf(words="Un"), a_pdf(words="Deux")
    )
    assert words_of(content) == ["Un", "", "Deux"]
    assert answer.did == (Did.MERGED, Did.TO_PDF)


def test_a_picture_goes_into_a_pdf_bit_by_bit_on_a4(photo: bytes):
    answer, content = the_paper(Make(pages=(PageOf(0),)), photo)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        picture = next(iter(pdf.pages[0].Resources.XObject.values()))
        assert cv2.imdecode(np.frombuffer(picture.read_raw_bytes(), np.uint8), 1).shape == (2000, 1500, 3)
        assert picture.read_raw_bytes() == photo
        assert [round(float(side)) for side in pdf.pages[0].mediabox] == [0, 0, 595, 842]
    assert answer.did == (Did.TO_PDF,)


def test_a_cropped_page_holds_nothing_of_what_was_cut_off():
    answer, content = the_paper(Make(pages=(PageOf(0, crop=Box(0, 0.5, 1, 1)),)), a_pdf(words="Secret"))
    assert words_of(content) == [""]
    assert b"Secret" not in content
    assert answer.did == (Did.CROPPED,)
    assert seen(content).shape[0] == pytest.approx(seen(a_pdf()).shape[0] / 2, abs=2)


def test_a_straight_page_keeps_its_text_when_straightening_is_asked():
    answer, content = the_paper(Make(pages=(PageOf(0, straighten=True),)), a_pdf(words="Tout droit"))
    assert words_of(content) == ["Tout droit"]
    assert answer.did == ()


def test_a_photograph_becomes_a_white_a4_page(photo: bytes):
    answer, content = the_paper(Make(pages=(PageOf(0, photo=True),)), photo)
    assert answer.did == (Did.TO_PDF, Did.STRAIGHTENED, Did.BRIGHTENED)
    page = seen(content)
    assert page.shape[0] / page.shape[1] == pytest.approx(297 / 210, rel=0.01)
    assert np.median(page) > 240


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_picture_is_turned_clockwise_whatever_becomes_of_it(photo: bytes, turn: Turn):
    image = np.full((400, 300, 3), 255, np.uint8)
    image[:60, :60] = (0, 0, 255)  # red at its top left
    content = cv2.imencode(".jpg", image, (cv2.IMWRITE_JPEG_QUALITY, 95))[1].tobytes()
    corner = {0: (0, 0), 90: (0, -1), 180: (-1, -1), 270: (-1, 0)}[turn]
    formats: tuple[Format, ...] = ("pdf", "jpeg")
    for named in formats:
        _, turned = the_paper(Make(pages=(PageOf(0, turn=turn),), format=named), content)
        page = _without_margin(seen(turned))
        row, column = (3 if one == 0 else -4 for one in corner)
        assert page[row, column, 2] > 200
        assert page[row, column, 0] < 90, (named, turn)


def test_one_picture_needs_exactly_one_page():
    answer, contents = made(Make(pages=(PageOf(0), PageOf(0, 1)), format="jpeg"), a_pdf(2))
    assert (answer, contents) == (Failed(Trouble.TOO_MANY_PAGES), [])


def test_a_page_of_a_pdf_becomes_a_picture():
    answer, content = the_paper(Make(pages=(PageOf(0),), format="jpeg"), a_pdf())
    assert (answer.kind, answer.did) == ("image", (Did.TO_JPEG,))
    assert seen(content).shape[0] == 2339


@pytest.mark.parametrize("content", [a_pdf()[:300], b"%PDF-1.7\nnothing", b"\xff\xd8\xff\xe0 no", b"", b"words"])
def test_what_is_no_paper_ends_in_one_answer(content: bytes):
    answer, contents = made(Make(pages=(PageOf(0),)), content)
    assert isinstance(answer, Failed)
    assert contents == []


def test_pages_that_are_not_there_are_refused():
    for page in (PageOf(0, 5), PageOf(1)):
        assert isinstance(made(Make(pages=(page,)), a_pdf())[0], Failed)


def test_a_pdf_with_a_password_is_said_to_be_locked():
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        file = io.BytesIO()
        pdf.save(file, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    assert made(Make(pages=(PageOf(0),)), file.getvalue())[0] == Failed(Trouble.LOCKED)


# --- what must not come along ---------------------------------------------------------------------------------------


def test_nothing_that_acts_comes_along():
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert('canary')"))
    with pikepdf.open(io.BytesIO(a_pdf(words="Bonjour"))) as pdf:
        root, page = pdf.Root, pdf.pages[0]
        root.OpenAction = action
        root.AA = Dictionary(WC=action)
        root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("canary"), action])))
        pdf.attachments["canary.exe"] = b"canary canary canary"
        page.obj.AA = Dictionary(O=action)
        page.obj.Thumb = pdf.make_stream(b"canary")
        page.obj.PieceInfo = Dictionary(canary=Dictionary(Private=String("canary")))
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.Launch, F=String("canary"))
        )
        page.obj.Annots = Array([pdf.make_indirect(link)])
        pdf.docinfo["/Author"] = "canary"
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = "canary"
        file = io.BytesIO()
        pdf.save(file)
    _, content = the_paper(Make(pages=(PageOf(0),)), file.getvalue())
    with pikepdf.open(io.BytesIO(content)) as made_pdf:
        assert set(made_pdf.Root.keys()) <= {"/Type", "/Pages"}
        assert "/Info" not in made_pdf.trailer
        assert not {"/AA", "/Annots", "/Thumb", "/PieceInfo"} & set(made_pdf.pages[0].obj.keys())
        everything = b"".join(_unpacked(made_pdf))
    for word in (b"canary", b"JavaScript", b"Launch", b"OpenAction"):
        assert word not in everything
    assert words_of(content) == ["Bonjour"]


def test_what_was_typed_into_a_form_stays_and_the_form_goes():
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        shown = pdf.make_stream(
            b"BT /F1 12 Tf 2 4 Td (Dupont) Tj ET",
            Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 20],
            Resources=Dictionary(Font=pdf.pages[0].Resources.Font),
        )  # fmt: skip
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("nom"), V=String("Dupont"),
                Rect=[72, 600, 272, 620], F=4, AP=Dictionary(N=shown),
            )
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        file = io.BytesIO()
        pdf.save(file)
    _, content = the_paper(Make(pages=(PageOf(0),)), file.getvalue())
    assert "Dupont" in words_of(content)[0]
    with pikepdf.open(io.BytesIO(content)) as made_pdf:
        assert "/AcroForm" not in made_pdf.Root


def test_a_hidden_layer_stays_hidden():
    with pikepdf.open(io.BytesIO(a_pdf(words="Visible"))) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("secret")))
        page = pdf.pages[0]
        page.Resources.Properties = Dictionary(Hidden=layer)
        page.contents_add(b"/OC /Hidden BDC 0 0 0 rg 0 0 600 850 re f EMC")
        pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer], Order=[]))
        file = io.BytesIO()
        pdf.save(file)
    _, content = the_paper(Make(pages=(PageOf(0),)), file.getvalue())
    assert seen(content).mean() > 200


def test_where_and_when_a_photograph_was_taken_stays_behind(photo: bytes):
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0 canary 48.1173 N"
    told = photo[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + photo[2:] + b"canary film"
    formats: tuple[Format, ...] = ("pdf", "jpeg")
    for named in formats:
        _, content = the_paper(Make(pages=(PageOf(0),), format=named), told)
        assert b"canary" not in content
        page = _without_margin(seen(content))
        assert page.shape[1] > page.shape[0]  # upright as the telephone said


@given(st.binary(max_size=400), st.integers(0, 500), st.integers(0, 500))
def test_a_broken_envelope_is_no_error(noise: bytes, place: int, cut: int):
    content = _small_jpeg()
    for one in (noise, content[:cut], content[:place] + noise + content[place + len(noise) :]):
        bare = jpeg.bare(one)
        assert bare is None or bare.content[:2] == b"\xff\xd8"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_an_envelope_tells_the_turn_that_was_put_into_it(turn: Turn):
    bare = jpeg.bare(jpeg.turned(_small_jpeg(), turn))
    assert bare is not None
    assert bare.turn == turn
    assert bare.content == _small_jpeg()


# --- what must fit --------------------------------------------------------------------------------------------------


@given(st.integers(20_000, 3_000_000))
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_paper_never_comes_out_above_its_size_nor_larger_than_it_was(photo_pdf: bytes, most: int):
    answer, contents = made(Make(pages=tuple(PageOf(0, n) for n in range(3)), max_bytes=most), photo_pdf)
    if isinstance(answer, Failed):
        assert answer.trouble is Trouble.UNREADABLE
        assert most < 300_000  # three letters always fit into that
        return
    (content,) = contents
    assert len(content) <= most
    assert len(content) <= 1.01 * len(photo_pdf)
    assert (Did.SHRUNK in answer.did) == (len(photo_pdf) > most)
    assert len(words_of(content)) == 3


@given(st.integers(20_000, 800_000))
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_picture_never_comes_out_above_its_size(photo: bytes, most: int):
    answer, contents = made(Make(pages=(PageOf(0),), format="jpeg", max_bytes=most), photo)
    if isinstance(answer, Made):
        assert len(contents[0]) <= most
    else:
        assert answer.trouble is Trouble.UNREADABLE
        assert most < 150_000


def test_a_paper_that_fits_is_not_touched():
    answer, content = the_paper(Make(pages=(PageOf(0),), max_bytes=50_000), a_pdf(words="Court"))
    assert words_of(content) == ["Court"]
    assert answer.did == ()


def test_text_stays_text_when_its_pictures_are_what_is_heavy(photo: bytes):
    _, one = the_paper(Make(pages=(PageOf(0), PageOf(1))), a_pdf(words="Une page de texte"), photo)
    answer, content = the_paper(Make(pages=(PageOf(0), PageOf(0, 1)), max_bytes=250_000), one)
    assert len(content) <= 250_000
    assert answer.did == (Did.SHRUNK,)
    assert words_of(content)[0] == "Une page de texte"


def test_what_needs_no_loss_loses_nothing():
    with pikepdf.open(io.BytesIO(a_pdf(words="Sans perte"))) as pdf:
        pdf.pages[0].contents_add(pdf.make_stream(b"% " + b"a" * 400_000))
        file = io.BytesIO()
        pdf.save(file, compress_streams=False)
    _, content = the_paper(Make(pages=(PageOf(0),), max_bytes=20_000), file.getvalue())
    assert words_of(content) == ["Sans perte"]


def test_a_step_that_cannot_be_read_is_left_for_a_smaller_one_that_can(photo_pdf: bytes, readings: list[Text]):
    bad = GOOD._replace(sure=20, readable=40)
    job = Make(pages=tuple(PageOf(0, n) for n in range(3)), max_bytes=len(photo_pdf) * 3 // 4)
    _, gentle = the_paper(job, photo_pdf)
    readings += [GOOD, GOOD, bad, bad]  # before, then the first step
    _, next_one = the_paper(job, photo_pdf)
    assert len(next_one) < len(gentle)


def test_a_step_that_turns_out_too_large_is_not_taken(photo_pdf: bytes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shrinking, "_expected", lambda *_: 0)
    job = Make(pages=tuple(PageOf(0, n) for n in range(3)), max_bytes=len(photo_pdf) // 4)
    assert len(the_paper(job, photo_pdf)[1]) <= len(photo_pdf) // 4


def test_an_unreadable_paper_is_refused(photo_pdf: bytes, readings: list[Text]):
    readings += [GOOD, GOOD] + [GOOD._replace(sure=20)] * 100
    job = Make(pages=tuple(PageOf(0, n) for n in range(3)), max_bytes=len(photo_pdf) // 2)
    assert made(job, photo_pdf) == (Failed(Trouble.UNREADABLE), [])


def test_photographed_sheets_that_cannot_fit_otherwise_are_made_flat(photo_pdf: bytes):
    job = Make(pages=(PageOf(0), PageOf(0, 1, turn=180), PageOf(0, 2)), max_bytes=TOO_LITTLE)
    answer, content = the_paper(job, photo_pdf)
    assert len(content) <= TOO_LITTLE
    assert set(answer.did) == {Did.SHRUNK, Did.TURNED, Did.STRAIGHTENED, Did.BRIGHTENED}
    first, second = seen(content), seen(content, 1)
    for page in (first, second):
        assert page.shape[0] / page.shape[1] == pytest.approx(297 / 210, rel=0.01)
        assert np.median(page) > 240
    assert np.abs(first.astype(int) - np.rot90(second, 2)).mean() < 8


def test_photographs_are_not_made_flat_as_long_as_something_gentler_fits(photo_pdf: bytes):
    answer, content = the_paper(Make(pages=tuple(PageOf(0, n) for n in range(3)), max_bytes=1_000_000), photo_pdf)
    assert answer.did == (Did.SHRUNK,)
    assert np.median(seen(content)) < 220


def test_a_picture_that_cannot_be_read_otherwise_is_made_flat(photo: bytes, readings: list[Text]):
    unreadable = GOOD._replace(sure=20)
    readings += [GOOD, unreadable, unreadable]  # before, then the two steps that are small enough
    answer, content = the_paper(Make(pages=(PageOf(0, turn=90),), format="jpeg", max_bytes=100_000), photo)
    assert readings == []
    assert len(content) <= 100_000
    assert set(answer.did) == {Did.SHRUNK, Did.TURNED, Did.STRAIGHTENED, Did.BRIGHTENED}
    page = seen(content)
    assert page.shape[1] > page.shape[0]
    assert np.median(page) > 240


def test_a_photograph_without_a_sheet_is_refused_rather_than_cut(readings: list[Text]):
    _, content = the_paper(Make(pages=(PageOf(0),)), _jpeg_of(letters.table(3, 1500, 2000)))
    readings += [GOOD] + [GOOD._replace(sure=20)] * 100
    assert made(Make(pages=(PageOf(0),), max_bytes=len(content) // 2), content)[0] == Failed(Trouble.UNREADABLE)


def test_a_cropped_photograph_is_not_cut_once_more(photo_pdf: bytes):
    job = Make(pages=tuple(PageOf(0, n, crop=Box(0, 0, 1, 0.99)) for n in range(3)), max_bytes=TOO_LITTLE)
    assert made(job, photo_pdf)[0] == Failed(Trouble.UNREADABLE)


def test_a_photograph_in_a_pdf_is_straightened_as_one(photo_pdf: bytes):
    answer, content = the_paper(Make(pages=(PageOf(0, straighten=True),)), photo_pdf)
    assert {Did.STRAIGHTENED, Did.BRIGHTENED} < set(answer.did)
    with descriptor_of(content) as descriptor:
        page = pages.page_image(descriptor, dpi=200)
    assert page.shape[0] / page.shape[1] == pytest.approx(297 / 210, rel=0.002)
    assert np.corrcoef(_ink(page), _ink(letters.letter(1)))[0, 1] > 0.8


@pytest.mark.parametrize(("size", "words"), [((595.0, 842.0), "Un titre au-dessus"), ((450.0, 600.0), "")])
def test_a_page_that_is_more_than_a_photograph_is_not_flattened(
    photo: bytes, size: tuple[float, float], words: str, readings: list[Text]
):
    with pikepdf.open(io.BytesIO(a_pdf(words=words))) as pdf:
        picture = pdf.make_stream(
            photo, Type=Name.XObject, Subtype=Name.Image, Width=1500, Height=2000, BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode,
        )  # fmt: skip
        name = pdf.pages[0].add_resource(picture, Name.XObject)
        pdf.pages[0].contents_add(b"q %f 0 0 %f 0 0 cm %s Do Q" % (*size, str(name).encode()), prepend=True)
        file = io.BytesIO()
        pdf.save(file)
    answer, content = the_paper(Make(pages=(PageOf(0, straighten=True),)), file.getvalue())
    assert Did.BRIGHTENED not in answer.did
    readings += [GOOD] + [GOOD._replace(sure=20)] * 100
    job = Make(pages=(PageOf(0),), max_bytes=len(content) // 2)
    assert made(job, file.getvalue())[0] == Failed(Trouble.UNREADABLE)


def test_the_reading_is_told_when_asked(readings: list[Text]):
    readings += [Text(("avis", "d'imposition"), 60, 60, 88)]
    answer, _ = the_paper(Make(pages=(PageOf(0),), read=True), a_pdf())
    assert answer.reading is not None
    assert (answer.reading.kind, answer.reading.readable) == ("avis-imposition", 88)
    assert the_paper(Make(pages=(PageOf(0),)), a_pdf())[0].reading is None


def test_a_picture_of_a_screen_keeps_every_pixel():
    _, content = the_paper(Make(pages=(PageOf(0),)), a_png(60, 80, (10, 200, 30)))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        picture = next(iter(pdf.pages[0].Resources.XObject.values()))
        assert pikepdf.PdfImage(picture).as_pil_image().convert("RGB").getpixel((5, 5)) == (10, 200, 30)


def _without_margin(page: pages.Image) -> pages.Image:
    """A picture of another shape than A4 lies in the middle of its page."""
    ink = np.argwhere((page < 245).any(2)) if page.shape[0] > page.shape[1] else np.argwhere((page < 256).any(2))
    if not len(ink) or page.shape[0] < 600:
        height, width = page.shape[:2]
        ratio = 4 / 3
        if height > width:
            tall = round(min(height, width * ratio))
            top = (height - tall) // 2
            return page[top : top + tall]
        wide = round(min(width, height * ratio))
        left = (width - wide) // 2
        return page[:, left : left + wide]
    return page


def _small_jpeg() -> bytes:
    return _jpeg_of(np.full((16, 16, 3), 120, np.uint8))


def _jpeg_of(image: pages.Image) -> bytes:
    return cv2.imencode(".jpg", image, (cv2.IMWRITE_JPEG_QUALITY, 93))[1].tobytes()


def _ink(page: pages.Image) -> list[int]:
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    return (255 - cv2.resize(grey, (420, 594), interpolation=cv2.INTER_AREA)).ravel().tolist()  # type: ignore[no-any-return]


def _unpacked(pdf: Pdf) -> Iterator[bytes]:
    for one in pdf.objects:
        yield one.unparse(resolved=False)
        if isinstance(one, pikepdf.Stream) and one.get("/Filter") != Name.DCTDecode:
            yield one.read_bytes()
