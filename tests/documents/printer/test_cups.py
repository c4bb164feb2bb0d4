"""A real print server, badly configured, that keeps all it can: its troubles are said, and nothing of a paper stays."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator

import pypdfium2
import pytest

from demonstration.print_server import Cupsd, until
from kiosk.documents.printer.base import JobStage, JobState
from kiosk.documents.printer.cups import CupsPrinter
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed
from tests.documents.printer.conftest import nobody, section
from tests.unit.documents.fake_workshop import a_pdf

CANARY = b"CANARIPAPIER"
A4 = (595, 842)


@pytest.fixture
async def printer(cupsd: Cupsd) -> AsyncIterator[CupsPrinter]:
    printer = CupsPrinter(section(cupsd.address), cupsd.settings)
    yield printer
    await printer.close()


@pytest.fixture
def paper() -> Sealed:
    return Sealed.of(a_pdf(2, CANARY.decode()))


async def state_where(printer: CupsPrinter, job: int, stage: JobStage, trouble: Trouble | None) -> JobState:
    told = []
    async with asyncio.timeout(30):
        async for state in printer.follow(job):
            told.append(state)
            if (state.stage, state.trouble) == (stage, trouble):
                return state
    pytest.fail(f"never {stage}, {trouble}: {told}")


# --- the queue --------------------------------------------------------------------------------------------------------


async def test_the_only_queue_is_found_without_being_named(printer: CupsPrinter) -> None:
    found = await printer.find()
    assert found is not None
    assert found.name == "pretend"


async def test_of_two_queues_the_servers_choice_or_the_named_one_is_taken(cupsd: Cupsd, printer: CupsPrinter) -> None:
    cupsd.add("second", "pretend:/two")
    assert await printer.find() is None
    cupsd.admin("lpadmin", "-d", "second")
    found = await printer.find()
    assert found is not None
    assert found.name == "second"
    named = CupsPrinter(section(cupsd.address, "pretend"), cupsd.settings)
    found = await named.find()
    assert found is not None
    assert found.name == "pretend"
    await named.close()


async def test_a_queue_that_is_not_there_is_no_printer(cupsd: Cupsd, paper: Sealed) -> None:
    printer = CupsPrinter(section(cupsd.address, "absent"), cupsd.settings)
    assert await printer.find() is None
    with pytest.raises(PaperTroubleError) as refused:
        await printer.print(paper, 1, colour=False)
    assert refused.value.trouble is Trouble.NO_PRINTER
    await printer.close()


async def test_a_printer_that_was_stopped_or_takes_no_job_is_said_so(
    cupsd: Cupsd, printer: CupsPrinter, paper: Sealed
) -> None:
    cupsd.admin("cupsdisable", "pretend")
    found = await printer.find()
    assert found is not None
    assert found.trouble is Trouble.PRINTER_FAILED
    cupsd.admin("cupsenable", "pretend")
    cupsd.admin("cupsreject", "pretend")
    found = await printer.find()
    assert found is not None
    assert found.trouble is Trouble.PRINTER_FAILED
    with pytest.raises(PaperTroubleError) as refused:
        await printer.print(paper, 1, colour=False)
    assert refused.value.trouble is Trouble.PRINTER_FAILED
    assert await printer.count() == 0


# --- what it says -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("media-empty-error", Trouble.PRINTER_OUT_OF_PAPER),
        ("media-jam-warning", Trouble.PRINTER_JAMMED),
        ("door-open-report", Trouble.PRINTER_COVER_OPEN),
        ("marker-supply-empty-error", Trouble.PRINTER_OUT_OF_INK),
        ("offline-report", Trouble.PRINTER_OFFLINE),
    ],
)
async def test_a_printer_that_needs_a_hand_says_which_and_goes_on_when_it_is_mended(
    cupsd: Cupsd, printer: CupsPrinter, paper: Sealed, said: str, trouble: Trouble
) -> None:
    cupsd.says(said)
    job = await printer.print(paper, 1, colour=False)
    await state_where(printer, job, JobStage.STOPPED, trouble)
    cupsd.says("")
    await state_where(printer, job, JobStage.PRINTING, None)
    cupsd.goes()
    await state_where(printer, job, JobStage.DONE, None)


async def test_little_ink_stops_nothing(cupsd: Cupsd, printer: CupsPrinter, paper: Sealed) -> None:
    cupsd.says("toner-empty-warning")
    job = await printer.print(paper, 1, colour=False)
    await state_where(printer, job, JobStage.PRINTING, Trouble.PRINTER_OUT_OF_INK)


async def test_a_printer_that_is_switched_off_is_said_to_be(cupsd: Cupsd, paper: Sealed) -> None:
    """The real `ipp` backend, which has no keyword for it."""
    cupsd.add("off", f"ipp://{nobody()}/ipp/print")
    printer = CupsPrinter(section(cupsd.address, "off"), cupsd.settings)
    job = await printer.print(paper, 1, colour=False)
    await state_where(printer, job, JobStage.STOPPED, Trouble.PRINTER_OFFLINE)
    await printer.purge()
    assert await printer.count() == 0
    await printer.close()


async def test_what_comes_out_is_counted(cupsd: Cupsd, printer: CupsPrinter, paper: Sealed) -> None:
    job = await printer.print(paper, 3, colour=False)
    cupsd.goes()
    assert (await state_where(printer, job, JobStage.DONE, None)).sheets_out == 3


async def test_a_real_chain_of_filters_draws_every_page_of_every_copy(cupsd: Cupsd, paper: Sealed) -> None:
    cupsd.add("drawn", "pretend:/drawn", drawn=True)
    printer = CupsPrinter(section(cupsd.address, "drawn"), cupsd.settings)
    found = await printer.find()
    assert found is not None
    assert found.colour
    job = await printer.print(paper, 2, colour=True)
    cupsd.goes()
    await state_where(printer, job, JobStage.DONE, None)
    drawn = pypdfium2.PdfDocument(cupsd.came_out)
    assert len(drawn) == 4
    assert (round(drawn[0].get_width()), round(drawn[0].get_height())) == A4
    drawn.close()
    await printer.purge()
    assert await printer.count() == 0
    await printer.close()


# --- nothing stays ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", ["printing", "stopped", "done", "failed", "cancelled"])
@pytest.mark.parametrize("queue", ["pretend", "drawn"])
async def test_nothing_of_a_paper_stays_whenever_it_is_purged(
    cupsd: Cupsd, paper: Sealed, moment: str, queue: str
) -> None:
    cupsd.add("drawn", "pretend:/drawn", drawn=True)
    cupsd.admin("lpadmin", "-p", queue, "-o", "printer-error-policy=abort-job")
    printer = CupsPrinter(section(cupsd.address, queue), cupsd.settings)
    if moment == "stopped":
        cupsd.says("media-empty-error")
    job = await printer.print(paper, 1, colour=False)
    match moment:
        case "printing":
            await state_where(printer, job, JobStage.PRINTING, None)
        case "stopped":
            await state_where(printer, job, JobStage.STOPPED, Trouble.PRINTER_OUT_OF_PAPER)
        case "done":
            cupsd.goes()
            await state_where(printer, job, JobStage.DONE, None)
        case "failed":
            cupsd.fails()
            await state_where(printer, job, JobStage.FAILED, Trouble.PRINTER_FAILED)
        case _:
            await printer.cancel(job)
            await state_where(printer, job, JobStage.CANCELLED, None)
    if moment != "cancelled":
        assert cupsd.files_with(CANARY) != [], "the test would see a paper that stays"
    await printer.purge()
    assert await printer.count() == 0
    assert cupsd.papers() == []
    cupsd.stop()  # it writes what it still holds in memory
    assert cupsd.files_with(CANARY) == []
    await printer.close()


_DIES = """
import asyncio, sys
from pathlib import Path
from kiosk.config import packaged
from kiosk.documents.printer.cups import CupsPrinter
from kiosk.sealed import Sealed
async def main():
    section = packaged().print.model_copy(update={"server": sys.argv[1]})
    printer = CupsPrinter(section, Path(sys.argv[2]))
    job = await printer.print(Sealed.of(sys.stdin.buffer.read()), 1, colour=False)
    print(job, flush=True)
    async for _ in printer.follow(job):
        pass
