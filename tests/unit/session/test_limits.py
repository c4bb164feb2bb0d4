"""A burst is fine, a flood is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.session.limits import RateLimit


def test_a_burst_passes_and_the_next_one_does_not() -> None:
    limit = RateLimit(per_second=50, burst=200)
    assert all(limit.allows(10.0) for _ in range(200))
    assert not limit.allows(10.0)


def test_silence_fills_the_bucket_again_but_never_above_the_burst() -> None:
    limit = RateLimit(per_second=10, burst=5)
    for _ in range(5):
        limit.allows(0.0)
    assert limit.allows(0.1)
    assert not limit.allows(0.1)
    assert [limit.allows(1000.0) for _ in range(6)] == [True] * 5 + [False]


def test_a_steady_rate_passes_for_ever() -> None:
    limit = RateLimit(per_second=50, burst=2)
    assert all(limit.allows(tick / 50) for tick in range(5000))


def test_a_clock_that_goes_back_gives_nothing() -> None:
    limit = RateLimit(per_second=100, burst=1)
    assert limit.allows(10.0)
    assert not limit.allows(0.0)
    assert not limit.allows(10.0)


@pytest.mark.parametrize(("per_second", "burst"), [(0, 1), (-1, 1), (1, 0)])
def test_a_limit_that_lets_nothing_pass_is_refused(per_second: float, burst: int) -> None:
    with pytest.raises(ValueError, match="rate limit"):
        RateLimit(per_second=per_second, burst=burst)


@given(
    st.floats(0.1, 100), st.integers(1, 50), st.lists(st.floats(0, 2, allow_subnormal=False), min_size=1, max_size=200)
)
def test_never_more_than_the_burst_and_the_rate_together(per_second: float, burst: int, waits: list[float]) -> None:
    limit = RateLimit(per_second, burst)
    now = passed = 0.0
    for wait in waits:
        now += wait
        passed += limit.allows(now)
    assert passed <= burst + per_second * now + 1e-6
