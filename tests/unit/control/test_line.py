"""The brake line: what the shell writes is what a gate reads, and what cannot be read is a brake."""

from __future__ import annotations

import mmap
import os
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.control.line import MAX_KEYBOARDS, Line, LineReader, Wheel
from kiosk.control.people import Mode

NUMBERS = st.integers(1, 255)
WHEELS = st.builds(
    Wheel,
    st.sampled_from(Mode),
    st.booleans(),
    NUMBERS,
    st.lists(NUMBERS, max_size=MAX_KEYBOARDS).map(tuple),
    st.integers(0, 0xFFFFFFFF),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("line") / "wheel"


@given(wheels=st.lists(WHEELS, min_size=1, max_size=5))
def test_a_gate_reads_what_the_shell_wrote_last(path: Path, wheels: list[Wheel]) -> None:
    line = Line(path)
    reader = LineReader(path)
    for wheel in wheels:
        line.write(wheel)
        assert reader.read() == wheel
        assert reader.read() == wheel
    line.close()


def test_before_anything_is_said_the_post_is_single_handed(tmp_path: Path) -> None:
    line = Line(tmp_path / "wheel")
    assert LineReader(line.path).read() == Wheel(paired=False)


def test_a_line_caught_in_mid_writing_for_ever_is_a_brake(tmp_path: Path) -> None:
    line = Line(tmp_path / "wheel")
    reader = LineReader(line.path)
    descriptor = os.open(line.path, os.O_RDWR)
    with mmap.mmap(descriptor, 0) as memory:
        struct.pack_into("=I", memory, 0, 7)
        assert reader.read() == Wheel(mode=Mode.BRAKE, paired=True)
    os.close(descriptor)


def test_the_guest_cannot_write_on_the_line(tmp_path: Path) -> None:
    line = Line(tmp_path / "wheel")
    reader = LineReader(line.path)
    with pytest.raises(TypeError):
        reader._memory[0] = 1


def test_the_line_is_gone_when_the_shell_has_ended(tmp_path: Path) -> None:
    line = Line(tmp_path / "wheel")
    line.close()
    assert not line.path.exists()