asyncio.run(main())
"""


async def test_what_a_shell_that_was_killed_left_is_found_and_forgotten_by_the_next(
    cupsd: Cupsd, printer: CupsPrinter, paper: Sealed
) -> None:
    shell = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _DIES, cupsd.address, str(cupsd.settings)), stdin=PIPE, stdout=PIPE
    )
    assert shell.stdin is not None
    assert shell.stdout is not None
    shell.stdin.write(paper.read())
    shell.stdin.close()
    assert int(await shell.stdout.readline()) > 0
    shell.kill()
    assert await shell.wait() == -signal.SIGKILL
    until(lambda: CANARY in cupsd.came_out, "the job runs on without its shell")
    assert await printer.count() > 0
    await printer.purge()
    assert await printer.count() == 0
    assert cupsd.papers() == []
    assert cupsd.files_with(CANARY) == []


async def test_what_was_left_is_forgotten_before_another_person_prints(
    cupsd: Cupsd, printer: CupsPrinter, paper: Sealed
) -> None:
    await printer.print(paper, 1, colour=False)
    until(lambda: CANARY in cupsd.came_out, "the job runs")
    another = CupsPrinter(section(cupsd.address), cupsd.settings)
    cupsd.goes()
    job = await another.print(Sealed.of(a_pdf(1, "Suivant")), 1, colour=False)
    await state_where(another, job, JobStage.DONE, None)
    assert cupsd.files_with(CANARY) == []
    await another.close()


async def test_other_peoples_jobs_are_left_alone(cupsd: Cupsd, printer: CupsPrinter, paper: Sealed) -> None:
    other = CupsPrinter(section(cupsd.address), cupsd.settings, owner="somebody-else")
    theirs = await other.print(paper, 1, colour=False)
    await printer.purge()
    assert await printer.count() == 0
    assert await other.count() > 0
    cupsd.goes()
    await state_where(other, theirs, JobStage.DONE, None)
    await other.close()


async def test_a_paper_that_the_server_forgot_but_kept_is_counted(
    cupsd: Cupsd, printer: CupsPrinter, paper: Sealed
) -> None:
    cupsd.goes()
    await state_where(printer, await printer.print(paper, 1, colour=False), JobStage.DONE, None)
    (cupsd.spool / "d00099-001").write_bytes(CANARY)
    await printer.purge()
    assert await printer.count() == 1


async def test_what_a_filter_left_is_counted(cupsd: Cupsd, printer: CupsPrinter, paper: Sealed) -> None:
    old = cupsd.spool / "tmp" / "old"
    old.write_bytes(b"x")
    os.utime(old, (1, 1))
    cupsd.goes()
    await state_where(printer, await printer.print(paper, 1, colour=False), JobStage.DONE, None)
    (cupsd.spool / "tmp" / "lock").touch()
    (cupsd.spool / "tmp" / "05c146b0d3470").write_bytes(b'*PPD-Adobe: "4.3"')
    await printer.purge()
    left = cupsd.spool / "tmp" / "gs_left"
    left.write_bytes(CANARY)
    assert await printer.count() == 1
    left.unlink()
    assert await printer.count() == 0


async def test_the_server_is_told_nothing_of_the_person(cupsd: Cupsd, printer: CupsPrinter, paper: Sealed) -> None:
    cupsd.goes()
    await state_where(printer, await printer.print(paper, 1, colour=False), JobStage.DONE, None)
    (line,) = (cupsd.root / "log" / "page").read_text().splitlines()
    assert line.split()[:2] == ["pretend", f"kiosk-{socket.gethostname()}"]
    assert line.split()[-1] == "kiosk"


# --- a server that is not well ----------------------------------------------------------------------------------------


async def test_a_post_without_a_print_server_has_no_printer_and_nothing_left(paper: Sealed, cupsd: Cupsd) -> None:
    printer = CupsPrinter(section(nobody()), cupsd.settings)
    assert await printer.find() is None
    await printer.purge()
    assert await printer.count() == 0
    with pytest.raises(PaperTroubleError) as refused:
        await printer.print(paper, 1, colour=False)
    assert refused.value.trouble is Trouble.PRINTER_OFFLINE
    await printer.close()


async def test_a_server_that_was_there_and_answers_no_more_is_never_taken_for_empty(
    cupsd: Cupsd, printer: CupsPrinter
) -> None:
    assert await printer.find() is not None
    cupsd.stop()
    for asked in (printer.purge, printer.count):
        with pytest.raises(PaperTroubleError) as silent:
            await asked()
        assert silent.value.trouble is Trouble.PRINTER_OFFLINE


async def test_a_server_that_listens_and_says_nothing_is_given_up(cupsd: Cupsd) -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        printer = CupsPrinter(section(f"127.0.0.1:{deaf.getsockname()[1]}"), cupsd.settings)
        began = time.monotonic()
        assert await printer.find() is None
        with pytest.raises(PaperTroubleError):
            await printer.count()
        assert time.monotonic() - began < 15
        await printer.close()


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\n\r\nno ipp", b"HTTP/1.1 403 No\r\n\r\n\xff", b"\0" * 99])
async def test_a_server_that_talks_nonsense_is_a_trouble(cupsd: Cupsd, answer: bytes) -> None:
    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        printer = CupsPrinter(section(f"127.0.0.1:{port}"), cupsd.settings)
        assert await printer.find() is None
        with pytest.raises(PaperTroubleError):
            await printer.count()
        await printer.close()


async def test_a_job_outlives_a_restart_of_the_server(cupsd: Cupsd, printer: CupsPrinter, paper: Sealed) -> None:
    job = await printer.print(paper, 1, colour=False)
    await state_where(printer, job, JobStage.PRINTING, None)
    told: list[JobState] = []

    async def follow() -> None:
        async for state in printer.follow(job):
            told.append(state)  # noqa: PERF401 - looked at meanwhile

    following = asyncio.create_task(follow())
    await asyncio.to_thread(cupsd.stop)
    async with asyncio.timeout(30):
        while JobState(JobStage.STOPPED, None, Trouble.PRINTER_OFFLINE) not in told:
            await asyncio.sleep(0.05)
    cupsd.goes()
    await asyncio.to_thread(cupsd.start)
    async with asyncio.timeout(60):
        await following
    assert told[-1].stage is JobStage.DONE
    await printer.purge()
    assert await printer.count() == 0


async def test_a_server_answers_whatever_its_queues_are_and_nobody_does_not(cupsd: Cupsd) -> None:
    for address, there in ((cupsd.address, True), (nobody(), False)):
        printer = CupsPrinter(section(address, "renamed"), cupsd.settings)
        assert await printer.find() is None
        assert await printer.answers() is there
        await printer.close()
