"""Whatever another program answers, the doctor waits for a while, reads no more than it can use, and goes on."""

from __future__ import annotations

import sys
import time
import tracemalloc

from kiosk.doctor.programs import MOST_BYTES, answer_of


def test_an_answer_is_read_whole() -> None:
    text = f"print('é' * {MOST_BYTES // 4})"
    assert answer_of(sys.executable, "-c", text) == "é" * (MOST_BYTES // 4) + "\n"


def test_an_error_is_no_answer_unless_it_is_wanted() -> None:
    command = (sys.executable, "-c", "print('said'); raise SystemExit(3)")
    assert answer_of(*command) is None
    assert answer_of(*command, any_status=True) == "said\n"


def test_a_program_that_is_not_there_says_nothing() -> None:
    assert answer_of("/nowhere/at-all") is None


def test_a_program_that_writes_without_end_is_stopped_and_not_kept() -> None:
    tracemalloc.start()
    try:
        assert answer_of("yes", seconds=60) is None
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * MOST_BYTES


def test_a_program_that_says_nothing_is_not_waited_for() -> None:
    began = time.monotonic()
    assert answer_of("sleep", "600", seconds=0.2) is None
    assert answer_of("sh", "-c", "exec >&-; exec sleep 600", seconds=0.2) is None
    assert time.monotonic() - began < 20
