"""The check and the engine agree: a walk without a loop is done step by step, none skipped, none done by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.procedures.conditions import Facts
from kiosk.procedures.engine import Saw, begin, react
from kiosk.procedures.lint import pages
from kiosk.procedures.model import Procedure

from .conftest import procedure

_PATTERNS = st.sampled_from(["a", "b", "c", "d", "e", "a*", "b*", "a/2", "b/2*", "*/2"])


def _walk(patterns: list[str]) -> Procedure:
    steps = [
        {"id": f"etape-{number}", "do": "Lisez.", "done": {"address": f"www.caf.fr/{pattern}"}}
        for number, pattern in enumerate(patterns)
    ]
    return procedure(steps=steps)


def _reached(walk: Procedure, patterns: list[str]) -> list[int]:
    """Which step is to do at the start, then at the page of each step."""
    state, _ = begin(walk)
    reached = []
    for now, page in enumerate(["", *(pattern.replace("*", "") for pattern in patterns)]):
        state, _ = react(state, Saw(Facts(address=f"www.caf.fr/{page}", loading=False), now=float(now)))
        reached.append(state.index)
    return reached


@given(st.lists(_PATTERNS, min_size=1, max_size=8))
def test_without_a_loop_each_page_ends_its_own_step(patterns: list[str]) -> None:
    walk = _walk(patterns)
    if not list(pages.check(walk)):
        assert _reached(walk, patterns) == list(range(len(patterns) + 1))


@given(st.lists(_PATTERNS, min_size=1, max_size=8))
def test_with_a_loop_the_engine_skips_a_step_or_ends_one_too_early(patterns: list[str]) -> None:
    walk = _walk(patterns)
    if list(pages.check(walk)):
        assert _reached(walk, patterns) != list(range(len(patterns) + 1))
