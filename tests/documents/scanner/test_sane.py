"""What a real `scanimage` does in its room: nothing on a disk, sizes bounded, each failure told by its own sentence.

Where SANE's test device cannot fail as a device does, a pretended `scanimage` runs in the same room.
"""

from __future__ import annotations

import codecs
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.documents.scanner.base import Source
from kiosk.documents.scanner.sane import SaneScanner
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed
from tests.documents import remnants
from tests.documents.scanner.conftest import Configure, section

OPTIONS = """    --source Flatbed|ADF [Flatbed]
    --mode Gray|Color [Gray]
"""
Pretend = Callable[..., SaneScanner]


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pretend]:
    """A scanner whose `scanimage` is this shell script; `-A` answers OPTIONS."""
    # Not below /tmp, which in the room is another one.
    folder = Path(tempfile.mkdtemp(prefix=".kiosk-test-", dir=Path.home()))
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")

    def write(script: str, listed: str = "", device: str = "pretended:1") -> SaneScanner:
        program = folder / "scanimage"
        program.write_text(
            "#!/bin/sh\n"
            f'case "$*" in *-A) cat <<"E"\n{OPTIONS}E\n exit 0;; -f*) printf "{listed}"; exit 0;; esac\n{script}\n'
        )
        program.chmod(stat.S_IRWXU)
        return SaneScanner(section(device))

    yield write
    shutil.rmtree(folder)


async def sheets_of(scanner: SaneScanner, source: Source = Source.GLASS) -> tuple[list[bytes], Trouble | None]:
    sheets = []
    try:
        async for one in scanner.scan(source):
            if isinstance(one, Sealed):
                sheets.append(one.read())
                one.close()
    except PaperTroubleError as error:
        return sheets, error.trouble
    finally:
        assert scanner.remains() == 0
    return sheets, None


def size_of(sheet: bytes) -> tuple[int, int]:
    match = re.match(rb"P6\n(?:#[^\n]*\n)?(\d+) (\d+)\n255\n", sheet)
    assert match is not None
    return int(match[1]), int(match[2])


@pytest.mark.parametrize("dots", [150, 200, 300])
async def test_a_sheet_is_an_a4_in_colour_at_the_configured_fineness(configure: Configure, dots: int) -> None:
    (sheet,), trouble = await sheets_of(SaneScanner(section(dots_per_inch=dots)))
    assert trouble is None
    width, height = size_of(sheet)
    assert width == pytest.approx(210 / 25.4 * dots, abs=2)
    assert height == pytest.approx(297 / 25.4 * dots, abs=2)
    assert len(sheet) - sheet.index(b"255\n") - 4 == 3 * width * height


async def test_the_sheet_is_what_lies_on_the_glass(configure: Configure) -> None:
    configure(test_picture='"Solid white"')
    (white,), _ = await sheets_of(SaneScanner(section()))
    configure(test_picture='"Solid black"')
    (black,), _ = await sheets_of(SaneScanner(section()))
    assert (set(white[-3000:]), set(black[-3000:])) == ({255}, {0})


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        ("JAMMED", Trouble.FEEDER_JAMMED),
        ("NO_DOCS", Trouble.FEEDER_EMPTY),
        ("COVER_OPEN", Trouble.SCANNER_COVER_OPEN),
        ("DEVICE_BUSY", Trouble.SCANNER_BUSY),
        ("IO_ERROR", Trouble.SCANNER_FAILED),
        ("NO_MEM", Trouble.SCANNER_FAILED),
        ("ACCESS_DENIED", Trouble.SCANNER_FAILED),
        ("CANCELLED", Trouble.SCANNER_FAILED),
    ],
)
@pytest.mark.parametrize("source", list(Source))
async def test_each_failure_of_a_device_is_told_by_its_cause(
    configure: Configure, status: str, trouble: Trouble, source: Source
) -> None:
    configure(read_status_code=f'"SANE_STATUS_{status}"')
    assert await sheets_of(SaneScanner(section()), source) == ([], trouble)


async def test_a_scanner_that_goes_away_is_told_and_looked_for_anew(configure: Configure) -> None:
    scanner = SaneScanner(section())
    assert await scanner.find() is not None
    configure(plugged=False)
    assert await sheets_of(scanner) == ([], Trouble.NO_SCANNER)
    assert await scanner.find() is None
    configure()
    assert await scanner.find() is not None


async def test_the_test_device_is_nobodys_scanner_unless_it_is_configured(configure: Configure) -> None:
    assert await SaneScanner(section(device="")).find() is None


async def test_a_post_without_scanner_looks_for_none(configure: Configure) -> None:
    off = section().model_copy(update={"enabled": False})
    assert await SaneScanner(off).find() is None


async def test_a_device_that_is_plugged_in_comes_before_the_networks_and_a_webcam_never(pretend: Pretend) -> None:
    rows = (
        ("v4l:/dev/video0", "virtual device", "Noname WebCam"),
        ("escl:https://10.0.0.2", "flatbed scanner", "Net A"),
        ("airscan:e0:Net A", "eSCL", "Net A"),
        ("genesys:libusb:001:004", "flatbed scanner", "Canon LiDE"),
    )
    listed = "".join("\\037".join(row) + "\\n" for row in rows)
    found = await pretend("exit 1", listed, device="").find()
    assert found is not None
    assert found.name == "Canon LiDE"
    listed = "".join("\\037".join(row) + "\\n" for row in rows[:3])
    found = await pretend("exit 1", listed, device="").find()
    assert found is not None
    assert found.name == "Net A"
    assert await pretend("exit 1", "\\037".join(rows[0]) + "\\n", device="").find() is None


