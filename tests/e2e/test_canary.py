"""The search that the other proofs stand on finds what is there: a canary left on purpose is always found."""

from __future__ import annotations

import base64
import os
import random
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from demonstration.display import memory_folder
from proof.rig.canary import Canary, files_with, memory_with

CANARY = Canary.draw(random.Random(1))
OTHER = Canary.draw(random.Random(2))
WRITTEN = {
    "utf-8": CANARY.typed.encode(),
    "utf-16-le": CANARY.typed.encode("utf-16-le"),
    "utf-16-be": CANARY.typed.encode("utf-16-be"),
    "percent": quote(CANARY.typed, safe="").encode(),
    "backwards": CANARY.typed[::-1].encode(),
    **{f"base64 after {shift}": base64.b64encode(b"x" * shift + CANARY.typed.encode()) for shift in range(3)},
}


@pytest.mark.parametrize("writing", WRITTEN)
def test_a_canary_left_in_a_file_is_found_in_every_writing(tmp_path: Path, writing: str) -> None:
    left = tmp_path / "deep" / "left"
    left.parent.mkdir()
    left.write_bytes(b"before" + WRITTEN[writing] + b"after")
    assert files_with([OTHER, CANARY], [tmp_path]) == [left]
    assert files_with([OTHER], [tmp_path]) == []


def test_a_canary_across_two_chunks_or_in_a_name_is_found(tmp_path: Path) -> None:
    split = tmp_path / "split"
    split.write_bytes(bytes((8 << 20) - 9) + CANARY.core.encode())
    named = tmp_path / f"{CANARY.core}.pdf"
    named.touch()
    assert sorted(files_with([CANARY], [tmp_path])) == sorted([split, named])


def test_a_file_whose_date_was_put_back_is_still_looked_at(tmp_path: Path) -> None:
    since = time.time() - 1
    left = tmp_path / "left"
    left.write_text(CANARY.core)
    os.utime(left, (0, 0))
    assert files_with([CANARY], [tmp_path], since) == [left]
    assert files_with([CANARY], [tmp_path], time.time() + 60) == []


def test_a_memory_file_system_below_the_kernels_own_is_searched() -> None:
    with memory_folder() as folder:
        left = folder / "left"
        left.write_text(CANARY.core)
        assert files_with([CANARY], [Path("/dev")], time.time() - 1) == [left]
        assert files_with([CANARY], [Path("/dev"), Path("/dev/shm")], time.time() - 1) == [left]


def test_a_canary_in_another_process_is_found_until_it_is_overwritten() -> None:
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as cat:

        def pass_through(content: bytes) -> None:
            assert cat.stdin is not None
            assert cat.stdout is not None
            cat.stdin.write(content)
            cat.stdin.flush()
            assert cat.stdout.read(len(content)) == content

        pass_through(base64.b64encode(CANARY.typed.encode()))
        assert any(place.startswith(f"{cat.pid} ") for place in memory_with([CANARY], [cat.pid]))
        pass_through(bytes(4096))
        assert memory_with([CANARY], [cat.pid]) == []


def test_a_canary_in_an_open_file_without_a_name_is_found(tmp_path: Path) -> None:
    with (tmp_path / "gone").open("w+b") as file:
        file.write(CANARY.core.encode())
        file.flush()
        os.unlink(file.name)
        found = memory_with([CANARY], [os.getpid()])
    assert any("/fd/" in place for place in found)


def test_a_process_that_has_ended_holds_nothing() -> None:
    child = os.posix_spawn("/bin/true", ["true"], {})
    os.waitpid(child, 0)
    assert memory_with([CANARY], [child]) == []
