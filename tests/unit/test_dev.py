"""The one door: a mistyped word is answered in a sentence, before anything is installed, opened or written."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

import kiosk

_DOOR = Path(kiosk.__file__).parents[1] / "dev"


def _typed(*words: str) -> subprocess.CompletedProcess[str]:
    without_display = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    return subprocess.run([_DOOR, *words], env=without_display, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(("typed", "meant"), [("rnu", "run"), ("tests", "test"), ("shot", "shots"), ("kiosc", "kiosk")])
def test_a_mistyped_job_is_answered_with_the_nearest(typed: str, meant: str) -> None:
    done = _typed(typed)
    assert done.returncode == 2
    assert f'Did you mean "./dev {meant}"?' in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("prove",),
        ("run", "--hedless"),
        ("run", "--headless", "x"),
        ("guides", "--foo"),
        ("check", "tests"),
        ("image", "x"),
    ],
)
def test_what_a_job_does_not_take_is_refused_with_what_it_takes(words: tuple[str, ...]) -> None:
    done = _typed(*words)
    assert done.returncode == 2
    assert done.stderr.startswith("dev: ")
    assert f"\n./dev {words[0]}" in done.stderr
    assert not done.stdout


@pytest.mark.parametrize("job", ["run", "prove", "check", "guides", "image"])
def test_the_help_of_one_job_tells_of_that_job_alone(job: str) -> None:
    said = _typed(job, "--help").stdout
    assert set(re.findall(r"^\./dev (\w+)", said, re.MULTILINE)) == {job}


def test_every_job_is_in_the_help() -> None:
    jobs = re.search(r"^jobs=\((.*)\)$", _DOOR.read_text(encoding="utf-8"), re.MULTILINE)
    assert jobs
    told = set(re.findall(r"^\./dev (\w+)", _typed("help").stdout, re.MULTILINE))
    assert told | {"help"} == set(jobs[1].split())


def test_the_help_tells_that_the_soak_is_longer_than_its_minutes() -> None:
    """Its folder has a second test, which the option does not shorten."""
    told = " ".join(_typed("help").stdout.split())
    assert "ten minutes, or N, of two people at one page, and then some five more" in told
