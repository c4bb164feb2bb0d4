"""Pages into one new PDF: copied from other PDFs with their text and their drawing, or made of one picture each.

Nothing that acts comes along: what is bound has no script, no action, no form, no attached file, and no word about who
made it and when. Knows no pixels.
"""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Final

import img2pdf  # type: ignore[import-untyped]
import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside import jpeg
from kiosk.documents.workshop.inside.jpeg import Quarter

POINTS_PER_INCH: Final = 72
_A4_POINTS: Final = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
# What a page is drawn from. All else (actions, annotations, thumbnails, attached files, private data) stays behind.
_PAGE_KEYS = frozenset(
    {"/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group", "/UserUnit", "/Parent"}
)
_STREAM_KEYS_LEFT = ("/Metadata", "/PieceInfo", "/AF", "/OPI", "/Ref", "/LastModified", "/Alternates", "/F", "/FFilter")
_BROKEN = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, OverflowError)

logging.getLogger("pikepdf").setLevel(logging.ERROR)
logging.getLogger("img2pdf").setLevel(logging.ERROR)


@contextlib.contextmanager
def mending() -> Iterator[None]:
    """What is wrong with a PDF's structure shows as any of many errors."""
    try:
        yield
    except pikepdf.PasswordError as error:
        raise PaperTroubleError(Trouble.LOCKED) from error
    except _BROKEN as error:
        raise PaperTroubleError(Trouble.DAMAGED) from error


class Source:
    """A PDF to copy pages from, made harmless first."""

    def __init__(self, content: bytes) -> None:
        """Raises PaperTroubleError: LOCKED, DAMAGED."""
        with mending():
            self.pdf = pikepdf.open(io.BytesIO(content))
            self.count = len(self.pdf.pages)
            if "/AcroForm" in self.pdf.Root:
                self.pdf.generate_appearance_streams()
            # What was typed or signed becomes part of the page; the fields themselves go.
            self.pdf.flatten_annotations("screen")

    def rotation(self, page: int) -> int:
        """How the page asks to be turned by itself, in degrees."""
        return round(int(self.pdf.pages[page].obj.get("/Rotate", 0)) / 90) * 90 % 360

    def close(self) -> None:
        self.pdf.close()


class Binding:
    """The new PDF, page after page."""

    def __init__(self) -> None:
        self._pdf = Pdf.new()
        self._layers: list[Object] = []
        self._layered: set[int] = set()
        self._held: list[Pdf] = []

    def __enter__(self) -> Binding:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        for pdf in (*self._held, self._pdf):
            pdf.close()

    def copy(self, source: Source, page: int, turn: Quarter) -> None:
        """Raises PaperTroubleError(DAMAGED)."""
        with mending():
            if page >= source.count:
                raise IndexError
            self._pdf.pages.append(source.pdf.pages[page])
            copied = self._pdf.pages[-1]
            for key in [key for key in copied.obj.keys() if key not in _PAGE_KEYS]:  # noqa: SIM118 - not a dict
                del copied.obj[key]
            # Not by how much more: a page that is taken twice is the same object, already turned.
            copied.rotate((source.rotation(page) + turn) % 360, relative=False)
            if id(source) not in self._layered and "/OCProperties" in source.pdf.Root:
                self._layered.add(id(source))
                layers = source.pdf.make_indirect(source.pdf.Root.OCProperties)
                self._layers.append(self._pdf.copy_foreign(layers))

    def picture(self, content: bytes, turn: Quarter = 0, size: tuple[float, float] | None = None) -> None:
        """A JPEG or PNG, its bytes kept. On A4, upright or across as the picture is; or `size` in points.

        Raises PaperTroubleError(DAMAGED).
        """
        with mending():
            fit = img2pdf.get_layout_fun(size or _A4_POINTS, fit=img2pdf.FitMode.into, auto_orient=size is None)
            try:
                made = img2pdf.convert(content, layout_fun=fit, rotation=img2pdf.Rotation.none, nodate=True)
            except Exception as error:  # a bare one, for a picture that OpenCV could read and it cannot
                raise PaperTroubleError(Trouble.DAMAGED) from error
            page = pikepdf.open(io.BytesIO(made))
            self._held.append(page)
            self._pdf.pages.append(page.pages[0])
            if turn:
                self._pdf.pages[-1].rotate(turn, relative=True)

    def bound(self) -> bytes:
        """Raises PaperTroubleError(DAMAGED)."""
        with mending():
            self._add_layers()
            without_traces(self._pdf)
            return saved(self._pdf)

    def _add_layers(self) -> None:
        """Which parts of pages are hidden stays so. Only what says so: layers can also act on events."""
        if not self._layers:
            return
        groups, off = Array(), Array()
        for layers in self._layers:
            groups.extend(layers.get("/OCGs", Array()))
            default = layers.get("/D", Dictionary())
            if default.get("/BaseState") == Name.OFF:
                shown = {one.objgen for one in default.get("/ON", Array())}
                off.extend([one for one in layers.get("/OCGs", Array()) if one.objgen not in shown])
            else:
                off.extend(default.get("/OFF", Array()))
        self._pdf.Root.OCProperties = Dictionary(OCGs=groups, D=Dictionary(OFF=off, Order=Array()))


def without_traces(pdf: Pdf) -> None:
    """What producers and phones wrote beside the drawing."""
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Stream):
            continue
        for key in _STREAM_KEYS_LEFT:
            if key in one:
                del one[key]
        if one.get("/Subtype") == Name.PS:
            one.write(b"")  # a program for a printer
        if one.get("/Filter") == Name.DCTDecode:
            raw = one.read_raw_bytes()
            bare = jpeg.bare(raw)
            if bare is not None and len(bare.content) < len(raw):
                parameters: Any = one.get("/DecodeParms")
                one.write(bare.content, filter=Name.DCTDecode, decode_parms=parameters)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]


def saved(pdf: Pdf, *, tightly: bool = False) -> bytes:
    """`tightly`: every stream packed again as well as can be, which takes time."""
    file = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(9 if tightly else -1)
    pdf.save(
        file,
        compress_streams=True,
        recompress_flate=tightly,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        fix_metadata_version=False,
    )
    return file.getvalue()
