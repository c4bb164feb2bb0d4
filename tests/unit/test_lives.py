"""How often something that is started anew may die."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lives import Lives


@given(
    most=st.integers(0, 6),
    within=st.floats(1, 100),
    pauses=st.lists(st.floats(0, 60), max_size=30),
)
def test_one_death_more_than_forgiven_in_any_such_time_is_the_end(
    most: int, within: float, pauses: list[float]
) -> None:
    now = 0.0
    deaths: list[float] = []
    lives = Lives(most, within, lambda: now)
    for pause in pauses:
        now += pause
        deaths.append(now)
        lately = [at for at in deaths if now - at < within]
        assert lives.died() is (len(lately) <= most)


@pytest.mark.parametrize("most", [0, 3])
def test_those_of_long_ago_count_no_more(most: int) -> None:
    now = 0.0
    lives = Lives(most, 60.0, lambda: now)
    assert all(lives.died() for _ in range(most))
    now = 60.0
    assert lives.died() is bool(most)
