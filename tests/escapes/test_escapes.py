"""Nobody leaves the kiosk: the short part of `./dev prove escapes`, by real input on the X server as deployed."""

from __future__ import annotations

import secrets
import shutil
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from proof.escapes import harms, runner
from proof.escapes.catalogue import all_techniques
from proof.escapes.ground import ground
from proof.escapes.observers.machine import is_meant
from proof.escapes.pages import weaknesses
from proof.escapes.technique import Way
from proof.escapes.trials import weakened_run
from proof.escapes.unproven import is_proven, why_not
from proof.escapes.weakened import SERVER_WORDS, guest, shell

_TWINS = ("PG-HOST-TO-PLAIN", "PG-HOST-TO-USERINFO", "PG-HOST-BY-FETCH", "PG-HOST-BY-REDIRECT")


@pytest.mark.timeout(900)  # a minute and a half on a machine that does nothing else
def test_nothing_gets_out_and_every_observer_would_have_seen_it() -> None:
    chosen = [one for one in all_techniques() if one.short]
    assert {one.family for one in chosen} == {one.family for one in all_techniques()}
    seed = secrets.randbelow(10**9)
    with ground(seed) as post:
        outcomes = runner.run(post, chosen, lambda _: None)
        assert {one.technique.id: one.out for one in outcomes if one.out} == {}, f"seed {seed}"
        assert {one.technique.id: one.untried for one in outcomes if one.untried} == {}, f"seed {seed}"
        assert len(outcomes) == len(chosen)
        assert harms.blind(post) == {}


@pytest.mark.timeout(600)  # half a minute on a machine that does nothing else
def test_the_same_techniques_get_out_of_a_kiosk_without_an_allow_list() -> None:
    chosen = [one for one in all_techniques() if one.id in _TWINS]
    outcomes = weakened_run(chosen, 1, lambda _: None)
    assert {one.technique.id for one in outcomes if one.out} == set(_TWINS)


def test_there_are_enough_techniques_and_a_reason_where_none_has_got_out_of_a_weakened_twin() -> None:
    techniques = all_techniques()
    assert len(techniques) >= 250
    assert [one.id for one in techniques if not one.weakness] == []
    assert [one.id for one in techniques if not is_proven(one) and not why_not(one)] == []
    assert {way for one in techniques for way in one.shows} <= set(Way)


def test_every_weakness_is_known_to_one_side() -> None:
    known = {*SERVER_WORDS, *shell.SHELL, *guest.GUEST, *weaknesses.GUEST, *weaknesses.GATEWAY}
    assert {one.weakness for one in all_techniques()} <= known


def test_every_way_has_a_harm_that_its_observer_must_see() -> None:
    assert set(harms.HARMS) == set(Way)


def test_what_reads_a_paper_is_a_stranger_outside_of_its_room(tmp_path: Path) -> None:
    sleeps = shutil.which("sleep")
    assert sleeps
    program = shutil.copy(sleeps, tmp_path / "scanimage")
    room = ("bwrap", "--dev-bind", "/", "/", "--unshare-pid", "--die-with-parent", "--")
    shell = psutil.Process()
    for shut_in in (False, True):
        with subprocess.Popen([*(room if shut_in else ()), str(program), "600"]) as started:
            try:
                assert is_meant(_named("scanimage", psutil.Process(started.pid)), shell) is shut_in
            finally:
                started.kill()


def _named(name: str, began: psutil.Process) -> psutil.Process:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for one in (began, *began.children(recursive=True)):
            if one.name() == name:
                return one
        time.sleep(0.02)
    raise AssertionError(name)
