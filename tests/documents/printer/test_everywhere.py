"""A driverless printer, as most of today's are: set up by CUPS itself, switched off and on again in mid-job."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import pypdfium2
import pytest

from demonstration.print_server import Cupsd, until
from kiosk.documents.printer.base import JobStage, JobState
from kiosk.documents.printer.cups import CupsPrinter
from kiosk.documents.trouble import Trouble
from kiosk.sealed import Sealed
from tests.documents.printer.conftest import section
from tests.documents.printer.virtual import VirtualPrinter
from tests.unit.documents.fake_workshop import a_pdf

CANARY = b"CANARIPAPIER"


@pytest.fixture
def virtual(cupsd: Cupsd) -> Iterator[VirtualPrinter]:
    virtual = VirtualPrinter(cupsd.root)
    try:
        virtual.start()
        cupsd.admin("lpadmin", "-p", "virtual", "-v", virtual.address, "-m", "everywhere", "-E")
        description = cupsd.root / "etc" / "ppd" / "virtual.ppd"
        until(description.exists, "CUPS has asked the printer what it can do")
        yield virtual
    finally:
        virtual.stop()


@pytest.fixture
async def printer(cupsd: Cupsd, virtual: VirtualPrinter) -> AsyncIterator[CupsPrinter]:
    printer = CupsPrinter(section(cupsd.address, "virtual"), cupsd.settings)
    yield printer
    await printer.close()


async def followed(printer: CupsPrinter, job: int, stage: JobStage) -> list[JobState]:
    told = []
    async with asyncio.timeout(60):
        async for state in printer.follow(job):
            told.append(state)
            if state.stage is stage:
                return told
    pytest.fail(f"never {stage}: {told}")


async def test_it_is_found_prints_and_keeps_nothing(
    cupsd: Cupsd, printer: CupsPrinter, virtual: VirtualPrinter
) -> None:
    found = await printer.find()
    assert found is not None
    assert found.colour
    job = await printer.print(Sealed.of(a_pdf(2, CANARY.decode())), 1, colour=True)
    await followed(printer, job, JobStage.DONE)
    (sheet,) = virtual.came_out
    drawn = pypdfium2.PdfDocument(sheet)
    assert len(drawn) == 2
    assert (round(drawn[0].get_width()), round(drawn[0].get_height())) == (595, 842)
    drawn.close()
    await printer.purge()
    assert await printer.count() == 0
    assert cupsd.papers() == []
    assert cupsd.files_with(CANARY) == []


async def test_switched_off_in_mid_job_is_said_and_switched_on_it_goes_on(
    cupsd: Cupsd, printer: CupsPrinter, virtual: VirtualPrinter
) -> None:
    virtual.stop()
    job = await printer.print(Sealed.of(a_pdf(1, CANARY.decode())), 1, colour=False)
    stopped = await followed(printer, job, JobStage.STOPPED)
    assert stopped[-1].trouble is Trouble.PRINTER_OFFLINE
    await asyncio.to_thread(virtual.start)
    await followed(printer, job, JobStage.DONE)
    assert len(virtual.came_out) == 1
    await printer.purge()
    assert await printer.count() == 0
    assert cupsd.files_with(CANARY) == []
