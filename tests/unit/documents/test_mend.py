"""Making a paper acceptable: the person sees what was done, can take it back, and never loses the paper they had."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import pytest

from kiosk.documents.acceptance import Did, Reading, Rule
from kiosk.documents.desk.mend import join, mend
from kiosk.documents.desk.scenes import MendScene, SorryScene
from kiosk.documents.desk.wishes import (
    Keep,
    Leave,
    Lighten,
    OnlyPages,
    Print,
    ShowPage,
    Straighten,
    ToFormat,
    TurnSheet,
    Undo,
)
from kiosk.documents.paper import Paper
from kiosk.documents.trouble import Trouble
from kiosk.documents.workshop.jobs import Make, PageOf
from kiosk.sealed import Sealed
from tests.unit.documents.fake_counter import FakeCounter
from tests.unit.documents.fake_workshop import A_JPEG, FakeWorkshop, a_pdf

SMALL_ENOUGH = Rule(("pdf",), max_bytes=500_000)


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter()


@pytest.fixture
def workshop() -> FakeWorkshop:
    made = FakeWorkshop()
    made.did = (Did.SHRUNK,)
    return made


@contextlib.asynccontextmanager
async def serving(counter: FakeCounter, service: Coroutine[Any, Any, None]) -> AsyncIterator[asyncio.Task[None]]:
    """At the end of the service, however it ends, the desk holds nothing of the person any more."""
    task = asyncio.create_task(service)
    try:
        yield task
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        assert counter.pouch.remains() == 0


def a_paper(pages: int = 1, title: str = "Avis d'imposition") -> Paper:
    # Filled up, so that it is larger than what the fake workshop makes of it.
    return Paper(title, "pdf", Sealed.of(a_pdf(pages) + b"%" * 1_000_000))


async def ready(counter: FakeCounter, **fields: object) -> MendScene:
    return await counter.seen(MendScene, working=False, **fields)


def makes(workshop: FakeWorkshop) -> list[Make]:
    return [job for job in workshop.asked if isinstance(job, Make)]


async def test_a_paper_is_shown_as_it_came_beside_what_the_service_takes(counter: FakeCounter, workshop: FakeWorkshop):
    paper = a_paper(pages=3)
    async with serving(counter, mend(counter, workshop, paper, SMALL_ENOUGH)):
        scene = await ready(counter)
    assert (scene.pages, scene.kind, scene.did, scene.trouble) == (3, "pdf", (), None)
    assert scene.before == scene.size == paper.size
    assert scene.rule == SMALL_ENOUGH
    assert not scene.fits
    assert scene.picture is not None
    assert not makes(workshop)


async def test_lighter_goes_to_what_the_service_takes_and_says_what_was_done(
    counter: FakeCounter, workshop: FakeWorkshop
):
    async with serving(counter, mend(counter, workshop, a_paper(), SMALL_ENOUGH)):
        await ready(counter)
        counter.tell(Lighten())
        scene = await ready(counter, did=(Did.SHRUNK,))
    assert scene.fits
    assert scene.size < scene.before
    assert scene.reading == workshop.reading
    assert [job.max_bytes for job in makes(workshop)] == [500_000]


@pytest.mark.parametrize(("rule", "most"), [(None, 1_000_000), (Rule(), 1_000_000), (Rule(max_bytes=5_000), 20_000)])
async def test_lighter_without_a_size_of_the_service_goes_to_one_megabyte(
    counter: FakeCounter, workshop: FakeWorkshop, rule: Rule | None, most: int
):
    async with serving(counter, mend(counter, workshop, a_paper(), rule)):
        await ready(counter)
        counter.tell(Lighten())
        await ready(counter, did=(Did.SHRUNK,))
    assert [job.max_bytes for job in makes(workshop)] == [most]


async def test_keeping_puts_a_new_paper_beside_the_old_one(counter: FakeCounter, workshop: FakeWorkshop):
    async with serving(counter, mend(counter, workshop, a_paper(), SMALL_ENOUGH)) as task:
        await ready(counter)
        counter.tell(Lighten())
        await ready(counter, did=(Did.SHRUNK,))
        counter.tell(Keep())
        await asyncio.wait_for(task, 5)
    assert [(paper.title, paper.kind) for paper in counter.kept] == [("Avis d'imposition (léger)", "pdf")]
    assert counter.services == ["mend"]


async def test_a_name_that_says_nothing_gives_way_to_what_was_read(counter: FakeCounter, workshop: FakeWorkshop):
    workshop.reading = Reading("quittance-loyer", 80)
    async with serving(counter, mend(counter, workshop, a_paper(title="IMG_2034"), None)) as task:
        await ready(counter)
        counter.tell(Lighten())
        await ready(counter, did=(Did.SHRUNK,))
        counter.tell(Keep())
        await asyncio.wait_for(task, 5)
    assert counter.kept[0].title == "Quittance de loyer (léger)"


async def test_keeping_a_paper_as_it_came_makes_no_second_one(counter: FakeCounter, workshop: FakeWorkshop):
    async with serving(counter, mend(counter, workshop, a_paper(), None)) as task:
        await ready(counter)
        counter.tell(Keep())
        await asyncio.wait_for(task, 5)
    assert counter.kept == []
    assert counter.services == ["mend"]


async def test_undo_gives_the_paper_back_as_it_came(counter: FakeCounter, workshop: FakeWorkshop):
    async with serving(counter, mend(counter, workshop, a_paper(pages=2), SMALL_ENOUGH)):
        first = await ready(counter)
        counter.tell(TurnSheet())
        await ready(counter, did=(Did.SHRUNK,))
        counter.tell(Undo())
        last = await ready(counter, did=())
    assert (last.size, last.pages, last.reading) == (first.size, first.pages, None)


async def test_all_wishes_are_done_at_once_to_the_paper_as_it_came(counter: FakeCounter, workshop: FakeWorkshop):
    async with serving(counter, mend(counter, workshop, a_paper(pages=3), SMALL_ENOUGH)):
        await ready(counter)
        counter.tell(ShowPage(1))
        await ready(counter, page=1)
        for wish, did in (
            (TurnSheet(), Did.TURNED),
            (Straighten(), Did.STRAIGHTENED),
            (OnlyPages((1, 2)), Did.SPLIT),
            (Lighten(), Did.SHRUNK),
        ):
            workshop.did = (did,)
            counter.tell(wish)
            await ready(counter, did=(did,))
    assert makes(workshop)[-1] == Make(
        pages=(PageOf(0, 1, turn=90, straighten=True), PageOf(0, 2, straighten=True)), max_bytes=500_000, read=True
    )


async def test_a_picture_is_straightened_as_a_photograph(counter: FakeCounter, workshop: FakeWorkshop):
    async with serving(counter, mend(counter, workshop, Paper("Photo", "image", Sealed.of(A_JPEG)), None)):
        await ready(counter)
        counter.tell(Straighten())
        await ready(counter, did=(Did.SHRUNK,))
    assert makes(workshop) == [Make(pages=(PageOf(0, photo=True),), format="jpeg", read=True)]


async def test_the_last_good_paper_stays_when_a_wish_cannot_be_done(counter: FakeCounter, workshop: FakeWorkshop):
    async with serving(counter, mend(counter, workshop, a_paper(), SMALL_ENOUGH)) as task:
        await ready(counter)
        counter.tell(Lighten())
        good = await ready(counter, did=(Did.SHRUNK,))
        workshop.troubles = [Trouble.UNREADABLE]
        counter.tell(ToFormat("jpeg"))
        scene = await ready(counter, trouble=Trouble.UNREADABLE)
        assert (scene.kind, scene.size, scene.did) == (good.kind, good.size, good.did)
        counter.tell(Keep())
        await asyncio.wait_for(task, 5)
    assert counter.kept[0].kind == "pdf"


async def test_a_full_tray_is_said_and_the_paper_can_be_kept_later(
    counter: FakeCounter, workshop: FakeWorkshop, monkeypatch: pytest.MonkeyPatch
):
    rooms = iter((False, True))

    async def keep(paper: Paper) -> bool:
        return next(rooms)

    monkeypatch.setattr(counter, "keep", keep)
    async with serving(counter, mend(counter, workshop, a_paper(), None)) as task:
        await ready(counter)
        counter.tell(Lighten())
        await ready(counter, did=(Did.SHRUNK,))
        counter.tell(Keep())
        await ready(counter, trouble=Trouble.TRAY_FULL)
        assert counter.services == []
        counter.tell(Keep())
        await asyncio.wait_for(task, 5)
    assert counter.services == ["mend"]


async def test_leaving_ends_the_work_at_once(counter: FakeCounter, workshop: FakeWorkshop):
    async with serving(counter, mend(counter, workshop, a_paper(), None)) as task:
        await ready(counter)
        never = asyncio.Event()
        workshop.wait = never.wait  # type: ignore[assignment]
        counter.tell(Lighten())
        await counter.seen(MendScene, working=True)
        counter.tell(Leave())
        await asyncio.wait_for(task, 5)
    assert workshop.remains() == 0
    assert counter.kept == []
    assert counter.services == []


async def test_a_paper_that_cannot_be_opened_is_said_simply(counter: FakeCounter, workshop: FakeWorkshop):
    workshop.troubles = [Trouble.LOCKED]
    async with serving(counter, mend(counter, workshop, a_paper(), None)) as task:
        assert (await counter.seen(SorryScene)).trouble is Trouble.LOCKED
        counter.tell(Leave())
        await asyncio.wait_for(task, 5)


async def test_wishes_of_other_scenes_change_nothing(counter: FakeCounter, workshop: FakeWorkshop):
    async with serving(counter, mend(counter, workshop, a_paper(pages=2), None)):
        first = await ready(counter)
        counter.tell(Print(), OnlyPages((7,)), OnlyPages(()), ShowPage(9), ShowPage(-1), Undo(), ShowPage(1))
        last = await ready(counter, page=1)
    assert (first.pages, last.pages, makes(workshop)) == (2, 2, [])


async def test_joined_papers_become_one_with_all_their_pages(counter: FakeCounter, workshop: FakeWorkshop):
    workshop.did = (Did.MERGED, Did.TO_PDF)
    photo = Paper("Photo", "image", Sealed.of(A_JPEG))
    async with serving(counter, join(counter, workshop, [a_paper(pages=2), photo], None)) as task:
        scene = await ready(counter, did=(Did.MERGED, Did.TO_PDF))
        assert (scene.pages, scene.kind) == (3, "pdf")
        counter.tell(Keep())
        await asyncio.wait_for(task, 5)
    assert makes(workshop) == [Make(pages=(PageOf(0, 0), PageOf(0, 1), PageOf(1, 0)), read=True)]
    assert counter.kept[0].title == "Avis d'imposition (réuni)"
    assert counter.services == ["join"]


async def test_undo_of_joined_papers_keeps_them_joined(counter: FakeCounter, workshop: FakeWorkshop):
    workshop.did = (Did.MERGED,)
    async with serving(counter, join(counter, workshop, [a_paper(), a_paper()], None)):
        await ready(counter, did=(Did.MERGED,))
        counter.tell(OnlyPages((1,)))
        await ready(counter, pages=1)
        counter.tell(Undo())
        await ready(counter, pages=2)
    assert makes(workshop)[0] == makes(workshop)[-1]


async def test_more_papers_than_one_can_hold_are_refused(counter: FakeCounter, workshop: FakeWorkshop):
    many = [a_paper(pages=60), a_paper(pages=60)]
    async with serving(counter, join(counter, workshop, many, None)) as task:
        assert (await counter.seen(SorryScene)).trouble is Trouble.TOO_MANY_PAGES
        counter.tell(Leave())
        await asyncio.wait_for(task, 5)
