"""`--soak`: minutes of two people at one page, instead of the other tests. Without it those minutes are left out."""

from __future__ import annotations

import hypothesis
import pytest

# How long an example takes is the machine's business: no test is a stopwatch.
hypothesis.settings.register_profile("post", deadline=None)
hypothesis.settings.load_profile("post")


def pytest_addoption(parser: pytest.Parser) -> None:
    options = parser.getgroup("soak")
    options.addoption("--soak", action="store_true", help="run the soak tests, and only those")
    options.addoption("--soak-minutes", type=float, default=10.0, metavar="N", help="how long each lasts (default: 10)")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "soak: lasts minutes; run by ./dev test --soak")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = bool(config.getoption("--soak"))
    left_out = [item for item in items if (item.get_closest_marker("soak") is not None) is not wanted]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
