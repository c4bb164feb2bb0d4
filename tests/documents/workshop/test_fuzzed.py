"""A handful of the papers that `./dev prove fuzz` makes by chance, through the real workshop in its sandbox: what the
fuzzer sees in its own process is what a person at the post is told."""

from __future__ import annotations

import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop
from kiosk.sealed import Sealed
from proof.fuzz.target import REFUSED, TAKEN
from proof.fuzz.targets.papers import JOBS, Papers
from proof.fuzz.worker import case_of
from tests.documents.workshop.measured import MeasuredSandbox

SEED = "20261123"
PAPERS = 16
MEMORY = 400 << 20
SECONDS = 10.0
SLACK = 10.0  # to start and to end a workshop on a busy machine


@pytest.fixture
def sandbox() -> MeasuredSandbox:
    return MeasuredSandbox("fuzzed")


@pytest.fixture
async def workshop(sandbox: MeasuredSandbox) -> AsyncIterator[BubblewrapWorkshop]:
    one = BubblewrapWorkshop("fuzzed", MEMORY, SECONDS, sandbox)
    yield one
    await one.close()


async def test_a_paper_made_by_chance_ends_in_a_sheet_or_a_sentence_within_its_limits(
    workshop: BubblewrapWorkshop, sandbox: MeasuredSandbox, tmp_path: Path
) -> None:
    target = Papers(tmp_path)
    open_before = len(os.listdir("/proc/self/fd"))
    outcomes = []
    for number in range(PAPERS):
        case = case_of(target, SEED, number)
        began = time.monotonic()
        with_paper = Sealed.of(case[1:])
        try:
            done = await workshop.do(JOBS[case[0]], [with_paper])
        except PaperTroubleError as error:
            assert error.trouble is not Trouble.WORKSHOP_FAILED  # that one is for what we did wrong ourselves
            outcomes.append(REFUSED)
        else:
            for one in done.outputs:
                one.close()
            outcomes.append(TAKEN)
        finally:
            with_paper.close()
        assert time.monotonic() - began < SECONDS + SLACK
        assert workshop.remains() == 0
        # The same, in the fuzzer's own process.
        assert target.put(case) == outcomes[-1]
    assert {TAKEN, REFUSED} == set(outcomes)
    assert sandbox.most <= MEMORY
    assert len(os.listdir("/proc/self/fd")) == open_before
