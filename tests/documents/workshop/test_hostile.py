"""Whatever a paper is, a workshop says something of it within its limits, and nothing of it remains."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator

import pytest

from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop
from kiosk.documents.workshop.jobs import AnyAnswer, AnyJob, Look, Make, PageOf, Preview, Wash
from kiosk.sealed import Sealed
from tests.documents.workshop.corpus import CORPUS, Specimen
from tests.documents.workshop.measured import MeasuredSandbox

MEMORY = 400 << 20
SECONDS = 2.5
SLACK = 8.0  # to start and to end a workshop on a busy machine

JOBS: tuple[AnyJob, ...] = (
    Look(),
    Preview(PageOf(0), side=600),
    Wash(dots_per_inch=75, pages=2),
    Make((PageOf(0),), max_bytes=1_000_000),
)


@pytest.fixture
def sandbox() -> MeasuredSandbox:
    return MeasuredSandbox("hostile")


@pytest.fixture
async def workshops(sandbox: MeasuredSandbox) -> AsyncIterator[tuple[BubblewrapWorkshop, ...]]:
    """Two, as this machine has two cores and a workshop takes one job at a time."""
    both = tuple(BubblewrapWorkshop("hostile", MEMORY, SECONDS, sandbox) for _ in range(2))
    yield both
    for one in both:
        await one.close()


def test_the_corpus_is_large_and_each_document_is_another() -> None:
    assert len(CORPUS) >= 60
    assert len({one.name for one in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("specimen", CORPUS, ids=lambda one: one.name)
async def test_a_hostile_document_ends_in_an_answer_or_a_sentence(
    specimen: Specimen, workshops: tuple[BubblewrapWorkshop, ...], sandbox: MeasuredSandbox
) -> None:
    content = Sealed.of(specimen.make())
    open_before = len(os.listdir("/proc/self/fd"))
    first, second = workshops
    halves = await asyncio.gather(
        _all(first, JOBS[:2], content),
        _all(second, JOBS[2:], content),
    )
    said = halves[0] + halves[1]
    looked = said[0]
    assert Trouble.WORKSHOP_FAILED not in said  # that one is for what we did wrong ourselves
    if specimen.expected is not None:
        assert looked == specimen.expected
    assert first.remains() == second.remains() == 0
    assert len(os.listdir("/proc/self/fd")) == open_before
    assert sandbox.most <= MEMORY
    content.close()


async def _all(workshop: BubblewrapWorkshop, jobs: tuple[AnyJob, ...], content: Sealed) -> list[AnyAnswer | Trouble]:
    said: list[AnyAnswer | Trouble] = []
    for job in jobs:
        began = time.monotonic()
        try:
            done = await workshop.do(job, [content])
            said.append(done.answer)
            for one in done.outputs:
                one.close()
        except PaperTroubleError as trouble:
            said.append(trouble.trouble)
        assert time.monotonic() - began < SECONDS + SLACK
    return said
