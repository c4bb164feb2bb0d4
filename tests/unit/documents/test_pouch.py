"""The pouch holds a bounded weight, each content once, and lets go of all of it."""

from __future__ import annotations

import os

import pytest

from kiosk.documents.paper import Pouch
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


def sparse(size: int) -> Sealed:
    memory = os.memfd_create("sparse", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.truncate(memory, size)
    return Sealed.sealing(memory)


def test_more_than_the_post_may_hold_is_refused_and_closed() -> None:
    pouch = Pouch(most_bytes=1000)
    kept = pouch.hold(sparse(600))
    before = open_files()
    with pytest.raises(PaperTroubleError) as refused:
        pouch.hold(sparse(401))
    assert refused.value.trouble is Trouble.TOO_LARGE
    assert open_files() == before
    assert pouch.hold(sparse(400)).size == 400
    assert not kept.closed
    pouch.empty()
    assert pouch.remains() == 0


def test_ten_gigabytes_of_nothing_are_refused_unread() -> None:
    with pytest.raises(PaperTroubleError):
        Pouch().hold(sparse(10 << 30))


def test_what_is_held_twice_is_one_content() -> None:
    pouch = Pouch(most_bytes=1000)
    content = pouch.hold(sparse(600))
    assert pouch.hold(content) is content
    pouch.drop(content)
    assert content.closed
    pouch.hold(sparse(1000))
    pouch.empty()


def test_several_are_held_all_or_none() -> None:
    pouch = Pouch(most_bytes=1000)
    before = open_files()
    with pytest.raises(PaperTroubleError):
        pouch.hold_all([sparse(500), sparse(501), sparse(1)])
    assert open_files() == before
    assert pouch.remains() == 0
    assert len(pouch.hold_all([sparse(500), sparse(500)])) == 2
    pouch.empty()