async def test_a_network_that_announces_scanners_without_end_is_asked_about_a_few(pretend: Pretend) -> None:
    rows = [("airscan:e9:\\033[2J", "eSCL", "Net 000")]
    rows += [(f"airscan:e{number}:a", "eSCL", f"Net {number:03}") for number in range(400)]
    listed = await pretend("exit 1", "".join("\\037".join(row) + "\\n" for row in rows), device="").listed()
    assert len(listed) == 16
    assert all(name.isprintable() for name, _, _ in listed)
    words = await pretend("exit 1", "%02000000d", device="").listed()
    assert words == []


async def test_sheets_that_came_before_a_jam_stay_good(pretend: Pretend) -> None:
    one = r"printf 'P5\n2 2\n255\nabcd'"
    sheets, trouble = await sheets_of(pretend(f"{one}; {one}; printf 'P5\\n2 2\\n255\\nab'; exit 6"), Source.FEEDER)
    assert sheets == [b"P5\n2 2\n255\nabcd"] * 2
    assert trouble is Trouble.FEEDER_JAMMED


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        (r"printf 'P6\n90000 90000\n255\n'; cat /dev/zero", Trouble.TOO_LARGE),
        (r"printf 'P6\n0 10\n255\n'", Trouble.SCANNER_FAILED),
        ("head -c 4000 /dev/zero", Trouble.SCANNER_FAILED),
        (r"printf 'P6\n# '; head -c 100000 /dev/zero | tr '\0' 'a'", Trouble.SCANNER_FAILED),
        (r"printf 'P6\n2 2\n255\nab'", Trouble.SCANNER_FAILED),
        ("exit 0", Trouble.SCANNER_FAILED),
    ],
)
async def test_a_device_that_lies_ends_in_a_sentence(pretend: Pretend, script: str, trouble: Trouble) -> None:
    assert await sheets_of(pretend(script)) == ([], trouble)


async def test_a_scanner_that_says_nothing_is_given_up(pretend: Pretend, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.documents.scanner.run.SILENT_SECONDS", 0.3)
    assert await sheets_of(pretend("sleep 100")) == ([], Trouble.SCANNER_FAILED)


async def test_the_last_words_of_a_scanner_count_when_it_never_ends(
    pretend: Pretend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.documents.scanner.run.LAST_SECONDS", 0.2)
    one = r"printf 'P5\n2 2\n255\nabcd'"
    stuck = "echo 'scanimage: sane_start: Document feeder {}' >&2; sleep 100"
    jammed = pretend(f"{one}; {stuck.format('jammed')}")
    assert await sheets_of(jammed, Source.FEEDER) == ([b"P5\n2 2\n255\nabcd"], Trouble.FEEDER_JAMMED)
    empty = pretend(f"{one}; {stuck.format('out of documents')}")
    assert await sheets_of(empty, Source.FEEDER) == ([b"P5\n2 2\n255\nabcd"], None)
    monkeypatch.setattr("kiosk.documents.scanner.run.HOME_SECONDS", 0.2)
    assert await sheets_of(pretend(f"{one}; sleep 100")) == ([b"P5\n2 2\n255\nabcd"], None)


async def test_a_backend_that_writes_the_sheet_into_a_file_reaches_no_disk(pretend: Pretend) -> None:
    """As SANE's eSCL backend does, by tmpfile()."""
    mark = f"kiosk-canary-{os.getpid()}"
    folders = ["/tmp", "/var/tmp", "/dev/shm"]
    refused = ["/", "/var", "/etc", str(Path.home()), str(Path.cwd())]
    script = "; ".join(f"echo x > {one}/{mark} || exit 4" for one in folders)
    script += "; " + "; ".join(f"(echo x > {one}/{mark}) 2>/dev/null && exit 5" for one in refused)
    sheets, trouble = await sheets_of(pretend(f"{script}; printf 'P5\\n1 1\\n255\\na'; exit 0"))
    assert (sheets, trouble) == ([b"P5\n1 1\n255\na"], None)
    assert not [one for one in (*folders, *refused) if Path(one, mark).exists()]


@pytest.mark.parametrize("way", ["forget", "hold"])
def test_nothing_of_a_sheet_stays_in_our_memory_or_in_a_file(pretend: Pretend, way: str) -> None:
    begun = time.time()
    # Made by another program, and not spelt in this file: as a word of it, it could be in any memory.
    pretend(r"printf 'P5\n3000 1000\n255\n'; yes 'srhvyyr-dhrezrhe-4711' | tr a-z n-za-m | head -c 3000000")
    needle = codecs.encode("srhvyyr-dhrezrhe-4711", "rot13").encode()
    with remnants.waiting("tests.documents.scanner.scanning", way) as pid:
        found = remnants.times_in_memory(needle, pid)
    # One that holds it is found out: the search can be believed.
    assert found == (3_000_000 // 22 if way == "hold" else 0)
    assert remnants.files_with(needle + b"\n", begun) == []
