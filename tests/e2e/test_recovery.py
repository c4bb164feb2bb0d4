"""Each process is killed while a person is in the middle of a procedure. Up to the guest they go on where they were,
with what they had written; from the shell up everything is wiped first, and home is there by itself.

How fast, beside a browser that is opened again by hand: `./dev bench recovery`.
"""

from __future__ import annotations

from collections.abc import Iterator

import psutil
import pytest

from demonstration.display import memory_folder
from demonstration.play import Play
from proof.rig import machine
from proof.rig.machine import kill, wait_until
from proof.rig.post import Post
from proof.rig.reading import wait_to_read
from proof.rig.sight import Sight
from proof.rig.supervised import Supervised, supervised_post

BEFORE, MIDDLE = "salaire-mois-1", "salaire-mois-2"
"""By then the person has logged in, with a code by phone, and written a first amount that is not sent yet."""


def test_whatever_dies_in_the_guest_the_person_goes_on_where_they_were(post: Post) -> None:
    post.start()
    post.terminal.press_tile(1)
    play = Play(post.terminal, lambda _: None)
    play.start()
    play.follow_guide(until=BEFORE)
    first = post.terminal.ring()
    play.follow_guide(until=MIDDLE)
    post.next_ring(first)
    page = Sight(post.person, post.terminal.page)

    renderers = post.guest().renderers
    kill(*renderers)
    post.kiosk.wait_for("page-problem", kind="crashed")
    wait_until(lambda: not machine.still_running(renderers), "the end of the page's process")
    page.wait_for_again()

    kill(post.guest().browser)
    post.kiosk.wait_for("browser-restarted")
    post.kiosk.wait_for("step-shown", step=MIDDLE)
    page.wait_for_again()

    kill(*post.guest().zygotes)
    post.kiosk.wait_for("browser-restarted")
    post.kiosk.wait_for("step-shown", step=MIDDLE)
    page.wait_for_again()

    carrier = post.guest().init
    kill(carrier)
    wait_until(lambda: another_lives(post, carrier), "another carrier")
    page.wait_for_again()

    kill(machine.gateway_of(post.shell))
    post.kiosk.wait_for("network-restarted", count=1)
    page.wait_for_again()

    # What was written and not sent is still there, and the site knows who they are.
    play.follow_guide(until="continuer-vers-compte")
    assert {step["how"] for step in play.steps} == {"page"}
    assert not [line for line in post.kiosk.lines if line["event"] == "wipe-verified" and line["reason"] != "boot"]


def another_lives(post: Post, dead: psutil.Process) -> bool:
    try:
        return post.guest().init != dead
    except (StopIteration, psutil.NoSuchProcess):
        return False


# --- from the shell up --------------------------------------------------------------------------------------------


@pytest.fixture
def supervised() -> Iterator[Supervised]:
    with memory_folder() as folder, supervised_post(folder) as post:
        yield post


def begin_session(post: Supervised) -> machine.Guest:
    """The first step of a procedure beside its page."""
    post.terminal.press_tile(1)
    play = Play(post.terminal, lambda _: None)
    play.start()
    return machine.guest_of(post.shell.pid)


def assert_wiped_before_home(post: Supervised) -> None:
    said = [(line["event"], line.get("phase") or line.get("reason")) for line in post.kiosk.lines]
    last = len(said) - said[::-1].index(("kiosk-started", None))
    phases = [which for event, which in said[last:] if event == "phase"]
    assert phases[:2] == ["wiping", "standby"]
    assert [which for event, which in said[last:] if event == "wipe-verified"] == ["boot"]


def test_a_shell_and_a_screen_that_die_are_back_by_themselves_and_wipe_first(supervised: Supervised) -> None:
    post = supervised
    post.sit_down()

    guest = begin_session(post)
    kill(post.shell)
    post.kiosk.wait_for("kiosk-died")
    post.terminal.wait_for_home()
    assert not guest.left()
    assert_wiped_before_home(post)
    wait_to_read(post.person, "Que voulez-vous faire")

    guest = begin_session(post)
    screen = post.screen
    kill(screen)
    post.kiosk.wait_for("screen-died")
    post.sit_down()
    assert post.screen != screen
    assert not guest.left()
    assert_wiped_before_home(post)
    wait_to_read(post.person, "Que voulez-vous faire")
    assert post.kiosk.stop() == 0
