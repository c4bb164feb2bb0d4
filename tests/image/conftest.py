"""What is started is the image of `./dev image`. Its tests last many minutes, and are left out unless it is asked for:
./dev test --image."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.image.machine import FIRST_PARTITION, IMAGE, Machine

Started = Callable[..., Machine]


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A disk of our own with the image on it."""
    if not IMAGE.exists():
        pytest.fail("dist/cote-a-cote.img is not there: ./dev image")
    copy = tmp_path / "disk.img"
    subprocess.run(["cp", "--sparse=always", str(IMAGE), str(copy)], check=True)
    return copy


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Started]:
    """Switches a machine on, with what Machine takes besides the folder of its pictures. Its end is ours."""
    with contextlib.ExitStack() as stack:

        def begin(
            disk: Path, megabytes: int = 2048, *, uefi: bool = False, clock: str = "", shell: bool = False
        ) -> Machine:
            machine = Machine(disk, tmp_path, megabytes, uefi=uefi, clock=clock, shell=shell)
            stack.callback(machine.cut_power)
            return machine

        yield begin


def write_settings(disk: Path, text: str) -> None:
    """As IT does on any computer: the file kiosk.toml of the stick, changed."""
    place = f"{disk}@@{FIRST_PARTITION}"
    subprocess.run(["mcopy", "-o", "-i", place, "-", "::/kiosk.toml"], input=text.encode(), check=True)
