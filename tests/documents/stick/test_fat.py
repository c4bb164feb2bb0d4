"""Copies onto real FAT file systems: every size of them, full ones, broken ones, hostile ones, and ones pulled out."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import stat
import subprocess
import time
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path

import pytest

from kiosk.documents.paper import Paper
from kiosk.documents.stick.base import Stick
from kiosk.documents.stick.fat import FatSticks
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed
from tests.documents.stick import images
from tests.documents.stick.test_contract import These, paper, percents, trouble_of

SECRET = b"2 84 11 35 238 042 17"


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return images.make(tmp_path / "stick")


def a_stick(device: Path) -> Stick:
    return Stick(device, "vfat", 0)


@pytest.mark.parametrize(("kind", "megabytes"), [(12, 2), (16, 16), (32, 40)])
async def test_every_fat_takes_papers_and_stays_sound(tmp_path: Path, kind: int, megabytes: int) -> None:
    image = images.make(tmp_path / "stick", kind, megabytes)
    content = os.urandom(700_001)
    assert (await percents(FatSticks(These()), a_stick(image), paper("Reçu", content)))[-1] == 100
    assert images.content(image, "Mes papiers/Reçu.pdf") == content
    assert images.names(image) == {"Reçu.pdf"}
    assert images.is_sound(image)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Avis d'impôt 2024/2025", "Avis d'impôt 2024-2025.pdf"),
        ('Bail: 3 pièces <Rennes> "T3" | ok?*', "Bail- 3 pièces -Rennes- -T3- - ok.pdf"),
        ("..\\..\\autorun", "autorun.pdf"),
        ("con", "Papier con.pdf"),
        ("Fin...  ", "Fin.pdf"),
        ("scan.pdf", "scan.pdf"),
        ("[a-z]*", "a-z.pdf"),
        ("AVISDI~1", "AVISDI-1.pdf"),
        ("Œuvre №7 €", "Œuvre №7 €.pdf"),
        ("شهادة السكن", "شهادة السكن.pdf"),
        ("--help", "help.pdf"),
        ("Photo 🙂 \u202egpj", "Photo gpj.pdf"),
        ("a" * 300, "a" * 100 + ".pdf"),
        ("", "Papier.pdf"),
    ],
)
async def test_any_title_becomes_a_name_that_every_machine_reads(image: Path, title: str, name: str) -> None:
    await percents(FatSticks(These()), a_stick(image), paper(title))
    assert images.names(image) == {name}
    assert images.content(image, f"Mes papiers/{name}") == b"a paper"


async def test_what_was_on_the_stick_stays_as_it_was(image: Path) -> None:
    images.put(image, "Vacances.jpg", b"holidays")
    images.folder(image, "MES PAPIERS")
    images.put(image, "MES PAPIERS/rib.pdf", b"mine")
    await percents(FatSticks(These()), a_stick(image), paper("RIB"))
    assert images.content(image, "Vacances.jpg") == b"holidays"
    assert images.content(image, "MES PAPIERS/rib.pdf") == b"mine"
    assert images.content(image, "MES PAPIERS/RIB (2).pdf") == b"a paper"


async def test_a_file_in_the_place_of_the_folder_is_left_alone(image: Path) -> None:
    images.put(image, "Mes papiers", b"a file")
    await percents(FatSticks(These()), a_stick(image), paper())
    assert images.content(image, "Mes papiers") == b"a file"
    assert images.content(image, "Mes papiers (2)/RIB.pdf") == b"a paper"


async def test_a_full_stick_is_told_and_left_as_it_was(tmp_path: Path) -> None:
    image = images.make(tmp_path / "stick", 12, 2)
    images.put(image, "big", bytes(1_700_000))
    assert await trouble_of(FatSticks(These()), a_stick(image), paper(content=bytes(500_000))) is Trouble.STICK_FULL
    assert images.names(image) == set()
    assert images.content(image, "big") == bytes(1_700_000)


async def test_a_stick_that_lies_about_its_room_keeps_no_half_paper(tmp_path: Path) -> None:
    """FAT32 notes its free clusters, and the note may be wrong."""
    image = images.make(tmp_path / "stick")
    images.put(image, "big", bytes(38_500_000))
    raw = bytearray(image.read_bytes())
    raw[512 + 488 : 512 + 492] = (70_000).to_bytes(4, "little")
    image.write_bytes(raw)
    assert await trouble_of(FatSticks(These()), a_stick(image), paper(content=bytes(5_000_000))) is Trouble.STICK_FULL
    assert images.names(image) == set()


async def test_a_stick_pulled_out_in_the_middle_is_told(image: Path) -> None:
    sticks = FatSticks(These())
    with pytest.raises(PaperTroubleError) as told:
        async with aclosing(sticks.copy(a_stick(image), [paper(content=bytes(12 << 20))])) as copy:
            async for one in copy:
                if one.percent > 10:
                    image.unlink(missing_ok=True)
    assert told.value.trouble is Trouble.STICK_PULLED_OUT
    assert sticks.remains() == 0


async def test_a_copy_that_is_cancelled_leaves_no_half_paper_under_its_name(image: Path) -> None:
    sticks = FatSticks(These())
    begun = asyncio.Event()

    async def copy() -> None:
        async with aclosing(sticks.copy(a_stick(image), [paper(content=bytes(12 << 20))])) as steps:
            async for one in steps:
                if one.percent > 10:
                    begun.set()

    task = asyncio.create_task(copy())
    async with asyncio.timeout(20):
        await begun.wait()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    assert task.cancelled()
    assert sticks.remains() == 0
    assert images.names(image) == set()
    assert images.is_sound(image)


async def test_what_the_stick_did_not_keep_is_found_out(image: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counterfeit sticks say yes to everything and keep the first megabytes only."""
    sticks = FatSticks(These())
    content = os.urandom(3_000_000)
    with pytest.raises(PaperTroubleError) as told:
        async with aclosing(sticks.copy(a_stick(image), [paper(content=content)])) as copy:
            async for _ in copy:
                raw = bytearray(image.read_bytes())
                if (place := raw.find(content[1_000_000:1_000_400])) >= 0:
                    with image.open("r+b") as file:
                        file.seek(place)
                        file.write(bytes(400))
    assert told.value.trouble is Trouble.STICK_FAILED
    assert images.names(image) == set()


