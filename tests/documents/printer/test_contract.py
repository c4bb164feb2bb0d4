"""What every printer promises. The same suite runs on the fake of unit tests and on a real cupsd."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest

from demonstration.print_server import Cupsd
from kiosk.documents.printer.base import JobStage, JobState, Printer
from kiosk.documents.printer.cups import CupsPrinter
from kiosk.sealed import Sealed
from tests.documents.printer.conftest import section
from tests.unit.documents.fake_printer import FakePrinter
from tests.unit.documents.fake_workshop import a_pdf


@dataclass
class Bench:
    """A printer that keeps its paper until `let_out`."""

    printer: Printer
    let_out: Callable[[], Awaitable[None]]
    fail: Callable[[], Awaitable[None]]


@pytest.fixture(params=["fake", "cups"])
async def bench(request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    if request.param == "fake":
        fake = FakePrinter()
        fake.holds = True
        yield Bench(fake, lambda: fake.say(JobState(JobStage.DONE)), lambda: fake.say(JobState(JobStage.FAILED)))
        return
    cupsd: Cupsd = request.getfixturevalue("cupsd")
    cupsd.admin("lpadmin", "-p", "pretend", "-o", "printer-error-policy=abort-job")
    printer = CupsPrinter(section(cupsd.address), cupsd.settings)

    async def let_out() -> None:
        cupsd.goes()

    async def fail() -> None:
        cupsd.fails()

    yield Bench(printer, let_out, fail)
    await printer.close()


@pytest.fixture
def paper() -> Sealed:
    return Sealed.of(a_pdf())


async def last_stage(printer: Printer, job: int) -> JobStage:
    async with asyncio.timeout(30):
        stages = [state.stage async for state in printer.follow(job)]
    return stages[-1]


async def seen(printer: Printer, job: int, stage: JobStage) -> None:
    async with asyncio.timeout(30):
        async for state in printer.follow(job):
            if state.stage is stage:
                return


async def test_the_printer_is_found(bench: Bench) -> None:
    found = await bench.printer.find()
    assert found is not None
    assert found.name
    assert found.trouble is None


async def test_a_printer_that_is_found_answers(bench: Bench) -> None:
    assert await bench.printer.answers()


async def test_a_paper_comes_out_and_is_forgotten(bench: Bench, paper: Sealed) -> None:
    job = await bench.printer.print(paper, 1, colour=False)
    assert await bench.printer.count() > 0
    await bench.let_out()
    assert await last_stage(bench.printer, job) is JobStage.DONE
    await bench.printer.purge()
    assert await bench.printer.count() == 0


async def test_a_running_job_can_be_cancelled(bench: Bench, paper: Sealed) -> None:
    job = await bench.printer.print(paper, 1, colour=False)
    await seen(bench.printer, job, JobStage.PRINTING)
    await bench.printer.cancel(job)
    assert await last_stage(bench.printer, job) is JobStage.CANCELLED


async def test_cancelling_twice_or_too_late_harms_nothing(bench: Bench, paper: Sealed) -> None:
    job = await bench.printer.print(paper, 1, colour=False)
    await bench.let_out()
    assert await last_stage(bench.printer, job) is JobStage.DONE
    await bench.printer.cancel(job)
    await bench.printer.cancel(job)
    await bench.printer.purge()
    await bench.printer.cancel(job)
    assert await bench.printer.count() == 0


async def test_a_job_that_fails_is_said_to(bench: Bench, paper: Sealed) -> None:
    job = await bench.printer.print(paper, 1, colour=False)
    await bench.fail()
    assert await last_stage(bench.printer, job) is JobStage.FAILED


async def test_a_purge_ends_what_runs_and_what_waits(bench: Bench, paper: Sealed) -> None:
    job = await bench.printer.print(paper, 1, colour=False)
    await seen(bench.printer, job, JobStage.PRINTING)
    await bench.printer.print(paper, 1, colour=False)
    await bench.printer.purge()
    assert await bench.printer.count() == 0


async def test_purging_nothing_is_well(bench: Bench) -> None:
    await bench.printer.purge()
    await bench.printer.purge()
    assert await bench.printer.count() == 0


async def test_whoever_stops_following_leaves_the_job_alone(bench: Bench, paper: Sealed) -> None:
    job = await bench.printer.print(paper, 1, colour=False)
    await seen(bench.printer, job, JobStage.PRINTING)
    await bench.let_out()
    assert await last_stage(bench.printer, job) is JobStage.DONE
