"""What every workshop promises. The same suite runs in a real sandbox and on the fake that tests of services use."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from kiosk.documents.paper import Picture
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Workshop
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop
from kiosk.documents.workshop.jobs import Bind, Drawn, Look, Looked, Made, Make, PageOf, Preview, Wash, Washed
from kiosk.sealed import Sealed
from tests.unit.documents.fake_workshop import FakeWorkshop, a_pdf, a_png


@pytest.fixture(params=["bubblewrap", "fake"])
async def workshop(request: pytest.FixtureRequest) -> AsyncIterator[Workshop]:
    one = BubblewrapWorkshop("workshop-contract", 1 << 30, 30) if request.param == "bubblewrap" else FakeWorkshop()
    yield one
    await one.close()
    assert one.remains() == 0


async def test_a_pdf_is_known_with_its_pages(workshop: Workshop) -> None:
    done = await workshop.do(Look(), [Sealed.of(a_pdf(3))])
    assert done.answer == Looked("pdf", 3)
    assert done.outputs == ()


async def test_a_picture_is_one_page(workshop: Workshop) -> None:
    assert (await workshop.do(Look(), [Sealed.of(a_png())])).answer == Looked("image", 1)


async def test_what_is_no_paper_is_said_to_be_none(workshop: Workshop) -> None:
    with pytest.raises(PaperTroubleError) as caught:
        await workshop.do(Look(), [Sealed.of(b"Bonjour")])
    assert caught.value.trouble == Trouble.NOT_A_PAPER


@pytest.mark.parametrize("turn", [0, 90])
async def test_a_preview_is_bare_pixels_as_large_as_was_asked(workshop: Workshop, turn: int) -> None:
    done = await workshop.do(Preview(PageOf(0, page=1, turn=turn), side=300), [Sealed.of(a_pdf(2))])  # type: ignore[arg-type]
    assert isinstance(done.answer, Drawn)
    picture = Picture(done.answer.width, done.answer.height, done.outputs[0].read())
    assert max(picture.width, picture.height) == 300
    assert (picture.width > picture.height) == (turn == 90)


async def test_a_page_that_is_not_there_is_damage(workshop: Workshop) -> None:
    for job in (Preview(PageOf(0, page=7)), Wash(first=7)):
        with pytest.raises(PaperTroubleError) as caught:
            await workshop.do(job, [Sealed.of(a_pdf(2))])
        assert caught.value.trouble == Trouble.DAMAGED


async def test_pages_become_one_paper(workshop: Workshop) -> None:
    done = await workshop.do(Make((PageOf(0, page=1), PageOf(0, page=0))), [Sealed.of(a_pdf(2))])
    assert isinstance(done.answer, Made)
    assert (done.answer.kind, done.answer.pages) == ("pdf", 2)
    assert done.outputs[0].start(5) == b"%PDF-"


@pytest.mark.parametrize("colour", [True, False])
async def test_what_is_washed_can_be_bound_again(workshop: Workshop, colour: bool) -> None:
    washed = await workshop.do(Wash(dots_per_inch=75, colour=colour, pages=2), [Sealed.of(a_pdf(3))])
    assert isinstance(washed.answer, Washed)
    sheets = washed.answer.sheets
    assert len(sheets) == len(washed.outputs) == 2
    assert [one.size for one in washed.outputs] == [s.width * s.height * (3 if colour else 1) for s in sheets]
    assert all((round(s.width_mm), round(s.height_mm)) == (210, 297) for s in sheets)
    bound = await workshop.do(Bind(sheets, colour), washed.outputs)
    assert bound.answer == Made("pdf", 2)
    assert (await workshop.do(Look(), bound.outputs)).answer == Looked("pdf", 2)


async def test_a_spare_may_be_asked_for_as_often_as_one_likes(workshop: Workshop) -> None:
    for _ in range(3):
        workshop.warm()
    assert (await workshop.do(Look(), [Sealed.of(a_pdf())])).answer == Looked("pdf", 1)
    workshop.warm()


async def test_two_jobs_at_once_are_both_done(workshop: Workshop) -> None:
    both = await asyncio.gather(
        workshop.do(Look(), [Sealed.of(a_pdf(1))]),
        workshop.do(Look(), [Sealed.of(a_pdf(2))]),
    )
    assert [one.answer for one in both] == [Looked("pdf", 1), Looked("pdf", 2)]


async def test_nothing_remains_after_a_job_and_closing_twice_is_closing_once(workshop: Workshop) -> None:
    await workshop.do(Look(), [Sealed.of(a_pdf())])
    assert workshop.remains() == 0
    workshop.warm()
    await workshop.close()
    await workshop.close()
    assert workshop.remains() == 0
