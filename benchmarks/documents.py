"""Papers beside the usual tools: a heavy PDF of photographed letters made light enough for a service, photographs
made into one paper, and one sheet on its way from a scanner or a phone to the tray.

The product works as a post does: in a workshop's sandbox, started for the job, with the limits of `kiosk.toml`. Words
are counted by recognition on pages of every result alike, against what the same recognition finds on the clean letters.
"""

from __future__ import annotations

import argparse
import asyncio
import collections
import importlib.metadata
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import img2pdf  # type: ignore[import-untyped]

from benchmarks import arrivals, letters
from benchmarks.table import Bench, Row, spread
from demonstration.display import memory_folder
from kiosk import __version__
from kiosk.config import packaged
from kiosk.documents.acceptance import MEGABYTE
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop
from kiosk.documents.workshop.inside import pages, reading
from kiosk.documents.workshop.inside.descriptors import descriptor_of
from kiosk.documents.workshop.jobs import Make, PageOf
from kiosk.sealed import Sealed
from proof import asked

PHOTOS = 12
JPEG_QUALITY = 94  # 40 MB in all, as phones write them
MOST_MB = 5.0
TIME_GOAL = 0.5  # of OCRmyPDF's
LOST_GOAL = 0.0  # words in a hundred, fewer than before
COUNTED = (0, 3, 7, 11)  # pages of which the words are counted
_READ_DPI = 200.0
_PEER_SECONDS = 900.0

NOTES = (
    "12 letters photographed on tables (drawn from seeds: askew, shadows, noise), 12 megapixels each, 40 MB in all.",
    "lighter: one PDF of the photographs as they are, made to fit under 5 MB; Ghostscript: -dPDFSETTINGS=/ebook;",
    "  OCRmyPDF: -l fra, its default optimization (it adds a text layer, which is most of its time).",
    "photographs to one paper: edges found, flattened, light evened, under 5 MB; img2pdf binds them as they are.",
    "words: percent of the clean letters' words that recognition (French, 200 dots an inch) finds, mean of 4 pages.",
    "  before: in the photographs as they are. A goal of words is told as words lost, so that less is better.",
    "times: a fresh sandbox, the job and its check of readability included; the best of the rounds, peers in turn.",
    *arrivals.NOTES,
)


def add_options(parser: argparse.ArgumentParser) -> None:
    options = parser.add_argument_group("documents")
    options.add_argument(
        "--paper-rounds", type=asked.count, default=3, help="times that each paper is made (default: 3)"
    )


def run(options: argparse.Namespace) -> Bench:
    with memory_folder() as folder:
        _say("drawing photographs")
        papers = _Papers.drawn(folder)
        rounds = max(1, options.paper_rounds)
        found = _measure(papers, rounds)
        rows = [*_rows(papers, found), *arrivals.rows(folder, papers.photos[0], rounds)]
    return Bench(
        name="documents",
        against="Côte à Côte beside Ghostscript, OCRmyPDF, img2pdf and scanimage (peers), same machine, same run",
        rows=tuple(rows),
        notes=NOTES,
        versions={
            "Côte à Côte": __version__,
            "Ghostscript": _version("gs", "--version"),
            "OCRmyPDF": importlib.metadata.version("ocrmypdf"),
            "img2pdf": importlib.metadata.version("img2pdf"),
            "SANE": _version("scanimage", "--version").split()[-1],
            "Tesseract": _version("tesseract", "--version").split()[-1],
        },
    )


@dataclass(frozen=True)
class _Papers:
    """`clean`: the words of each letter that was photographed."""

    folder: Path
    photos: tuple[bytes, ...]
    pdf: Path
    clean: Mapping[int, collections.Counter[str]]

    @classmethod
    def drawn(cls, folder: Path) -> _Papers:
        photos, clean = [], {}
        for number in range(PHOTOS):
            sheet = letters.letter(number)
            if number in COUNTED:
                clean[number] = collections.Counter(reading.recognize([sheet])[0].words)
            image = letters.photograph(sheet, number).image
            photos.append(cv2.imencode(".jpg", image, (cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY))[1].tobytes())
        pdf = folder / "photographs.pdf"
        pdf.write_bytes(_bound(photos))
        return cls(folder, tuple(photos), pdf, clean)

    def words(self, content: bytes) -> float:
        """Percent of the clean letters' words."""
        shares = []
        with descriptor_of(content) as descriptor, pages.opened_pdf(descriptor) as pdf:
            for number in COUNTED:
                read = collections.Counter(reading.recognize([pages.draw(pdf, number, _READ_DPI)])[0].words)
                shares.append((read & self.clean[number]).total() / self.clean[number].total())
        return 100 * sum(shares) / len(shares)


@dataclass
class _Found:
    """The last result, and how long each took."""

    content: bytes = b""
    seconds: list[float] = field(default_factory=list)

    @property
    def megabytes(self) -> float:
        return len(self.content) / MEGABYTE


