"""What is found is told: of which round, of which kind, in which writing and where."""

from __future__ import annotations

import os
import random
import subprocess
import zlib
from pathlib import Path

import pytest

from proof.rig.writings import writings
from proof.wipe.search import MARK, Planted, Search
from proof.wipe.session import canary_of, draw_family, draw_mark

CHANCE = random.Random(1)
FAMILY = draw_family(CHANCE)
FIRST, SECOND = (Planted(number, draw_mark(CHANCE, FAMILY), ("cookie", "title")) for number in (1, 2))
TITLE = canary_of(SECOND.mark, "title").core


@pytest.fixture
def search() -> Search:
    made = Search(FAMILY)
    made.planted += [FIRST, SECOND]
    return made


@pytest.mark.parametrize("writing", writings("x"))
def test_a_hit_names_its_kind_and_its_writing(search: Search, writing: str) -> None:
    (hit,) = search.in_bytes("there", b"before" + writings(TITLE)[writing] + b"after")
    assert (hit.round, hit.kind, hit.writing, hit.place) == (2, "title", writing, "there")


def test_what_an_earlier_round_left_is_its_own(search: Search) -> None:
    (hit,) = search.in_bytes("there", canary_of(FIRST.mark, "cookie").core.encode())
    assert (hit.round, hit.kind) == (1, "cookie")


def test_the_mark_alone_counts_and_so_does_what_was_cut_short(search: Search) -> None:
    assert [hit.kind for hit in search.in_bytes("there", FIRST.mark.encode())] == [MARK]
    assert [hit.kind for hit in search.in_bytes("there", TITLE[: len(FAMILY) + 1].encode())] == [MARK]
    assert search.in_bytes("there", TITLE[1:].encode()) == []


def test_every_kind_in_one_place_is_told(search: Search) -> None:
    content = b" ".join(canary_of(SECOND.mark, name).core.encode() for name in SECOND.kinds)
    assert {hit.kind for hit in search.in_bytes("there", content)} == set(SECOND.kinds)


def test_what_is_no_word_is_looked_for_as_well(search: Search) -> None:
    class Sevens:
        def is_in(self, content: bytes) -> bool:
            return b"\7\7\7\7" in content

    SECOND.others.append(("pixels", Sevens()))
    try:
        assert [hit.kind for hit in search.in_bytes("there", b"\0\7\7\7\7")] == ["pixels"]
    finally:
        SECOND.others.clear()


def test_names_contents_streams_and_far_parts_of_files_with_holes_are_searched(search: Search, tmp_path: Path) -> None:
    (tmp_path / f"{TITLE}.txt").touch()
    (tmp_path / "stream").write_bytes(b"head" + zlib.compress(b"x" * 500 + TITLE.encode()))
    with (tmp_path / "holes").open("wb") as file:
        file.write(b"begins")
        file.seek(1 << 20)
        file.write(TITLE.encode())
        file.truncate(64 << 20)
    (tmp_path / "outside").write_text(TITLE)
    hits = search.in_files([tmp_path], 0.0, (str(tmp_path / "outside"),))
    assert sorted(Path(hit.place).name for hit in hits) == sorted([f"{TITLE}.txt", "stream", "holes"])
    assert search.searched["disk"] < 8 << 20


def test_memory_of_another_process_is_searched_and_counted(search: Search) -> None:
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as cat:
        assert cat.stdin is not None
        assert cat.stdout is not None
        cat.stdin.write(TITLE.encode())
        cat.stdin.flush()
        assert cat.stdout.read(len(TITLE)) == TITLE.encode()
        hits = search.in_memory({cat.pid: "a cat"})
    assert {(hit.round, hit.kind) for hit in hits} == {(2, "title")}
    assert all(hit.place.startswith("a cat: ") for hit in hits)
    assert search.searched["memory"] > 0


def test_a_process_that_cannot_be_read_is_no_clean_one(search: Search) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads every process")
    with pytest.raises(OSError, match=r"."):
        search.in_memory({1: "the first"})
