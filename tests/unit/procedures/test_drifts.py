"""Drifts are counted by procedure and step, survive a restart, and never stand in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.procedures.drifts import DriftCounts


def test_counts_outlive_the_program(tmp_path: Path) -> None:
    file = tmp_path / "state" / "drifts.json"
    DriftCounts(file.parent).add("prime", "numero")
    DriftCounts(file.parent).add("prime", "numero")
    DriftCounts(file.parent).add("prime", "code")
    assert DriftCounts(file.parent).read() == {"prime": {"numero": 2, "code": 1}}


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": 1}', '{"a": {"b": "x"}}', '{"a": {"b": Infinity}}', "\0"])
def test_a_damaged_file_starts_again(tmp_path: Path, content: str) -> None:
    file = tmp_path / "drifts.json"
    file.write_text(content)
    DriftCounts(file.parent).add("prime", "numero")
    assert DriftCounts(file.parent).read() == {"prime": {"numero": 1}}


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    counts = DriftCounts(tmp_path / "file")
    counts.add("prime", "numero")
    assert counts.read() == {}


def test_a_count_that_nobody_can_have_counted_does_not_hide_the_next(tmp_path: Path) -> None:
    (tmp_path / "drifts.json").write_text('{"prime": {"numero": -9, "code": 1e300}}')
    counts = DriftCounts(tmp_path)
    counts.add("prime", "numero")
    assert counts.read()["prime"]["numero"] == 1
    assert counts.read()["prime"]["code"] == 1_000_000
