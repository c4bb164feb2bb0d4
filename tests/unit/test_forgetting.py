"""What the shell has given back cannot be read in its memory any more."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kiosk.forgetting import ENVIRONMENT

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
