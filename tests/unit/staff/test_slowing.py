"""Wrong PINs are slowed, then stopped, and nobody is stopped for ever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.slowing import LOCK_AFTER, LOCK_SECONDS, Attempts, one_more_wrong, seconds_left, wait_after

attempts = st.builds(Attempts, wrong=st.integers(0, 2 * LOCK_AFTER), last=st.floats(0, 2e9))
moments = st.floats(0, 2e9)


@pytest.mark.parametrize(
    ("wrong", "wait"), [(0, 0), (1, 0), (2, 0), (3, 2), (4, 5), (5, 15), (6, 30), (9, 30), (10, 900)]
)
def test_the_waits_are_those_that_it_was_told(wrong: int, wait: int) -> None:
    assert wait_after(wrong) == wait


@given(st.integers(0, 100))
def test_one_more_wrong_pin_never_shortens_the_wait(wrong: int) -> None:
    assert wait_after(wrong) <= wait_after(wrong + 1)


@given(attempts, moments, moments)
def test_time_that_passes_never_makes_the_wait_longer(of: Attempts, one: float, other: float) -> None:
    early, late = sorted((one, other))
    assert seconds_left(of, late) <= seconds_left(of, early)


@given(attempts, moments)
def test_nobody_waits_longer_than_a_lock_even_when_the_clock_was_set_back(of: Attempts, now: float) -> None:
    assert 0 <= seconds_left(of, now) <= LOCK_SECONDS


@given(attempts)
def test_every_wait_ends(of: Attempts) -> None:
    assert seconds_left(of, of.last + LOCK_SECONDS + 1) == 0


@given(st.lists(st.floats(0, 3600), max_size=60))
def test_whoever_tries_at_once_is_heard_at_most_ten_times_a_lock(pauses: list[float]) -> None:
    now, of, heard = 1e9, Attempts(), []
    for pause in pauses:
        now += pause
        if seconds_left(of, now) == 0:
            of = one_more_wrong(of, now)
            heard.append(now)
    for first, eleventh in zip(heard, heard[LOCK_AFTER:], strict=False):
        assert eleventh - first >= LOCK_SECONDS - 1


def test_after_a_lock_was_sat_out_the_count_begins_anew() -> None:
    full = Attempts(LOCK_AFTER, 1000.0)
    assert full.too_many
    assert one_more_wrong(full, 2000.0) == Attempts(1, 2000.0)
