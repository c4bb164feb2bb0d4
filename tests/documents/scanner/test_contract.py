"""What every scanner promises. The same suite runs on SANE's test device and on the fake of unit tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass

import pytest

from kiosk.documents.scanner.base import Progress, Scanner, Source
from kiosk.documents.scanner.sane import SaneScanner
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed
from tests.documents.scanner.conftest import Configure, section
from tests.unit.documents.fake_scanner import FakeScanner, a_pnm


@dataclass
class Bench:
    scanner: Scanner
    empty: Callable[[], None]
    jam: Callable[[], None]
    slow: Callable[[], None]
    unplug: Callable[[], None]
    lifelike: Callable[[], None]


@pytest.fixture(params=["sane", "fake"])
async def bench(request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    made = _sane(request.getfixturevalue("configure")) if request.param == "sane" else _fake()
    yield made
    await made.scanner.close()
    assert made.scanner.remains() == 0


def _sane(configure: Configure) -> Bench:
    return Bench(
        SaneScanner(section(dots_per_inch=150)),
        empty=lambda: configure(read_status_code='"SANE_STATUS_NO_DOCS"'),
        jam=lambda: configure(read_status_code='"SANE_STATUS_JAMMED"'),
        slow=lambda: configure(
            read_delay="true", read_delay_duration="200000", read_limit="true", read_limit_size="4096"
        ),
        unplug=lambda: configure(plugged=False),
        # Faster than any real one, and slow enough to be followed.
        lifelike=lambda: configure(read_delay="true", read_delay_duration="2000"),
    )


def _fake() -> Bench:
    fake = FakeScanner(*[a_pnm()] * 10)

    def ends(trouble: Trouble) -> Callable[[], None]:
        def change() -> None:
            fake.sheets, fake.trouble = (), trouble

        return change

    async def for_ever() -> None:
        await asyncio.Event().wait()

    return Bench(
        fake,
        empty=ends(Trouble.FEEDER_EMPTY),
        jam=ends(Trouble.FEEDER_JAMMED),
        slow=lambda: setattr(fake, "wait", for_ever),
        unplug=lambda: setattr(fake, "info", None),
        lifelike=lambda: None,
    )


async def sheets_of(scanner: Scanner, source: Source) -> list[Sealed]:
    return [one async for one in scanner.scan(source) if isinstance(one, Sealed)]


async def test_a_scanner_is_found_with_its_glass_and_its_feeder(bench: Bench) -> None:
    found = await bench.scanner.find()
    assert found is not None
    assert set(found.sources) == {Source.GLASS, Source.FEEDER}


async def test_a_scanner_that_is_not_there_is_not_found(bench: Bench) -> None:
    bench.unplug()
    assert await bench.scanner.find() is None


async def test_the_glass_gives_one_sheet_as_a_picture_and_its_progress(bench: Bench) -> None:
    bench.lifelike()
    came = [one async for one in bench.scanner.scan(Source.GLASS)]
    percents = [one.percent for one in came if isinstance(one, Progress)]
    assert percents
    assert percents == sorted(percents)
    assert 0 <= percents[0] <= percents[-1] <= 100
    (sheet,) = (one for one in came if isinstance(one, Sealed))
    assert sheet.start(2) == b"P6"
    sheet.close()


async def test_the_feeder_gives_every_sheet_and_its_end_is_no_trouble(bench: Bench) -> None:
    sheets = await sheets_of(bench.scanner, Source.FEEDER)
    assert len(sheets) == 10
    for sheet in sheets:
        sheet.close()


@pytest.mark.parametrize(("how", "trouble"), [("empty", Trouble.FEEDER_EMPTY), ("jam", Trouble.FEEDER_JAMMED)])
async def test_what_is_wrong_with_the_feeder_is_told(bench: Bench, how: str, trouble: Trouble) -> None:
    getattr(bench, how)()
    with pytest.raises(PaperTroubleError) as told:
        await sheets_of(bench.scanner, Source.FEEDER)
    assert told.value.trouble is trouble
    assert bench.scanner.remains() == 0


async def test_a_scan_that_is_left_stops_at_once_and_leaves_nothing_running(bench: Bench) -> None:
    bench.slow()
    async with asyncio.timeout(10):
        async with aclosing(bench.scanner.scan(Source.GLASS)) as coming:
            async for one in coming:
                assert isinstance(one, Progress)
                assert bench.scanner.remains() > 0
                break
    assert bench.scanner.remains() == 0


async def test_a_cancelled_scan_leaves_nothing_running(bench: Bench) -> None:
    bench.slow()
    begun = asyncio.Event()

    async def scan() -> None:
        async for _ in bench.scanner.scan(Source.FEEDER):
            begun.set()

    task = asyncio.create_task(scan())
    async with asyncio.timeout(10):
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    # What was iterating is gone; the iterator itself is closed by the scanner's own end.
    await bench.scanner.close()
    assert bench.scanner.remains() == 0
