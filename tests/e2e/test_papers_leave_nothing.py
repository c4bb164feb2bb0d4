"""No paper stays on the post, whichever way it went and however the session ends: canaries in texts, names, pixels and
uploads are searched for on disk, in the print server, and in the memory of what still runs.

The moments at which the shell is killed are drawn from the seed that the report's header shows.
"""

from __future__ import annotations

import contextlib
import random
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import psutil
import pytest
from selenium.common.exceptions import WebDriverException

from demonstration.kiosk import KioskEndedError
from demonstration.phone import Phone
from proof.rig import clipboard, machine
from proof.rig.canary import Sought, files_with, memory_with
from proof.rig.paper_rig import PaperRig
from tests.e2e.paper_canaries import KINDS, Kind

WRITTEN_TO = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path("/run"))
# The clock of a file system is a little coarser than ours.
GRAIN = 0.1
LONGEST = 6.0
"""Seconds from the beginning of a service to the moment at which the shell is killed."""

RECEIPT_STAYS = "session.receipt_seconds=3600"


@pytest.fixture(scope="module")
def everything(shared_rig: PaperRig) -> Iterator[list[Sought]]:
    """All that was ever planted. Searched for at the end, on the whole disk."""
    began = time.time() - GRAIN
    planted: list[Sought] = []
    yield planted
    assert not of_the_post(shared_rig, files_with(planted, [Path("/")], began))


def of_the_post(rig: PaperRig, files: Iterable[Path]) -> list[Path]:
    """Without what is the person's own: their stick, their phone, their sheet, what came out of the printer."""
    outside = (*map(str, rig.outside), "/dev/shm/phone-")
    return [file for file in files if not str(file).startswith(outside)]


def assert_found(kind: Kind, shell: int) -> None:
    """The search finds every canary while the service holds it, and the picture that is on the screen.

    A picture that was seen may give way to another one before it is searched for: the sheet that comes after it is
    shown in its place. Then what is seen next must be found."""

    def found(one: Sought) -> bool:
        return bool(memory_with([one], machine.kiosk_of(shell)))

    for one in kind.planted:
        machine.wait_until(lambda one=one: found(one), f"the search finds {one}")
    if kind.seen:
        machine.wait_until(lambda: found(kind.seen[-1]) or found(kind.see()), "the search finds what is on the screen")


def finished(kind: Kind, rig: PaperRig) -> None:
    kind.bring()
    assert_found(kind, rig.post.shell)
    kind.complete()
    kind.hands.finish()
    rig.post.terminal.erase()
    rig.post.kiosk.wait_for("guest-ready")


def killed(kind: Kind, rig: PaperRig) -> None:
    """At a moment of the service that nobody chose."""
    family: list[psutil.Process] = []
    shell = rig.post.shell
    death = threading.Timer(kind.chance.uniform(0.0, LONGEST), lambda: family.extend(machine.end_at_once(shell)))
    death.start()
    with contextlib.suppress(KioskEndedError, WebDriverException):
        kind.bring()
        kind.complete()
    death.join()
    machine.wait_until(lambda: not machine.still_running(family), "what ran has ended")
    rig.cups.goes()
    rig.post.start_again()


Ending = Callable[[Kind, PaperRig], None]


@pytest.mark.parametrize("ending", [finished, killed])
@pytest.mark.parametrize("way", KINDS)
def test_nothing_of_a_paper_stays(
    rig: PaperRig,
    everything: list[Sought],
    seed: str,
    way: type[Kind],
    ending: Ending,
    request: pytest.FixtureRequest,
) -> None:
    def phone() -> Phone:
        found: Phone = request.getfixturevalue("phone")
        return found

    post = rig.post
    kind = way(rig, phone, random.Random(f"{seed} {way.__name__} {ending.__name__}"))
    post.have(*rig.settings, RECEIPT_STAYS)
    began = time.time() - GRAIN
    kind.open()
    ending(kind, rig)
    everything += kind.sought
    assert not machine.strays(post.folder, post.shell)
    assert clipboard.held(post.display) == 0
    assert not of_the_post(rig, files_with(kind.sought, [*WRITTEN_TO, post.folder], began))
    assert not memory_with(kind.sought, [*machine.kiosk_of(post.shell), rig.cups.pid])
    rig.assert_nothing_queued()
    if ending is finished:
        post.leave()