@pytest.mark.parametrize("start", [0, 11, 512, 32 * 512])
async def test_a_broken_stick_ends_in_a_sentence(image: Path, start: int) -> None:
    with image.open("r+b") as file:
        file.seek(start)
        file.write(os.urandom(600_000))
    sticks = FatSticks(These())
    async with asyncio.timeout(60):
        with contextlib.suppress(PaperTroubleError):
            assert (await percents(sticks, a_stick(image), paper(content=b"x" * 5000)))[-1] == 100
            # Whatever is still sound on it may be enough: then the paper is there.
            assert b"x" * 512 in image.read_bytes()
    assert sticks.remains() == 0


async def test_a_folder_without_end_does_not_hold_the_post(image: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.documents.stick.fat.STEP_SECONDS", 5)
    images.folder(image, "Mes papiers")
    raw = image.read_bytes()
    assert b"MESPAP~1" in raw
    images.chain_to_itself(image, "MESPAP~1")
    sticks = FatSticks(These())
    async with asyncio.timeout(60):
        with contextlib.suppress(PaperTroubleError):
            await percents(sticks, a_stick(image), paper())
    assert sticks.remains() == 0


async def test_nothing_of_a_paper_or_its_title_is_on_the_disk_or_in_an_argument(
    image: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[bytes] = set()
    begun = time.time()
    sticks = FatSticks(These())
    content = SECRET * 300_000
    async with aclosing(sticks.copy(a_stick(image), [paper("Avis de Zénaïde Quermeur", content)])) as copy:
        async for _ in copy:
            seen |= set(_everything_told_in_proc())
    assert images.content(image, "Mes papiers/Avis de Zénaïde Quermeur.pdf") == content
    assert not [one for one in seen if b"Quermeur" in one]
    assert [one for one in _written_since(begun, "/tmp", "/var/tmp", "/dev/shm", "/run") if _holds(one)] == [image]


def _everything_told_in_proc() -> Iterator[bytes]:
    for pid in filter(str.isdigit, os.listdir("/proc")):
        for name in ("cmdline", "environ"):
            with contextlib.suppress(OSError):
                if int(pid) != os.getpid():
                    yield Path("/proc", pid, name).read_bytes()


def _written_since(begun: float, *folders: str) -> Iterator[Path]:
    for folder in folders:
        for place, _, names in os.walk(folder):
            for file in (Path(place, name) for name in names):
                with contextlib.suppress(OSError):
                    known = file.lstat()
                    if stat.S_ISREG(known.st_mode) and known.st_mtime >= begun - 1 and known.st_size < 1 << 28:
                        yield file


def _holds(file: Path) -> bool:
    try:
        return SECRET * 3 in file.read_bytes()
    except OSError:
        return False


@pytest.fixture
def loop(image: Path) -> Iterator[Path]:
    """The same stick as a real block device, where the machine gives one."""
    made = subprocess.run(["losetup", "-f", "--show", image], check=False, capture_output=True)
    if made.returncode != 0 or shutil.which("losetup") is None:
        pytest.skip("no loop device here")
    device = Path(made.stdout.decode().strip())
    yield device
    subprocess.run(["losetup", "-d", device], check=True)


async def test_a_block_device_takes_papers_without_being_mounted(loop: Path, image: Path) -> None:
    content = os.urandom(3_000_000)
    mounts = Path("/proc/mounts").read_text()
    sticks = FatSticks(These())
    async with aclosing(sticks.copy(a_stick(loop), [Paper("Bail", "image", Sealed.of(content))])) as copy:
        told = [(one.percent, Path("/proc/mounts").read_text()) async for one in copy]
    assert told[-1] == (100, mounts)
    assert {seen for _, seen in told} == {mounts}
    assert images.content(image, "Mes papiers/Bail.jpg") == content
