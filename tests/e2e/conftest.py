"""The real program on a virtual screen of its own, with state and sockets in memory."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from demonstration.display import memory_folder, virtual_screen
from demonstration.phone import Phone, phones
from proof.rig.chairs import SharedPost, new_shared_post
from proof.rig.paper_hands import Hands
from proof.rig.paper_rig import PaperRig, paper_rig
from proof.rig.post import Post

# Workers of one run draw the same: they must agree on what there is to play.
_CHANCE = random.Random(os.environ.get("PYTEST_XDIST_TESTRUNUID"))
SEED = os.environ.get("KIOSK_TEST_SEED") or f"{_CHANCE.randrange(10**9):09d}"


def pytest_report_header() -> str:
    return f"e2e: KIOSK_TEST_SEED={SEED}"


@pytest.fixture(scope="session")
def seed() -> str:
    """The same again: set KIOSK_TEST_SEED."""
    return SEED


@pytest.fixture
def post() -> Iterator[Post]:
    """One test's own post, not started yet."""
    yield from new_post()


@pytest.fixture
def shared() -> Iterator[SharedPost]:
    """One test's own post with two chairs, not started yet."""
    yield from new_shared_post()


def new_post(width: int = 1280, height: int = 800) -> Iterator[Post]:
    with virtual_screen(width, height) as display, memory_folder() as folder:
        post = Post(display, folder)
        yield post
        post.close()


# --- papers -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shared_rig() -> Iterator[PaperRig]:
    with paper_rig() as rig:
        yield rig


@pytest.fixture
def rig(shared_rig: PaperRig) -> Iterator[PaperRig]:
    """The same devices in every test, each time idle: nothing on the glass, no stick, a printer that waits."""
    shared_rig.rest()
    yield shared_rig
    shared_rig.rest()


@pytest.fixture
def hands(rig: PaperRig) -> Hands:
    return Hands(rig.post)


@pytest.fixture(scope="module")
def only_phone() -> Iterator[Phone]:
    with phones() as make:
        yield make()


@pytest.fixture
def phone(only_phone: Phone) -> Phone:
    """With nothing in it."""
    only_phone.driver.get("about:blank")
    only_phone.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    for file in only_phone.downloads.iterdir():
        file.unlink()
    return only_phone
