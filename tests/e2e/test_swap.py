"""A machine that may write its memory to a disk: the post stays closed and says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from demonstration.display import memory_folder, virtual_screen
from demonstration.kiosk import Kiosk
from demonstration.person import Person
from proof.rig.reading import wait_to_read

SWAPS = "Filename\tType\tSize\tUsed\tPriority\n/dev/sda2 partition 1048576 0 -2\n"


@pytest.fixture
def with_swap(tmp_path: Path) -> tuple[str, ...]:
    """The command before the program's: all is as it is, but the kernel tells of a disk."""
    told = tmp_path / "swaps"
    told.write_text(SWAPS)
    bwrap = shutil.which("bwrap")
    assert bwrap is not None
    return (bwrap, "--die-with-parent", "--dev-bind", "/", "/", "--ro-bind", str(told), "/proc/swaps")


def test_the_post_stays_closed_and_the_screen_says_why(with_swap: tuple[str, ...]) -> None:
    with virtual_screen(1280, 800) as display, memory_folder() as folder:
        person = Person(display)
        with Kiosk(display, folder, 'wipe.swap="refuse"', through=with_swap) as kiosk:
            kiosk.wait_for("post-closed", code="E-106")
            wait_to_read(person, "Ce poste est")
            wait_to_read(person, "E-106")
            assert not any(line["event"] == "guest-ready" for line in kiosk.lines)
        person.close()
