"""Scanning at the desk, wish by wish: what is scanned stays, is turned, cropped, removed, and kept as one paper."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from kiosk.documents.acceptance import Rule
from kiosk.documents.desk.scan import scan
from kiosk.documents.desk.scenes import Scene, SheetsScene, SorryScene, WaitScene
from kiosk.documents.desk.wishes import (
    Again,
    AnotherPhoto,
    Cancel,
    CropSheet,
    Keep,
    Leave,
    RemoveSheet,
    Scan,
    Select,
    TurnSheet,
)
from kiosk.documents.scanner.base import Source
from kiosk.documents.trouble import Trouble
from kiosk.documents.workshop.jobs import Box, Make, Preview
from tests.unit.documents.fake_counter import ScriptedCounter, Step
from tests.unit.documents.fake_scanner import FakeScanner
from tests.unit.documents.fake_workshop import A_JPEG, FakeWorkshop, a_png

GLASS, FEEDER = Scan(Source.GLASS), Scan(Source.FEEDER)


def settled(sheets: int, trouble: Trouble | None = None) -> Callable[[Scene], bool]:
    """So many sheets are there, drawn, and nothing runs."""
    return lambda scene: (
        isinstance(scene, SheetsScene)
        and (len(scene.sheets), scene.percent, scene.working, scene.trouble) == (sheets, None, False, trouble)
    )


def read(readable: int = 90) -> Callable[[Scene], bool]:
    return lambda scene: isinstance(scene, SheetsScene) and scene.readable == readable and not scene.working


def running(sheets: int) -> Callable[[Scene], bool]:
    return lambda scene: isinstance(scene, SheetsScene) and scene.percent is not None and len(scene.sheets) == sheets


def two() -> FakeScanner:
    return FakeScanner(a_png(60, 80), a_png(80, 60))


READY: Step = settled(0)


async def scanned(
    *script: Step,
    scanner: FakeScanner | None = None,
    workshop: FakeWorkshop | None = None,
    rule: Rule | None = None,
    room: int = 30,
    looking: bool = False,
) -> ScriptedCounter:
    """The whole service to its end, from the empty pile on or while `looking` for the scanner. Nothing may stay."""
    counter = ScriptedCounter(*script if looking else (READY, *script), room=room)
    workshop = workshop or FakeWorkshop()
    scanner = scanner or two()
    async with asyncio.timeout(3):
        await scan(counter, scanner, workshop, rule)
    assert counter.pouch.remains() == 0
    assert (scanner.remains(), workshop.remains()) == (0, 0)
    return counter


async def test_a_sheet_from_the_glass_is_kept_as_a_paper_named_by_what_it_is() -> None:
    counter = await scanned(GLASS, settled(1), Keep())
    (paper,), (content,) = counter.kept, counter.contents
    assert (paper.title, paper.kind) == ("Avis d'imposition", "pdf")
    assert content.startswith(b"%PDF-")
    assert counter.services == ["scan"]
    assert counter.lives == 1


async def test_sheets_of_feeder_and_glass_become_one_paper() -> None:
    workshop = FakeWorkshop()
    await scanned(FEEDER, settled(2), GLASS, settled(3), Keep(), workshop=workshop)
    made = [job for job in workshop.asked if isinstance(job, Make)][-1]
    assert [(page.input, page.page, page.turn) for page in made.pages] == [(0, 0, 0), (1, 0, 0), (2, 0, 0)]
    assert made.read


async def test_the_screen_is_told_the_sources_the_progress_and_how_well_a_sheet_reads() -> None:
    counter = await scanned(GLASS, settled(1), read(), Leave())
    scenes = [one for one in counter.scenes if isinstance(one, SheetsScene)]
    assert scenes[0] == SheetsScene("scan", sources=(Source.GLASS, Source.FEEDER))
    assert {one.percent for one in scenes} >= {0, 50, 100, None}
    last = scenes[-1]
    assert last.readable == 90
    assert last.large is not None
    assert max(last.large.width, last.large.height) == 1200
    assert counter.kept == []
    assert counter.services == []


async def test_what_is_wished_of_a_sheet_is_what_is_made_of_it() -> None:
    workshop = FakeWorkshop()
    crop = CropSheet(0.0, 0.5, 1.0, 1.0)
    script: list[Step] = [FEEDER, settled(2), Select(0), TurnSheet(), crop, TurnSheet(), settled(2), Keep()]
    await scanned(*script, workshop=workshop)
    first, second = [job for job in workshop.asked if isinstance(job, Make)][-1].pages
    # The lower half, after a quarter more, is the left one.
    assert (first.turn, first.crop) == (180, Box(left=0.0, top=0.0, right=0.5, bottom=1.0))
    assert (second.turn, second.crop) == (0, Box())


async def test_a_crop_of_a_crop_is_a_part_of_it_and_the_whole_undoes_it() -> None:
    workshop = FakeWorkshop()
    half = CropSheet(0.5, 0.5, 1.0, 1.0)
    await scanned(GLASS, settled(1), half, half, CropSheet(0.5, 0.5, 0.5, 0.5), settled(1), Keep(), workshop=workshop)
    (page,) = [job for job in workshop.asked if isinstance(job, Make)][-1].pages
    assert page.crop == Box(0.75, 0.75, 1.0, 1.0)
    workshop = FakeWorkshop()
    await scanned(GLASS, settled(1), half, CropSheet(0.0, 0.0, 1.0, 1.0), settled(1), Keep(), workshop=workshop)
    (page,) = [job for job in workshop.asked if isinstance(job, Make)][-1].pages
    assert page.crop == Box()


async def test_a_turned_sheet_is_drawn_and_read_anew() -> None:
    workshop = FakeWorkshop()
    counter = await scanned(GLASS, settled(1), read(), TurnSheet(), read(), settled(1), Leave(), workshop=workshop)
    assert {job.page.turn for job in workshop.asked if isinstance(job, Preview)} == {0, 90}
    large = counter.last(SheetsScene).large
    assert large is not None
    assert large.width > large.height


async def test_a_removed_sheet_is_no_part_of_the_paper() -> None:
    workshop = FakeWorkshop()
    await scanned(FEEDER, settled(2), RemoveSheet(), settled(1), Keep(), workshop=workshop)
    assert len([job for job in workshop.asked if isinstance(job, Make)][-1].pages) == 1


async def test_a_raw_scan_is_squeezed_in_the_background() -> None:
    contents = []

    class Remembering(FakeWorkshop):
        async def do(self, job, inputs):  # type: ignore[no-untyped-def]
            contents.append([one.read() for one in inputs])
            return await super().do(job, inputs)

    await scanned(GLASS, settled(1), read(), Keep(), workshop=Remembering())
    assert contents[0] == [a_png(60, 80)]
    assert contents[-1] == [A_JPEG]


@pytest.mark.parametrize("trouble", [Trouble.FEEDER_JAMMED, Trouble.SCANNER_COVER_OPEN, Trouble.SCANNER_BUSY])
async def test_what_was_scanned_before_a_trouble_stays(trouble: Trouble) -> None:
    scanner = two()
    scanner.trouble = trouble
    counter = await scanned(FEEDER, settled(2, trouble), Keep(), scanner=scanner)
    assert len(counter.kept) == 1


async def test_a_scan_that_is_stopped_keeps_the_sheets_that_came() -> None:
    scanner = two()
    gate = asyncio.Semaphore(1)
    scanner.wait = gate.acquire  # type: ignore[assignment]
    counter = await scanned(FEEDER, running(1), Cancel(), settled(1), Keep(), scanner=scanner)
    assert len(counter.kept) == 1


async def test_nothing_can_be_kept_or_scanned_twice_while_the_scanner_runs() -> None:
    scanner = two()
    gate = asyncio.Semaphore(1)
    scanner.wait = gate.acquire  # type: ignore[assignment]
    counter = await scanned(FEEDER, running(1), Keep(), FEEDER, AnotherPhoto(), Leave(), scanner=scanner)
    assert scanner.scanned == [Source.FEEDER]
    assert counter.kept == []


async def test_a_post_without_scanner_says_so_and_looks_again_when_asked() -> None:
    scanner = two()
    info, scanner.info = scanner.info, None

    def plug_in(scene: Scene) -> bool:
        scanner.info = info
        return scene == SorryScene(Trouble.NO_SCANNER, again=True)

    counter = await scanned(
        *(lambda scene: isinstance(scene, SorryScene), plug_in, Again(), READY, GLASS, settled(1), Leave()),
        scanner=scanner,
        looking=True,
    )
    assert counter.scenes[0] == WaitScene("scanner")
    assert scanner.looked == 2


async def test_one_can_leave_while_the_scanner_is_looked_for() -> None:
    class Slow(FakeScanner):
        async def find(self):  # type: ignore[no-untyped-def]
            await asyncio.Event().wait()

    counter = await scanned(Leave(), scanner=Slow(), looking=True)
    assert counter.services == []


async def test_a_full_tray_is_told_and_nothing_is_lost() -> None:
    counter = await scanned(GLASS, settled(1), Keep(), settled(1, Trouble.TRAY_FULL), Leave(), room=0)
    assert counter.services == []


async def test_a_paper_that_does_not_fit_is_told_and_its_sheets_stay() -> None:
    class Strict(FakeWorkshop):
        async def do(self, job, inputs):  # type: ignore[no-untyped-def]
            if isinstance(job, Make) and job.max_bytes is not None:
                self.troubles = [Trouble.UNREADABLE]
            return await super().do(job, inputs)

    rule = Rule(("pdf",), max_bytes=100_000)
    counter = await scanned(
        GLASS, settled(1), read(), Keep(), settled(1, Trouble.UNREADABLE), Leave(), workshop=Strict(), rule=rule
    )
    assert counter.kept == []


async def test_a_service_that_takes_pictures_gets_one_a_sheet() -> None:
    workshop = FakeWorkshop()
    rule = Rule(("jpeg",), max_bytes=1_000_000)
    counter = await scanned(FEEDER, settled(2), Keep(), workshop=workshop, rule=rule)
    assert [paper.kind for paper in counter.kept] == ["image", "image"]
    last = [job for job in workshop.asked if isinstance(job, Make)][-1]
    assert (last.format, last.max_bytes, len(last.pages)) == ("jpeg", 1_000_000, 1)


async def test_a_pile_is_full_at_forty_sheets() -> None:
    scanner = FakeScanner(*[a_png(6, 8)] * 50)
    counter = await scanned(FEEDER, settled(40), FEEDER, GLASS, Leave(), scanner=scanner)
    assert counter.last(SheetsScene).full
    assert scanner.scanned == [Source.FEEDER]


async def test_an_end_in_the_middle_leaves_nothing() -> None:
    scanner, workshop = two(), FakeWorkshop()
    scanner.wait = asyncio.Event().wait  # type: ignore[assignment]
    counter = ScriptedCounter(READY, FEEDER)
    task = asyncio.create_task(scan(counter, scanner, workshop, None))
    async with asyncio.timeout(3):
        while not scanner.running:
            await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (scanner.remains(), workshop.remains(), counter.pouch.remains()) == (0, 0, 0)
