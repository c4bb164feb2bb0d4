"""The hint of time is round, shrinks, and is never made up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.procedures.time_left import minutes_left


def test_unknown_minutes_give_no_hint() -> None:
    assert minutes_left(None, 1, 5) is None


def test_the_hint_is_what_people_say() -> None:
    assert [minutes_left(15, number, 6) for number in range(1, 8)] == [15, 15, 10, 10, 5, 3, None]


@given(st.integers(1, 240), st.integers(1, 40))
def test_it_never_grows_never_exceeds_the_whole_and_never_says_nothing_is_left(minutes: int, total: int) -> None:
    hints = [minutes_left(minutes, number, total) for number in range(1, total + 1)]
    assert all(hint is not None and 1 <= hint <= minutes for hint in hints)
    assert hints == sorted(hints, key=lambda hint: -(hint or 0))
