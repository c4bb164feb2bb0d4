"""`--soak`: minutes of two people at one page, instead of the other tests; `--image`: the image, started. Without them
those minutes are left out. `--install`: also the tests of the package that need more than one clean system."""

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
    parser.getgroup("image").addoption(
        "--image", action="store_true", help="run the tests of the image, and only those"
    )
    parser.getgroup("install").addoption(
        "--install", action="store_true", help="run also the tests that install the package in many clean systems"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "install: installs the package in clean systems; run by ./dev test --install")
    config.addinivalue_line("markers", "image: starts the image in a computer in software; run by ./dev test --image")
    config.addinivalue_line("markers", "soak: lasts minutes; run by ./dev test --soak")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = [
        item
        for item in items
        if any(
            (item.get_closest_marker(kind) is not None) is not bool(config.getoption(f"--{kind}"))
            for kind in ("soak", "image")
        )
        or (item.get_closest_marker("install") is not None and not config.getoption("--install"))
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
