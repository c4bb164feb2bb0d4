"""What every stick promises. The same suite runs on a real FAT file system and on the fake of unit tests."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from demonstration import stick_images as images
from kiosk.documents.paper import Paper
from kiosk.documents.stick.base import Stick, Sticks
from kiosk.documents.stick.fat import FatSticks
from kiosk.documents.stick.ports import Ports
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed
from tests.unit.documents.fake_sticks import A_STICK, FakeSticks


class These(Ports):
    def __init__(self, *sticks: Stick) -> None:
        self.sticks = sticks

    async def plugged(self) -> tuple[Stick, ...]:
        return self.sticks


@dataclass
class Bench:
    sticks: Sticks
    stick: Stick
    content: Callable[[str], bytes]


@pytest.fixture(params=["fat", "fake"])
async def bench(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Bench]:
    if request.param == "fake":
        fake = FakeSticks(A_STICK)
        made = Bench(fake, A_STICK, lambda name: fake.copied[name])
    else:
        image = images.make(tmp_path / "stick")
        stick = Stick(image, "vfat", image.stat().st_size)
        made = Bench(FatSticks(These(stick)), stick, lambda name: images.content(image, f"Mes papiers/{name}"))
    yield made
    await made.sticks.close()
    assert made.sticks.remains() == 0


def paper(title: str = "RIB", content: bytes = b"a paper") -> Paper:
    return Paper(title, "pdf", Sealed.of(content))


async def percents(sticks: Sticks, stick: Stick, *papers: Paper) -> list[int]:
    return [one.percent async for one in sticks.copy(stick, papers)]


async def trouble_of(sticks: Sticks, stick: Stick, *papers: Paper) -> Trouble:
    with pytest.raises(PaperTroubleError) as told:
        await percents(sticks, stick, *papers)
    return told.value.trouble


async def test_what_is_plugged_in_is_told(bench: Bench) -> None:
    assert await bench.sticks.plugged() == (bench.stick,)


async def test_papers_are_on_the_stick_as_they_were(bench: Bench) -> None:
    large = os.urandom(5_000_001)
    told = await percents(bench.sticks, bench.stick, paper("Avis d'impôt", large), paper("RIB"))
    assert told == sorted(told)
    assert (told[0], told[-1], told.count(100)) == (0, 100, 1)
    assert bench.content("Avis d'impôt.pdf") == large
    assert bench.content("RIB.pdf") == b"a paper"
    assert bench.sticks.remains() == 0


async def test_no_file_is_ever_written_over(bench: Bench) -> None:
    for words in (b"first", b"second", b"third"):
        await percents(bench.sticks, bench.stick, paper(content=words))
    kept = [bench.content(name) for name in ("RIB.pdf", "RIB (2).pdf", "RIB (3).pdf")]
    assert kept == [b"first", b"second", b"third"]


async def test_two_papers_of_one_title_are_two_files(bench: Bench) -> None:
    await percents(bench.sticks, bench.stick, paper(content=b"one"), paper(content=b"two"))
    assert {bench.content("RIB.pdf"), bench.content("RIB (2).pdf")} == {b"one", b"two"}


@pytest.mark.parametrize("kind", ["exfat", "ntfs", "ext4", ""])
async def test_a_stick_of_another_format_is_refused_untouched(bench: Bench, kind: str) -> None:
    stick = replace(bench.stick, format=kind)
    assert await trouble_of(bench.sticks, stick, paper()) is Trouble.STICK_UNKNOWN_FORMAT


async def test_a_stick_that_cannot_be_written_is_told(bench: Bench) -> None:
    assert await trouble_of(bench.sticks, replace(bench.stick, read_only=True), paper()) is Trouble.STICK_READ_ONLY


async def test_a_copy_that_is_left_leaves_nothing_running(bench: Bench) -> None:
    async with asyncio.timeout(20), aclosing(bench.sticks.copy(bench.stick, [paper(content=bytes(8 << 20))])) as copy:
        async for _ in copy:
            break
    assert bench.sticks.remains() == 0
