"""Copies onto real FAT file systems: every size of them, full ones, broken ones, hostile ones, and ones pulled out."""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path

import pytest

from demonstration import stick_images as images
from kiosk.documents.paper import Paper
from kiosk.documents.stick.base import Stick
from kiosk.documents.stick.fat import FatSticks
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed
from tests.documents import remnants
from tests.documents.stick.test_contract import These, paper, percents, trouble_of

SECRET = b"2 84 11 35 238 042 17"
TIMES_SPELT = 120_000


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return images.make(tmp_path / "stick")


def chain_to_itself(image: Path, folder: str) -> None:
    """Make the folder's first cluster its own next one, as a stick that was made to hold a reader would."""
    raw = bytearray(image.read_bytes())
    reserved, fats, per_fat = int.from_bytes(raw[14:16], "little"), raw[16], int.from_bytes(raw[36:40], "little")
    root = (reserved + fats * per_fat) * 512
    place = raw.index(folder.upper().ljust(11).encode(), root)
    first = int.from_bytes(raw[place + 26 : place + 28], "little")
    # A folder ends at its first empty entry: fill its cluster, so that the next one is asked for.
    start = root + (first - 2) * 512
    for entry in range(2, 16):
        raw[start + 32 * entry : start + 32 * entry + 32] = b"F%07dTXT" % entry + b"\x20" + bytes(20)
    for number in range(fats):
        entry = (reserved + number * per_fat) * 512 + 4 * first
        raw[entry : entry + 4] = first.to_bytes(4, "little")
    image.write_bytes(raw)


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
        ("a" * 300, "a" * 80 + ".pdf"),
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
    chain_to_itself(image, "MESPAP~1")
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
            seen |= set(remnants.told_in_proc())
    assert images.content(image, "Mes papiers/Avis de Zénaïde Quermeur.pdf") == content
    assert not [one for one in seen if b"Quermeur" in one]
    assert remnants.files_with(SECRET, begun) == [image]


def _spelt_by_another() -> int:
    """A paper whose words are in no memory of this program: as a word of this file they would be."""
    spelt = ["sh", "-c", f"yes 'cnenvffrag-dhrezrhe-4711' | tr a-z n-za-m | head -c {25 * TIMES_SPELT}"]
    content = os.memfd_create("kiosk", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    subprocess.run(spelt, stdout=content, check=True)
    return content


@pytest.mark.parametrize("way", ["forget", "hold"])
def test_nothing_of_a_paper_stays_in_our_memory_after_its_copy(image: Path, way: str) -> None:
    held = Sealed.sealing(_spelt_by_another())
    needle = codecs.encode("cnenvffrag-dhrezrhe-4711", "rot13").encode()
    program = remnants.waiting(
        "tests.documents.stick.copying", str(image), str(held.fileno()), way, descriptors=(held.fileno(),)
    )
    with program as pid:
        held.close()
        # One that holds it is found out: the search can be believed.
        assert remnants.times_in_memory(needle, pid) == (TIMES_SPELT if way == "hold" else 0)
    assert needle in image.read_bytes()


@pytest.fixture
def loop(image: Path) -> Iterator[Path]:
    """The same stick as a real block device, where the machine gives one."""
    made = subprocess.run(["losetup", "-f", "--show", image], check=False, capture_output=True)
    if made.returncode != 0 or shutil.which("losetup") is None:
        pytest.skip("no loop device here")
    device = Path(made.stdout.decode().strip())
    yield device
    subprocess.run(["losetup", "-d", device], check=True)


@pytest.fixture
def partition(tmp_path: Path) -> Iterator[tuple[Path, Path, Path]]:
    """A partitioned stick: the whole, its FAT partition from the first megabyte on, and that as a block device."""
    inside, whole = images.make(tmp_path / "inside", megabytes=40), tmp_path / "whole"
    table = bytearray(1 << 20)
    table[446:462] = bytes.fromhex("00fefffe0cfefffe0008000000400100")
    table[510:512] = b"\x55\xaa"
    whole.write_bytes(bytes(table) + inside.read_bytes())
    made = subprocess.run(
        ["losetup", "-f", "-o", str(1 << 20), "--show", whole], check=False, capture_output=True, text=True
    )
    if made.returncode != 0:
        pytest.skip("no loop device here")
    yield whole, inside, Path(made.stdout.strip())
    subprocess.run(["losetup", "-d", made.stdout.strip()], check=True)


async def test_a_partition_takes_papers_and_the_rest_of_the_stick_stays(partition: tuple[Path, Path, Path]) -> None:
    whole, inside, device = partition
    before = whole.read_bytes()[: 1 << 20]
    assert (await percents(FatSticks(These()), a_stick(device), paper(content=b"x" * 5000)))[-1] == 100
    after = whole.read_bytes()
    assert after[: 1 << 20] == before
    inside.write_bytes(after[1 << 20 :])
    assert images.content(inside, "Mes papiers/RIB.pdf") == b"x" * 5000
    assert images.is_sound(inside)


async def test_a_block_device_takes_papers_without_being_mounted(loop: Path, image: Path) -> None:
    content = os.urandom(3_000_000)
    mounts = Path("/proc/mounts").read_text()
    sticks = FatSticks(These())
    async with aclosing(sticks.copy(a_stick(loop), [Paper("Bail", "image", Sealed.of(content))])) as copy:
        told = [(one.percent, Path("/proc/mounts").read_text()) async for one in copy]
    assert told[-1] == (100, mounts)
    assert {seen for _, seen in told} == {mounts}
    assert images.content(image, "Mes papiers/Bail.jpg") == content
