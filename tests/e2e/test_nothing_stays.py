"""Nothing of a person stays on the post, however their session ends: canaries planted by real input everywhere a site,
a paper or a copy can put them are searched for on disk, in the clipboard and in the memory of what still runs.

The moments at which things are killed are drawn from the seed that the report's header shows.
"""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from proof.rig import clipboard, machine
from proof.rig.canary import Canary, files_with, memory_with
from proof.rig.machine import Guest, kill
from proof.rig.post import Post
from tests.e2e.conftest import new_post

TRIAL = "tout s'efface"

# After each round; the whole disk is searched for all of them at the end.
WRITTEN_TO = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path("/run"))
# The clock of a file system is a little coarser than ours.
GRAIN = 0.1

RECEIPT_STAYS = "session.receipt_seconds=3600"
HASTY = ("session.idle_seconds=6", "session.warning_seconds=20", "session.closing_seconds=1")

# How far a person has come when something is killed.
MOMENTS = ("typing", "copied", "keeping", "kept", "with a paper")
LAST_MOMENT = len(MOMENTS) - 1


@pytest.fixture(scope="module")
def shared_post() -> Iterator[Post]:
    """A post for as many people as it survives, as in a real room."""
    yield from new_post()


@pytest.fixture(scope="module")
def everyone() -> Iterator[list[Canary]]:
    """All that was ever planted. Searched for at the end, on the whole disk."""
    began = time.time() - GRAIN
    planted: list[Canary] = []
    yield planted
    assert not files_with(planted, [Path("/")], began)


# --- planting -----------------------------------------------------------------------------------------------------


def plant(post: Post, canary: Canary, until: int, chance: random.Random) -> None:
    """Type the canary in the trial page, copy it, have it kept everywhere, take it as a paper: until this moment."""
    person, kiosk = post.person, post.kiosk
    field = post.terminal.ring()
    person.click(*field.centre)
    if until == 0:
        person.type(canary.typed[: chance.randrange(len(canary.typed))])
        return
    person.type(canary.typed)
    person.press("a", control=True)
    person.press("c", control=True)
    for selection in ("PRIMARY", "CLIPBOARD"):
        machine.wait_until(lambda name=selection: canary.is_in(clipboard.content(post.display, name)), selection)
    # Out of the field: to the button that keeps the word.
    person.press("Tab")
    kiosk.wait_for("step-done", step="ecrire")
    if until >= 2:
        button = post.next_ring(field)
        person.press("Return")
    if until >= 3:
        kiosk.wait_for("step-done", step="garder")
    if until >= 4:
        person.click(*post.next_ring(button).centre)
        kiosk.wait_for("document-stored")


def assert_planted(guest: Guest, canary: Canary) -> None:
    """The search finds it while the session lives, in the browser's own files and in the tray's."""
    found = {path.relative_to(guest.home).parts[0] for path in files_with([canary], [guest.home])}
    assert found == {".session", "tray"}


# --- endings ------------------------------------------------------------------------------------------------------


def finish(post: Post) -> None:
    post.terminal.press_finish()
    post.terminal.erase()


def finished(post: Post, _guest: Guest, _chance: random.Random) -> None:
    finish(post)


def walked_away(post: Post, _guest: Guest, _chance: random.Random) -> None:
    post.kiosk.wait_for("phase", phase="warning")
    post.kiosk.wait_for("wipe-verified", reason="idle")


def left_at_closing(post: Post, _guest: Guest, _chance: random.Random) -> None:
    post.terminal.press_finish()
    post.kiosk.wait_for("wipe-verified", reason="left")


def browser_killed(post: Post, guest: Guest, _chance: random.Random) -> None:
    kill(guest.browser)
    post.kiosk.wait_for("browser-restarted")
    post.kiosk.wait_for("step-shown")
    finish(post)


def renderer_killed(post: Post, guest: Guest, _chance: random.Random) -> None:
    kill(*guest.renderers)
    post.kiosk.wait_for("page-problem", kind="crashed")
    finish(post)


def guest_killed(post: Post, guest: Guest, chance: random.Random) -> None:
    kill(chance.choice([guest.monitor, guest.first, guest.starter]))
    post.kiosk.wait_for("wipe-verified", reason="guest-died")


def gateway_killed(post: Post, _guest: Guest, _chance: random.Random) -> None:
    kill(machine.gateway_of(post.shell))
    finish(post)


def shell_killed(post: Post, guest: Guest, _chance: random.Random) -> None:
    post.kiosk.process.send_signal(signal.SIGKILL)
    machine.wait_until(lambda: not guest.left(), "the guest dies with its shell")
    post.start_again()


def shut_down(post: Post, guest: Guest, _chance: random.Random) -> None:
    assert post.stop() == 0
    assert not guest.left()
    post.have(RECEIPT_STAYS)


ASKED = (finished, walked_away, left_at_closing)
STOPPED = (shell_killed, shut_down)
TIMES = {
    finished: 5,
    browser_killed: 5,
    renderer_killed: 4,
    guest_killed: 6,
    gateway_killed: 4,
    shell_killed: 5,
    shut_down: 2,
    walked_away: 2,
    left_at_closing: 2,
}
ROUNDS = [(ending, number) for ending, times in TIMES.items() for number in range(times)]

Ending = Callable[[Post, Guest, random.Random], None]


@pytest.mark.parametrize(("ending", "number"), ROUNDS, ids=lambda part: getattr(part, "__name__", part))
def test_nothing_of_a_person_stays(
    shared_post: Post, everyone: list[Canary], seed: str, ending: Ending, number: int
) -> None:
    post = shared_post
    chance = random.Random(f"{seed} {ending.__name__} {number}")
    canary = Canary.draw(chance)
    everyone.append(canary)
    post.have(RECEIPT_STAYS, *(HASTY if ending in (walked_away, left_at_closing) else ()))
    began = time.time() - GRAIN
    post.begin(TRIAL)
    guest = post.guest()
    moment = LAST_MOMENT if ending in ASKED else chance.randrange(len(MOMENTS))
    plant(post, canary, moment, chance)
    if moment == LAST_MOMENT:
        assert_planted(guest, canary)
    if ending not in ASKED:
        # Not a wait for anything: the random moment itself.
        time.sleep(chance.uniform(0.0, 0.4))
    ending(post, guest, chance)
    if ending not in STOPPED:
        post.kiosk.wait_for("guest-ready")
    assert not guest.left()
    assert not machine.strays(post.folder, post.shell)
    assert clipboard.held(post.display) == 0
    assert not files_with([canary], [*WRITTEN_TO, post.folder], began)
    assert not memory_with([canary], machine.kiosk_of(post.shell))
    if ending not in STOPPED:
        post.leave()
