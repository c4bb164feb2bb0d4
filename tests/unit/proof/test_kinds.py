"""The list of kinds itself: enough of them, each with a name of its own, and none that the page has no place for."""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter

import pytest

from kiosk.practice.traces import NAMES
from proof.rig.canary import Canary
from proof.wipe.kind import Kind, Moment
from proof.wipe.kinds import KINDS
from proof.wipe.kinds.pixels import RUN, Bytes, Digits, Pixels, drawn_by
from proof.wipe.session import canary_of, draw_mark

PROMISED = 45


def test_there_are_as_many_kinds_as_promised() -> None:
    assert len(KINDS) >= PROMISED


def test_each_kind_has_a_name_of_its_own_and_says_where_it_is() -> None:
    names = [kind.name for kind in KINDS]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert [name for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []
    assert [kind.name for kind in KINDS if not kind.where] == []


def test_each_place_of_the_page_is_a_kind() -> None:
    assert set(NAMES) - {kind.name for kind in KINDS} == set()


def test_a_person_is_at_home_before_the_page_and_leaves_after_it() -> None:
    moments = [kind.moment for kind in KINDS if kind.moment is not Moment.CLOSING]
    assert moments == sorted(moments, key=list(Moment).index)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_nothing_of_a_session_before_it_is_planted(kind: type[Kind]) -> None:
    assert not vars(kind())


def test_two_kinds_of_one_session_never_share_a_word() -> None:
    mark = draw_mark(random.Random(7))
    words = {canary_of(mark, kind.name).core for kind in KINDS}
    assert len(words) == len(KINDS)
    assert all(word.startswith(mark) for word in words)


def test_the_row_of_pixels_is_the_one_that_the_pages_script_draws() -> None:
    drawn = drawn_by("lune")
    assert len(drawn.rgb) == 3 * RUN
    assert drawn.rgb[:64] == hashlib.sha256(b"lune 0").digest() + hashlib.sha256(b"lune 1").digest()


@pytest.mark.parametrize("order", ["RGB", "BGR", "BGRX", "BGRA"])
def test_pixels_are_found_in_every_order_in_which_programs_keep_them(order: str) -> None:
    pixels = Pixels(bytes(range(3 * RUN)))
    triples = [pixels.rgb[at : at + 3] for at in range(0, 3 * RUN, 3)]
    turned = [one if order == "RGB" else one[::-1] for one in triples]
    alpha = {"BGRX": b"\0", "BGRA": b"\xff"}.get(order, b"")
    assert pixels.is_in(b"before" + b"".join(one + alpha for one in turned) + b"after")
    assert not pixels.is_in(bytes(3 * RUN))


@pytest.mark.parametrize("content", [b"739152739152", "739152739152".encode("utf-16-le")])
def test_a_number_is_found_in_both_writings(content: bytes) -> None:
    assert Digits("739152739152").is_in(b"x" + content)
    assert not Digits("739152739153").is_in(content)


def test_bytes_are_found_as_they_are() -> None:
    assert Bytes(b"\0\1\2").is_in(b"a\0\1\2b")
    assert not Bytes(b"\0\1\2").is_in(b"\0\2\1")


def test_a_word_of_a_kind_is_found_among_others() -> None:
    word = canary_of("a" * 12, "local-storage")
    assert isinstance(word, Canary)
    assert word.is_in(b"key=" + word.core.encode())
