"""What the shell has given back cannot be read in its memory any more."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.forgetting import ENVIRONMENT, leave_no_core

# Writes a word in blocks of every size, frees them, and counts what of it can still be read. The word is put together
# from numbers, so that it stands nowhere but in those blocks and, once, in what is searched for.
_PROGRAM = """
import os
def word(shift):
    return bytes(97 + (7 * place + shift) % 26 for place in range(18))
def use(shift):
    # Blocks between others that stay: an allocator that gives whole pools back must not look like one that overwrites.
    sizes = (1, 2, 9, 40, 300, 9000, 300000)
    many = [times for times in sizes for _ in range(20 if times < 10 else 1)]
    made = [(word(shift).decode() * times, bytes(18 * times)) for times in many]
    return [stays for _, stays in made]
kept = [use(shift) for shift in range(8)]
sought = [word(shift) for shift in range(8)]
left = 0
with open("/proc/self/mem", "rb", 0) as memory, open("/proc/self/maps") as maps:
    for line in maps.read().splitlines():
        span, rights = line.split()[:2]
        if "w" in rights:
            start, end = (int(part, 16) for part in span.split("-"))
            try:
                content = os.pread(memory.fileno(), end - start, start)
            except OSError:
                continue
            left += sum(content.count(one) for one in sought)
print(left - len(sought))
"""


FEW = 40
"""Copies that the search itself makes: none as a rule, some on a busy machine. One setting alone leaves hundreds."""


def left_in_memory(environment: dict[str, str]) -> int:
    clean = {name: value for name, value in os.environ.items() if name not in ENVIRONMENT}
    command = [sys.executable, "-c", _PROGRAM]
    done = subprocess.run(command, env={**clean, **environment}, capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_without_it_words_stay_readable() -> None:
    assert left_in_memory({}) > 1000


def test_what_was_freed_is_overwritten() -> None:
    assert left_in_memory(dict(ENVIRONMENT)) <= FEW


@pytest.mark.parametrize("name", list(ENVIRONMENT))
def test_both_settings_are_needed(name: str) -> None:
    assert left_in_memory({name: ENVIRONMENT[name]}) > FEW


def dumps_core(folder: Path, *, forgetful: bool) -> bool:
    """Whether a child that falls writes its memory down, as the kernel says."""
    _, most = resource.getrlimit(resource.RLIMIT_CORE)

    def prepare() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))
        if forgetful:
            leave_no_core()

    command = [sys.executable, "-c", "import os; os.abort()"]
    child = subprocess.Popen(command, cwd=folder, preexec_fn=prepare)  # noqa: PLW1509 - no threads here
    _, status, _ = os.wait4(child.pid, 0)
    child.returncode = 0
    return os.WCOREDUMP(status) or any(folder.iterdir())


def test_a_fall_writes_no_memory_down(tmp_path: Path) -> None:
    if resource.getrlimit(resource.RLIMIT_CORE)[1] not in {0, 1}:
        # Otherwise nothing would ever be written here, and the promise be kept by nobody.
        (tmp_path / "careless").mkdir()
        assert dumps_core(tmp_path / "careless", forgetful=False)
    (tmp_path / "forgetful").mkdir()
    assert not dumps_core(tmp_path / "forgetful", forgetful=True)


def test_the_limit_is_the_one_that_programs_which_collect_cores_heed_too() -> None:
    code = "import resource; from kiosk.forgetting import leave_no_core as f; f(); f(); print(resource.getrlimit(4))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    expected = "(0, 0)" if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0 else "(1, 1)"
    assert done.stdout.strip() == expected