def _measure(papers: _Papers, rounds: int) -> dict[str, _Found]:
    """In turn, so that what else the machine does falls on all."""
    works: dict[str, Callable[[], bytes]] = {
        "lighter": lambda: _made(papers, photo=False),
        "ghostscript": lambda: _ghostscript(papers),
        "ocrmypdf": lambda: _ocrmypdf(papers),
        "paper": lambda: _made(papers, photo=True),
        "img2pdf": lambda: _bound(papers.photos),
    }
    found = {name: _Found() for name in works}
    for number in range(1, rounds + 1):
        for name, work in works.items():
            if name == "ocrmypdf" and number > 1:
                continue  # minutes: once is enough beside seconds
            _say(f"{name}, round {number} of {rounds}")
            began = time.monotonic()
            found[name].content = work()
            found[name].seconds.append(time.monotonic() - began)
    return found


def _rows(papers: _Papers, found: Mapping[str, _Found]) -> list[Row]:
    _say("counting words")
    before = papers.words(papers.pdf.read_bytes())
    words = {name: papers.words(one.content) for name, one in found.items()}
    whole = papers.pdf.stat().st_size / MEGABYTE
    lighter, paper, ghostscript, ocr, bound = (
        found[name] for name in ("lighter", "paper", "ghostscript", "ocrmypdf", "img2pdf")
    )
    return [
        Row("40 MB of photographs, lighter: size", lighter.megabytes, "MB", goal=MOST_MB, spread=f"was {whole:.1f}"),
        Row("  size, beside Ghostscript", lighter.megabytes, "MB", ghostscript.megabytes),
        Row("  size, beside OCRmyPDF", lighter.megabytes, "MB", ocr.megabytes),
        _seconds("  time, beside Ghostscript", lighter, ghostscript),
        _seconds("  time, beside OCRmyPDF", lighter, ocr, TIME_GOAL),
        Row("  words read before", before, "%"),
        Row("  words read, beside Ghostscript", words["lighter"], "%", words["ghostscript"]),
        Row("  words read, beside OCRmyPDF", words["lighter"], "%", words["ocrmypdf"]),
        Row("  words lost in a hundred", before - words["lighter"], "", goal=5.0),
        Row("photographs to one paper: size", paper.megabytes, "MB", goal=MOST_MB),
        Row("  size, beside img2pdf", paper.megabytes, "MB", bound.megabytes),
        _seconds("  time, beside img2pdf", paper, bound),
        _seconds("  time, beside OCRmyPDF", paper, ocr, TIME_GOAL),
        Row("  words read, beside img2pdf", words["paper"], "%", words["img2pdf"]),
        Row("  words lost in a hundred", before - words["paper"], "", goal=LOST_GOAL),
    ]


def _seconds(measure: str, ours: _Found, peer: _Found, goal: float | None = None) -> Row:
    return Row(measure, min(ours.seconds), "s", min(peer.seconds), goal, spread(ours.seconds, peer.seconds))


def _made(papers: _Papers, *, photo: bool) -> bytes:
    """By a workshop as the post has it."""
    contents = list(papers.photos) if photo else [papers.pdf.read_bytes()]
    wanted = tuple(PageOf(n, photo=True) if photo else PageOf(0, n) for n in range(PHOTOS))
    return asyncio.run(_work(Make(wanted, max_bytes=round(MOST_MB * MEGABYTE), read=True), contents))


async def _work(job: Make, contents: Sequence[bytes]) -> bytes:
    section = packaged().workshop
    workshop = BubblewrapWorkshop("bench-documents", section.memory_mb << 20, section.seconds)
    inputs = [Sealed.of(one) for one in contents]
    try:
        done = await workshop.do(job, inputs)
        content = done.outputs[0].read()
        for one in done.outputs:
            one.close()
        return content
    finally:
        for one in inputs:
            one.close()
        await workshop.close()


def _ghostscript(papers: _Papers) -> bytes:
    to = papers.folder / "ghostscript.pdf"
    _run("gs", "-sDEVICE=pdfwrite", "-dPDFSETTINGS=/ebook", "-dNOPAUSE", "-dBATCH", "-dQUIET", "-o", to, papers.pdf)
    return to.read_bytes()


def _ocrmypdf(papers: _Papers) -> bytes:
    to = papers.folder / "ocrmypdf.pdf"
    _run(sys.executable, "-m", "ocrmypdf", "-l", "fra", "-q", papers.pdf, to, folder=papers.folder)
    return to.read_bytes()


def _bound(photos: Sequence[bytes]) -> bytes:
    a4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
    return bytes(
        img2pdf.convert(list(photos), layout_fun=img2pdf.get_layout_fun(a4), rotation=img2pdf.Rotation.ifvalid)
    )


def _run(*command: str | Path, folder: Path | None = None) -> None:
    environment = None if folder is None else {"PATH": "/usr/bin:/bin", "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    subprocess.run(command, check=True, timeout=_PEER_SECONDS, env=environment, capture_output=True)


def _version(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[0]


def _say(what: str) -> None:
    print(f"documents: {what}", file=sys.stderr, flush=True)
